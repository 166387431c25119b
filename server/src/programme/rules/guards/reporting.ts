import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { isBlank } from '../completeness.ts'
import type { PeriodKey } from '../periods.ts'
import { type Reason, reason, reasonIf } from '../refusals.ts'
import type { Reading, Target } from '../targets.ts'
import { guarded, reasonGiven, type Standing } from './standing.ts'

/** What was typed for a target; the note says why it is judged done or not done. */
export interface TypedReading {
  readonly target: Pick<Target, 'measure' | 'measureKey' | 'goal'>
  readonly reading: Reading | null
  readonly note: string
  /** The field of the form, where there is one. */
  readonly field?: string
}

/** What stands against typing these readings: a live measure cannot be typed, and a number is no done. */
export function readingReasons(typed: readonly TypedReading[]): readonly Reason[] {
  return typed.flatMap(({ target, reading, note, field }) => {
    if (reading === null) return []
    const { measure, measureKey, goal } = target
    const params = { target: measure }
    if (measureKey !== null) return [reason('target_measured_live', params, field)]
    if (goal.operator !== 'done') {
      return reasonIf(typeof reading === 'boolean', 'target_takes_number', params, field)
    }
    if (typeof reading !== 'boolean') return [reason('target_takes_done', params, field)]
    return reasonIf(isBlank(note), 'target_note_missing', params, field)
  })
}

export interface ReportFacts {
  readonly standing: Standing
  readonly today: PlainDate
  readonly reportedOn: PlainDate
  readonly assignedOn: PlainDate
  readonly period: {
    readonly key: PeriodKey
    readonly opensOn: PlainDate
    readonly dataClosesOn: PlainDate
    /** Whether the quarter has been decided, which freezes its figures (programme specification, 3.5). */
    readonly frozen: boolean
  }
  readonly content: string
  readonly readings: readonly TypedReading[]
}

/** Reporting: the period is open, and what is said can be read. A late report is taken, with its true date. */
export function guardReport(facts: ReportFacts): readonly Reason[] {
  return guarded(facts.standing, 'report', reportReasons(facts))
}

/** Correcting: the newest version of a report, with a reason, while its figures are not frozen. */
export function guardCorrectReport(
  facts: ReportFacts & { readonly isNewest: boolean; readonly reason: string },
): readonly Reason[] {
  if (!facts.isNewest) return guarded(facts.standing, 'correct_report', [reason('report_superseded', {})])
  return guarded(facts.standing, 'correct_report', [...reportReasons(facts), ...reasonGiven(facts.reason)])
}

function reportReasons(facts: ReportFacts): readonly Reason[] {
  return [
    ...periodReasons(facts),
    ...dateReasons(facts),
    ...reasonIf(isBlank(facts.content), 'report_empty', {}, 'content'),
    ...readingReasons(facts.readings),
  ]
}

function periodReasons({ period, today, assignedOn }: ReportFacts): readonly Reason[] {
  const { key, opensOn, dataClosesOn, frozen } = period
  if (frozen) return [reason('period_frozen', { period: key }, 'period')]
  if (today < opensOn) return [reason('period_not_open', { period: key, opensOn }, 'period')]
  return reasonIf(
    dataClosesOn < assignedOn,
    'period_before_assignment',
    { period: key, assignedOn },
    'period',
  )
}

function dateReasons({ reportedOn, today, assignedOn }: ReportFacts): readonly Reason[] {
  if (reportedOn > today) return [reason('report_in_future', { reportedOn }, 'reportedOn')]
  return reasonIf(
    reportedOn < assignedOn,
    'report_before_assignment',
    { reportedOn, assignedOn },
    'reportedOn',
  )
}
