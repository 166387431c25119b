import type { z } from 'zod'
import { type Reason, Refusal } from '../refusal.ts'
import { requireBounded } from './bounded-body.ts'
import type { ApiWriteRoute, Params } from './route.ts'
import { readTyped } from './typed-values.ts'

interface Sent {
  readonly body: unknown
  readonly params: Params
  /** The header If-Match. */
  readonly ifMatch: string | undefined
}

/**
 * The input of an act from a JSON body and the URL. Path parameters are only in the URL: the same name in the body would
 * be a second value for it, and is refused like any other unknown member.
 */
export function apiInput(route: ApiWriteRoute, { body, params, ifMatch }: Sent): unknown {
  const own = objectOf(body)
  const { input: schema } = route.endpoint
  const twice = Object.keys(own).filter((name) => Object.hasOwn(params, name))
  if (twice.length > 0)
    throw new Refusal('input_invalid', {}, { status: 422, reasons: twice.map(inAddressAlready) })
  const placed = readTyped(schema, params, 'query') as object
  return { ...own, ...placed, ...versionOf(schema, own, ifMatch) }
}

const inAddressAlready = (name: string): Reason => ({
  code: 'error.unknown_field',
  field: name,
  params: { name },
})

/** What was sent as members; an act that needs none may come without a body. @throws Refusal `body_no_object`, `body_too_complex` */
function objectOf(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {}
  // A form that was sent here is an object too, of a class of its own.
  if (typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype) {
    requireBounded(body)
    return body as Record<string, unknown>
  }
  throw new Refusal('body_no_object', { found: Array.isArray(body) ? 'array' : typeof body }, { status: 400 })
}

/** Whether an act takes the version of its thing that the writer saw. */
export function asksVersion(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'object' && Object.hasOwn(def.shape, 'version')
}

/** The version in If-Match instead of the body. @throws Refusal `if_match_invalid` */
function versionOf(
  schema: z.core.$ZodType,
  body: Readonly<Record<string, unknown>>,
  ifMatch: string | undefined,
): { readonly version?: number } {
  if (ifMatch === undefined) return {}
  const version = Number(/^"([1-9]\d{0,9})"$/.exec(ifMatch)?.[1])
  const differs = body.version !== undefined && body.version !== version
  if (Number.isNaN(version) || differs || !asksVersion(schema))
    throw new Refusal('if_match_invalid', {}, { status: 400 })
  return { version }
}

/** The header ETag of an answer that has a version: what If-Match takes. */
export function etagOf(answer: unknown): string | undefined {
  const version = typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : null
  return typeof version === 'number' ? `"${version}"` : undefined
}
