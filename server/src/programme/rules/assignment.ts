/**
 * One decision that assigns many works: all of them or none, and each that cannot be assigned is named with its
 * reasons, so that a clerk mends the list in one go (acceptance scenario 2).
 */
import type { Issuer } from './competence.ts'
import { type AssignableWork, workAssignReasons } from './guards/assigning.ts'
import { type DecisionFacts, decisionReasons } from './guards/standing.ts'
import { type Reason, reason } from './refusals.ts'

export interface AssignmentDecision {
  readonly decision: DecisionFacts
  readonly issuer: Issuer
  readonly year: number
  /** The works as listed, by their codes; `work` is null where the register holds no such code. */
  readonly works: readonly { readonly code: string; readonly work: AssignableWork | null }[]
}

/** A work that cannot be assigned, and why. */
export interface Unassignable {
  readonly code: string
  readonly reasons: readonly Reason[]
}

export type AssignmentCheck =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** What is wrong with the decision itself. */
      readonly decision: readonly Reason[]
      /** Each work that cannot be assigned, in the order of the list. */
      readonly works: readonly Unassignable[]
    }

/** Whether the whole list can be assigned. */
export function checkAssignment(facts: AssignmentDecision): AssignmentCheck {
  const decision = [
    ...decisionReasons(facts.decision),
    ...(facts.works.length === 0 ? [reason('no_works_listed', {}, 'works')] : []),
  ]
  const seen = new Set<string>()
  const works = facts.works.flatMap(({ code, work }) => {
    const reasons = seen.has(code)
      ? [reason('work_listed_twice', { code })]
      : listedReasons(facts, code, work)
    seen.add(code)
    return reasons.length === 0 ? [] : [{ code, reasons }]
  })
  return decision.length === 0 && works.length === 0 ? { ok: true } : { ok: false, decision, works }
}

function listedReasons(
  { decision, issuer, year }: AssignmentDecision,
  code: string,
  work: AssignableWork | null,
): readonly Reason[] {
  if (work === null) return [reason('work_unknown', { code })]
  if (work.standing.year !== year) return [reason('work_of_other_programme', { code, year })]
  return workAssignReasons(work, issuer, decision.decidedOn)
}
