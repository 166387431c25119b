import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import type { Deadline } from './answer.ts'
import { clockDeadline } from './clock-deadline.ts'
import { dayDeadline } from './day-deadline.ts'
import { countedIn } from './limit.ts'
import type { DeadlineRequest } from './request.ts'

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
