/**
 * The life of a work, and of a piece of evidence: one table each says what is open from where.
 *
 * Late, at risk, silent and stale are no states: they follow from dates (`signals.ts`) and are never stored as one.
 */

/** Every state a work can be in, in the order of its life. */
export const workStates = [
  'draft',
  'submitted',
  'appraising',
  'returned',
  'withdrawn',
  'rejected',
  'approved',
  'lapsed',
  'assigned',
  'in_progress',
  'suspended',
  'completion_reported',
  'completed',
  'not_completed',
  'carried_over',
  'terminated',
  'evaluated',
  'closed',
] as const

export type WorkState = (typeof workStates)[number]

interface Rule {
  readonly from: readonly WorkState[]
  /** Null where the act leaves the state as it is. */
  readonly to: WorkState | null
}

const IN_FORCE = ['assigned', 'in_progress', 'suspended', 'completion_reported'] as const
const BEFORE_ASSIGNMENT = ['draft', 'submitted', 'appraising', 'returned', 'approved'] as const
const WITH_RESULT = ['completed', 'not_completed', 'carried_over', 'terminated'] as const

/** The acts that move a work from one state to another. */
export const transitions = {
  submit: { from: ['draft'], to: 'submitted' },
  resubmit: { from: ['returned'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn' },
  open_appraisal: { from: ['submitted'], to: 'appraising' },
  return: { from: ['appraising'], to: 'returned' },
  reject: { from: ['appraising'], to: 'rejected' },
  approve: { from: ['appraising'], to: 'approved' },
  drop: { from: ['approved'], to: 'withdrawn' },
  assign: { from: ['approved'], to: 'assigned' },
  start: { from: ['assigned'], to: 'in_progress' },
  suspend: { from: ['in_progress'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'in_progress' },
  report_completion: { from: ['in_progress'], to: 'completion_reported' },
  accept_completion: { from: ['completion_reported'], to: 'completed' },
  refuse_completion: { from: ['completion_reported'], to: 'in_progress' },
  // The close of the year parts what was never assigned from what was promised: only the second is a broken promise.
  lapse: { from: BEFORE_ASSIGNMENT, to: 'lapsed' },
  record_not_completed: { from: IN_FORCE, to: 'not_completed' },
  carry_over: { from: IN_FORCE, to: 'carried_over' },
  terminate: { from: IN_FORCE, to: 'terminated' },
  evaluate: { from: WITH_RESULT, to: 'evaluated' },
  close: { from: ['evaluated'], to: 'closed' },
  // Reopening has two ends, so it is two acts: the decider says how far the work goes back.
  reopen_work: { from: ['evaluated'], to: 'in_progress' },
  reopen_completion: { from: ['evaluated'], to: 'completion_reported' },
} as const satisfies Record<string, Rule>

/** The acts that leave the state as it is, and the states in which they are open. */
export const acts = {
  edit: { from: ['draft', 'returned'], to: null },
  appraise: { from: ['appraising'], to: null },
  report: { from: ['assigned', 'in_progress', 'suspended'], to: null },
  correct_report: { from: IN_FORCE, to: null },
  check_completion: { from: ['completion_reported'], to: null },
  offer_evidence: { from: IN_FORCE, to: null },
  // Proof that came in before the result was recorded may be judged after it, but not once the result is evaluated.
  decide_evidence: { from: [...IN_FORCE, ...WITH_RESULT], to: null },
  request_adjustment: { from: ['assigned', 'in_progress', 'suspended'], to: null },
  // What was asked before completion was reported is still owed an answer, and keeps the work from being accepted.
  decide_adjustment: { from: IN_FORCE, to: null },
} as const satisfies Record<string, Rule>

/** The acts by which a work comes into being, and its first state. `add` is a superior's: nobody registered it. */
export const births = { register: 'draft', add: 'approved' } as const satisfies Record<string, WorkState>

export type Transition = keyof typeof transitions
export type Act = keyof typeof acts
export type Birth = keyof typeof births
export type WorkAction = Transition | Act

const rules: Readonly<Record<WorkAction, Rule>> = { ...transitions, ...acts }

/** Every action on a work that exists, in the order of its life. */
export const workActions = Object.keys(rules) as readonly WorkAction[]

/** The state after `action`, or null where `action` is not open from `state`. */
export function nextState(state: WorkState, action: WorkAction): WorkState | null {
  const { from, to } = rules[action]
  return from.includes(state) ? (to ?? state) : null
}

/** The actions that the state alone leaves open; who may do them and what else they need is said by the guards. */
export function openActions(state: WorkState): readonly WorkAction[] {
  return workActions.filter((action) => nextState(state, action) !== null)
}

/** Whether nothing follows any more. */
export function isEnd(state: WorkState): boolean {
  return openActions(state).length === 0
}

/** Whether the work has been assigned and is not finished: it is owed by its owner, or its result by the tier that gave it. */
export function isInForce(state: WorkState): boolean {
  return (IN_FORCE as readonly WorkState[]).includes(state)
}

/** Whether the owner owes reports: a suspended work owes none, and one reported complete waits for the other side. */
export function owesReports(state: WorkState): boolean {
  return state === 'assigned' || state === 'in_progress'
}

/** Whether the work has ever been assigned, so that it counts as a promise. */
export function wasAssigned(state: WorkState): boolean {
  return (
    isInForce(state) ||
    (WITH_RESULT as readonly WorkState[]).includes(state) ||
    state === 'evaluated' ||
    state === 'closed'
  )
}

/** The states of a piece of evidence. A replaced piece no longer counts from that day on, and stays readable. */
export const evidenceStates = ['offered', 'accepted', 'refused', 'replaced'] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** The accepting tier accepts or refuses a piece; the registrant who offered it may put a better one in its place. */
export const evidenceTransitions = {
  accept: { from: ['offered'], to: 'accepted' },
  refuse: { from: ['offered'], to: 'refused' },
  replace: { from: ['offered', 'accepted', 'refused'], to: 'replaced' },
} as const satisfies Record<string, { from: readonly EvidenceState[]; to: EvidenceState }>

export type EvidenceAction = keyof typeof evidenceTransitions

/** The state after `action`, or null where the piece is past it. */
export function nextEvidenceState(state: EvidenceState, action: EvidenceAction): EvidenceState | null {
  const { from, to } = evidenceTransitions[action]
  return (from as readonly EvidenceState[]).includes(state) ? to : null
}
