import { WorkdaysError } from '../errors.ts'
import { plainDateOf } from '../plain-date.ts'
import { clockOf, dayOfInstant, msOf } from '../vietnam-time.ts'
import type { Moment, Pause } from './request.ts'

/** A pause as it is counted: places of days, or milliseconds. */
export interface PlacedPause {
  readonly pause: Pause
  readonly from: number
  /** Null while it lasts. */
  readonly to: number | null
}

/** Where a moment lies, and from where it counts. */
export interface Arrival {
  readonly place: number
  readonly counts: number
}

interface Begun {
  readonly from: Moment
  readonly arrival: Arrival
  readonly place: (moment: Moment) => Arrival
}

/**
 * The pauses in the order in which they began. One that overlaps an earlier one counts from the end of that on.
 *
 * @throws WorkdaysError `pause_malformed`, `pause_before_start`, `pause_open_not_last`
 */
export function placePauses(
  pauses: readonly Pause[],
  { from: start, arrival, place }: Begun,
): readonly PlacedPause[] {
  const placed = pauses
    .map((pause) => ({ pause, from: place(pause.from), to: pause.to === null ? null : place(pause.to) }))
    .sort((a, b) => a.from.place - b.from.place)
  let free = arrival.counts
  return placed.map(({ pause, from, to }, at) => {
    if (from.place < arrival.place)
      throw new WorkdaysError('pause_before_start', { from: told(pause.from), start: told(start) })
    const begins = Math.max(free, from.place)
    if (to === null) {
      if (at !== placed.length - 1) throw new WorkdaysError('pause_open_not_last')
      return { pause, from: begins, to }
    }
    if (to.place < from.place)
      throw new WorkdaysError('pause_malformed', { from: told(pause.from), to: told(pause.to ?? '') })
    free = Math.max(begins, to.counts)
    return { pause, from: begins, to: free }
  })
}

function told(moment: Moment): string {
  if (typeof moment === 'string') return moment
  const ms = msOf(moment)
  return `${plainDateOf(dayOfInstant(ms))} ${clockOf(ms)}`
}
