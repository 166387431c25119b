import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { competenceReasons, type Issuer, type OwnerOnDate } from '../competence.ts'
import type { Reason } from '../refusals.ts'
import {
  type DecisionFacts,
  decisionOrderReasons,
  decisionReasons,
  guarded,
  type Standing,
} from './standing.ts'

/** What is to be known of one work for assigning it. */
export interface AssignableWork {
  readonly standing: Standing
  /** The day of the work's last change of state. */
  readonly changedOn: PlainDate
  /** The owner on the decision's date. */
  readonly owner: OwnerOnDate
}

/** What stands against assigning this work by this decision, the decision's own faults left out. */
export function workAssignReasons(
  work: AssignableWork,
  issuer: Issuer,
  decidedOn: PlainDate | null,
): readonly Reason[] {
  const competence = decidedOn === null ? [] : competenceReasons(issuer, work.owner, decidedOn)
  return guarded(work.standing, 'assign', [...decisionOrderReasons(decidedOn, work.changedOn), ...competence])
}

/** Assigning one work: approved, by a competent body, to a post held on that date, by a decision dated truly. */
export function guardAssign(
  facts: AssignableWork & { readonly issuer: Issuer; readonly decision: DecisionFacts },
): readonly Reason[] {
  return [
    ...decisionReasons(facts.decision),
    ...workAssignReasons(facts, facts.issuer, facts.decision.decidedOn),
  ]
}
