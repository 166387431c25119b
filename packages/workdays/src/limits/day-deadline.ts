import { openWithin } from '../arithmetic/open-periods.ts'
import { closingMinute, instantAt } from '../arithmetic/working-time.ts'
import type { OpenPeriod } from '../calendar/open-days.ts'
import { dateAt, type Tables } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Deadline } from './answer.ts'
import { countedIn } from './limit.ts'
import { type Arrival, placePauses } from './place-pauses.ts'
import type { DeadlineRequest, Moment } from './request.ts'
import { receiptMoves, rulers } from './rulers.ts'
import { type CountedPause, type End, type Stage, walk } from './walk.ts'

const none: readonly never[] = []

/** The deadline of a limit that is counted in days. */
export function dayDeadline(calendar: WorkingCalendar, request: DeadlineRequest): Deadline {
  const { tables } = calendar
  const { limit, pauses = none, extensions = none } = request
  const unit = countedIn(limit.unit)
  const arrival = rulers[unit].place(tables, request.from, receiptMoves(request))
  const first = rulers[unit].end(tables, arrival.counts, limit, 0)
  const isPlain = pauses.length === 0 && extensions.length === 0
  const { end, because, left, counted } = isPlain
    ? plainCourse(calendar, request, arrival, first)
    : walkedCourse(calendar, request, arrival)
  const firstDueAt = endOfDay(tables, first.due, request)
  const isPaused = left !== null
  const dueAt = end.due === first.due ? firstDueAt : endOfDay(tables, end.due, request)
  return {
    state: isPaused ? 'paused' : 'running',
    receivedOn: dateAt(tables, arrival.place),
    countsFrom: dateAt(tables, arrival.counts),
    firstDueOn: dateAt(tables, first.due),
    firstDueAt,
    dueOn: isPaused ? null : dateAt(tables, end.due),
    dueAt: isPaused ? null : dueAt,
    movedFrom: isPaused || end.nominal === end.due ? null : dateAt(tables, end.nominal),
    left: isPaused ? { amount: left, unit } : null,
    pauses: counted,
    provisional: because.length > 0,
    because,
  }
}

/** How a limit came to its end, and what that rests on. */
interface Course {
  readonly end: End
  readonly because: readonly OpenPeriod[]
  readonly left: number | null
  readonly counted: readonly CountedPause[]
}

/** Without pauses and extensions, which most limits are: nothing is walked for it. */
function plainCourse(
  calendar: WorkingCalendar,
  request: DeadlineRequest,
  arrival: Arrival,
  end: End,
): Course {
  // Of working days all that were looked at decide, those of the receipt among them; of others those across which it moved.
  const from =
    countedIn(request.limit.unit) === 'days'
      ? end.nominal
      : receiptMoves(request)
        ? arrival.place
        : arrival.counts + 1
  return { end, because: openWithin(calendar, from, end.due), left: null, counted: none }
}

function walkedCourse(calendar: WorkingCalendar, request: DeadlineRequest, arrival: Arrival): Course {
  const { tables } = calendar
  const { from, limit, pauses = none, extensions = none } = request
  const ruler = rulers[countedIn(limit.unit)]
  const moves = receiptMoves(request)
  const place = (moment: Moment) => ruler.place(tables, moment, moves)
  const walked = walk({
    tables,
    ruler,
    start: arrival.counts,
    limits: [limit, ...extensions.map((one) => one.limit)],
    placed: placePauses(pauses, { from, arrival, place }),
  })
  const periods = [
    ...(moves ? openWithin(calendar, arrival.place, arrival.counts) : none),
    ...walked.stages.flatMap((stage) => openUnder(calendar, stage)),
  ]
  const end = walked.stages.at(-1)?.end ?? { nominal: arrival.counts, due: arrival.counts }
  return { end, because: [...new Set(periods)], left: walked.left, counted: walked.pauses }
}

/** The end of a pause counts too: on how many of its days were worked the end rests as well. */
function openUnder(calendar: WorkingCalendar, { limit, from, end, rested }: Stage): readonly OpenPeriod[] {
  if (countedIn(limit.unit) === 'days') return openWithin(calendar, end.nominal, end.due)
  return openWithin(calendar, from + 1, Math.max(end.due, rested))
}

function endOfDay(tables: Tables, place: number, { ends }: DeadlineRequest): number {
  const closes = ends === 'close_of_office' ? closingMinute(tables, place) : null
  return instantAt(tables, place, closes ?? 1440)
}
