import { z } from 'zod'
import { isPlausible, type PlainDate, parsePlainDate, parseTypedDate } from '../time/plain-date.ts'
import { readsTyped } from './typed-values.ts'

/**
 * Kinds of fields that both a form and a JSON body can carry. The schema says what JSON carries and nothing else: numbers
 * are numbers, dates are YYYY-MM-DD, a checkbox is a boolean. What a person types instead (dd/mm/yyyy, 1.234,5, "on") is
 * read into that by `typed-values.ts` before the schema sees it. Messages are keys of the catalogue.
 */

const composed = () => z.string().normalize('NFC').trim()

/** A text that must be there. */
export const text = (maxLength = 500) => composed().min(1, 'error.required').max(maxLength, 'error.too_long')

/** The name of something: blanks are one blank each, so that two that look alike are alike. */
export const nameText = (maxLength: number) =>
  composed()
    .overwrite((value) => value.replace(/\s+/g, ' '))
    .min(1, 'error.required')
    .max(maxLength, 'error.too_long')

/** A text that may be empty; missing and null count as empty. */
export const optionalText = (maxLength = 4000) =>
  composed()
    .max(maxLength, 'error.too_long')
    .nullish()
    .transform((value) => value ?? '')

const typedDate = (typed: unknown) =>
  typeof typed === 'string' ? (parseTypedDate(typed.normalize('NFC').trim()) ?? typed) : typed

const dateText = readsTyped(composed().max(20, 'error.date').meta({ format: 'date' }), {
  form: typedDate,
}).transform((value, ctx): PlainDate => {
  const date = parsePlainDate(value)
  if (date === null) {
    ctx.addIssue({ code: 'custom', message: value === '' ? 'error.required' : 'error.date' })
    return z.NEVER
  }
  if (!isPlausible(date)) ctx.addIssue({ code: 'custom', message: 'error.date_range' })
  return date
})

/** A calendar date in Vietnam: YYYY-MM-DD, in a form also dd/mm/yyyy; 31/02 is refused, not moved. */
export const date = () => dateText

/** A date that may be missing: null then. */
export const optionalDate = () => emptyAsNull(dateText)

/** Reads a number as Vietnamese offices type it (1.234,5) or as a machine writes it (1234.5); null where it is none. */
export function parseTypedNumber(typed: string): number | null {
  const value = typed.replace(/\s/g, '')
  const vietnamese = /^-?\d{1,3}(\.\d{3})+(,\d+)?$|^-?\d+,\d+$/
  if (vietnamese.test(value)) return Number(value.replaceAll('.', '').replace(',', '.'))
  return parsePlainNumber(value)
}

const parsePlainNumber = (value: string): number | null =>
  /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null

/** NaN represents a text that is not a number: JSON cannot contain it, so the schema refuses it as typed. */
const numberBy = (parse: (typed: string) => number | null) => (typed: unknown) => {
  if (typeof typed !== 'string') return typed
  return typed.trim() === '' ? undefined : (parse(typed) ?? Number.NaN)
}

const typedNumber = { form: numberBy(parseTypedNumber), query: numberBy(parsePlainNumber) }

// // Six decimals, as in the rules; more is a typing error. Also excludes 1e-7.
const exactly = /^-?\d+(\.\d{1,6})?$/

/** A JSON number with at most six decimals, below a million million: fifteen digits are exact in a double. */
const decimal = readsTyped(
  z
    .number()
    .refine((value) => exactly.test(String(value)) && Math.abs(value) < 1e12, 'error.number')
    .describe('At most six decimals, below 1 000 000 000 000.'),
  typedNumber,
)

export const optionalDecimal = () => emptyAsNull(decimal)

/** A whole number within bounds. */
export const whole = (min: number, max: number) => {
  const error = 'error.whole_number'
  const number = z.int({ error: ({ input }) => (Number.isFinite(input) ? error : undefined) })
  return readsTyped(number.min(min, error).max(max, error), typedNumber)
}

/** A whole number that may be missing. */
export const optionalWhole = (min: number, max: number) => emptyAsNull(whole(min, max))

const said = (words: Readonly<Record<string, boolean>>) => (typed: unknown) =>
  typeof typed === 'string' ? (words[typed] ?? typed) : typed

const truth = { true: true, false: false }

/** A checkbox or a JSON boolean; one that is not sent means no. */
export const flag = () =>
  readsTyped(z.boolean(), {
    form: said({ ...truth, on: true, 1: true, 0: false, '': false }),
    query: said(truth),
  })
    .nullish()
    .transform((value) => value === true)

/** Yes, no, or not said. */
export const optionalFlag = () =>
  emptyAsNull(readsTyped(z.boolean(), { form: said(truth), query: said(truth) }))

export const id = () => z.uuid('error.choice')

export const optionalId = () => emptyAsNull(z.uuid('error.choice'))

const uploadMeaning = 'The uploadId that POST /api/v1/files answered.'

const lastOf = (typed: unknown) => (Array.isArray(typed) ? typed.at(-1) : typed)

/**
 * A file that was uploaded before and belongs to this act; a form sends all values of its field, of which the last
 * counts.
 */
export const optionalUpload = () =>
  emptyAsNull(z.uuid('error.choice').describe(uploadMeaning), { form: (typed) => emptyTyped(lastOf(typed)) })

/** Several texts; in a form one a line. */
export const lines = (maxLength: number, most: number) =>
  readsTyped(z.array(text(maxLength)).max(most, 'error.too_many'), { form: linesOf })
    .nullish()
    .transform((value) => value ?? [])

function linesOf(typed: unknown): unknown {
  const found = typeof typed === 'string' ? typed.split('\n') : typed
  return Array.isArray(found) ? found.filter((line) => typeof line !== 'string' || line.trim() !== '') : found
}

/** One of a few words, or null. */
export const optionalChoice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  emptyAsNull(z.enum(words, 'error.choice'))

export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, 'error.choice')

/** Several values; a form that ticks none sends none. */
export const many = <Item extends z.ZodType>(item: Item, max = 50) =>
  z
    .array(item)
    .max(max, 'error.too_many')
    .nullish()
    .transform((value) => value ?? [])

/** The version of the thing that the writer saw: a concurrent change causes a conflict, and is never overwritten. */
export const version = () => whole(1, 2_147_483_647)

const emptyTyped = (typed: unknown) => (typed === '' ? null : typed)

/** Null where it is missing; a form or an address sends an empty text then. */
export function emptyAsNull<Inner extends z.ZodType>(
  inner: Inner,
  by: Parameters<typeof readsTyped>[1] = { form: emptyTyped, query: emptyTyped },
) {
  return readsTyped(inner.nullish(), by).transform((value) => (value ?? null) as z.output<Inner> | null)
}
