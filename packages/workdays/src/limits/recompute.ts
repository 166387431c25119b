import { dateAt, isWorkedAt, placeOfDay } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Deadline } from './answer.ts'
import { deadline } from './deadline.ts'
import type { DeadlineRequest } from './request.ts'

/** A deadline as it was stored. */
export interface StoredDeadline<Id> {
  readonly id: Id
  readonly request: DeadlineRequest
  readonly dueAt: number | null
  readonly provisional: boolean
}

/** A stored deadline that another calendar answers otherwise. */
export interface ChangedDeadline<Id> {
  readonly id: Id
  readonly before: number | null
  readonly now: Deadline
  /** Whether the end itself is another; else it has only become settled, or open. */
  readonly hasMoved: boolean
}

/**
 * Which stored deadlines a calendar answers otherwise: to be asked when a year is announced, or an organisation closes for a
 * storm.
 *
 * @throws WorkdaysError as `deadline` does
 */
export function changedDeadlines<Id>(
  calendar: WorkingCalendar,
  stored: Iterable<StoredDeadline<Id>>,
): readonly ChangedDeadline<Id>[] {
  const changed: ChangedDeadline<Id>[] = []
  for (const { id, request, dueAt, provisional } of stored) {
    const now = deadline(calendar, request)
    const hasMoved = now.dueAt !== dueAt
    if (hasMoved || now.provisional !== provisional) changed.push({ id, before: dueAt, now, hasMoved })
  }
  return changed
}

/** A day that one calendar works and another does not. */
export interface ChangedDay {
  readonly date: PlainDate
  /** Whether it is worked in the second. */
  readonly works: boolean
}

/** The days, of those that both calendars know, that are worked in one of them alone. */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar): readonly ChangedDay[] {
  const [one, other] = [before.tables, after.tables]
  const first = Math.max(one.first, other.first)
  const length = Math.max(0, Math.min(one.first + one.length, other.first + other.length) - first)
  return Array.from({ length }, (_, at) => first + at).flatMap((day) => {
    const place = placeOfDay(other, day)
    const works = isWorkedAt(other, place)
    if (works === isWorkedAt(one, placeOfDay(one, day))) return []
    return [{ date: dateAt(other, place), works }]
  })
}
