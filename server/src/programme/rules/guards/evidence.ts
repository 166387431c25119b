import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { yearOf } from '../../../platform/time/plain-date.ts'
import { isBlank } from '../completeness.ts'
import { compareDecimals, type Decimal, decimal } from '../decimal.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import { type EvidenceAction, type EvidenceState, nextEvidenceState } from '../states.ts'
import { readingReasons, type TypedReading } from './reporting.ts'
import {
  type ActorRelation,
  type Assigner,
  assignerReasons,
  guarded,
  reasonGiven,
  type Standing,
} from './standing.ts'

/** What an authority recognised, as it was typed. */
export interface TypedRecognition {
  readonly authority: string
  readonly competence: string
  readonly number: string
  readonly recognisedOn: PlainDate | null
  readonly quantity: Decimal | null
}

export interface OfferFacts {
  readonly standing: Standing
  readonly today: PlainDate
  /** Whether a file, or a document of the system, is attached. */
  readonly hasPaper: boolean
  /** Whether it is to meet a target, and the day that it speaks of. */
  readonly forTarget: boolean
  readonly effectiveOn: PlainDate
  readonly reading: TypedReading | null
  readonly recognition: TypedRecognition | null
}

/** Offering evidence: with its paper; a recognition with everything by which it can be checked. */
export function guardOfferEvidence(facts: OfferFacts): readonly Reason[] {
  const { standing, today, hasPaper, reading, recognition } = facts
  return guarded(standing, 'offer_evidence', [
    ...reasonIf(!hasPaper, 'evidence_without_paper', {}, 'uploadId'),
    ...effectiveOnReasons(facts),
    ...readingReasons(reading === null ? [] : [reading]),
    ...(recognition === null ? [] : recognitionReasons(recognition, standing.year, today)),
  ])
}

/** What was there before the year meets no target of it, whatever kind of paper says so; only a promise's ground may be older. */
function effectiveOnReasons({ effectiveOn, forTarget, today, standing }: OfferFacts): readonly Reason[] {
  const { year } = standing
  if (effectiveOn > today) return [reason('evidence_in_future', { effectiveOn }, 'effectiveOn')]
  const isBefore = forTarget && yearOf(effectiveOn) < year
  return reasonIf(isBefore, 'evidence_before_year', { effectiveOn, year }, 'effectiveOn')
}

function recognitionReasons(typed: TypedRecognition, year: number, today: PlainDate): readonly Reason[] {
  const { authority, competence, number, recognisedOn, quantity } = typed
  const lacking = (part: string, field: string) =>
    reason('recognition_incomplete', { part }, `recognition.${field}`)
  return [
    ...(isBlank(authority) ? [lacking('authority', 'authority')] : []),
    ...(isBlank(competence) ? [lacking('competence', 'competence')] : []),
    ...(isBlank(number) ? [lacking('number', 'number')] : []),
    ...(recognisedOn === null
      ? [lacking('recognised_on', 'recognisedOn')]
      : recognisedOnReasons(recognisedOn, year, today)),
    ...(quantity === null || compareDecimals(quantity, decimal(0)) <= 0
      ? [lacking('quantity', 'quantity')]
      : []),
  ]
}

/** What was recognised before the year is no result of it: the six zones that were there never count (scenario 3). */
function recognisedOnReasons(recognisedOn: PlainDate, year: number, today: PlainDate): readonly Reason[] {
  const field = 'recognition.recognisedOn'
  if (recognisedOn > today) return [reason('recognition_in_future', { recognisedOn }, field)]
  return reasonIf(yearOf(recognisedOn) < year, 'recognition_before_year', { recognisedOn, year }, field)
}

export interface DecideEvidenceFacts {
  readonly standing: Standing
  readonly evidence: EvidenceState
  readonly action: Exclude<EvidenceAction, 'replace'>
  readonly actor: ActorRelation
  readonly assigner: Assigner
  readonly reason: string
}

/** Deciding on evidence: the assigning body, never the registrant's own unit; a refusal needs its reason. */
export function guardDecideEvidence(facts: DecideEvidenceFacts): readonly Reason[] {
  const { standing, evidence, action, actor, assigner } = facts
  return guarded(standing, 'decide_evidence', [
    ...reasonIf(nextEvidenceState(evidence, action) === null, 'evidence_not_open', { state: evidence }),
    ...accepterReasons(actor, assigner),
    ...(action === 'refuse' ? reasonGiven(facts.reason) : []),
  ])
}

/** Who may judge a result: somebody of the assigning body who belongs neither to the doer nor to the doer's unit. */
export function accepterReasons(actor: ActorRelation, assigner: Assigner): readonly Reason[] {
  if (actor.isRegistrant) return [reason('registrant_may_not_accept', {})]
  if (actor.inRegistrantUnit) return [reason('own_unit_may_not_accept', {})]
  if (actor.didFirst) return [reason('same_person_may_not_judge', { body: assigner.name })]
  return assignerReasons(assigner)
}
