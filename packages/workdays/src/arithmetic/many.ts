import { isOpenWithin, outOf, placeOfDay } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import { countBetween, placeAfter } from './working-days.ts'

/** Ends of many limits. */
export interface ManyEnds {
  /** Day numbers: days since 1970-01-01. */
  readonly ends: Int32Array
  /** 1 where the end rests on days that are still to be chosen. */
  readonly provisional: Uint8Array
}

/**
 * `addWorkingDays` of many limits at once, without a text or an object for each.
 *
 * @param starts day numbers: days since 1970-01-01, as `dayNumber` gives them
 * @param days as many whole working days; negative ones go back
 * @throws WorkdaysError `lengths_differ`; OutOfCalendarError where any of them leaves the calendar
 */
export function addWorkingDaysToMany(
  calendar: WorkingCalendar,
  starts: Int32Array,
  days: Int32Array,
): ManyEnds {
  checkLengths(starts, days)
  const { tables } = calendar
  const { first, length, nth, before } = tables
  const ends = new Int32Array(starts.length)
  const provisional = new Uint8Array(starts.length)
  for (let at = 0; at < starts.length; at++) {
    const start = (starts[at] as number) - first
    const count = days[at] as number
    if (start < 0 || start >= length) throw outOf(tables)
    // What most limits are; the rest asks `placeAfter`.
    const place =
      count > 0 ? nth[(before[start + 1] as number) + count - 1] : placeAfter(tables, start, count)
    if (place === undefined) throw outOf(tables)
    ends[at] = first + place
    const isOpen =
      place > start ? isOpenWithin(tables, start + 1, place) : isOpenWithin(tables, place, start - 1)
    if (isOpen) provisional[at] = 1
  }
  return { ends, provisional }
}

/**
 * `countWorkingDays` of many pairs at once.
 *
 * @param from day numbers: days since 1970-01-01
 * @param to as many day numbers
 * @throws WorkdaysError `lengths_differ`; OutOfCalendarError where any of them is not of the calendar
 */
export function countWorkingDaysOfMany(
  calendar: WorkingCalendar,
  from: Int32Array,
  to: Int32Array,
): Int32Array {
  checkLengths(from, to)
  const { tables } = calendar
  return from.map((day, at) =>
    countBetween(tables, placeOfDay(tables, day), placeOfDay(tables, to[at] as number)),
  )
}

function checkLengths({ length: starts }: Int32Array, { length: days }: Int32Array): void {
  if (starts !== days) throw new WorkdaysError('lengths_differ', { starts, days })
}
