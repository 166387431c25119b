/**
 * The signals of a work: late, at risk, silent, stale (design 8.15). They follow from dated facts alone and are never
 * typed. Each is given as spans of days, future ones too: as of `on` a signal stands where `from <= on < to`. A fact
 * changes nothing before the day on which it took effect, so that a span of the past stays as it was.
 */
import { addDays, laterOf, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Decimal } from './decimal.ts'
import type { PeriodKey } from './periods.ts'
import { behindLine, type PlannedLine } from './planned-line.ts'
import { contains, earlierEnd, intersection, type Span, union, versionSpans } from './spans.ts'
import { owesReports, type WorkState } from './states.ts'

/** In the order of their weight: a work shows the first that stands. */
export const signals = ['late', 'at_risk', 'silent', 'stale'] as const
export type Signal = (typeof signals)[number]

/**
 * After how many days without a report a work is stale: a period and five days. A quarter has at most 92 days, and a
 * work that reports in each of them never is.
 */
export const staleAfterDays = 92 + 5

/** A step that was promised for a day. */
export interface Milestone {
  readonly id: string
  readonly dueOn: PlainDate
  /** Since when the register knows that it is done: a day named later changes nothing of the days before. */
  readonly doneOn: PlainDate | null
}

/** The course of one target that is not merely an aspiration, which puts nothing at risk. */
export interface Course {
  readonly targetId: string
  /** The planned line, as adjustments changed it; null where a version has none. */
  readonly lines: readonly { readonly effectiveOn: PlainDate; readonly line: PlannedLine | null }[]
  /**
   * The confirmed value, from the day on which it was confirmed. Before the first, and where it is null because the
   * proof no longer counts, it is that of the line's start.
   */
  readonly confirmed: readonly { readonly effectiveOn: PlainDate; readonly value: Decimal | null }[]
}

export interface SignalFacts {
  /** The states of the work, one after the other without a gap. */
  readonly states: readonly (Span & { readonly state: WorkState })[]
  readonly assignedOn: PlainDate | null
  /** The due date and its adjustments. */
  readonly dueDates: readonly { readonly effectiveOn: PlainDate; readonly dueOn: PlainDate }[]
  /** Reports of completion, with the day on which the work is said to be done. */
  readonly completions: readonly { readonly effectiveOn: PlainDate; readonly doneOn: PlainDate }[]
  readonly periods: readonly {
    readonly key: PeriodKey
    readonly dataClosesOn: PlainDate
    readonly dueOn: PlainDate
  }[]
  /** The first version of each report, with the day on which it was sent. */
  readonly reports: readonly { readonly period: PeriodKey; readonly reportedOn: PlainDate }[]
  readonly milestones: readonly Milestone[]
  readonly courses: readonly Course[]
}

export type SignalSpan = Span & { readonly signal: Signal }

/** All spans of all signals, by signal and day; those of one signal neither overlap nor touch. */
export function signalSpans(facts: SignalFacts): readonly SignalSpan[] {
  const spans: Readonly<Record<Signal, readonly Span[]>> = {
    late: lateSpans(facts),
    at_risk: riskSpans(facts),
    silent: silentSpans(facts),
    stale: staleSpans(facts),
  }
  return signals.flatMap((signal) => spans[signal].map(({ from, to }) => ({ signal, from, to })))
}

/** The signals that stand on a day, the weightiest first. None of a work in force means that it is on course. */
export function signalsOn(spans: readonly SignalSpan[], on: PlainDate): readonly Signal[] {
  return signals.filter((signal) => spans.some((span) => span.signal === signal && contains(span, on)))
}

/** The days on which the work's state is one of those. */
export function inStates(facts: SignalFacts, holds: (state: WorkState) => boolean): readonly Span[] {
  return union(facts.states.filter(({ state }) => holds(state)))
}

/** Assigned and not reported complete. A suspended work is among them: its due date stays unless it is adjusted. */
export function isUnfinished(state: WorkState): boolean {
  return owesReports(state) || state === 'suspended'
}

/**
 * Late: the due date has passed and the work is not done. While the assigning body judges a completion, it is late
 * only where the work was done after the due date: the wait is not the owner's.
 */
