import type { OpenPeriod } from '../calendar/open-days.ts'
import { isOpenWithin, placeOf } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { PlainDate } from '../plain-date.ts'

/**
 * The open periods that lie between two dates: what a count from one to the other, or a limit that begins on `start` and
 * ends on `end`, rests on. `start` itself is not part of it. Empty where nothing that is still to be chosen can move the
 * result.
 *
 * @param start calendar date, YYYY-MM-DD
 * @param end calendar date, YYYY-MM-DD; before `start` where one counts back
 * @throws OutOfCalendarError
 */
export function openPeriods(
  calendar: WorkingCalendar,
  start: PlainDate,
  end: PlainDate,
): readonly OpenPeriod[] {
  const [from, to] = [placeOf(calendar.tables, start), placeOf(calendar.tables, end)]
  return to >= from ? openWithin(calendar, from + 1, to) : openWithin(calendar, to, from - 1)
}

/** Those with a day among the places from `from` to `to`, both included. */
export function openWithin(calendar: WorkingCalendar, from: number, to: number): readonly OpenPeriod[] {
  const { tables, open } = calendar
  return isOpenWithin(tables, from, to) ? open.slice(tables.openOver[from], tables.openBegun[to + 1]) : none
}

const none: readonly OpenPeriod[] = []
