import type { Language } from '../../platform/context.ts'
import { openApi } from '../../platform/http/openapi.ts'
import type { ApiRoute, Route } from '../../platform/http/route.ts'
import { apiErrors } from '../api-errors.ts'
import { catalogues } from '../catalogues.ts'

/** A member of a body, an answer or an address. */
export interface Member {
  /** With the path to it: `targets[].value`. */
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly description: string | undefined
}

/** One operation of the API, as its page shows it. */
export interface Operation {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly scope: string
  readonly parameters: readonly (Member & { readonly place: 'path' | 'query' | 'header' })[]
  readonly body: readonly Member[]
  readonly bodyExample: unknown
  readonly status: string
  readonly answer: readonly Member[]
  readonly answerExample: unknown
  readonly errors: readonly { readonly code: string; readonly status: string }[]
}

// As much of the description as is read here; its own test holds it against the schema of OpenAPI.
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}
interface Content {
  readonly schema?: Schema
  readonly example?: unknown
}
interface Answer {
  readonly content?: Readonly<Record<string, Content>>
  readonly 'x-codes'?: readonly string[]
}
interface Described {
  readonly operationId: string
  readonly description: string
  readonly tags: readonly string[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required: boolean
    readonly description?: string
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<Record<string, Answer>>
}

type Named = Readonly<Record<string, Schema>>

/** Every operation, read out of the very description that machines get. */
export function listOperations(routes: readonly Route[]): readonly Operation[] {
  const api = routes.filter((route): route is ApiRoute => route.kind.startsWith('api-'))
  const { paths, components } = openApi(api, { version: '', catalogues, errors: apiErrors }) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
    readonly components: { readonly schemas: Named }
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => readOperation(method, path, one, components.schemas)),
  )
}

function readOperation(method: string, path: string, one: Described, named: Named): Operation {
  const [body] = Object.values(one.requestBody?.content ?? {})
  const [status, answer] = Object.entries(one.responses).find(([code]) => code.startsWith('2')) ?? ['200', {}]
  const [shown] = Object.values(answer.content ?? {})
  return {
    name: one.operationId,
    method: method.toUpperCase(),
    path,
    tag: one.tags[0] ?? '',
    scope: /Scope: (\w+)/.exec(one.description)?.[1] ?? 'read',
    parameters: one.parameters.map(({ name, in: place, required, description, schema }) => ({
      name,
      place,
      required,
      description: description ?? schema.description,
      type: typeOf(schema, named),
    })),
    body: membersOf(body?.schema, named),
    bodyExample: body?.example,
    status,
    answer: membersOf(shown?.schema, named),
    answerExample: shown?.example,
    errors: Object.entries(one.responses).flatMap(([code, { 'x-codes': codes = [] }]) =>
      codes.map((error) => ({ code: error, status: code })),
    ),
  }
}

const resolved = (schema: Schema, named: Named): Schema =>
  schema.$ref === undefined ? schema : (named[schema.$ref.split('/').at(-1) ?? ''] ?? {})

/** Without "or null": whether a member may be missing is said next to it. */
function plainOf(schema: Schema, named: Named): Schema {
  const one = resolved(schema, named)
  const others = (one.anyOf ?? []).filter(({ type }) => type !== 'null')
  const [only] = others
  if (only === undefined || others.length > 1) return one
  return {
    ...plainOf(only, named),
    ...(one.description === undefined ? {} : { description: one.description }),
  }
}

function typeOf(schema: Schema, named: Named): string {
  const one = plainOf(schema, named)
  if (one.enum !== undefined) return one.enum.map(String).join(' | ')
  if (one.const !== undefined) return String(one.const)
  if (one.type === 'array' && one.items !== undefined) return `${typeOf(one.items, named)}[]`
  if (one.anyOf !== undefined) return one.anyOf.map((part) => typeOf(part, named)).join(' | ')
  const types = [one.type ?? 'any'].flat().filter((type) => type !== 'null')
  return [types.join(' | '), one.format].filter((word) => word !== undefined).join(', ')
}

// Trees that hold themselves are shown this deep.
const deepest = 4

function membersOf(schema: Schema | undefined, named: Named, path = '', depth = 0): Member[] {
  if (schema === undefined || depth >= deepest) return []
  const one = plainOf(schema, named)
  if (one.type === 'array' && one.items !== undefined) return membersOf(one.items, named, `${path}[]`, depth)
  return Object.entries(one.properties ?? {}).flatMap(([name, property]) => {
    const at = path === '' ? name : `${path}.${name}`
    const member = {
      name: at,
      type: typeOf(property, named),
      required: one.required?.includes(name) ?? false,
      description: plainOf(property, named).description,
    }
    return [member, ...membersOf(property, named, at, depth + 1)]
  })
}

/** What an operation is called, in the reader's language. */
export const operationTitle = (name: string, language: Language): string =>
  catalogues[language][`api.${name}`] ?? catalogues[language][`act.${name}`] ?? name

/** What a refusal says, with the names of what it is filled with. */
export const errorSentence = (code: string, language: Language): string =>
  catalogues[language][`refusal.${code}`] ?? code