function lateSpans(facts: SignalFacts): readonly Span[] {
  const overdue = versionSpans(facts.dueDates).flatMap(({ from, to, version }) => {
    return cut({ from: laterOf(addDays(version.dueOn, 1), from), to })
  })
  const unfinished = inStates(facts, isUnfinished)
  const judged = inStates(facts, (state) => state === 'completion_reported')
  return union([...intersection(union(overdue), unfinished), ...intersection(doneLate(facts), judged)])
}

/** The days on which the completion last reported says a day done that lies after the due date. */
function doneLate(facts: SignalFacts): readonly Span[] {
  return union(
    versionSpans(facts.completions).flatMap((completion) =>
      versionSpans(facts.dueDates)
        .filter(({ version }) => completion.version.doneOn > version.dueOn)
        .flatMap((due) => intersection([completion], [due])),
    ),
  )
}

/** The steps that can be missed: one that was due before the work was assigned was promised to nobody. */
export function promisedMilestones({ milestones, assignedOn }: SignalFacts): readonly Milestone[] {
  return assignedOn === null ? [] : milestones.filter(({ dueOn }) => dueOn >= assignedOn)
}

/** At risk: a milestone missed, or a confirmed value more than a tenth of the span behind its planned line. */
function riskSpans(facts: SignalFacts): readonly Span[] {
  const missed = promisedMilestones(facts).flatMap(({ dueOn, doneOn }) =>
    cut({ from: addDays(dueOn, 1), to: doneOn }),
  )
  const behind = facts.courses.flatMap(behindSpans)
  return intersection(union([...missed, ...behind]), inStates(facts, isUnfinished))
}

function behindSpans({ lines, confirmed }: Course): readonly Span[] {
  return versionSpans(lines).flatMap(({ from, to, version: { line } }) => {
    if (line === null) return []
    const start = { effectiveOn: from, value: line[0].value }
    const before = confirmed.some(({ effectiveOn }) => effectiveOn <= from) ? [] : [start]
    return versionSpans([...before, ...confirmed]).flatMap(({ version, ...span }) => {
      const [during] = intersection([span], [{ from, to }])
      return during === undefined ? [] : behindLine(line, version.value ?? line[0].value, during)
    })
  })
}

/** A report that a work owes. */
export interface OwedReport {
  readonly period: PeriodKey
  readonly dueOn: PlainDate
  /** The day of the first report for this period or a later one: values run on, so a later one makes up for it. */
  readonly answeredOn: PlainDate | null
}

/** The reports that the work owes: of the periods whose data closed after the assignment, while it was being done. */
export function owedReports(facts: SignalFacts): readonly OwedReport[] {
  const { assignedOn } = facts
  if (assignedOn === null) return []
  const owing = inStates(facts, owesReports)
  return facts.periods.flatMap((period) => {
    if (period.dataClosesOn <= assignedOn || !owing.some((span) => contains(span, period.dataClosesOn)))
      return []
    const later = facts.periods.filter(({ dataClosesOn }) => dataClosesOn >= period.dataClosesOn)
    const answers = facts.reports.filter((report) => later.some(({ key }) => key === report.period))
    const answeredOn = answers.map(({ reportedOn }) => reportedOn).reduce(earlierEnd, null)
    return [{ period: period.key, dueOn: period.dueOn, answeredOn }]
  })
}

/** Silent: the due date of a report has passed without it, and the work still owes reports. */
function silentSpans(facts: SignalFacts): readonly Span[] {
  const missing = owedReports(facts).flatMap(({ dueOn, answeredOn }) =>
    cut({ from: addDays(dueOn, 1), to: answeredOn }),
  )
  return intersection(union(missing), inStates(facts, owesReports))
}

/** Stale: no report for a period and five days, counted again from the day on which reports became due. */
function staleSpans(facts: SignalFacts): readonly Span[] {
  return union(
    inStates(facts, owesReports).flatMap((owing) => {
      const signs = [owing.from, ...facts.reports.map(({ reportedOn }) => reportedOn)]
        .filter((on) => contains(owing, on))
        .sort()
      return signs.flatMap((on, index) =>
        cut({ from: addDays(on, staleAfterDays + 1), to: signs[index + 1] ?? owing.to }),
      )
    }),
  )
}

function cut(span: Span): readonly Span[] {
  return span.to === null || span.from < span.to ? [span] : []
}
