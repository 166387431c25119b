import { type RawBuilder, sql } from 'kysely'
import type { PromisePart, Signal, Standing, WorkFilter } from './filter.ts'
import {
  promiseCondition,
  signalCondition,
  standingCondition,
  standingStates,
  type WorkScope,
} from './filter-sql.ts'
import { percentOf } from './rules/decimal.ts'
import type { WorkState } from './rules/states.ts'

/** A number and the filter that lists exactly the works it counts. */
export interface Figure {
  readonly count: number
  readonly filter: WorkFilter
}

/** A share of what fell due; `percent` is null where nothing did ("không phát sinh", design 8.15). */
export interface RatioFigure {
  readonly numerator: Figure
  readonly denominator: Figure
  readonly percent: string | null
}

/** The figures of an overview, or of one row of a breakdown. */
export interface Tally {
  readonly registered: Figure
  readonly notAssignedYet: Figure
  readonly assigned: Figure
  readonly inForce: Figure
  readonly onCourse: Figure
  /** In force with a signal, or suspended; neither this nor `onCourse`: of which the register knows too little. */
  readonly attention: Figure
  readonly atRisk: Figure
  readonly late: Figure
  readonly silent: Figure
  readonly stale: Figure
  readonly finished: Figure
  /** Promises that were not kept: works done after their date, and works that are in force still. */
  readonly doneLate: Figure
  readonly stillOpen: Figure
  /** Promises kept, of those due by the date that holds now. */
  readonly kept: RatioFigure
  /** The same by the date that was promised first. */
  readonly firstKept: RatioFigure
}

type Narrowing = Partial<Pick<WorkFilter, 'standing' | 'signal' | 'promise'>>

/** What is counted of a work besides its state: each bit is the very condition that the filter of the figure sets. */
const bits = [
  { standing: 'finished' },
  { signal: 'on_course' },
  { signal: 'attention' },
  { signal: 'at_risk' },
  { signal: 'late' },
  { signal: 'silent' },
  { signal: 'stale' },
  { promise: 'due' },
  { promise: 'kept' },
  { promise: 'first_due' },
  { promise: 'first_kept' },
] as const satisfies readonly Narrowing[]

type Bit = { standing: Standing } | { signal: Signal } | { promise: PromisePart }

function conditionOf(scope: WorkScope, bit: Bit): RawBuilder<boolean> {
  if ('standing' in bit) return standingCondition(scope, bit.standing)
  return 'signal' in bit ? signalCondition(scope, bit.signal) : promiseCondition(scope, bit.promise)
}

/** All bits of a work as one number, so that rows group by a single column. */
export function marksOf(scope: WorkScope): RawBuilder<number> {
  const parts = bits.map(
    (bit, index) => sql`case when ${conditionOf(scope, bit)} then ${sql.lit(1 << index)} else 0 end`,
  )
  return sql<number>`(${sql.join(parts, sql` + `)})`
}

/** Works that are alike in all that is counted. */
export interface Counted {
  readonly state: WorkState
  readonly marks: number
  readonly count: number
}

const has = (name: keyof Narrowing, value: string) => {
  const index = bits.findIndex((bit) => (bit as Record<string, string>)[name] === value)
  return ({ marks }: Counted) => (marks & (1 << index)) !== 0
}

const isFinished = has('standing', 'finished')
const isDue = has('promise', 'due')
const isKept = has('promise', 'kept')
const isBroken = (row: Counted) => isDue(row) && !isKept(row)
const isLate = has('signal', 'late')
const isSilent = has('signal', 'silent')

/** Whether the owner owes something on the day: the work itself, or a word about it. */
export const isOwed = (row: Counted): boolean => isLate(row) || isSilent(row)

const sum = (rows: readonly Counted[], counts: (row: Counted) => boolean) =>
  rows.reduce((total, row) => (counts(row) ? total + row.count : total), 0)

/** The figures of some works, each with the filter that narrows `filter` to what it counts. */
export function tallyOf(rows: readonly Counted[], filter: WorkFilter): Tally {
  const figure = (narrowing: Narrowing, counts: (row: Counted) => boolean): Figure =>
    figureOf(sum(rows, counts), filter, narrowing)
  const standing = (name: Standing) =>
    figure({ standing: name }, ({ state }) => standingStates[name].includes(state))
  const signal = (name: Signal) => figure({ signal: name }, has('signal', name))
  const promise = (name: PromisePart) => figure({ promise: name }, has('promise', name))
  return {
    registered: standing('registered'),
    notAssignedYet: standing('not_assigned_yet'),
    assigned: standing('assigned'),
    inForce: standing('in_force'),
    onCourse: signal('on_course'),
    attention: signal('attention'),
    atRisk: signal('at_risk'),
    late: signal('late'),
    silent: signal('silent'),
    stale: signal('stale'),
    finished: figure({ standing: 'finished' }, has('standing', 'finished')),
    doneLate: figure({ promise: 'broken', standing: 'finished' }, (row) => isBroken(row) && isFinished(row)),
    stillOpen: figure(
      { promise: 'broken', standing: 'in_force' },
      (row) => isBroken(row) && standingStates.in_force.includes(row.state),
    ),
    kept: ratio(promise('kept'), promise('due')),
    firstKept: ratio(promise('first_kept'), promise('first_due')),
  }
}

/**
 * A figure with the filter that lists what it counts. Where the page's own filter says already what the figure would
 * narrow it to, the two can only be the same or exclude each other: a page that counts takes that part out first.
 */
function figureOf(count: number, filter: WorkFilter, narrowing: Narrowing): Figure {
  return { count, filter: { ...filter, ...narrowing } }
}

function ratio(numerator: Figure, denominator: Figure): RatioFigure {
  const share = { numerator: numerator.count, denominator: denominator.count }
  return { numerator, denominator, percent: percentOf(share) }
}

/** A filter without what the figures themselves say, so that each can say it. */
export function countedFilter(filter: WorkFilter): WorkFilter {
  return { ...filter, states: [], standing: null, signal: null, promise: null, reporting: null, from: null }
}
