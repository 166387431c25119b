/**
 * Calendar dates in Vietnam, as text `YYYY-MM-DD`.
 *
 * A date that a paper states has no time and no zone, so it must never pass through a local-time `Date`, which
 * would move it by a day on a server in another zone. Dates stay text: they compare with `<`, sort as text, and
 * are what PostgreSQL's `date` gives and takes. Arithmetic counts days in UTC, where every day has 24 hours.
 */

declare const brand: unique symbol

/** A valid calendar date `YYYY-MM-DD`, years 1000 to 9999. Two of them compare with `<`, `===` and `>`. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' }

const firstPlausibleYear = 1900
const lastPlausibleYear = 2100

/** Whether a day can be meant: a year far off is a slip of the hand, 2125 for 2025. */
export function isPlausible(date: PlainDate): boolean {
  const year = Number(date.slice(0, 4))
  return firstPlausibleYear <= year && year <= lastPlausibleYear
}

const MS_PER_DAY = 86_400_000
const ISO_FORM = /^([1-9]\d{3})-(\d{2})-(\d{2})$/
const TYPED_FORM = /^\s*(\d{1,2})\/(\d{1,2})\/([1-9]\d{3})\s*$/

/** The date of a year, month (1 to 12) and day, or null where the calendar has no such day (31/02). */
export function plainDateOf(year: number, month: number, day: number): PlainDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null
  const utc = new Date(Date.UTC(year, month - 1, day))
  // Date.UTC rolls 31/02 over to 03/03: a date that does not come back as it went in does not exist.
  const exists = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day
  return exists ? (utc.toISOString().slice(0, 10) as PlainDate) : null
}

/** Reads `YYYY-MM-DD` strictly; null for anything else, also for a day that does not exist. */
export function parsePlainDate(text: string): PlainDate | null {
  const parts = ISO_FORM.exec(text)
  return parts === null ? null : plainDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Whether `text` is a valid `YYYY-MM-DD`. */
export function isPlainDate(text: unknown): text is PlainDate {
  return typeof text === 'string' && parsePlainDate(text) !== null
}

/**
 * Reads a date that must be valid, such as one that comes from the database or stands in the code.
 *
 * @throws RangeError where it is not
 */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new RangeError(`Not a calendar date YYYY-MM-DD: ${JSON.stringify(text)}`)
  return date
}

/** Reads what a person types, `d/m/yyyy` or `dd/mm/yyyy`; null for anything else. 31/02 is refused, not moved. */
export function parseTypedDate(text: string): PlainDate | null {
  const parts = TYPED_FORM.exec(text)
  return parts === null ? null : plainDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]))
}

/** The date as Vietnamese papers and forms write it, `dd/mm/yyyy`. */
export function formatTypedDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
}

/** The date `days` later, or earlier where `days` is negative. @throws RangeError beyond the years 1000 to 9999 */
export function addDays(date: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`)
  const moved = new Date((dayNumber(date) + days) * MS_PER_DAY)
  if (Number.isNaN(moved.getTime())) throw new RangeError(`Date out of range: ${date} + ${days} days`)
  return plainDate(moved.toISOString().slice(0, 10))
}

/** How many days `to` lies after `from`; negative where it lies before. `addDays(from, daysBetween(from, to))` is `to`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Negative, zero or positive as `a` lies before, on or after `b`: for sorting. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The earlier of two dates. */
export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}

/** The later of two dates. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}

/** The calendar year of a date. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** The quarter of its year in which a date lies, 1 to 4. */
export function quarterOf(date: PlainDate): 1 | 2 | 3 | 4 {
  return Math.ceil(Number(date.slice(5, 7)) / 3) as 1 | 2 | 3 | 4
}

/** The first day of a year. */
export function startOfYear(year: number): PlainDate {
  return plainDate(`${year}-01-01`)
}

/** The last day of a year. */
export function endOfYear(year: number): PlainDate {
  return plainDate(`${year}-12-31`)
}

const QUARTER_ENDS = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const

/** The last day of a quarter. */
export function endOfQuarter(year: number, quarter: 1 | 2 | 3 | 4): PlainDate {
  return plainDate(`${year}-${QUARTER_ENDS[quarter]}`)
}
