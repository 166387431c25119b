import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { yearOf } from '../../../platform/time/plain-date.ts'
import { type DraftTarget, goalReasons, isBlank } from '../completeness.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import { isInForce } from '../states.ts'
import type { GoalFields } from '../targets.ts'
import { accepterReasons } from './evidence.ts'
import {
  type ActorRelation,
  type Assigner,
  assignerReasons,
  documentGiven,
  guarded,
  reasonGiven,
  type Standing,
} from './standing.ts'

/** Starting: the work is assigned. The first report starts it by itself. */
export function guardStart(standing: Standing): readonly Reason[] {
  return guarded(standing, 'start')
}

interface PauseFacts {
  readonly standing: Standing
  readonly assigner: Assigner
}

/** Suspending: the assigning body. The due date stays unless it is adjusted. */
export function guardSuspend({ standing, assigner }: PauseFacts): readonly Reason[] {
  return guarded(standing, 'suspend', assignerReasons(assigner))
}

/** Resuming: as suspending. */
export function guardResume({ standing, assigner }: PauseFacts): readonly Reason[] {
  return guarded(standing, 'resume', assignerReasons(assigner))
}

/** Both are done with a reason, and with number and date of the paper that they rest on. */
export function pauseReasons(typed: {
  readonly reason: string
  readonly document: string
}): readonly Reason[] {
  return [...reasonGiven(typed.reason), ...documentGiven(typed.document)]
}

/** Reminding: the assigning body, of a work in force, once a day. */
export function guardRemind(facts: {
  readonly standing: Standing
  readonly assigner: Assigner
  readonly remindedToday: boolean
}): readonly Reason[] {
  const { standing, assigner, remindedToday } = facts
  if (standing.programmeClosed) return [reason('programme_closed', { year: standing.year })]
  if (!isInForce(standing.state)) return [reason('remind_not_in_force', { state: standing.state })]
  return [...assignerReasons(assigner), ...reasonIf(remindedToday, 'reminded_today', {})]
}

export interface AdjustmentRequest {
  readonly standing: Standing
  readonly today: PlainDate
  readonly reason: string
  readonly forceMajeure: boolean
  /** The last day on which an ordinary reason suffices: 30/9 unless the programme sets another. */
  readonly ordinaryUntil: PlainDate
  readonly newDueOn: PlainDate | null
  /** What a target is to become, and which in the order of the work; null where only the date is to change. */
  readonly newGoal:
    | (Pick<DraftTarget, keyof GoalFields | 'unit' | 'measureKey'> & { readonly number: number })
    | null
  readonly dueOn: PlainDate | null
  /** The day of a request that still waits. */
  readonly pendingSince: PlainDate | null
}

/** Asking for another date or target: with a reason, late in the year of force majeure kind; the assigner decides. */
export function guardRequestAdjustment(facts: AdjustmentRequest): readonly Reason[] {
  const { today, ordinaryUntil, pendingSince, newDueOn, dueOn, newGoal } = facts
  const changes = newGoal !== null || (newDueOn !== null && newDueOn !== dueOn)
  return guarded(facts.standing, 'request_adjustment', [
    ...(pendingSince === null ? [] : [reason('adjustment_pending', { askedOn: pendingSince })]),
    ...reasonIf(!changes, 'adjustment_empty', {}),
    ...(newDueOn === null ? [] : newDueReasons(newDueOn, facts)),
    ...(newGoal === null ? [] : goalReasons(newGoal, newGoal.number, (name) => name)),
    ...reasonGiven(facts.reason),
    ...reasonIf(
      today > ordinaryUntil && !facts.forceMajeure,
      'adjustment_needs_force_majeure',
      { afterOn: ordinaryUntil },
      'forceMajeure',
    ),
  ])
}

function newDueReasons(newDueOn: PlainDate, { standing, today }: AdjustmentRequest): readonly Reason[] {
  const { year } = standing
  if (yearOf(newDueOn) !== year) {
    return [reason('due_on_outside_year', { dueOn: newDueOn, year }, 'newDueOn')]
  }
  return reasonIf(newDueOn < today, 'adjusted_due_past', { dueOn: newDueOn }, 'newDueOn')
}

/** Deciding on a request: the assigning body; a refusal needs its reason. */
export function guardDecideAdjustment(facts: {
  readonly standing: Standing
  readonly actor: ActorRelation
  readonly assigner: Assigner
  readonly outcome: 'accepted' | 'refused'
  readonly reason: string
}): readonly Reason[] {
  return guarded(facts.standing, 'decide_adjustment', [
    ...accepterReasons(facts.actor, facts.assigner),
    ...reasonIf(facts.outcome === 'refused' && isBlank(facts.reason), 'reason_missing', {}, 'reason'),
  ])
}
