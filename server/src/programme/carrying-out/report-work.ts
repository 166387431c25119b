import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { invariant, notFound, Refusal, refuseIf } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { moveState } from '../move-state.ts'
import { paths } from '../paths.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { targetOf } from '../progress/target-facts.ts'
import { decimal } from '../rules/decimal.ts'
import { guardStart } from '../rules/guards/carrying-out.ts'
import {
  guardCorrectReport,
  guardReport,
  type ReportFacts,
  type TypedReading,
} from '../rules/guards/reporting.ts'
import { type PeriodKey, periodKeys, reportPeriods } from '../rules/periods.ts'
import type { Reason } from '../rules/refusals.ts'
import { programmeDb } from '../tables.ts'
import { doneBy } from '../two-people.ts'
import { getWorkForUpdate, type LoadedWork, refOf, requireVersion } from '../work.ts'

export const readingFields = z.strictObject({
  targetId: field.id(),
  value: field.optionalDecimal(),
  done: field.optionalFlag(),
  note: field.optionalText(1000),
})

const reportInput = z.strictObject({
  ref: field.text(80),
  version: field.version(),
  period: field.choice(periodKeys),
  reportedOn: field.date(),
  content: field.optionalText(8000),
  difficulties: field.optionalText(),
  requests: field.optionalText(),
  nextSteps: field.optionalText(),
  finishesInYear: field.optionalFlag(),
  /** Why an earlier report of the period is corrected; the earlier one stays readable. */
  reason: field.optionalText(2000),
  values: field.many(readingFields, 20),
  /** Steps that are done, and since when. */
  steps: field.many(z.strictObject({ stepId: field.id(), doneOn: field.optionalDate() }), 40),
})
type ReportInput = z.output<typeof reportInput>

/**
 * Reports for a period, or corrects the report by a new version. The first report starts an assigned work by itself
 * (spec/programme.md, 5). What it says is claimed; only accepted evidence confirms.
 */
export const reportWork = endpoint({
  name: 'work.report',
  input: reportInput,
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'report', work.record)
    requireVersion(work, input.version)
    const targets = await programmeDb(c)
      .selectFrom('target')
      .selectAll()
      .where('work_id', '=', work.row.id)
      .execute()
    const readings = input.values.map((value, index) => typedReading(targets, value, `values.${index}.value`))
    const before = await currentReport(c, work, input.period)
    const facts = await reportFacts(c, work, input, readings)
    refuseIf(
      before === undefined
        ? guardReport(facts)
        : guardCorrectReport({ ...facts, isNewest: true, reason: input.reason }),
    )

    const number = await keepReport(c, work, input, before)
    await keepSteps(c, work, input)
    const started = work.standing.state === 'assigned'
    if (started) await moveState(c, work, { action: 'start', on: c.today })
    else await touch(c, work)
    await refreshSignals(c, [work.row.id])
    await audit(
      c,
      'work.report',
      { kind: 'work', id: work.row.id },
      { period: input.period, number, values: input.values, started },
    )
    await publish(c, 'work.reported', { workId: work.row.id, period: input.period })
    return { id: work.row.id, ref: refOf(work.row), period: input.period, number }
  },
})

/** What was typed for a target of this work. @throws Refusal `target_unknown` */
export function typedReading(
  targets: readonly Parameters<typeof targetOf>[0][],
  typed: z.output<typeof readingFields>,
  fieldPath: string,
): TypedReading {
  const row = targets.find((target) => target.id === typed.targetId)
  if (row === undefined)
    throw new Refusal('target_unknown', {}, { reasons: [{ code: 'target_unknown', field: fieldPath }] })
  const reading = typed.value === null ? typed.done : decimal(typed.value)
  return { target: targetOf(row), reading, note: typed.note, field: fieldPath }
}

async function reportFacts(
  c: Context,
  work: LoadedWork,
  input: Pick<ReportInput, 'period' | 'reportedOn' | 'content'>,
  readings: readonly TypedReading[],
): Promise<ReportFacts> {
  return {
    standing: work.standing,
    today: c.today,
    reportedOn: input.reportedOn,
    assignedOn: (work.row.assigned_on ?? work.row.state_since) as PlainDate,
    period: await getReportPeriod(c, work, input.period),
    content: input.content,
    readings,
  }
}

