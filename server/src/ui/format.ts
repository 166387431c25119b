import type { Language } from './words.tsx'

// Calendar dates are strings here, `YYYY-MM-DD`, and their arithmetic is done on whole days counted from a fixed
// day. A local-time Date would move a Vietnamese date by one day on a server that runs in another time zone.

/** A calendar date in Vietnam, `YYYY-MM-DD`. */
export type DateString = string

const DAYS_TO_1970 = 719_468

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

function civil(date: DateString): Civil {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (!match) throw new RangeError(`Not a calendar date: ${date}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** Whole days from 1/1/1970 to a calendar date: the usual count over eras of 400 years that begin in March. */
export function dayNumber(date: DateString): number {
  const { year, month, day } = civil(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - DAYS_TO_1970
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: DateString, to: DateString): number {
  return dayNumber(to) - dayNumber(from)
}

const pad = (value: number) => String(value).padStart(2, '0')

/** `18/05/2022` in Vietnamese, `18 May 2022` in English, where the other order would be guessed at. */
export function formatDate(date: DateString, language: Language): string {
  const { year, month, day } = civil(date)
  return language === 'vi' ? `${pad(day)}/${pad(month)}/${year}` : `${day} ${months[month - 1]} ${year}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays: Record<Language, readonly string[]> = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** The date with its day of the week: `Thứ Tư, 18/05/2022`. */
export function formatLongDate(date: DateString, language: Language): string {
  // 1/1/1970 was a Thursday.
  const weekday = weekdays[language][(((dayNumber(date) + 4) % 7) + 7) % 7]
  return `${weekday}, ${formatDate(date, language)}`
}

/** What a date field shows and takes, in either language: `18/05/2022`. */
export function formatDateInput(date: DateString): string {
  return formatDate(date, 'vi')
}

/**
 * Reads what was typed into a date field: day, month, year, split by `/`, `-` or `.`.
 *
 * @returns the calendar date, or null where there is no such day (31/02/2026 is refused, not moved to March)
 */
export function parseDate(text: string): DateString | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text)
  if (!match) return null
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || year < 1) return null
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** An instant as the clock in Vietnam showed it: `16:43, 18/05/2022`. Vietnam has kept UTC+7 since 1975. */
export function formatInstant(instant: Date | string, language: Language): string {
  const there = new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString()
  return `${there.slice(11, 16)}, ${formatDate(there.slice(0, 10), language)}`
}

/** `1.234,5` in Vietnamese, `1,234.5` in English; at most `digits` decimals, rounded half away from zero. */
export function formatNumber(value: number, language: Language, digits = 2): string {
  return numberFormat(language, digits).format(value)
}

/** A share as a percentage, `98,9%` or `98.9%`; 0.99996 is never rounded up to 100 %, nor 0.00004 down to 0. */
export function formatPercent(ratio: number, language: Language, digits = 1): string {
  const step = 10 ** digits
  const exact = ratio * 100 * step
  let rounded = Math.round(exact)
  if (rounded === 100 * step && ratio < 1) rounded -= 1
  if (rounded === 0 && ratio > 0) rounded = 1
  const number = formatNumber(rounded / step, language, digits)
  return `${number}%`
}

const formats = new Map<string, Intl.NumberFormat>()

// Making a number format costs fifty times more than using it.
function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`
  const found = formats.get(key)
  if (found) return found
  // 'vi-VN' itself leaves the dot out of 1.234 in some releases of ICU; 'always' asks for it.
  const made = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: digits,
    useGrouping: 'always',
  })
  formats.set(key, made)
  return made
}

/** Reads a number as it is written in the language: `1.234,5` or `1,234.5`; null where it is not one. */
export function parseNumber(text: string, language: Language): number | null {
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.']
  const trimmed = text.trim().replaceAll(/[\s\u00a0]/g, '')
  const shape = new RegExp(`^-?(\\d{1,3}(\\${group}\\d{3})+|\\d+)(\\${point}\\d+)?$`)
  if (!shape.test(trimmed)) return null
  return Number(trimmed.replaceAll(group, '').replace(point, '.'))
}

/**
 * How a due date stands to today: `còn 12 ngày`, `hôm nay`, `chậm 3 ngày`.
 *
 * @param days from today to the due date; negative once it has passed
 */
export function formatDaysLeft(days: number, language: Language): string {
  const count = formatNumber(Math.abs(days), language, 0)
  if (language === 'vi') {
    if (days === 0) return 'đến hạn hôm nay'
    return days > 0 ? `còn ${count} ngày` : `chậm ${count} ngày`
  }
  const unit = Math.abs(days) === 1 ? 'day' : 'days'
  if (days === 0) return 'due today'
  return days > 0 ? `${count} ${unit} left` : `${count} ${unit} late`
}

/** How far a past or coming date is: `3 ngày trước`, `hôm nay`, `sau 5 ngày`. */
export function formatDaysAway(days: number, language: Language): string {
  const count = formatNumber(Math.abs(days), language, 0)
  if (language === 'vi') {
    if (days === 0) return 'hôm nay'
    return days > 0 ? `sau ${count} ngày` : `${count} ngày trước`
  }
  const unit = Math.abs(days) === 1 ? 'day' : 'days'
  if (days === 0) return 'today'
  return days > 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`
}

/** A file's size in steps of 1,000, as the file manager shows it: `1,2 MB`. */
export function formatSize(sizeBytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = sizeBytes
  let step = 0
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000
    step += 1
  }
  return `${formatNumber(value, language, value < 10 && step > 0 ? 1 : 0)} ${units[step]}`
}

/** The short name of a month, under an axis: `T5` or `May`. */
export function formatMonth(month: number, language: Language): string {
  return language === 'vi' ? `T${month}` : (months[month - 1] ?? '')
}
