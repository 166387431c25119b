import { isInForce, type WorkState, wasAssigned, workStates } from '../rules/states.ts'
import type { PromisePart, SignalFilter, Standing } from './filter.ts'

/**
 * What a day says of a work, next to its state: found once by SQL (`filter-sql.ts`), and all that the predicates look at.
 * The dates of due and acceptance may be kept to a period.
 */
export const dayFacts = [
  'late',
  'at_risk',
  'silent',
  'stale',
  /** A decision here has assigned it by the day: of other works the register knows only what a paper states. */
  'assigned',
  'accepted',
  'accepted_in_period',
  'due',
  'first_due',
  /** The due date, or the one promised first, lies before the day: on its last day a promise is not broken. */
  'overdue',
  'first_overdue',
  /** The work was done on or before its due date, or the one promised first. */
  'in_time',
  'first_in_time',
] as const
export type DayFact = (typeof dayFacts)[number]

/**
 * A predicate over the state and the facts of a work on a day. It is written once, compiled to SQL for lists and evaluated
 * for figures, so that a figure and the list behind it cannot disagree (design 8.3).
 */
export type DayPredicate =
  | { readonly kind: 'state'; readonly states: readonly WorkState[] }
  | { readonly kind: 'fact'; readonly fact: DayFact }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly DayPredicate[] }
  | { readonly kind: 'not'; readonly part: DayPredicate }

const inStates = (...states: readonly WorkState[]): DayPredicate => ({ kind: 'state', states })
const fact = (name: DayFact): DayPredicate => ({ kind: 'fact', fact: name })
const all = (...parts: readonly DayPredicate[]): DayPredicate => ({ kind: 'all', parts })
const any = (...parts: readonly DayPredicate[]): DayPredicate => ({ kind: 'any', parts })
const not = (part: DayPredicate): DayPredicate => ({ kind: 'not', part })

/** A work on a day: its state, and one bit for each fact in the order of `dayFacts`. */
export interface DayView {
  readonly state: WorkState
  readonly facts: number
}

/** The bit of a fact. */
export const bitOf = (name: DayFact): number => 1 << dayFacts.indexOf(name)

/** Whether it holds for a work on its day. */
export function holds(predicate: DayPredicate, view: DayView): boolean {
  switch (predicate.kind) {
    case 'state':
      return predicate.states.includes(view.state)
    case 'fact':
      return (view.facts & bitOf(predicate.fact)) !== 0
    case 'all':
      return predicate.parts.every((part) => holds(part, view))
    case 'any':
      return predicate.parts.some((part) => holds(part, view))
    case 'not':
      return !holds(predicate.part, view)
  }
}

const statesWhere = (is: (state: WorkState) => boolean) => inStates(...workStates.filter(is))

const assigned = statesWhere(wasAssigned)
// What was evaluated after its acceptance stays finished.
const finished = all(inStates('completed', 'evaluated', 'closed'), fact('accepted'))

const signalled = any(fact('late'), fact('at_risk'), fact('silent'), fact('stale'))

export const signalPredicates: Readonly<Record<SignalFilter, DayPredicate>> = {
  late: fact('late'),
  at_risk: fact('at_risk'),
  silent: fact('silent'),
  stale: fact('stale'),
  // A suspended work is not on its way, a silent one is never taken to be (spec/programme.md, 3.5), and of a work that no
  // decision here assigned nobody knows.
  on_course: all(
    statesWhere((state) => isInForce(state) && state !== 'suspended'),
    fact('assigned'),
    not(signalled),
  ),
  attention: all(statesWhere(isInForce), any(inStates('suspended'), signalled)),
}

export const standingPredicates: Readonly<Record<Standing, DayPredicate>> = {
  registered: statesWhere((state) => state !== 'draft' && state !== 'withdrawn'),
  not_assigned_yet: inStates('submitted', 'appraising', 'returned', 'approved'),
  assigned,
  in_force: statesWhere(isInForce),
  finished,
  // Ended by decision, or of which the register knows too little: with the three others all that was assigned.
  otherwise: all(assigned, not(finished), not(signalPredicates.on_course), not(signalPredicates.attention)),
}

// What a decision ended is no broken promise (spec/programme.md, 3.6).
const counted = statesWhere((state) => wasAssigned(state) && state !== 'terminated')
const inTime = all(finished, fact('in_time'))
const firstInTime = all(finished, fact('first_in_time'))
const due = all(counted, fact('assigned'), fact('due'), any(fact('overdue'), inTime))
const firstDue = all(counted, fact('assigned'), fact('first_due'), any(fact('first_overdue'), firstInTime))
// A completion that is being judged is late only where it reports a day after the due date.
const awaiting = all(due, inStates('completion_reported'), not(fact('late')))
const accepted = all(finished, fact('accepted_in_period'))

/** Kept, broken or just due: design 8.15, and the rules of `rules/promise.ts`. */
export const promisePredicates: Readonly<Record<PromisePart, DayPredicate>> = {
  due,
  kept: all(due, inTime),
  awaiting,
  done_late: all(due, finished, not(inTime)),
  missed: all(due, not(finished), not(awaiting)),
  broken: all(due, not(inTime)),
  left: all(inStates('terminated'), fact('assigned'), fact('due')),
  accepted,
  on_time: all(accepted, inTime),
  first_due: firstDue,
  first_kept: all(firstDue, firstInTime),
  first_broken: all(firstDue, not(firstInTime)),
  first_on_time: all(accepted, firstInTime),
}
