/**
 * Nói đi đôi với làm: whether what was promised was done (design 8.15). Each word is a predicate over the dated facts
 * of one work, so that the same question in SQL can be held against it.
 */
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type Decimal, percentOf, type Share } from './decimal.ts'
import { inStates, owedReports, type SignalFacts } from './signals.ts'
import { contains, type Span, versionOn } from './spans.ts'
import { owesReports } from './states.ts'

export interface PromiseFacts {
  readonly assignedOn: PlainDate | null
  /** The due date of the assignment and its adjustments, in the order in which they took effect. */
  readonly dueDates: readonly { readonly effectiveOn: PlainDate; readonly dueOn: PlainDate }[]
  /** From its acceptance until the work is reopened, if it is. The day done and the day accepted are kept apart. */
  readonly acceptances: readonly (Span & { readonly doneOn: PlainDate })[]
  /** The day of a decision that takes the work out of the count, as after a reorganisation; nothing else does. */
  readonly leftOn: PlainDate | null
}

/** By which due date a promise is judged: as adjusted, or as first given. Both are always shown. */
export type DueBasis = 'current' | 'first'

/** The due date that held on a day, or the first one ever; null before the assignment. */
export function dueDateOn(facts: PromiseFacts, on: PlainDate, basis: DueBasis): PlainDate | null {
  if (!isAssignedBy(facts, on)) return null
  if (basis === 'current') return versionOn(facts.dueDates, on)?.dueOn ?? null
  const [first] = facts.dueDates
  return first !== undefined && first.effectiveOn <= on ? first.dueOn : null
}

function isAssignedBy({ assignedOn }: PromiseFacts, on: PlainDate): boolean {
  return assignedOn !== null && assignedOn <= on
}

/** Whether a decision has taken the work out of the count by that day. */
export function hasLeft({ leftOn }: PromiseFacts, on: PlainDate): boolean {
  return leftOn !== null && leftOn <= on
}

/**
 * Whether the promise counts on the day: its due date has passed, or is the day itself and the work was accepted as done in
 * time. On its last day a promise can be kept, and is not broken yet (decision 029).
 */
export function hasFallenDue(facts: PromiseFacts, on: PlainDate, basis: DueBasis): boolean {
  const dueOn = dueDateOn(facts, on, basis)
  if (dueOn === null || dueOn > on || hasLeft(facts, on)) return false
  return dueOn < on || isDoneInTime(facts, on, basis)
}

/** Whether the work stands accepted on the day. */
export function isAccepted({ acceptances }: PromiseFacts, on: PlainDate): boolean {
  return acceptances.some((span) => contains(span, on))
}

/** Whether the work stands accepted on the day, and was itself done on or before its due date. */
export function isDoneInTime(facts: PromiseFacts, on: PlainDate, basis: DueBasis): boolean {
  const dueOn = dueDateOn(facts, on, basis)
  const acceptance = facts.acceptances.find((span) => contains(span, on))
  return dueOn !== null && acceptance !== undefined && acceptance.doneOn <= dueOn
}

/** Whether the promise has fallen due and was kept. */
export function isKept(facts: PromiseFacts, on: PlainDate, basis: DueBasis): boolean {
  return hasFallenDue(facts, on, basis) && isDoneInTime(facts, on, basis)
}

/** A share of works; 0 of 0 is "không phát sinh", never 0 % and never 100 %. */
export type Ratio = Share &
  (
    | { readonly verdict: 'counted'; readonly percent: Decimal }
    | { readonly verdict: 'nothing_due'; readonly percent: null }
  )

/** The ratio of two counts. */
export function ratioOf(share: Share): Ratio {
  const percent = percentOf(share)
  return percent === null
    ? { ...share, verdict: 'nothing_due', percent }
    : { ...share, verdict: 'counted', percent }
}

/** Kept: of the promises that count on the day, those accepted by it whose work was done in time. */
export function keptRatio(works: readonly PromiseFacts[], on: PlainDate, basis: DueBasis): Ratio {
  const due = works.filter((work) => hasFallenDue(work, on, basis))
  return ratioOf({ numerator: due.filter((work) => isKept(work, on, basis)).length, denominator: due.length })
}

/** On time: of the works that stand accepted on the day, due already or not, those done in time. */
export function onTimeRatio(works: readonly PromiseFacts[], on: PlainDate, basis: DueBasis): Ratio {
  const accepted = works.filter((work) => isAccepted(work, on) && !hasLeft(work, on))
  return ratioOf({
    numerator: accepted.filter((work) => isDoneInTime(work, on, basis)).length,
    denominator: accepted.length,
  })
}

/** How a work stands to the reports it owes on a day; `nothing_due` where it owes none whose due date has passed. */
export type ReportStanding = 'nothing_due' | 'reported' | 'silent'

/** Whether every report whose due date has passed is there, while the work still owes reports. */
export function reportStanding(facts: SignalFacts, on: PlainDate): ReportStanding {
  if (!inStates(facts, owesReports).some((span) => contains(span, on))) return 'nothing_due'
  const due = owedReports(facts).filter(({ dueOn }) => dueOn < on)
  if (due.length === 0) return 'nothing_due'
  return due.every(({ answeredOn }) => answeredOn !== null && answeredOn <= on) ? 'reported' : 'silent'
}

/** Silent: of the works that owe reports of which one has fallen due, those without it. */
export function silentRatio(works: readonly SignalFacts[], on: PlainDate): Ratio {
  const standings = works
    .map((work) => reportStanding(work, on))
    .filter((standing) => standing !== 'nothing_due')
  return ratioOf({
    numerator: standings.filter((standing) => standing === 'silent').length,
    denominator: standings.length,
  })
}
