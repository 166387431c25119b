/** Why a signal stands: read for one day, in the words that `signals.ts` gives as spans; a test holds them together. */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import type { Decimal } from './decimal.ts'
import type { PeriodKey } from './periods.ts'
import { isBehindLine } from './planned-line.ts'
import {
  inStates,
  isUnfinished,
  owedReports,
  promisedMilestones,
  type SignalFacts,
  staleAfterDays,
} from './signals.ts'
import { contains, versionOn } from './spans.ts'
import { owesReports, type WorkState } from './states.ts'

/** Why a signal stands on a day, for the words next to the traffic light. */
export type Cause =
  | { readonly signal: 'late'; readonly dueOn: PlainDate }
  | { readonly signal: 'at_risk'; readonly milestoneId: string; readonly dueOn: PlainDate }
  | { readonly signal: 'at_risk'; readonly targetId: string; readonly confirmed: Decimal }
  | { readonly signal: 'silent'; readonly period: PeriodKey; readonly dueOn: PlainDate }
  | { readonly signal: 'stale'; readonly lastSignOn: PlainDate }

/** The causes of the signals that stand on a day, the weightiest first. */
export function causesOn(facts: SignalFacts, on: PlainDate): readonly Cause[] {
  const state = facts.states.find((span) => contains(span, on))?.state
  if (state === undefined) return []
  const dueOn = versionOn(facts.dueDates, on)?.dueOn ?? null
  const causes: Cause[] = []
  if (dueOn !== null && isLateOn(facts, state, dueOn, on)) causes.push({ signal: 'late', dueOn })
  if (isUnfinished(state)) causes.push(...missedOn(facts, on), ...behindOn(facts, on))
  if (owesReports(state)) causes.push(...unreportedOn(facts, on))
  return causes
}

function isLateOn(facts: SignalFacts, state: WorkState, dueOn: PlainDate, on: PlainDate): boolean {
  if (isUnfinished(state)) return on > dueOn
  const doneOn = versionOn(facts.completions, on)?.doneOn ?? null
  return state === 'completion_reported' && doneOn !== null && doneOn > dueOn
}

function missedOn(facts: SignalFacts, on: PlainDate): readonly Cause[] {
  return promisedMilestones(facts)
    .filter(({ dueOn, doneOn }) => on > dueOn && (doneOn === null || on < doneOn))
    .map(({ id, dueOn }) => ({ signal: 'at_risk', milestoneId: id, dueOn }))
}

function behindOn({ courses }: SignalFacts, on: PlainDate): readonly Cause[] {
  return courses.flatMap(({ targetId, lines, confirmed }) => {
    const line = versionOn(lines, on)?.line ?? null
    if (line === null) return []
    const value = versionOn(confirmed, on)?.value ?? line[0].value
    return isBehindLine(line, value, on) ? [{ signal: 'at_risk', targetId, confirmed: value } as const] : []
  })
}

function unreportedOn(facts: SignalFacts, on: PlainDate): readonly Cause[] {
  const silent = owedReports(facts)
    .filter(({ dueOn, answeredOn }) => on > dueOn && (answeredOn === null || on < answeredOn))
    .map(({ period, dueOn }) => ({ signal: 'silent', period, dueOn }) as const)
  const owing = inStates(facts, owesReports).find((span) => contains(span, on))
  const signs = facts.reports.map(({ reportedOn }) => reportedOn).filter((day) => day <= on)
  const lastSignOn = [...signs, ...(owing === undefined ? [] : [owing.from])].sort().at(-1)
  const stale = lastSignOn !== undefined && on > addDays(lastSignOn, staleAfterDays)
  return stale ? [...silent, { signal: 'stale', lastSignOn }] : silent
}
