import { type OpenPeriod, openWithin } from '../arithmetic/open-periods.ts'
import { closingMinute, instantAt } from '../arithmetic/working-time.ts'
import { dateAt, isOpenWithin, type Tables } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Deadline } from './deadline.ts'
import { measureOf } from './measure.ts'
import { placePauses } from './place-pauses.ts'
import type { DeadlineRequest } from './request.ts'
import { type CountedPause, type End, type Stage, walk } from './walk.ts'

const none: readonly never[] = []
/** Of a limit without pauses and extensions, which most are: nothing is walked for it. */
const plainly = { pauses: none as readonly CountedPause[], left: null }

/** The deadline of a limit that is counted in days. */
export function dayDeadline(calendar: WorkingCalendar, request: DeadlineRequest): Deadline {
  const { tables } = calendar
  const { limit, from, pauses: given = none, extensions = none } = request
  const { unit, ruler, place, moves } = measureOf(tables, request)
  const arrival = place(from)
  const start = arrival.counts
  const first = ruler.end(start, limit, 0)
  const { stages, pauses, left } =
    given.length === 0 && extensions.length === 0
      ? { ...plainly, stages: [{ limit, from: start, end: first, rested: start }] }
      : walk(
          ruler,
          start,
          [limit, ...extensions.map((one) => one.limit)],
          placePauses(given, { from, arrival, place }),
        )
  const { nominal, due } = stages.at(-1)?.end ?? first
  const because = openUnder(calendar, [
    ...(moves ? [{ from: arrival.place, to: arrival.counts }] : none),
    ...stages.map((stage) => (unit === 'working_days' ? counted(stage) : moved(stage.end))),
  ])
  const firstDueAt = endOfDay(tables, first.due, request)
  const shared = {
    receivedOn: dateAt(tables, arrival.place),
    countsFrom: dateAt(tables, arrival.counts),
    firstDueOn: dateAt(tables, first.due),
    firstDueAt,
    pauses,
    provisional: because.length > 0,
    because,
  }
  if (left !== null)
    return {
      ...shared,
      state: 'paused',
      dueOn: null,
      dueAt: null,
      movedFrom: null,
      left: { amount: left, unit },
    }
  return {
    ...shared,
    state: 'running',
    dueOn: dateAt(tables, due),
    dueAt: due === first.due ? firstDueAt : endOfDay(tables, due, request),
    movedFrom: nominal === due ? null : dateAt(tables, nominal),
    left: null,
  }
}

interface Places {
  readonly from: number
  readonly to: number
}

/** Of working days all that were looked at decide; those of a pause at the very end too. */
const counted = ({ from, end, rested }: Stage): Places => ({ from: from + 1, to: Math.max(end.due, rested) })
/** Of calendar days only those across which the end moved. */
const moved = ({ nominal, due }: End): Places => ({ from: nominal, to: due })

/** The open periods under any of the spans, each once. */
function openUnder(calendar: WorkingCalendar, spans: readonly Places[]): readonly OpenPeriod[] {
  if (!spans.some(({ from, to }) => isOpenWithin(calendar.tables, from, to))) return none
  const periods = spans.flatMap(({ from, to }) => openWithin(calendar, from, to))
  return [...new Map(periods.map((one) => [`${one.from} ${one.reason}`, one])).values()]
}

function endOfDay(tables: Tables, place: number, { ends }: DeadlineRequest): number {
  const closes = ends === 'close_of_office' ? closingMinute(tables, place) : null
  return instantAt(tables, place, closes ?? 1440)
}
