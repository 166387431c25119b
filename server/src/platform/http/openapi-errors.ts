import type { Catalogues } from '../words.ts'
import type { Json } from './openapi-schemas.ts'

/** What is known of the refusals: given by the program that reads them out of the code. */
export interface ApiErrors {
  readonly statuses: Readonly<Record<string, readonly number[]>>
  /** What every operation can answer. */
  readonly common: readonly string[]
  /** The additional errors of an operation, by its name. */
  readonly operations: Readonly<Record<string, readonly string[]>>
}

export const noApiErrors: ApiErrors = { statuses: {}, common: [], operations: {} }

export interface ApiDescribed {
  readonly version: string
  readonly catalogues: Catalogues
  readonly errors: ApiErrors
}

const schema = { $ref: '#/components/schemas/Problem' }

/**
 * The refusals of an operation, by status, each with its own codes; refusals of all operations are under `default`, by
 * reference to the catalogue.
 */
export function answersOf(name: string, { errors, catalogues }: ApiDescribed): Json {
  const own = new Map<number, string[]>()
  for (const code of errors.operations[name] ?? [])
    for (const status of errors.statuses[code] ?? [422]) own.set(status, [...(own.get(status) ?? []), code])
  const answers: Record<string, Json> = {}
  for (const [status, codes] of [...own].sort(([a], [b]) => a - b))
    answers[String(status)] = {
      description: codes
        .map((code) => `\`${code}\`: ${catalogues.en[`refusal.${code}`] ?? code}`)
        .join('\n\n'),
      'x-codes': codes,
      content: { 'application/problem+json': { schema } },
    }
  return {
    ...answers,
    default: {
      description:
        'What every operation can answer, such as 401 sign_in_needed or 422 input_invalid: GET /api/v1/errors.',
      content: { 'application/problem+json': { schema } },
    },
  }
}
