import { addWorkingMs, workedBefore } from '../arithmetic/working-time.ts'
import type { Tables } from '../calendar/tables.ts'
import { WorkdaysError } from '../errors.ts'
import { msOf } from '../vietnam-time.ts'
import { limitMs } from './limit.ts'
import type { Arrival } from './place-pauses.ts'
import type { Moment } from './request.ts'
import type { End, Ruler } from './walk.ts'

/** Working hours and minutes. */
export const workingTimeRuler: Ruler = {
  place: instantOf,
  end: (tables, from, limit, held) => unmoved(addWorkingMs(tables, from, limitMs(limit) + held)),
  between: (tables, from, to) => workedBefore(tables, to) - workedBefore(tables, from),
}

/** Hours and minutes by the clock. */
export const clockRuler: Ruler = {
  place: instantOf,
  end: (_, from, limit, held) => unmoved(from + limitMs(limit) + held),
  between: (_, from, to) => to - from,
}

/** @throws WorkdaysError `needs_instant` for a date without a time */
function instantOf(_: Tables, moment: Moment): Arrival {
  if (typeof moment === 'string') throw new WorkdaysError('needs_instant', { date: moment })
  const ms = msOf(moment)
  return { place: ms, counts: ms }
}

function unmoved(ms: number): End {
  return { nominal: ms, due: ms }
}
