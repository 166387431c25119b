import { Failure } from '../../platform/refusal.ts'
import { births, nextState, type WorkAction, type WorkState, workActions } from '../rules/states.ts'
import type { ProgrammeData } from './programme-data.ts'

/** Whether facts that come from outside the use cases agree as they would if each had gone through its own. */
export function refuseInconsistent(data: ProgrammeData): void {
  const problems = inconsistenciesOf(data)
  if (problems.length === 0) return
  const shown = problems.slice(0, 20).join('; ')
  const more = problems.length > 20 ? ` (+${problems.length - 20})` : ''
  throw new Failure(
    'import_inconsistent',
    `Dữ liệu nạp không khớp nhau / the facts do not agree: ${shown}${more}`,
  )
}

type Work = ProgrammeData['works'][number]
type Span = ProgrammeData['spans'][number]

/** Each thing that does not agree, in words; none where all is well. */
export function inconsistenciesOf(data: ProgrammeData): readonly string[] {
  const facts = {
    data,
    spans: Map.groupBy(data.spans, (span) => span.work_id),
    targets: Map.groupBy(data.targets, (target) => target.work_id),
    decisions: new Map(data.decisions.map((decision) => [decision.id, decision])),
    items: new Map(
      data.decisionItems.map((item) => [`${item.decision_id} ${item.work_id} ${item.action}`, item]),
    ),
    completions: Map.groupBy(data.completions, (completion) => completion.work_id),
  }
  return [
    ...repeatedCodes(data.works),
    ...data.works.flatMap((work) => workProblems(facts, work)),
    ...strayRows(data),
  ]
}

interface Facts {
  readonly data: ProgrammeData
  readonly spans: ReadonlyMap<string, readonly Span[]>
  readonly targets: ReadonlyMap<string, readonly ProgrammeData['targets'][number][]>
  readonly decisions: ReadonlyMap<string, ProgrammeData['decisions'][number]>
  readonly items: ReadonlyMap<string, ProgrammeData['decisionItems'][number]>
  readonly completions: ReadonlyMap<string, readonly ProgrammeData['completions'][number][]>
}

const nameOf = (work: Work) => work.code ?? work.title

function repeatedCodes(works: readonly Work[]): readonly string[] {
  const seen = new Set<string>()
  return works.flatMap(({ code }) => {
    if (code == null) return []
    if (seen.has(code)) return [`${code}: the code is given twice`]
    seen.add(code)
    return []
  })
}

function workProblems(facts: Facts, work: Work): readonly string[] {
  const spans = facts.spans.get(work.id) ?? []
  const problems = [
    ...courseProblems(spans),
    ...lastSpanProblems(work, spans.at(-1)),
    ...spans.flatMap((span) => decisionProblems(facts, work, span)),
    ...acceptanceProblems(facts, work, spans),
  ]
  if (work.state !== 'draft' && !facts.targets.has(work.id)) problems.push('it has no target')
  return problems.map((problem) => `${nameOf(work)}: ${problem}`)
}

/** The spans follow each other without gap or overlap, and each state may follow the one before it. */
function courseProblems(spans: readonly Span[]): readonly string[] {
  return spans.flatMap((span, index) => {
    const before = spans[index - 1]
    if (before === undefined)
      return isBirth(span) ? [] : [`nothing begins with ${span.action} → ${span.state}`]
    const problems: string[] = []
    if (before.to_on !== span.from_on)
      problems.push(`${before.state} ends ${before.to_on ?? 'never'}, ${span.state} begins ${span.from_on}`)
    if (before.to_on != null && before.to_on < before.from_on)
      problems.push(`${before.state} ends before it begins`)
    if (!follows(before.state, span))
      problems.push(`${span.action} does not lead from ${before.state} to ${span.state}`)
    return problems
  })
}

/** A work begins by registration or by a superior's act; or the paper it comes from states only where it stands. */
function isBirth(span: Span): boolean {
  return span.action === 'import' || (births as Readonly<Record<string, string>>)[span.action] === span.state
}

function follows(state: string, span: Span): boolean {
  const isAction = (workActions as readonly string[]).includes(span.action)
  return isAction && nextState(state as WorkState, span.action as WorkAction) === span.state
}

function lastSpanProblems(work: Work, last: Span | undefined): readonly string[] {
  if (last === undefined) return ['it has no state span']
  if (last.to_on != null) return ['its last state span is closed']
  const agrees = last.state === work.state && last.from_on === work.state_since
  return agrees
    ? []
    : [
        `it is ${work.state} since ${work.state_since}, its last span says ${last.state} since ${last.from_on}`,
      ]
}

const byDecision = ['return', 'reject', 'approve', 'assign', 'add']

function decisionProblems({ decisions, items }: Facts, work: Work, span: Span): readonly string[] {
  if (!byDecision.includes(span.action)) return []
  const decision = decisions.get(span.decision_id ?? '')
  if (decision === undefined) return [`${span.action} names no decision`]
  const problems: string[] = []
  if (decision.decided_on !== span.from_on)
    problems.push(`${span.action} is not of the day of decision ${decision.number}`)
  if (decision.programme_id !== work.programme_id)
    problems.push(`decision ${decision.number} is of another programme`)
  if (!items.has(`${decision.id} ${work.id} ${span.action}`))
    problems.push(`decision ${decision.number} does not list it`)
  if (span.action !== 'assign') return problems
  if (work.assigned_on !== span.from_on) problems.push('its date of assignment is not that of the decision')
  if (work.assigner_unit_id !== decision.issuer_unit_id)
    problems.push('its assigner did not issue the decision')
  return problems
}

function acceptanceProblems({ completions }: Facts, work: Work, spans: readonly Span[]): readonly string[] {
  const accepted = completions.get(work.id)?.find(({ outcome }) => outcome === 'accepted')
  const span = spans.find(({ action }) => action === 'accept_completion')
  if (span === undefined)
    return accepted === undefined ? [] : ['a completion is accepted, but its state is not']
  if (accepted === undefined) return ['it is accepted without a completion']
  const agrees =
    accepted.decided_on === span.from_on &&
    work.accepted_on === span.from_on &&
    work.work_done_on === accepted.work_done_on
  return agrees ? [] : ['the dates of its acceptance differ']
}

/** Rows that refer to a work or target of another owner. */
function strayRows(data: ProgrammeData): readonly string[] {
  const workOfTarget = new Map(data.targets.map(({ id, work_id }) => [id, work_id]))
  const workOfReport = new Map(data.reports.map(({ id, work_id }) => [id, work_id]))
  const stray = [
    ...data.reportValues.filter((row) => workOfTarget.get(row.target_id) !== workOfReport.get(row.report_id)),
    ...data.evidence.filter(
      (row) => row.target_id != null && workOfTarget.get(row.target_id) !== row.work_id,
    ),
  ]
  return stray.map((row) => `a value or proof belongs to the target of another work (${row.target_id})`)
}
