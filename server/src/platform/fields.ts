import { z } from 'zod'
import { type PlainDate, parsePlainDate, parseTypedDate } from './plain-date.ts'

/**
 * Kinds of fields that both a form and a JSON body can carry: the same schema reads what a person types (dd/mm/yyyy,
 * 1.234,5, "on") and what a machine sends (YYYY-MM-DD, numbers, booleans). Messages are keys of the catalogue.
 */

const composed = () => z.string().normalize('NFC').trim()

/** A text that must be there. */
export const text = (maxLength = 500) => composed().min(1, 'error.required').max(maxLength, 'error.too_long')

/** A text that may be empty; missing and null count as empty. */
export const optionalText = (maxLength = 4000) =>
  composed()
    .max(maxLength, 'error.too_long')
    .nullish()
    .transform((value) => value ?? '')

const dateText = composed()
  .max(20, 'error.date')
  .transform((value, ctx): PlainDate => {
    const date = parsePlainDate(value) ?? parseTypedDate(value)
    if (date === null) {
      ctx.addIssue({ code: 'custom', message: value === '' ? 'error.required' : 'error.date' })
      return z.NEVER
    }
    return date
  })

/** A calendar date in Vietnam: YYYY-MM-DD, or dd/mm/yyyy as typed; 31/02 is refused, not moved. */
export const date = () => dateText

/** A date that may be missing: null then. */
export const optionalDate = () => emptyAsNull(dateText)

/** Reads a number as Vietnamese offices type it (1.234,5) or as a machine writes it (1234.5); null where it is none. */
export function parseTypedNumber(typed: string): number | null {
  const value = typed.replace(/\s/g, '')
  const vietnamese = /^-?\d{1,3}(\.\d{3})+(,\d+)?$|^-?\d+,\d+$/
  const plain = /^-?\d+(\.\d+)?$/
  if (vietnamese.test(value)) return Number(value.replaceAll('.', '').replace(',', '.'))
  return plain.test(value) ? Number(value) : null
}

// Six decimals, as the rules reckon with; more is a slip of the hand. Also keeps out NaN and 1e-7.
const exactly = /^-?\d+(\.\d{1,6})?$/

const decimalText = z.union([z.number(), z.string()]).transform((value, ctx): number => {
  const number = typeof value === 'number' ? value : parseTypedNumber(value)
  // Fifteen digits are exact in a double; more is a slip of the hand.
  if (number === null || !exactly.test(String(number)) || Math.abs(number) >= 1e12) {
    ctx.addIssue({ code: 'custom', message: value === '' ? 'error.required' : 'error.number' })
    return z.NEVER
  }
  return number
})

export const optionalDecimal = () => emptyAsNull(decimalText)

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
  decimalText.refine((value) => Number.isInteger(value) && value >= min && value <= max, 'error.whole_number')

/** A checkbox or a JSON boolean; a form that does not send it means no. */
export const flag = () =>
  z
    .union([z.boolean(), z.enum(['on', 'true', 'false', '', '1', '0'])])
    .nullish()
    .transform((value) => value === true || value === 'on' || value === 'true' || value === '1')

/** Yes, no, or not said. */
export const optionalFlag = () =>
  emptyAsNull(
    z
      .union([z.boolean(), z.enum(['true', 'false'])])
      .transform((value) => value === true || value === 'true'),
  )

export const id = () => z.uuid('error.choice')

export const optionalId = () => emptyAsNull(z.uuid('error.choice'))

/** One of a few words, or null. */
export const optionalChoice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  emptyAsNull(z.enum(words, 'error.choice'))

export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, 'error.choice')

/** Several values; a form that ticks none, or one only, is read as well. */
export const many = <Item extends z.ZodType>(item: Item, max = 50) =>
  z
    .array(item)
    .max(max, 'error.too_many')
    .nullish()
    .transform((value) => value ?? [])

/** The version of the thing that the writer saw: another writer in between is told, never overwritten. */
export const version = () => whole(1, 2_147_483_647)

function emptyAsNull<Inner extends z.ZodType>(inner: Inner) {
  // `nullish` and not a union with undefined: only so does a body that leaves the field out count as valid.
  return z
    .union([
      z
        .literal('')
        .nullish()
        .transform(() => null),
      inner,
    ])
    .transform((value) => value as z.output<Inner> | null)
}
