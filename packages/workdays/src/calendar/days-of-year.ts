import { dayNumberOf, type PlainDate, plainDateOf } from '../plain-date.ts'
import type { Certainty, HolidayReason } from '../years/holidays.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { dateOrNull, type MarkedDay } from './year-days.ts'

/** A holiday, a day in lieu, a swapped or make-up day, or an organisation's own day. */
export interface SpecialDay {
  readonly date: PlainDate
  readonly works: boolean
  readonly kind: MarkedDay['kind']
  /** The holiday, or that of which this is in lieu; null of swaps and of an organisation's own days. */
  readonly reason: HolidayReason | null
  /** The day of rest that this is in lieu of, or the other day of a swap where it is known. */
  readonly other: PlainDate | null
  /** How sure it is: read in law or notice, known from second hand or expected of every choice, still to be chosen. */
  readonly certainty: Certainty
  /** What an organisation calls its own day. */
  readonly name: string | null
}

/**
 * All days of a year that are not what their weekday alone would make them, in order, holidays on days of rest among them.
 *
 * @returns empty for a year that the calendar does not have
 */
export function specialDaysOf(calendar: WorkingCalendar, year: number): readonly SpecialDay[] {
  const [first, last] = [dayNumberOf(year, 1, 1), dayNumberOf(year, 12, 31)]
  return [...calendar.marked.values()]
    .filter(({ day }) => day >= first && day <= last)
    .sort((a, b) => a.day - b.day)
    .map(({ day, kind, reason, other, certainty, name }) => ({
      date: plainDateOf(day),
      works: kind === 'make_up' || kind === 'extra_work',
      kind,
      reason,
      other: dateOrNull(other),
      certainty,
      name,
    }))
}
