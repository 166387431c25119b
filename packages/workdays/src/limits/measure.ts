import type { Tables } from '../calendar/tables.ts'
import { clockRuler, instantOf, workingTimeRuler } from './clock-ruler.ts'
import { arrivalOf, calendarDayRuler, workingDayRuler } from './day-ruler.ts'
import { type CountedIn, countedIn } from './limit.ts'
import type { Arrival } from './place-pauses.ts'
import type { DeadlineRequest, Moment } from './request.ts'
import type { Ruler } from './walk.ts'

/** How a limit is counted, and where moments lie for it. */
export interface Measure {
  readonly unit: CountedIn
  readonly ruler: Ruler
  readonly place: (moment: Moment) => Arrival
  /** Whether a receipt on a day off or after closing time counts from the next working day on. */
  readonly moves: boolean
}

export function measureOf(tables: Tables, { limit, receipt }: DeadlineRequest): Measure {
  const unit = countedIn(limit.unit)
  const moves = limit.unit === 'working_days' && receipt !== 'as_received'
  const place = (moment: Moment) => arrivalOf(tables, moment, moves)
  switch (unit) {
    case 'working_days':
      return { unit, moves, place, ruler: workingDayRuler(tables) }
    case 'days':
      return { unit, moves, place, ruler: calendarDayRuler(tables) }
    case 'working_ms':
      return { unit, moves, place: instantOf, ruler: workingTimeRuler(tables) }
    case 'ms':
      return { unit, moves, place: instantOf, ruler: clockRuler }
  }
}
