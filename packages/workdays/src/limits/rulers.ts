import { clockRuler, workingTimeRuler } from './clock-ruler.ts'
import { calendarDayRuler, workingDayRuler } from './day-ruler.ts'
import type { CountedIn } from './limit.ts'
import type { DeadlineRequest } from './request.ts'
import type { Ruler } from './walk.ts'

export const rulers: Readonly<Record<CountedIn, Ruler>> = {
  working_days: workingDayRuler,
  days: calendarDayRuler,
  working_ms: workingTimeRuler,
  ms: clockRuler,
}

/** Whether a receipt on a day off or after closing time counts from the next working day on. */
export function receiptMoves({ limit, receipt }: DeadlineRequest): boolean {
  return limit.unit === 'working_days' && receipt !== 'as_received'
}
