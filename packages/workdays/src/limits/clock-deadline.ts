import { openWithin } from '../arithmetic/open-periods.ts'
import { dateAt, placeOfDay } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { dayOfInstant } from '../vietnam-time.ts'
import type { Deadline } from './answer.ts'
import { countedIn } from './limit.ts'
import { placePauses } from './place-pauses.ts'
import type { DeadlineRequest, Moment } from './request.ts'
import { rulers } from './rulers.ts'
import { walk } from './walk.ts'

/** The deadline of a limit that is counted in hours or minutes: it moves for no day off. */
export function clockDeadline(calendar: WorkingCalendar, request: DeadlineRequest): Deadline {
  const { tables } = calendar
  const { limit, from, pauses = [], extensions = [] } = request
  const unit = countedIn(limit.unit)
  const ruler = rulers[unit]
  const place = (moment: Moment) => ruler.place(tables, moment, false)
  const arrival = place(from)
  const start = arrival.counts
  const firstDueAt = ruler.end(tables, start, limit, 0).due
  const placed = placePauses(pauses, { from, arrival, place })
  const limits = [limit, ...extensions.map((one) => one.limit)]
  const walked = walk({ tables, ruler, start, limits, placed })
  const dueAt = walked.stages.at(-1)?.end.due ?? firstDueAt
  const placeOf = (ms: number) => placeOfDay(tables, dayOfInstant(ms))
  const last = Math.max(dueAt, ...walked.stages.map(({ rested }) => rested))
  // The day of receipt counts too, because its hours do.
  const because = unit === 'working_ms' ? openWithin(calendar, placeOf(arrival.place), placeOf(last)) : []
  const dateOf = (ms: number) => dateAt(tables, placeOf(ms))
  const isPaused = walked.left !== null
  return {
    state: isPaused ? 'paused' : 'running',
    receivedOn: dateOf(arrival.place),
    countsFrom: dateOf(arrival.place),
    firstDueOn: dateOf(firstDueAt),
    firstDueAt,
    dueOn: isPaused ? null : dateOf(dueAt),
    dueAt: isPaused ? null : dueAt,
    movedFrom: null,
    left: walked.left === null ? null : { amount: walked.left, unit },
    pauses: walked.pauses,
    provisional: because.length > 0,
    because,
  }
}
