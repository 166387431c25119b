import { addWorkingMs, workedBefore } from '../arithmetic/working-time.ts'
import type { Tables } from '../calendar/tables.ts'
import { WorkdaysError } from '../errors.ts'
import { msOf } from '../vietnam-time.ts'
import { limitMs } from './limit.ts'
import type { Arrival } from './place-pauses.ts'
import type { Moment } from './request.ts'
import type { Ruler } from './walk.ts'

/** @throws WorkdaysError `needs_instant` for a date without a time */
export function instantOf(moment: Moment): Arrival {
  if (typeof moment === 'string') throw new WorkdaysError('needs_instant', { date: moment })
  const ms = msOf(moment)
  return { place: ms, counts: ms }
}

/** Working hours and minutes. */
export function workingTimeRuler(tables: Tables): Ruler {
  return {
    end: (from, limit, held) => unmoved(addWorkingMs(tables, from, limitMs(limit) + held)),
    between: (from, to) => workedBefore(tables, to) - workedBefore(tables, from),
  }
}

/** Hours and minutes by the clock. */
export const clockRuler: Ruler = {
  end: (from, limit, held) => unmoved(from + limitMs(limit) + held),
  between: (from, to) => to - from,
}

const unmoved = (ms: number) => ({ nominal: ms, due: ms })
