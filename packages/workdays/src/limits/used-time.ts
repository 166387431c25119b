import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type CountedIn, countedIn } from './limit.ts'
import { placePauses } from './place-pauses.ts'
import type { DeadlineRequest, Moment, WaitingFor } from './request.ts'
import { receiptMoves, rulers } from './rulers.ts'

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
  const { tables } = calendar
  const { from, limit, pauses = [] } = request
  const unit = countedIn(limit.unit)
  const ruler = rulers[unit]
  const place = (moment: Moment) => ruler.place(tables, moment, receiptMoves(request))
  const arrival = place(from)
  const end = Math.max(arrival.counts, place(until).place)
  const waited: Record<WaitingFor, number> = { citizen: 0, agency: 0 }
  for (const placed of placePauses(pauses, { from, arrival, place }))
    if (placed.from < end)
      waited[placed.pause.waitingFor] += ruler.between(tables, placed.from, Math.min(end, placed.to ?? end))
  const own = ruler.between(tables, arrival.counts, end) - waited.citizen - waited.agency
  return { own, ...waited, unit }
}
