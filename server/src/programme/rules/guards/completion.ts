import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import { type Assessment, blocksCompletion, type Target } from '../targets.ts'
import { accepterReasons } from './evidence.ts'
import { type ActorRelation, type Assigner, guarded, reasonGiven, type Standing } from './standing.ts'

/** How a target stands when completion is reported. Refused and replaced pieces are left out of the counts. */
export interface FinalTarget {
  readonly target: Pick<Target, 'measure' | 'measureKey' | 'modality' | 'recognitionRequired'>
  /** Who recognises the result, in the owner's words. */
  readonly recognitionBy: string
  readonly assessment: Pick<Assessment, 'claimed' | 'confirmed'>
  readonly evidenceCount: number
  readonly recognitionCount: number
}

export interface ReportCompletionFacts {
  readonly standing: Standing
  readonly today: PlainDate
  readonly assignedOn: PlainDate
  /** The day on which the work itself was done; it and the day of recognition are kept apart. */
  readonly doneOn: PlainDate | null
  readonly targets: readonly FinalTarget[]
}

/** Reporting completion: every target has its final value, its evidence and, where demanded, a recognition. */
export function guardReportCompletion(facts: ReportCompletionFacts): readonly Reason[] {
  return guarded(facts.standing, 'report_completion', [
    ...doneOnReasons(facts),
    ...facts.targets.flatMap(finalReasons),
  ])
}

function doneOnReasons({ doneOn, today, assignedOn }: ReportCompletionFacts): readonly Reason[] {
  if (doneOn === null) return [reason('done_on_missing', {}, 'workDoneOn')]
  if (doneOn > today) return [reason('done_on_in_future', { doneOn }, 'workDoneOn')]
  return reasonIf(doneOn < assignedOn, 'done_before_assignment', { doneOn, assignedOn }, 'workDoneOn')
}

function finalReasons(final: FinalTarget): readonly Reason[] {
  const { measure, measureKey, modality, recognitionRequired } = final.target
  const binding = modality !== 'aspirational'
  if (measureKey !== null) {
    return reasonIf(binding && final.assessment.confirmed === null, 'live_value_missing', { target: measure })
  }
  const claimed = reasonIf(final.assessment.claimed === null, 'final_value_missing', { target: measure })
  // An aspiration that was not reached has nothing to show; its value must be said all the same.
  if (!binding) return claimed
  if (recognitionRequired && final.recognitionCount === 0) {
    return [...claimed, reason('recognition_missing', { target: measure, authority: final.recognitionBy })]
  }
  return [...claimed, ...reasonIf(final.evidenceCount === 0, 'evidence_missing', { target: measure })]
}

export interface JudgeCompletionFacts {
  readonly standing: Standing
  readonly actor: ActorRelation
  readonly assigner: Assigner
}

/** Checking a reported completion: by anyone who can judge it, before the decision. */
export function guardCheckCompletion(facts: JudgeCompletionFacts): readonly Reason[] {
  return guarded(facts.standing, 'check_completion', accepterReasons(facts.actor, facts.assigner))
}

/** Accepting completion: each binding target is met by its confirmed value, judged by the assigning body, and nothing asked of it waits. */
export function guardAcceptCompletion(
  facts: JudgeCompletionFacts & {
    /** The day of a request for an adjustment that still waits. */
    readonly pendingSince: PlainDate | null
    readonly targets: readonly {
      readonly target: Pick<Target, 'measure' | 'modality'>
      readonly assessment: Assessment
    }[]
  },
): readonly Reason[] {
  return guarded(facts.standing, 'accept_completion', [
    ...accepterReasons(facts.actor, facts.assigner),
    ...(facts.pendingSince === null ? [] : [reason('adjustment_pending', { askedOn: facts.pendingSince })]),
    ...facts.targets.flatMap(({ target, assessment }) => unmetReasons(target, assessment)),
  ])
}

/** What is known of the check of a reported completion. */
export interface CheckFacts {
  readonly isChecked: boolean
  /** The acting person, or the one they act for, has a part in it. */
  readonly byActor: boolean
  /** The assigning body's own rule of the day lets one person do both. */
  readonly onePersonAllowed: boolean
  readonly body: string
}

/** Two people: one checks, another accepts, unless a dated rule of the assigning body allows one to do both (design 8.9). */
export function guardTwoPeople({
  isChecked,
  byActor,
  onePersonAllowed,
  body,
}: CheckFacts): readonly Reason[] {
  return reasonIf(isChecked && byActor && !onePersonAllowed, 'checker_may_not_accept', { body })
}

function unmetReasons(
  target: Pick<Target, 'measure' | 'modality'>,
  { met, confirmed }: Assessment,
): readonly Reason[] {
  if (!blocksCompletion(target, met)) return []
  const params = { target: target.measure }
  if (met === 'undetermined' || confirmed === null) return [reason('target_not_confirmed', params)]
  if (typeof confirmed === 'boolean') return [reason('target_not_done', params)]
  return [reason('target_not_met', { ...params, confirmed })]
}

/** Refusing completion: as accepting, with the reason; the work goes on. */
export function guardRefuseCompletion(
  facts: JudgeCompletionFacts & { readonly reason: string },
): readonly Reason[] {
  return guarded(facts.standing, 'refuse_completion', [
    ...accepterReasons(facts.actor, facts.assigner),
    ...reasonGiven(facts.reason),
  ])
}
