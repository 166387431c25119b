import type { OpenPeriod } from '../calendar/open-days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import type { PlainDate } from '../plain-date.ts'
import { clockDeadline } from './clock-deadline.ts'
import { dayDeadline } from './day-deadline.ts'
import { type CountedIn, countedIn } from './limit.ts'
import type { DeadlineRequest } from './request.ts'
import type { CountedPause } from './walk.ts'

/** How much of a limit is left, whole. */
export interface Amount {
  readonly amount: number
  readonly unit: CountedIn
}

/** When a limit ends, and what that rests on. */
export interface Deadline {
  readonly state: 'running' | 'paused'
  readonly receivedOn: PlainDate
  /** The day after which counting begins. */
  readonly countsFrom: PlainDate
  /** As it was promised on receipt, without pauses and extensions. */
  readonly firstDueOn: PlainDate
  readonly firstDueAt: number
  /** Null while a pause lasts. */
  readonly dueOn: PlainDate | null
  /** The last instant in time, milliseconds since 1970 in UTC: 24:00 is the beginning of the next day. */
  readonly dueAt: number | null
  /** The day off from which the end has moved, or null. */
  readonly movedFrom: PlainDate | null
  /** While a pause lasts: what was left when it began. */
  readonly left: Amount | null
  /** In the order in which they began. */
  readonly pauses: readonly CountedPause[]
  /** Whether days that are still to be chosen can move the end (tạm tính), and which. */
  readonly provisional: boolean
  readonly because: readonly OpenPeriod[]
}

/**
 * The deadline of a limit of law.
 *
 * @throws WorkdaysError `date_malformed`, `instant_malformed`, `limit_not_positive`, `needs_instant`, `extension_wrong_unit`,
 *   `pause_malformed`, `pause_before_start`, `pause_open_not_last`; OutOfCalendarError where it ends beyond the calendar
 * @see docs/design.md, Limits; Civil Code 2015, art. 147, 148
 */
export function deadline(calendar: WorkingCalendar, request: DeadlineRequest): Deadline {
  const { limit, extensions } = request
  if (!(Number.isSafeInteger(limit.amount) && limit.amount >= 0))
    throw new WorkdaysError('limit_not_positive', { text: String(limit.amount) })
  const unit = countedIn(limit.unit)
  if (extensions !== undefined)
    for (const { limit: more } of extensions)
      if (countedIn(more.unit) !== unit)
        throw new WorkdaysError('extension_wrong_unit', { unit: limit.unit, by: more.unit })
  return unit === 'working_days' || unit === 'days'
    ? dayDeadline(calendar, request)
    : clockDeadline(calendar, request)
}
