import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CountedIn } from './limit.ts'
import { measureOf } from './measure.ts'
import { placePauses } from './place-pauses.ts'
import type { DeadlineRequest, Moment, WaitingFor } from './request.ts'

/** Who used how much of the time between receipt and some moment; the three add up to all of it. */
export interface UsedTime {
  readonly own: number
  readonly citizen: number
  readonly agency: number
  readonly unit: CountedIn
}

/**
 * The time that each side used until a moment: the answer, or now.
 *
 * @param until a day or an instant, not before the receipt; of limits in hours an instant
 * @throws WorkdaysError as `deadline` does, OutOfCalendarError
 */
export function usedTime(calendar: WorkingCalendar, request: DeadlineRequest, until: Moment): UsedTime {
  const { from, pauses = [] } = request
  const { unit, ruler, place } = measureOf(calendar.tables, request)
  const arrival = place(from)
  const end = Math.max(arrival.counts, place(until).place)
  const waited: Record<WaitingFor, number> = { citizen: 0, agency: 0 }
  for (const placed of placePauses(pauses, { from, arrival, place }))
    if (placed.from < end)
      waited[placed.pause.waitingFor] += ruler.between(placed.from, Math.min(end, placed.to ?? end))
  const own = ruler.between(arrival.counts, end) - waited.citizen - waited.agency
  return { own, ...waited, unit }
}
