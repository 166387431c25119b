import {
  type DayPredicate,
  type DayView,
  holds,
  promisePredicates,
  signalPredicates,
  standingPredicates,
} from '../filter/day-predicates.ts'
import type { WorkFilter } from '../filter/filter.ts'
import { percentOf } from '../rules/decimal.ts'
import type { WorkState } from '../rules/states.ts'

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
  /** Assigned, and none of finished, on course and attention: those four are all that was assigned. */
  readonly otherwise: Figure
  /** The promises that fell due and are not kept, parted in three: together with those kept they are all that fell due. */
  readonly awaiting: Figure
  readonly doneLate: Figure
  readonly missed: Figure
  /** Promises kept, of those due by the date that holds now. */
  readonly kept: RatioFigure
  /** The same by the date that was promised first. */
  readonly firstKept: RatioFigure
}

type Narrowing = Partial<Pick<WorkFilter, 'standing' | 'signal' | 'promise'>>

/** Works that are alike in all that is counted. */
export interface Counted extends DayView {
  readonly count: number
}

/** Whether the owner owes something on the day: the work itself, or a word about it. */
export const isOwed = (row: Counted): boolean =>
  holds(signalPredicates.late, row) || holds(signalPredicates.silent, row)

type FigureName = Exclude<keyof Tally, 'kept' | 'firstKept'> | 'kept' | 'due' | 'firstKept' | 'firstDue'

/** What each figure narrows the filter of its page to. */
const narrowings = {
  registered: { standing: 'registered' },
  notAssignedYet: { standing: 'not_assigned_yet' },
  assigned: { standing: 'assigned' },
  inForce: { standing: 'in_force' },
  onCourse: { signal: 'on_course' },
  attention: { signal: 'attention' },
  atRisk: { signal: 'at_risk' },
  late: { signal: 'late' },
  silent: { signal: 'silent' },
  stale: { signal: 'stale' },
  finished: { standing: 'finished' },
  otherwise: { standing: 'otherwise' },
  awaiting: { promise: 'awaiting' },
  doneLate: { promise: 'done_late' },
  missed: { promise: 'missed' },
  kept: { promise: 'kept' },
  due: { promise: 'due' },
  firstKept: { promise: 'first_kept' },
  firstDue: { promise: 'first_due' },
} as const satisfies Record<FigureName, Narrowing>

const figureNames = Object.keys(narrowings) as readonly FigureName[]

/** The predicates of a narrowing: the very ones that the list of that filter is made with. */
function predicatesOf({ standing, signal, promise }: Narrowing): readonly DayPredicate[] {
  return [
    ...(standing == null ? [] : [standingPredicates[standing]]),
    ...(signal == null ? [] : [signalPredicates[signal]]),
    ...(promise == null ? [] : [promisePredicates[promise]]),
  ]
}

const predicates = figureNames.map((name) => predicatesOf(narrowings[name]))

// Some hundred kinds of works make up all the works there are; which figures count each is found out once.
const countedIn = new Map<WorkState, Map<number, readonly number[]>>()

/** The places of the figures that count such a work. */
function figuresOf({ state, facts }: DayView): readonly number[] {
  const ofState = countedIn.get(state) ?? new Map<number, readonly number[]>()
  countedIn.set(state, ofState)
  const found =
    ofState.get(facts) ??
    predicates.flatMap((parts, index) =>
      parts.every((part) => holds(part, { state, facts })) ? [index] : [],
    )
  ofState.set(facts, found)
  return found
}

/** An overview has some thousand figures, of which few are shown: what each leads to is put together when it is asked for. */
class NarrowedFigure implements Figure {
  readonly count: number
  readonly #within: WorkFilter
  readonly #narrowing: Narrowing

  constructor(count: number, within: WorkFilter, narrowing: Narrowing) {
    this.count = count
    this.#within = within
    this.#narrowing = narrowing
  }

  get filter(): WorkFilter {
    return { ...this.#within, ...this.#narrowing }
  }
}

/** The figures of some works, each with the filter that narrows `filter` to what it counts. */
export function tallyOf(rows: readonly Counted[], filter: WorkFilter): Tally {
  const counts = figureNames.map(() => 0)
  for (const row of rows) for (const index of figuresOf(row)) counts[index] = (counts[index] ?? 0) + row.count
  const figure = (name: FigureName): Figure =>
    new NarrowedFigure(counts[figureNames.indexOf(name)] ?? 0, filter, narrowings[name])
  return {
    registered: figure('registered'),
    notAssignedYet: figure('notAssignedYet'),
    assigned: figure('assigned'),
    inForce: figure('inForce'),
    onCourse: figure('onCourse'),
    attention: figure('attention'),
    atRisk: figure('atRisk'),
    late: figure('late'),
    silent: figure('silent'),
    stale: figure('stale'),
    finished: figure('finished'),
    otherwise: figure('otherwise'),
    awaiting: figure('awaiting'),
    doneLate: figure('doneLate'),
    missed: figure('missed'),
    kept: ratio(figure('kept'), figure('due')),
    firstKept: ratio(figure('firstKept'), figure('firstDue')),
  }
}

function ratio(numerator: Figure, denominator: Figure): RatioFigure {
  const share = { numerator: numerator.count, denominator: denominator.count }
  return { numerator, denominator, percent: percentOf(share) }
}

/**
 * A filter without what the figures themselves say, so that each can say it: a figure of late works within a list of late
 * works could not lead to a list of its own.
 */
export function countedFilter(filter: WorkFilter): WorkFilter {
  return { ...filter, states: [], standing: null, signal: null, promise: null, reporting: null, from: null }
}
