import type { z } from 'zod'
import type { ReasonCode } from '../message-key.ts'
import { type Reason, Refusal } from '../refusal.ts'
import { readTyped } from './typed-values.ts'

/** Parses JSON, or what was read into its types, into exact values, or refuses with one reason for each field that is wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  // The input tells "missing" from "of the wrong type"; it goes no further than this function.
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const reasons: Reason[] = []
  for (const issue of parsed.error.issues) {
    for (const reason of reasonsOf(issue)) {
      if (reasons.length < maxReasons) reasons.push(reason)
    }
    if (reasons.length >= maxReasons) break
  }
  throw new Refusal('input_invalid', {}, { status: 422, reasons })
}

/** The same of what a person typed into a form or a page's address. */
export const parseTyped = <Schema extends z.ZodType>(schema: Schema, typed: unknown): z.output<Schema> =>
  parseInput(schema, readTyped(schema, typed, 'form'))

/** The same of what a machine wrote into an address. */
export const parseQuery = <Schema extends z.ZodType>(schema: Schema, typed: unknown): z.output<Schema> =>
  parseInput(schema, readTyped(schema, typed, 'query'))

// // More errors than this are not useful, and the response must not grow with the input.
export const maxReasons = 100

function reasonsOf(issue: z.core.$ZodIssue): Reason[] {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, maxReasons).map((key) => ({
      code: 'error.unknown_field',
      field: join(field, key.slice(0, 100)),
      params: { name: key.slice(0, 100) },
    }))
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().find((inner) => inner.message.startsWith('error.'))
    return [
      deepest === undefined
        ? { code: 'error.required_or_wrong', field }
        : { code: deepest.message as ReasonCode, field: join(field, deepest.path.map(String).join('.')) },
    ]
  }
  const code = codeOf(issue)
  return [{ code, field, params: code === 'error.wrong_type' ? typesOf(issue) : paramsOf(issue) }]
}

const join = (a: string, b: string) => [a, b].filter((part) => part !== '').join('.')

function codeOf(issue: z.core.$ZodIssue): ReasonCode {
  if (issue.message.startsWith('error.')) return issue.message as ReasonCode
  switch (issue.code) {
    case 'invalid_type':
      // // JSON has no NaN: it represents a typed text that is not a number.
      if (Number.isNaN(issue.input)) return 'error.number'
      return issue.input === undefined || issue.input === null ? 'error.required' : 'error.wrong_type'
    case 'too_big':
      return 'error.too_long'
    case 'too_small':
      return 'error.required'
    case 'invalid_value':
      return 'error.choice'
    default:
      return 'error.required_or_wrong'
  }
}

function paramsOf(issue: z.core.$ZodIssue): Reason['params'] {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  return undefined
}

/** What was expected and what was found, in the words of JSON Schema. */
function typesOf(issue: z.core.$ZodIssue): Reason['params'] {
  const expected = issue.code === 'invalid_type' ? issue.expected : ''
  const named = { int: 'integer', record: 'object' }[expected as string] ?? expected
  return { expected: named, found: jsonTypeOf(issue.input) }
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
