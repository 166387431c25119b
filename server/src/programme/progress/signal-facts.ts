import type { Selectable } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Adjustment, Target as TargetRow } from '../../platform/data/schema.gen.ts'
import { addDays, type PlainDate, startOfYear } from '../../platform/time/plain-date.ts'
import { decimal } from '../rules/decimal.ts'
import type { PeriodKey } from '../rules/periods.ts'
import { straightLine } from '../rules/planned-line.ts'
import type { Course, SignalFacts } from '../rules/signals.ts'
import type { WorkState } from '../rules/states.ts'
import { assessTarget, type Proof } from '../rules/targets.ts'
import { programmeDb } from '../tables.ts'
import { proofsOf, targetOf } from './target-facts.ts'

export interface WorkSignalFacts {
  readonly programmeId: string
  readonly facts: SignalFacts
}

/** The dated facts of many works from which their signals follow, in a fixed number of queries. */
export async function loadSignalFacts(
  c: Pick<Context, 'db'>,
  workIds: readonly string[],
): Promise<ReadonlyMap<string, WorkSignalFacts>> {
  if (workIds.length === 0) return new Map()
  const found = await loadRows(c, workIds)
  const of = <Row extends { readonly work_id: string }>(rows: ReadonlyMap<string, Row[]>, id: string) =>
    rows.get(id) ?? []
  return new Map(
    found.works.map((work) => {
      const adjustments = of(found.adjustments, work.id)
      const assignedOn = (work.assigned_on ?? null) as PlainDate | null
      const facts: SignalFacts = {
        // Of a work that no decision here assigned the register knows only what a paper states: it owes nothing to anybody.
        states: (assignedOn === null ? [] : of(found.spans, work.id)).map((span) => ({
          state: span.state as WorkState,
          from: span.from_on as PlainDate,
          to: span.to_on as PlainDate | null,
        })),
        assignedOn,
        dueDates: dueDatesOf(work, adjustments),
        completions: of(found.completions, work.id).map((one) => ({
          effectiveOn: one.reported_on as PlainDate,
          doneOn: one.work_done_on as PlainDate,
        })),
        periods: found.periods
          .filter((period) => period.programme_id === work.programme_id)
          .map((period) => ({
            key: period.key as PeriodKey,
            dataClosesOn: period.data_closes_on as PlainDate,
            dueOn: period.due_on as PlainDate,
          })),
        reports: of(found.reports, work.id).map((report) => ({
          period: report.period_key as PeriodKey,
          // In time or not follows from the day on which it was sent, whatever date it bears (decision 030).
          reportedOn: report.sent_on as PlainDate,
        })),
        milestones: of(found.steps, work.id).flatMap((step) =>
          step.due_on === null
            ? []
            : [
                {
                  id: step.id,
                  dueOn: step.due_on as PlainDate,
                  doneOn: step.done_recorded_on as PlainDate | null,
                },
              ],
        ),
        courses:
          assignedOn === null || work.first_due_on === null
            ? []
            : of(found.targets, work.id).map((row) =>
                courseOf(row, {
                  assignedOn,
                  firstDueOn: work.first_due_on as PlainDate,
                  year: work.year,
                  adjustments,
                  proofs: found.proofs.get(row.id) ?? [],
                }),
              ),
      }
      return [
        work.id,
        {
          programmeId: work.programme_id,
          facts: { ...facts, courses: facts.courses.filter(({ lines }) => lines.length > 0) },
        },
      ]
    }),
  )
}

async function loadRows(c: Pick<Context, 'db'>, workIds: readonly string[]) {
  const db = programmeDb(c)
  const ids = [...workIds]
  const works = await db
    .selectFrom('work')
    .innerJoin('programme', 'programme.id', 'work.programme_id')
    .select([
      'work.id',
      'work.programme_id',
      'work.assigned_on',
      'work.due_on',
      'work.first_due_on',
      'work.state_since',
      'programme.year',
    ])
    .where('work.id', 'in', ids)
    .execute()
  const proofs = await proofsOf(c, ids)
  return {
    works,
    periods: await db.selectFrom('report_period').selectAll().orderBy('data_closes_on').execute(),
    spans: grouped(
      await db
        .selectFrom('work_state_span')
        .selectAll()
        .where('work_id', 'in', ids)
        .orderBy('from_on')
        .orderBy('id')
        .execute(),
    ),
    completions: grouped(
      await db.selectFrom('completion').selectAll().where('work_id', 'in', ids).orderBy('number').execute(),
    ),
    reports: grouped(
      await db.selectFrom('report').selectAll().where('work_id', 'in', ids).where('number', '=', 1).execute(),
    ),
    steps: grouped(
      await db.selectFrom('step').selectAll().where('work_id', 'in', ids).orderBy('ord').execute(),
    ),
    targets: grouped(
      await db.selectFrom('target').selectAll().where('work_id', 'in', ids).orderBy('ord').execute(),
    ),
    adjustments: grouped(
      await db
        .selectFrom('adjustment')
        .selectAll()
        .where('work_id', 'in', ids)
        .where('outcome', '=', 'accepted')
        .orderBy('decided_on')
        .execute(),
    ),
    proofs: byTarget(proofs),
  }
}

