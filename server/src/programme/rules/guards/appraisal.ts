import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import {
  type ActorRelation,
  type DecisionFacts,
  decisionOrderReasons,
  decisionReasons,
  guarded,
  reasonGiven,
  type Standing,
} from './standing.ts'

/** Opening an appraisal: not of a work of one's own or of one's own unit. */
export function guardOpenAppraisal(standing: Standing, actor: ActorRelation): readonly Reason[] {
  return guarded(standing, 'open_appraisal', appraiserReasons(actor))
}

/** Scoring and proposing an outcome: the same people as open it. */
export function guardAppraise(standing: Standing, actor: ActorRelation): readonly Reason[] {
  return guarded(standing, 'appraise', appraiserReasons(actor))
}

/** Saying why two works that look alike are two: part of the appraisal, whatever the state. */
export function guardDismissDuplicate(standing: Standing, actor: ActorRelation): readonly Reason[] {
  if (standing.programmeClosed) return [reason('programme_closed', { year: standing.year })]
  return appraiserReasons(actor)
}

function appraiserReasons({ isRegistrant, inRegistrantUnit, didFirst }: ActorRelation): readonly Reason[] {
  if (isRegistrant) return [reason('registrant_may_not_appraise', {})]
  if (inRegistrantUnit) return [reason('own_unit_may_not_appraise', {})]
  return reasonIf(didFirst, 'submitter_may_not_appraise', {})
}

/** What a body decided on one work. */
export interface WorkDecision {
  readonly standing: Standing
  readonly decision: DecisionFacts
  /** The day of the work's last change of state. */
  readonly changedOn: PlainDate
}

function workDecisionReasons({ decision, changedOn }: WorkDecision): readonly Reason[] {
  return [...decisionReasons(decision), ...decisionOrderReasons(decision.decidedOn, changedOn)]
}

/** Returning: with the reason and the date by which to submit again. */
export function guardReturn(
  facts: WorkDecision & { readonly reason: string; readonly answerOn: PlainDate | null },
): readonly Reason[] {
  const { answerOn, decision } = facts
  return guarded(facts.standing, 'return', [
    ...workDecisionReasons(facts),
    ...reasonGiven(facts.reason),
    ...(answerOn === null
      ? [reason('answer_date_missing', {}, 'returnBy')]
      : reasonIf(answerOn < decision.today, 'answer_date_past', { answerOn }, 'returnBy')),
  ])
}

/** Rejecting: with the reason. */
export function guardReject(facts: WorkDecision & { readonly reason: string }): readonly Reason[] {
  return guarded(facts.standing, 'reject', [...workDecisionReasons(facts), ...reasonGiven(facts.reason)])
}

/** Dropping an approved work that is not assigned yet: by decision, with the reason. */
export function guardDrop(facts: WorkDecision & { readonly reason: string }): readonly Reason[] {
  return guarded(facts.standing, 'drop', [...workDecisionReasons(facts), ...reasonGiven(facts.reason)])
}

/** An appraisal as far as it matters to approving. */
export interface AppraisalFacts {
  readonly version: number
  readonly concluded: boolean
  /** Whether the appraiser belonged to the registrant's unit. */
  readonly byOwnUnit: boolean
}

export interface ApproveFacts extends WorkDecision {
  readonly currentVersion: number
  readonly appraisals: readonly AppraisalFacts[]
  /** Codes of the works that an open warning calls alike. */
  readonly openDuplicates: readonly string[]
}

/** Approving: an appraisal of this version from outside the unit, and no open warning of a duplicate. */
export function guardApprove(facts: ApproveFacts): readonly Reason[] {
  return guarded(facts.standing, 'approve', [
    ...workDecisionReasons(facts),
    ...appraisedReasons(facts),
    ...reasonIf(facts.openDuplicates.length > 0, 'duplicate_warning_open', {
      works: facts.openDuplicates.join(', '),
    }),
  ])
}

function appraisedReasons({ appraisals, currentVersion }: ApproveFacts): readonly Reason[] {
  const outside = appraisals.filter(({ concluded, byOwnUnit }) => concluded && !byOwnUnit)
  if (outside.some(({ version }) => version === currentVersion)) return []
  return outside.length > 0
    ? [reason('appraisal_outdated', { version: currentVersion })]
    : [reason('appraisal_missing', {})]
}
