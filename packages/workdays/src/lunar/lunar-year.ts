import { WorkdaysError } from '../errors.ts'
import { civilOf, type DayNumber, dayNumberOf } from '../plain-date.ts'
import { dayOfInstant, startOfDay } from '../vietnam-time.ts'
import { lunationNear, newMoonAt } from './new-moon.ts'
import { sunLongitude } from './sun.ts'

/** The lunar years that are computed; their days reach into the next solar year. */
export const lunarYears = { first: 1900, last: 2100 } as const

export interface LunarMonth {
  readonly month: number
  readonly isLeap: boolean
  readonly firstDay: DayNumber
  /** 29 or 30. */
  readonly days: number
}

/**
 * The 12 or 13 months of a lunar year, from the first (tháng Giêng) to the last (tháng Chạp).
 *
 * @throws WorkdaysError `lunar_out_of_range` outside 1900 to 2100
 */
export function lunarMonthsOf(year: number): readonly LunarMonth[] {
  const { first, last } = lunarYears
  if (!(Number.isInteger(year) && year >= first && year <= last))
    throw new WorkdaysError('lunar_out_of_range', { first, last })
  const months = computed.get(year) ?? computeMonths(year)
  computed.set(year, months)
  return months
}

/** What the sky says of a year never changes, and a calendar asks for it often; there are 201 of them at most. */
const computed = new Map<number, readonly LunarMonth[]>()

function computeMonths(year: number): readonly LunarMonth[] {
  const months = [...monthsFromEleventh(year - 1), ...monthsFromEleventh(year)]
  const begin = months.findIndex(({ month, isLeap }) => month === 1 && !isLeap)
  const end = months.findIndex(({ month, isLeap }, at) => at > begin + 11 && month === 1 && !isLeap)
  return months.slice(begin, end)
}

/** The months from the eleventh of a lunar year, which holds the winter solstice, to the next one's tenth. */
function monthsFromEleventh(year: number): readonly LunarMonth[] {
  const first = eleventhMonth(year)
  const count = eleventhMonth(year + 1) - first
  const starts = Array.from({ length: count + 1 }, (_, at) => monthStart(first + at))
  const leap = count === 13 ? leapMonthOf(starts) : -1
  return Array.from({ length: count }, (_, at) => {
    const number = 11 + at - (leap >= 0 && at >= leap ? 1 : 0)
    const [firstDay = 0, next = 0] = starts.slice(at)
    return { month: ((number - 1) % 12) + 1, isLeap: at === leap, firstDay, days: next - firstDay }
  })
}

/** Of 13 months the first within which the sun reaches no multiple of 30 degrees. */
function leapMonthOf(starts: readonly DayNumber[]): number {
  const terms = starts.map(termAt)
  return terms.findIndex((term, at) => at > 0 && term === terms[at + 1])
}

/** The lunation whose month holds the winter solstice of a solar year. */
function eleventhMonth(year: number): number {
  const solstice = solsticeDay(year)
  const near = lunationNear(solstice)
  for (const lunation of [near + 1, near, near - 1]) if (monthStart(lunation) <= solstice) return lunation
  return near - 2
}

const winterSolstice = 9

/** The solstice falls on 21 to 23 December. */
function solsticeDay(year: number): DayNumber {
  let day = dayNumberOf(year, 12, 20)
  while (termAt(day + 1) < winterSolstice) day += 1
  return day
}

/** The day in Vietnam on which a new moon falls. */
function monthStart(lunation: number): DayNumber {
  return dayOfInstant(newMoonAt(lunation))
}

/** Which twelfth of its way the sun is in when a day begins; 0 begins at the spring equinox, 9 at the winter solstice. */
function termAt(day: DayNumber): number {
  return Math.floor(sunLongitude(startOfDay(day)) / 30)
}

/** The lunar year in which a day lies. */
export function lunarYearOf(day: DayNumber): number {
  const { year } = civilOf(day)
  if (year > lunarYears.last) return year - 1
  return day < firstDayOf(year) ? year - 1 : year
}

/** The first day of the lunar year (mùng 1 Tết). */
export function firstDayOf(year: number): DayNumber {
  return lunarMonthsOf(year)[0]?.firstDay ?? Number.NaN
}
