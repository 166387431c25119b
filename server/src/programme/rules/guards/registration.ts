import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { laterOf } from '../../../platform/time/plain-date.ts'
import { completenessOf, type RegistrationDraft } from '../completeness.ts'
import { type Reason, reason } from '../refusals.ts'
import { type DecisionFacts, decisionReasons, guarded, reasonGiven, type Standing } from './standing.ts'

export const tiers = ['province', 'direct', 'district', 'grassroots'] as const
export type Tier = (typeof tiers)[number]

/** When a tier may register in a year; both days included. */
export interface RegistrationWindow {
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
}

export interface SubmitFacts {
  readonly standing: Standing
  readonly tier: Tier
  readonly window: RegistrationWindow | null
  /** For a returned work the date by which it was asked back. */
  readonly returnBy: PlainDate | null
  readonly today: PlainDate
  readonly draft: RegistrationDraft
}

/** Submitting: the year is open for the tier and the form complete, proof, due date and minutes among it. */
export function guardSubmit(facts: SubmitFacts): readonly Reason[] {
  return guarded(facts.standing, 'submit', submitReasons(facts))
}

/** Submitting again: as submitting, and open until the date that the return names, even after the window. */
export function guardResubmit(facts: SubmitFacts): readonly Reason[] {
  return guarded(facts.standing, 'resubmit', submitReasons(facts))
}

const submitReasons = (facts: SubmitFacts): readonly Reason[] => [
  ...windowReasons(facts),
  ...completenessOf(facts.draft).reasons,
  ...dueReasons(facts.draft, facts.today),
]

/** Nothing is promised for a day that is over: what was done before is no promise. */
function dueReasons({ dueOn }: RegistrationDraft, from: PlainDate): readonly Reason[] {
  return dueOn !== null && dueOn < from ? [reason('due_on_past', { dueOn, from }, 'dueOn')] : []
}

function windowReasons({ tier, window, returnBy, today, standing }: SubmitFacts): readonly Reason[] {
  if (window === null) return [reason('window_missing', { tier, year: standing.year })]
  if (today < window.opensOn) return [reason('window_opens_later', { tier, opensOn: window.opensOn })]
  const closedOn = returnBy === null ? window.closesOn : laterOf(window.closesOn, returnBy)
  return today > closedOn ? [reason('window_closed', { tier, closedOn })] : []
}

/** Withdrawing: before the appraisal is opened, or when returned; the table of states says so. */
export function guardWithdraw(standing: Standing): readonly Reason[] {
  return guarded(standing, 'withdraw')
}

/** Editing the draft, or what was returned. An incomplete draft is kept as it is. */
export function guardEdit(standing: Standing): readonly Reason[] {
  return guarded(standing, 'edit')
}

/** Adding a work that nobody registered: by decision, with its reason, and as complete as any other. */
export function guardAdd(facts: {
  readonly programmeClosed: boolean
  readonly decision: DecisionFacts
  readonly reason: string
  readonly draft: RegistrationDraft
}): readonly Reason[] {
  if (facts.programmeClosed) return [reason('programme_closed', { year: facts.draft.year })]
  // The minutes are those of the superior, whose decision stands in their place.
  const form = completenessOf(facts.draft).reasons.filter(({ code }) => code !== 'minutes_missing')
  // A decision may be recorded some days after it was made: its own day counts.
  const due = dueReasons(facts.draft, facts.decision.decidedOn ?? facts.decision.today)
  return [...decisionReasons(facts.decision), ...reasonGiven(facts.reason), ...form, ...due]
}
