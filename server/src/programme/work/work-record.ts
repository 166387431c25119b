import { sql } from 'kysely'
import { actorNameOf } from '../../office/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { heldVersions } from '../held-version.ts'
import { decimal } from '../rules/decimal.ts'
import type { PeriodKey } from '../rules/periods.ts'
import type { Reading } from '../rules/targets.ts'
import { programmeDb } from '../tables.ts'

/**
 * What was recorded about one work up to a day, kind by kind, each with one query: here what its owner carried out and
 * reported, in `work-evidence.ts` the proof, in `work-history.ts` what others made of it. What took effect later is left out, and
 * what was decided later is shown as it stood (design 8.1).
 */
export interface Question {
  readonly workId: string
  readonly asOf: PlainDate
}

export interface StepView {
  /** Null in a version that was replaced: its steps are no longer there to be reported. */
  readonly id: string | null
  readonly ord: number
  readonly name: string
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly sourceQuote: string | null
}

export async function stepsOf(c: Context, { workId, asOf }: Question): Promise<readonly StepView[]> {
  const rows = await programmeDb(c)
    .selectFrom('step')
    .select(['id', 'ord', 'name', 'due_on', 'done_on', 'done_recorded_on', 'source_quote'])
    .where('work_id', '=', workId)
    .orderBy('ord')
    .execute()
  const held = (await heldVersions(c, [workId], asOf)).get(workId)
  if (held?.isReplaced && held.content.steps != null)
    return held.content.steps.map(({ name, dueOn }, index) => ({
      id: null,
      ord: index + 1,
      name,
      dueOn: (dueOn ?? null) as PlainDate | null,
      // Steps are done once the work is under way, and a version that was replaced never was.
      doneOn: null,
      sourceQuote: null,
    }))
  return rows.map((row) => ({
    id: row.id,
    ord: row.ord,
    name: row.name,
    dueOn: row.due_on as PlainDate | null,
    doneOn: row.done_recorded_on !== null && row.done_recorded_on <= asOf ? (row.done_on as PlainDate) : null,
    sourceQuote: row.source_quote,
  }))
}

export interface ReportView {
  readonly id: string
  readonly period: PeriodKey
  /** 1, and one more for each correction. */
  readonly number: number
  /** The newest version of its period on the day. */
  readonly current: boolean
  /** The day that its writer named, and the day on which it was sent: the first may be earlier. */
  readonly reportedOn: PlainDate
  readonly sentOn: PlainDate
  readonly content: string
  readonly difficulties: string
  readonly requests: string
  readonly nextSteps: string
  readonly finishesInYear: boolean | null
  /** Why an earlier version was corrected. */
  readonly reason: string
  readonly by: string | null
  readonly values: readonly {
    readonly targetId: string
    readonly reading: Reading | null
    readonly note: string | null
  }[]
}

interface ReportedValue {
  readonly targetId: string
  readonly value: string | null
  readonly done: boolean | null
  readonly note: string | null
}

/** All reports with all their versions, the latest first. */
export async function reportsOf(c: Context, { workId, asOf }: Question): Promise<readonly ReportView[]> {
  const rows = await programmeDb(c)
    .selectFrom('report')
    .selectAll('report')
    .select([
      actorNameOf(c, 'report.person_id', 'report.for_person_id').as('by'),
      // As text, because a numeric in JSON would come back as a double.
      sql<
        ReportedValue[]
      >`coalesce((select json_agg(json_build_object('targetId', target_id, 'value', value::text,
        'done', done, 'note', note)) from report_value where report_id = report.id), '[]')`.as('found'),
    ])
    .where('work_id', '=', workId)
    .where('sent_on', '<=', asOf)
    .orderBy('effective_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const newest = (row: (typeof rows)[number]) =>
    !rows.some((other) => other.period_key === row.period_key && other.number > row.number)
  return rows.map((row) => ({
    id: row.id,
    period: row.period_key as PeriodKey,
    number: row.number,
    current: newest(row),
    reportedOn: row.effective_on as PlainDate,
    sentOn: row.sent_on as PlainDate,
    content: row.content,
    difficulties: row.difficulties,
    requests: row.requests,
    nextSteps: row.next_steps,
    finishesInYear: row.finishes_in_year,
    reason: row.reason,
    by: row.by,
    values: row.found.map(({ targetId, note, ...read }) => ({ targetId, note, reading: readingOf(read) })),
  }))
}

/** What a value says: a number as it was written, or whether it is done. */
export function readingOf({ value, done }: { value: string | null; done: boolean | null }): Reading | null {
  return value === null ? done : decimal(value)
}
