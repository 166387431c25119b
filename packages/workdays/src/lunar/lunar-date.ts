import { WorkdaysError } from '../errors.ts'
import { type DayNumber, dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'
import { type LunarMonth, lunarMonthsOf, lunarYearOf, lunarYears } from './lunar-year.ts'

/** A day of the Vietnamese lunar calendar. */
export interface LunarDate {
  readonly year: number
  /** 1 (tháng Giêng) to 12 (tháng Chạp). */
  readonly month: number
  /** 1 to 30. */
  readonly day: number
  /** Of the second month of this number in the year (tháng nhuận). */
  readonly isLeapMonth: boolean
}

/**
 * The lunar day of a date, computed at UTC+7 for all years.
 *
 * @param date calendar date, YYYY-MM-DD
 * @throws WorkdaysError `date_malformed`, or `lunar_out_of_range` where its lunar year is not of 1900 to 2100
 * @see docs/design.md, Lunar calendar
 */
export function lunarDateOf(date: PlainDate): LunarDate {
  const day = dayNumber(date)
  const year = lunarYearOf(day)
  const month = lunarMonthsOf(year).find(({ firstDay, days }) => day >= firstDay && day < firstDay + days)
  if (month === undefined) throw outOfRange()
  return { year, month: month.month, day: day - month.firstDay + 1, isLeapMonth: month.isLeap }
}

/**
 * The date of a lunar day.
 *
 * @returns calendar date, YYYY-MM-DD
 * @throws WorkdaysError `lunar_no_such_day` where the month is shorter or the year has no such leap month,
 *   `lunar_out_of_range` outside 1900 to 2100
 */
export function dateOfLunar(lunar: LunarDate): PlainDate {
  return plainDateOf(dayOfLunar(lunar))
}

export function dayOfLunar({ year, month, day, isLeapMonth }: LunarDate): DayNumber {
  const found = lunarMonthsOf(year).find((one) => one.month === month && one.isLeap === isLeapMonth)
  if (found === undefined || !hasDay(found, day))
    throw new WorkdaysError('lunar_no_such_day', { year, month, day })
  return found.firstDay + day - 1
}

function hasDay({ days }: LunarMonth, day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= days
}

function outOfRange(): WorkdaysError {
  return new WorkdaysError('lunar_out_of_range', lunarYears)
}
