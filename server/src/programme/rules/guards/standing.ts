/**
 * What every guard begins with. A guard takes facts and gives the reasons that stand against an act; none means that
 * the act is open. Where the state is wrong, nothing else is said: other reasons would only lead astray.
 */
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { isBlank } from '../completeness.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import { nextState, type WorkAction, type WorkState } from '../states.ts'

export interface Standing {
  readonly state: WorkState
  readonly year: number
  /** After the programme is closed everything is read-only; corrections are new entries. */
  readonly programmeClosed: boolean
  /** Nobody is recorded to have assigned it, as of what was imported when it was under way. */
  readonly unassigned?: boolean
}

// What is asked of the body that assigned the work. Without one it would never be answered.
const asksAssigner: ReadonlySet<WorkAction> = new Set(['request_adjustment', 'report_completion'])

/** How the acting person and body stand to the registrant. */
export interface ActorPlace {
  readonly isRegistrant: boolean
  /** By `isOwnUnit` of `competence.ts`. */
  readonly inRegistrantUnit: boolean
}

/** The same with what they would judge: whether they, or the one they act for, has a part in it. */
export interface ActorRelation extends ActorPlace {
  readonly didFirst: boolean
}

/** Whether the acting body is the one that assigned the work, and the name of that one. */
export interface Assigner {
  readonly isActing: boolean
  readonly name: string
}

/** The reasons of the state, and only where there are none, those of the act itself. */
export function guarded(
  standing: Standing,
  action: WorkAction,
  reasons: readonly Reason[] = [],
): readonly Reason[] {
  const { state, year, programmeClosed, unassigned } = standing
  if (programmeClosed) return [reason('programme_closed', { year })]
  if (nextState(state, action) === null) return [reason('action_not_open', { action, state })]
  if (unassigned === true && asksAssigner.has(action)) return [reason('assigner_unknown', {})]
  return reasons
}

export function assignerReasons({ isActing, name }: Assigner): readonly Reason[] {
  return reasonIf(!isActing, 'not_assigning_body', { body: name })
}

export function reasonGiven(text: string): readonly Reason[] {
  return reasonIf(isBlank(text), 'reason_missing', {}, 'reason')
}

export function documentGiven(text: string): readonly Reason[] {
  return reasonIf(isBlank(text), 'document_missing', {}, 'document')
}

/** A decision of a collective body as it is recorded: always with number and date. */
export interface DecisionFacts {
  readonly number: string
  readonly decidedOn: PlainDate | null
  readonly today: PlainDate
}

/** The reasons against the decision itself, the same for each work in it. */
export function decisionReasons({ number, decidedOn, today }: DecisionFacts): readonly Reason[] {
  return [
    ...reasonIf(isBlank(number), 'decision_number_missing', {}, 'number'),
    ...(decidedOn === null
      ? [reason('decision_date_missing', {}, 'decidedOn')]
      : reasonIf(decidedOn > today, 'decision_in_future', { decidedOn }, 'decidedOn')),
  ]
}

/** Nothing is back-dated: a decision cannot lie before what the work has already gone through. */
export function decisionOrderReasons(decidedOn: PlainDate | null, changedOn: PlainDate): readonly Reason[] {
  if (decidedOn === null || decidedOn >= changedOn) return []
  return [reason('decision_before_last_change', { decidedOn, changedOn }, 'decidedOn')]
}