function grouped<Row extends { readonly work_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const map = new Map<string, Row[]>()
  for (const row of rows) {
    const list = map.get(row.work_id)
    if (list === undefined) map.set(row.work_id, [row])
    else list.push(row)
  }
  return map
}

function byTarget(
  proofs: readonly (Proof & { readonly targetId: string | null })[],
): ReadonlyMap<string, Proof[]> {
  const map = new Map<string, Proof[]>()
  for (const proof of proofs) {
    if (proof.targetId !== null) map.set(proof.targetId, [...(map.get(proof.targetId) ?? []), proof])
  }
  return map
}

interface DatedWork {
  readonly assigned_on: string | null
  readonly first_due_on: string | null
  readonly due_on: string | null
  readonly state_since: string
}

/** The due date as first promised, and each later one from the day on which it was granted. */
function dueDatesOf(
  work: DatedWork,
  adjustments: readonly Selectable<Adjustment>[],
): SignalFacts['dueDates'] {
  const first = (work.first_due_on ?? work.due_on) as PlainDate | null
  if (first === null) return []
  const from = (work.assigned_on ?? work.state_since) as PlainDate
  const later = adjustments.flatMap((adjustment) => {
    const { dueOn } = adjustment.after as { dueOn?: PlainDate | null }
    return dueOn == null ? [] : [{ effectiveOn: adjustment.decided_on as PlainDate, dueOn }]
  })
  return [{ effectiveOn: from, dueOn: first }, ...later]
}

interface CourseFacts {
  readonly assignedOn: PlainDate
  readonly firstDueOn: PlainDate
  readonly year: number
  readonly adjustments: readonly Selectable<Adjustment>[]
  readonly proofs: readonly Proof[]
}

type GoalColumns = Pick<Selectable<TargetRow>, 'operator' | 'value' | 'min' | 'max'>

/** The planned lines and the confirmed values of one target. An aspiration puts nothing at risk, and has no course here. */
function courseOf(row: Selectable<TargetRow>, facts: CourseFacts): Course {
  if (row.modality === 'aspirational' || row.measure_key !== null)
    return { targetId: row.id, lines: [], confirmed: [] }
  return { targetId: row.id, lines: linesOf(row, facts), confirmed: confirmedOf(row, facts) }
}

function linesOf(
  row: Selectable<TargetRow>,
  { assignedOn, firstDueOn, adjustments }: CourseFacts,
): Course['lines'] {
  const own = adjustments.filter((one) => one.target_id === row.id)
  let goal: GoalColumns = (own[0]?.before as GoalColumns | undefined) ?? row
  let dueOn = firstDueOn
  const versions = [{ effectiveOn: assignedOn, goal, dueOn }]
  for (const one of adjustments) {
    const after = one.after as Partial<GoalColumns> & { dueOn?: PlainDate | null }
    if (one.target_id === row.id) goal = { ...goal, ...after }
    dueOn = after.dueOn ?? dueOn
    versions.push({ effectiveOn: one.decided_on as PlainDate, goal, dueOn })
  }
  const baseline = row.baseline === null ? null : decimal(row.baseline)
  return versions.map((version) => ({
    effectiveOn: version.effectiveOn,
    line: straightLine(
      targetOf({ ...row, ...textGoal(version.goal) }).goal,
      baseline,
      assignedOn,
      version.dueOn,
    ),
  }))
}

function textGoal(goal: GoalColumns): GoalColumns {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value)
  return { operator: goal.operator, value: text(goal.value), min: text(goal.min), max: text(goal.max) }
}

/** The confirmed value after each day on which something about it changed. */
function confirmedOf(row: Selectable<TargetRow>, { proofs, year }: CourseFacts): Course['confirmed'] {
  const days = new Set<PlainDate>()
  for (const { acceptedOn, effectiveOn, replacedOn, recognition } of proofs) {
    for (const day of [acceptedOn, effectiveOn, replacedOn, recognition?.recognisedOn])
      if (day != null) days.add(day)
    if (recognition?.validUntil != null) days.add(addDays(recognition.validUntil, 1))
  }
  const target = targetOf(row)
  const facts = { claims: [], proofs, live: null, countsFrom: startOfYear(year) }
  return [...days].sort().flatMap((effectiveOn) => {
    const { confirmed } = assessTarget(target, facts, effectiveOn)
    // Null takes it back to the start of the line: a proof that was replaced or has run out counts no more.
    return typeof confirmed === 'boolean' ? [] : [{ effectiveOn, value: confirmed }]
  })
}
