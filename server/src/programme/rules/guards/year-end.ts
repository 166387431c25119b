import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { endOfYear } from '../../../platform/time/plain-date.ts'
import { isBlank } from '../completeness.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import type { Transition } from '../states.ts'
import {
  type Assigner,
  assignerReasons,
  documentGiven,
  guarded,
  reasonGiven,
  type Standing,
} from './standing.ts'

/** Lapsing: what was never assigned ends with the year. */
export function guardLapse(standing: Standing, today: PlainDate): readonly Reason[] {
  return guarded(standing, 'lapse', yearOverReasons(standing, today))
}

function yearOverReasons({ year }: Standing, today: PlainDate): readonly Reason[] {
  const endsOn = endOfYear(year)
  return reasonIf(today < endsOn, 'year_not_over', { endsOn })
}

export interface YearEndFacts {
  readonly standing: Standing
  readonly today: PlainDate
  readonly assigner: Assigner
  readonly reason: string
}

/** Recording that a promise was not kept: by the assigning body, once the year is over, with the reason. */
export function guardRecordNotCompleted(facts: YearEndFacts): readonly Reason[] {
  return guarded(facts.standing, 'record_not_completed', [
    ...assignerReasons(facts.assigner),
    ...yearOverReasons(facts.standing, facts.today),
    ...reasonGiven(facts.reason),
  ])
}

/** Carrying over: never silently (scenario 10): this year's result is recorded and a later work points back. */
export function guardCarryOver(
  facts: Omit<YearEndFacts, 'today'> & {
    /** What was reached this year, in words. */
    readonly result: string
    readonly successorYear: number | null
  },
): readonly Reason[] {
  const { standing, successorYear } = facts
  return guarded(standing, 'carry_over', [
    ...assignerReasons(facts.assigner),
    ...reasonGiven(facts.reason),
    ...reasonIf(isBlank(facts.result), 'result_missing', {}, 'result'),
    ...(successorYear === null
      ? [reason('successor_missing', {}, 'successor')]
      : reasonIf(
          successorYear <= standing.year,
          'successor_not_later',
          { year: successorYear },
          'successor',
        )),
  ])
}

/** Terminating, because of a reorganisation or a cancellation: by decision only. */
export function guardTerminate(
  facts: Omit<YearEndFacts, 'today'> & { readonly document: string },
): readonly Reason[] {
  return guarded(facts.standing, 'terminate', [
    ...assignerReasons(facts.assigner),
    ...reasonGiven(facts.reason),
    ...documentGiven(facts.document),
  ])
}

/** The four parts of a work's evaluation; null where it is not given. `exceeds` is whether it went beyond its targets. */
export interface WorkEvaluation {
  readonly result: string | null
  readonly timeliness: string | null
  readonly quality: string | null
  readonly exceeds: boolean | null
}

/** Evaluating: not by the assignee, all four parts, and beyond a target only where one can be exceeded. */
export function guardEvaluate(facts: {
  readonly standing: Standing
  readonly isAssignee: boolean
  readonly evaluation: WorkEvaluation
  /** Whether some target has been assessed as exceeded. */
  readonly someExceeded: boolean
  readonly reason: string
}): readonly Reason[] {
  const { evaluation } = facts
  const missing = (['result', 'timeliness', 'quality', 'exceeds'] as const).filter((part) => {
    const value = evaluation[part]
    return value === null || (typeof value === 'string' && isBlank(value))
  })
  const unmeasured = evaluation.exceeds === true && !facts.someExceeded && isBlank(facts.reason)
  return guarded(facts.standing, 'evaluate', [
    ...reasonIf(facts.isAssignee, 'registrant_may_not_evaluate', {}),
    ...missing.map((part) => reason('evaluation_part_missing', { part }, part)),
    ...reasonIf(unmeasured, 'exceeding_not_measurable', {}, 'reason'),
  ])
}

/** Reopening: with a reason, and only before the year is closed, which every guard sees to. */
export function guardReopen(
  standing: Standing,
  action: Extract<Transition, 'reopen_work' | 'reopen_completion'>,
  why: string,
): readonly Reason[] {
  return guarded(standing, action, reasonGiven(why))
}

/** Closing an evaluated work. */
export function guardClose(standing: Standing): readonly Reason[] {
  return guarded(standing, 'close')
}
