import type { IconName } from './icons.gen.ts'

/** The families of colour. Each is always shown together with a sign and a word. */
export type Tone = 'grey' | 'waiting' | 'given' | 'active' | 'good' | 'bad' | 'warn' | 'ended'

/** The states of a work, as the programme names them. */
export type StateKind =
  | 'draft'
  | 'submitted'
  | 'appraising'
  | 'returned'
  | 'approved'
  | 'assigned'
  | 'in_progress'
  | 'suspended'
  | 'completion_reported'
  | 'completed'
  | 'rejected'
  | 'withdrawn'
  | 'lapsed'
  | 'not_completed'
  | 'carried_over'
  | 'terminated'
  | 'evaluated'
  | 'closed'

/** What is computed about a work under way. */
export type SignalKind = 'late' | 'at_risk' | 'silent' | 'stale' | 'on_course'

/** The states of a piece of evidence. */
export type EvidenceKind = 'offered' | 'accepted' | 'refused'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

// No two states of one family have the same sign, so that they differ also without colour.
export const stateLooks: Readonly<Record<StateKind, Look>> = {
  draft: { tone: 'grey', icon: 'pencil' },
  submitted: { tone: 'waiting', icon: 'send' },
  appraising: { tone: 'waiting', icon: 'list-search' },
  returned: { tone: 'warn', icon: 'arrow-back-up' },
  approved: { tone: 'given', icon: 'rubber-stamp' },
  assigned: { tone: 'given', icon: 'user-check' },
  in_progress: { tone: 'active', icon: 'progress' },
  suspended: { tone: 'grey', icon: 'player-pause' },
  completion_reported: { tone: 'waiting', icon: 'flag-check' },
  completed: { tone: 'good', icon: 'circle-check' },
  rejected: { tone: 'bad', icon: 'ban' },
  withdrawn: { tone: 'ended', icon: 'door-exit' },
  lapsed: { tone: 'ended', icon: 'hourglass-empty' },
  not_completed: { tone: 'bad', icon: 'circle-x' },
  carried_over: { tone: 'ended', icon: 'arrow-forward-up' },
  terminated: { tone: 'ended', icon: 'player-stop' },
  evaluated: { tone: 'good', icon: 'award' },
  closed: { tone: 'grey', icon: 'lock' },
}

export const signalLooks: Readonly<Record<SignalKind, Look>> = {
  late: { tone: 'bad', icon: 'clock-exclamation' },
  at_risk: { tone: 'warn', icon: 'alert-triangle' },
  silent: { tone: 'warn', icon: 'message-off' },
  stale: { tone: 'grey', icon: 'clock-pause' },
  on_course: { tone: 'good', icon: 'trending-up' },
}

export const evidenceLooks: Readonly<Record<EvidenceKind, Look>> = {
  offered: { tone: 'waiting', icon: 'hourglass-empty' },
  accepted: { tone: 'good', icon: 'shield-check' },
  refused: { tone: 'bad', icon: 'circle-x' },
}
