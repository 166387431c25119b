import {
  addDays,
  isPlausible,
  type PlainDate,
  parsePlainDate,
  parseTypedDate,
  plainDate,
} from '../../platform/time/plain-date.ts'
import type { FaultCode } from './bad-cell.ts'
import { unguarded, type WorkbookColumn } from './layout.ts'

/** What a cell may hold, as the reader of spreadsheets gives it. */
export type RawValue = string | number | boolean | Date | null | undefined

export type Read<Value> = { readonly value: Value } | { readonly fault: FaultCode }

/** What readers of a sheet see as text: composed, without signs of no width, blanks of any kind and number as one, nothing around it. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Without accents and capitals, for comparing words that people type. */
export function foldedText(text: string): string {
  return cleanText(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

const errorValue = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/

/** How a raw value is shown where it is named as bad. */
export function foundText(raw: RawValue): string {
  if (raw === null || raw === undefined) return ''
  return raw instanceof Date ? raw.toISOString().slice(0, 10) : cleanText(String(raw))
}

/** Whether nothing was written. */
export const isBlank = (raw: RawValue) => foundText(raw) === ''

/** Reads a text; a number that was typed as one is the text of its digits. */
export function readText(raw: RawValue, maxLength: number): Read<string> {
  if (raw instanceof Date || typeof raw === 'boolean') return { fault: 'no_text' }
  if (typeof raw === 'number') return { value: String(raw) }
  const text = unguarded(cleanText(raw ?? ''))
  if (errorValue.test(text)) return { fault: 'error_value' }
  return text.length > maxLength ? { fault: 'too_long' } : { value: text }
}

const dayZero = { 1900: plainDate('1899-12-30'), 1904: plainDate('1904-01-01') } as const
// Excel believes in a 29/2/1900, so that numbers before it are a day off, differently in each program.
const firstSoundDay = 61
const lastDay = 2_958_465

/** Reads a date however spreadsheets keep it: as a date, as its number, or as the text that somebody typed. */
export function readDate(raw: RawValue, system: 1900 | 1904): Read<PlainDate> {
  if (raw instanceof Date) {
    const date = Number.isNaN(raw.getTime()) ? null : parsePlainDate(raw.toISOString().slice(0, 10))
    return checked(date, 'no_date')
  }
  if (typeof raw === 'number') {
    const sound = Number.isInteger(raw) && raw >= firstSoundDay && raw <= lastDay
    return checked(sound ? addDays(dayZero[system], raw) : null, 'no_date')
  }
  const text = typeof raw === 'string' ? cleanText(raw) : ''
  const typed = text.replace(/^(\d{1,2})[-.\s](\d{1,2})[-.\s](\d{4})$/, '$1/$2/$3')
  const date = parsePlainDate(text) ?? parseTypedDate(typed)
  return checked(date, errorValue.test(text) ? 'error_value' : 'no_date')
}

function checked(date: PlainDate | null, fault: FaultCode): Read<PlainDate> {
  if (date === null) return { fault }
  return isPlausible(date) ? { value: date } : { fault: 'far_date' }
}

const yes = new Set(['x', 'co', 'yes', 'true', '1', 'dung'])
const no = new Set(['', 'khong', 'no', 'false', '0', 'sai', '-'])

/** Reads a mark that is there or not. */
export function readFlag(raw: RawValue): Read<boolean> {
  const text = foldedText(foundText(raw))
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : { fault: 'no_flag' }
}

/** Reads one of a few words by its label in either language, accents aside, or by its code. */
export function readChoice(raw: RawValue, labels: ReadonlyMap<string, string>): Read<string> {
  const word = labels.get(foldedText(foundText(raw)))
  return word === undefined ? { fault: 'no_choice' } : { value: word }
}

/** The code words of a column by everything that may be written for them. */
export function labelsOf(
  column: WorkbookColumn,
  catalogues: readonly Readonly<Record<string, string>>[],
): ReadonlyMap<string, string> {
  const { words = [], prefix = '' } = column.choice ?? {}
  return new Map(
    words.flatMap((word) => [
      [foldedText(word), word] as const,
      ...catalogues.map((words) => [foldedText(words[`${prefix}.${word}`] ?? word), word] as const),
    ]),
  )
}
