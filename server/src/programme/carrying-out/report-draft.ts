import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type PeriodKey, periodKeys } from '../rules/periods.ts'
import type { Reason } from '../rules/refusals.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'
import { againstReporting, getReportPeriod } from './report-work.ts'

export interface PeriodChoice {
  readonly key: PeriodKey
  readonly opensOn: PlainDate
  readonly dataClosesOn: PlainDate
  readonly dueOn: PlainDate
  readonly reported: boolean
  /** Whether it closed before the work was given: nothing is owed for it. */
  readonly beforeAssignment: boolean
}

/** What a report form begins with: the periods, the chosen one, and the steps that may be marked as done. */
export interface ReportDraft {
  readonly periods: readonly PeriodChoice[]
  readonly period: PeriodChoice
  /** Whether this corrects what was reported of the period. */
  readonly corrects: boolean
  readonly closed: readonly Reason[]
  readonly steps: readonly {
    readonly id: string
    readonly name: string
    readonly dueOn: PlainDate | null
    readonly doneOn: PlainDate | null
  }[]
}

/** The draft for the period that was asked for, else for the oldest that is open and not reported yet. */
export async function reportDraft(
  c: Context,
  work: LoadedWork,
  asked: string | undefined,
): Promise<ReportDraft> {
  const reports = await programmeDb(c)
    .selectFrom('report')
    .select('period_key')
    .where('work_id', '=', work.row.id)
    .where('current', '=', true)
    .execute()
  const reported = new Set(reports.map((report) => report.period_key))
  const assignedOn = work.row.assigned_on ?? work.row.state_since
  const periods: PeriodChoice[] = []
  for (const key of periodKeys) {
    const { opensOn, dataClosesOn, dueOn } = await getReportPeriod(c, work, key)
    const beforeAssignment = dataClosesOn < assignedOn
    periods.push({ key, opensOn, dataClosesOn, dueOn, reported: reported.has(key), beforeAssignment })
  }
  const period = chosenPeriod(c, periods, asked)
  const steps = await programmeDb(c)
    .selectFrom('step')
    .select(['id', 'name', 'due_on', 'done_on'])
    .where('work_id', '=', work.row.id)
    .orderBy('ord')
    .execute()
  return {
    periods,
    period,
    corrects: period.reported,
    closed: await againstReporting(c, work, period.key),
    steps: steps.map((step) => ({
      id: step.id,
      name: step.name,
      dueOn: step.due_on as PlainDate | null,
      doneOn: step.done_on as PlainDate | null,
    })),
  }
}

function chosenPeriod(
  c: Pick<Context, 'today'>,
  periods: readonly PeriodChoice[],
  asked: string | undefined,
): PeriodChoice {
  const open = periods.filter(({ opensOn, beforeAssignment }) => opensOn <= c.today && !beforeAssignment)
  const chosen =
    periods.find(({ key }) => key === asked) ??
    open.find(({ reported }) => !reported) ??
    open.at(-1) ??
    periods.find(({ beforeAssignment }) => !beforeAssignment) ??
    periods.at(-1)
  if (chosen === undefined) throw new RangeError('a programme year has periods')
  return chosen
}
