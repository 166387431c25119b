import type { Tables } from '../calendar/tables.ts'
import type { Limit } from './limit.ts'
import type { Arrival, PlacedPause } from './place-pauses.ts'
import type { Moment, WaitingFor } from './request.ts'

/** The end of a limit before and after it has moved from a day off. */
export interface End {
  readonly nominal: number
  readonly due: number
}

/** How a kind of limit is measured. Positions are days from the calendar's first, or milliseconds. */
export interface Ruler {
  /** Where a moment lies; `moves` where what comes late counts from the next working day on. */
  readonly place: (tables: Tables, moment: Moment, moves: boolean) => Arrival
  /** The end of a limit that begins at `from`, with `held` more of what it is counted in. */
  readonly end: (tables: Tables, from: number, limit: Limit, held: number) => End
  /** How much of what the limit is counted in lies after `from` up to `to`. */
  readonly between: (tables: Tables, from: number, to: number) => number
}

/** What a pause did. One that began after the end held nothing and is not counted. */
export interface CountedPause {
  readonly waitingFor: WaitingFor
  /** Working or calendar days, or milliseconds, as the limit is counted; null while it lasts. */
  readonly held: number | null
  readonly counted: boolean
}

/** A limit, or an extension of it, with what it rests on. */
export interface Stage {
  readonly limit: Limit
  readonly from: number
  readonly end: End
  /** The end of the last pause within it. */
  readonly rested: number
}

interface Walk {
  readonly stages: readonly Stage[]
  readonly pauses: readonly CountedPause[]
  /** What is left while a pause lasts, else null. */
  readonly left: number | null
}

interface Way {
  readonly tables: Tables
  readonly ruler: Ruler
  readonly start: number
  readonly limits: readonly Limit[]
  readonly placed: readonly PlacedPause[]
}

/** From one end to the next: the limit, then its extensions, each with the pauses that begin before it ends. */
export function walk({ tables, ruler, start, limits, placed }: Way): Walk {
  const waiting = [...placed]
  const pauses: CountedPause[] = []
  const stages: Stage[] = []
  let from = start
  let left: number | null = null
  for (const limit of limits) {
    const { stage, openFrom }: Ran = runStage({ tables, ruler, from, limit, waiting, pauses })
    stages.push(stage)
    const begins: number | null = left === null ? openFrom : from
    if (begins !== null) left = (left ?? 0) + Math.max(0, ruler.between(tables, begins, stage.end.nominal))
    from = stage.end.due
  }
  return { stages, pauses: [...pauses, ...waiting.map(uncounted)], left }
}

interface Running {
  readonly tables: Tables
  readonly ruler: Ruler
  readonly from: number
  readonly limit: Limit
  /** Pauses that have not begun; those that begin in this stage are taken away. */
  readonly waiting: PlacedPause[]
  readonly pauses: CountedPause[]
}

interface Ran {
  readonly stage: Stage
  /** Where a pause begins that lasts. */
  readonly openFrom: number | null
}

function runStage({ tables, ruler, from, limit, waiting, pauses }: Running): Ran {
  let [held, rested] = [0, from]
  let end = ruler.end(tables, from, limit, held)
  let openFrom: number | null = null
  for (let next = waiting[0]; next !== undefined && next.from <= end.due; next = waiting[0]) {
    waiting.shift()
    const { waitingFor } = next.pause
    if (next.to === null) {
      pauses.push({ waitingFor, held: null, counted: true })
      openFrom = next.from
      break
    }
    const share = ruler.between(tables, next.from, next.to)
    pauses.push({ waitingFor, held: share, counted: true })
    held += share
    rested = Math.max(rested, next.to)
    end = ruler.end(tables, from, limit, held)
  }
  return { stage: { limit, from, end, rested }, openFrom }
}

function uncounted({ pause }: PlacedPause): CountedPause {
  return { waitingFor: pause.waitingFor, held: pause.to === null ? null : 0, counted: false }
}