/** A period of the work's year, as its programme sets it. @throws Refusal `not_found` */
export async function getReportPeriod(
  c: Context,
  work: LoadedWork,
  key: PeriodKey,
): Promise<ReportFacts['period'] & { readonly dueOn: PlainDate }> {
  const usual = reportPeriods(work.standing.year).find((period) => period.key === key)
  const kept = await programmeDb(c)
    .selectFrom('report_period')
    .select(['data_closes_on', 'due_on'])
    .where('programme_id', '=', work.row.programme_id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (kept === undefined || usual === undefined) throw notFound('report_period')
  return {
    key,
    opensOn: usual.opensOn,
    dataClosesOn: kept.data_closes_on as PlainDate,
    dueOn: kept.due_on as PlainDate,
    frozen: false,
  }
}

/** What stands against reporting this period today, before anything is typed; a period that was reported is corrected. */
export async function againstReporting(
  c: Context,
  work: LoadedWork,
  period: PeriodKey,
): Promise<readonly Reason[]> {
  // What the form asks for is taken as given: it says itself what is wrong with what is typed.
  const given = 'x'
  const facts = await reportFacts(c, work, { period, reportedOn: c.today, content: given }, [])
  const before = await currentReport(c, work, period)
  return before === undefined
    ? guardReport(facts)
    : guardCorrectReport({ ...facts, isNewest: true, reason: given })
}

async function currentReport(c: Context, work: LoadedWork, period: PeriodKey) {
  return programmeDb(c)
    .selectFrom('report')
    .select(['id', 'number'])
    .where('work_id', '=', work.row.id)
    .where('period_key', '=', period)
    .where('current', '=', true)
    .executeTakeFirst()
}

async function keepReport(
  c: Context,
  work: LoadedWork,
  input: ReportInput,
  before: { id: string; number: number } | undefined,
): Promise<number> {
  if (before !== undefined)
    await programmeDb(c).updateTable('report').set({ current: false }).where('id', '=', before.id).execute()
  const id = newId<'report'>()
  const number = (before?.number ?? 0) + 1
  await programmeDb(c)
    .insertInto('report')
    .values({
      id,
      work_id: work.row.id,
      programme_id: work.row.programme_id,
      period_key: input.period,
      number,
      effective_on: input.reportedOn,
      sent_on: c.today,
      content: input.content,
      difficulties: input.difficulties,
      requests: input.requests,
      next_steps: input.nextSteps,
      finishes_in_year: input.finishesInYear,
      reason: input.reason,
      account_id: c.actor.accountId,
      ...doneBy(c),
      stand_in_id: c.actor.standsFor?.standInId ?? null,
      recorded_at: c.now,
    })
    .execute()
  const values = input.values.filter(({ value, done }) => value !== null || done !== null)
  if (values.length > 0) {
    await programmeDb(c)
      .insertInto('report_value')
      .values(
        values.map(({ targetId, value, done, note }) => ({
          report_id: id,
          target_id: targetId,
          value,
          done,
          note: note === '' ? null : note,
        })),
      )
      .execute()
  }
  return number
}

/**
 * Marks the steps that are done. A step is done on the day that its owner names, never later than the report itself; the day on
 * which that became known stays where a correction repeats it.
 */
async function keepSteps(c: Context, work: LoadedWork, input: ReportInput): Promise<void> {
  for (const [index, { stepId, doneOn }] of input.steps.entries()) {
    if (doneOn !== null && doneOn > input.reportedOn) {
      throw new Refusal(
        'step_done_after_report',
        { doneOn },
        { reasons: [{ code: 'step_done_after_report', params: { doneOn }, field: `steps.${index}.doneOn` }] },
      )
    }
    const changed = await programmeDb(c)
      .updateTable('step')
      .set({
        done_on: doneOn,
        done_recorded_on: sql`case when ${doneOn}::date is null then null
          when done_on = ${doneOn}::date then done_recorded_on else ${c.today}::date end`,
        done_recorded_at: doneOn && c.now,
      })
      .where('id', '=', stepId)
      .where('work_id', '=', work.row.id)
      .executeTakeFirst()
    invariant(changed.numUpdatedRows <= 1n, 'a step has one row')
    if (changed.numUpdatedRows === 0n)
      throw new Refusal(
        'step_unknown',
        {},
        { reasons: [{ code: 'step_unknown', field: `steps.${index}.doneOn` }] },
      )
  }
}

/** Counts the version up, so that another writer who looked before is told. */
export async function touch(c: Context, work: LoadedWork): Promise<void> {
  await programmeDb(c)
    .updateTable('work')
    .set({ version: work.row.version + 1 })
    .where('id', '=', work.row.id)
    .execute()
}

export const startAct: ActOnWork = {
  name: 'start',
  permission: 'report',
  shownIn: ['assigned'],
  href: paths.start,
  against: ({ work }) => guardStart(work.standing),
}

/** Starts an assigned work without a report. */
export const startWork = endpoint({
  name: 'work.start',
  input: z.strictObject({ ref: field.text(80), version: field.version(), startedOn: field.date() }),
  async run(c, input) {
    const { startedOn } = input
    const isAhead = startedOn > c.today
    const work = await takeWork(
      c,
      startAct,
      input,
      isAhead ? [{ code: 'start_in_future', params: { startedOn }, field: 'startedOn' }] : [],
    )
    await moveState(c, work, { action: 'start', on: startedOn })
    await refreshSignals(c, [work.row.id])
    await audit(c, 'work.start', { kind: 'work', id: work.row.id }, { startedOn })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})
