import { countBetween } from '../arithmetic/working-days.ts'
import { workedBefore } from '../arithmetic/working-time.ts'
import { placeOfDay } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { dayOfInstant, type Instant, msOf } from '../vietnam-time.ts'

/** What is left until a deadline; negative where it has passed. */
export interface TimeLeft {
  /** Milliseconds by the clock. */
  readonly clockMs: number
  /** Milliseconds of working time. */
  readonly workingMs: number
  /** Working days after the day of the instant up to the day of the deadline: 0 on that day itself. */
  readonly workingDays: number
  readonly isLate: boolean
}

/**
 * The time from an instant to a deadline. A deadline of 24:00 belongs to the day that it ends.
 *
 * @param dueAt milliseconds since 1970 in UTC, as `deadline` gives it
 * @throws WorkdaysError `instant_malformed`, OutOfCalendarError
 */
export function timeLeft(calendar: WorkingCalendar, dueAt: Instant, at: Instant): TimeLeft {
  const { tables } = calendar
  const [due, now] = [msOf(dueAt), msOf(at)]
  const [today, dueDay] = [placeOfDay(tables, dayOfInstant(now)), placeOfDay(tables, dayOfInstant(due - 1))]
  return {
    clockMs: due - now,
    workingMs: workedBefore(tables, due) - workedBefore(tables, now),
    workingDays: countBetween(tables, today, dueDay),
    isLate: now > due,
  }
}
