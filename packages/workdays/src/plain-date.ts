import { WorkdaysError } from './errors.ts'

/** A calendar date in Vietnam as text, `YYYY-MM-DD`, without time or zone. Two of them compare with `<`. */
export type PlainDate = string

/** Days since 1970-01-01, whole; what dates are inside this library and in its lists. */
export type DayNumber = number

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const zero = 48
const digit = (text: string, at: number) => text.charCodeAt(at) - zero
const isDigit = (value: number) => value >= 0 && value <= 9

/** The number of a date. @throws WorkdaysError `date_malformed`, also for a day that does not exist */
export function dayNumber(date: PlainDate): DayNumber {
  const day = findDayNumber(date)
  if (day === null) throw new WorkdaysError('date_malformed', { text: String(date) })
  return day
}

/** The same, or null for anything that is no date. */
export function findDayNumber(date: unknown): DayNumber | null {
  if (typeof date !== 'string' || date.length !== 10 || date[4] !== '-' || date[7] !== '-') return null
  for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) if (!isDigit(digit(date, at))) return null
  const { year, month, day } = partsOf(date)
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayNumberOf(year, month, day)
}

/** Year, month and day of a text that has been looked at: digits stand where digits belong. */
function partsOf(date: PlainDate) {
  return {
    year: digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
    month: digit(date, 5) * 10 + digit(date, 6),
    day: digit(date, 8) * 10 + digit(date, 9),
  }
}

/** The number of a year, month (1 to 12) and day that exist. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  // March is the first month, so that the leap day is the last of its year: Howard Hinnant's days_from_civil.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = ((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + day - 1
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month (1 to 12) and day of a day number. */
export function civilOf(day: DayNumber): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** The text of a day number. */
export function plainDateOf(day: DayNumber): PlainDate {
  const civil = civilOf(day)
  return `${String(civil.year).padStart(4, '0')}-${two(civil.month)}-${two(civil.day)}`
}

/** The date of a year, month and day that exist. */
export function dateOf(year: number, month: number, day: number): PlainDate {
  return plainDateOf(dayNumberOf(year, month, day))
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The same day `months` later, or the month's last day where it has none: Civil Code 2015, art. 148. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const civil = civilOf(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dayNumberOf(year, month, Math.min(civil.day, daysInMonth(year, month)))
}
