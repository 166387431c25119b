import { dateAt, isWorkedAt, outOf, placeOf, type Tables } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import type { PlainDate } from '../plain-date.ts'

/**
 * The last day of a limit of `days` working days that begins on `start`; `start` is not counted. Going back, the
 * first of so many working days that lie before `start`. Whether it may still change, `deadline` and `openPeriods` tell.
 *
 * @param start calendar date in Vietnam, YYYY-MM-DD, worked or not
 * @param days whole working days; negative goes back; 0 is `start` itself
 * @returns calendar date, YYYY-MM-DD
 * @throws OutOfCalendarError where the limit runs past the last date the calendar knows, or before the first
 * @see docs/design.md, Tables; Civil Code 2015, art. 147(2), 148
 */
export function addWorkingDays(calendar: WorkingCalendar, start: PlainDate, days: number): PlainDate {
  const { tables } = calendar
  return dateAt(tables, placeAfter(tables, placeOf(tables, start), days))
}

/** @throws WorkdaysError `days_not_whole`, OutOfCalendarError */
export function placeAfter(tables: Tables, start: number, days: number): number {
  if (!Number.isSafeInteger(days)) throw new WorkdaysError('days_not_whole', { days: String(days) })
  if (days === 0) return start
  const { before, nth } = tables
  const rank = days > 0 ? (before[start + 1] ?? 0) + days - 1 : (before[start] ?? 0) + days
  const place = rank < 0 ? undefined : nth[rank]
  if (place === undefined) throw outOf(tables)
  return place
}

/**
 * The working days after `from` up to and with `to`; where `to` lies before `from`, minus those from `to` up to but
 * without `from`. So `countWorkingDays(c, start, addWorkingDays(c, start, days))` is `days`.
 *
 * @param from calendar date, YYYY-MM-DD, not counted
 * @param to calendar date, YYYY-MM-DD
 * @throws OutOfCalendarError where one of them is not of the calendar
 */
export function countWorkingDays(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  const { tables } = calendar
  return countBetween(tables, placeOf(tables, from), placeOf(tables, to))
}

export function countBetween({ before }: Tables, from: number, to: number): number {
  const step = to >= from ? 1 : 0
  return (before[to + step] ?? 0) - (before[from + step] ?? 0)
}

/** Whether a date is a working day. @throws OutOfCalendarError */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return isWorkedAt(calendar.tables, placeOf(calendar.tables, date))
}

/** The date itself where it is worked, else the next that is. @throws OutOfCalendarError */
export function workingDayFrom(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  const { tables } = calendar
  return dateAt(tables, workedPlaceFrom(tables, placeOf(tables, date)))
}

/** The place itself where it is worked, else the next that is. @throws OutOfCalendarError */
export function workedPlaceFrom(tables: Tables, place: number): number {
  return isWorkedAt(tables, place) ? place : placeAfter(tables, place, 1)
}
