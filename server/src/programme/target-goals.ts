import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import type { Goal } from './rules/targets.ts'
import { programmeDb } from './tables.ts'
import { targetOf } from './target-facts.ts'

/** What a target asks for: in a decision's annex no more of it is printed. */
export interface WorkGoal {
  readonly measure: string
  readonly unit: string | null
  readonly goal: Goal
  readonly exceptions: readonly string[]
  readonly recognitionRequired: boolean
}

/** The goal that a target had before it was adjusted, as the adjustment keeps it. */
interface Before {
  readonly operator: string | null
  readonly value: number | string | null
  readonly min: number | string | null
  readonly max: number | string | null
  readonly unit: string | null
}

/** What the targets of the works asked for on a day, by work, in two queries: an adjustment of a later day is undone. */
export async function goalsOn(
  c: Context,
  workIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly WorkGoal[]>> {
  const goals = new Map<string, WorkGoal[]>()
  if (workIds.length === 0) return goals
  const within = sql<string>`any(${[...workIds]}::uuid[])`
  const rows = await programmeDb(c)
    .selectFrom('target')
    .selectAll()
    .where('work_id', '=', within)
    .orderBy('work_id')
    .orderBy('ord')
    .execute()
  const adjusted = await programmeDb(c)
    .selectFrom('adjustment')
    .distinctOn('target_id')
    .select(['target_id', 'before'])
    .where('work_id', '=', within)
    .where('kind', '=', 'target')
    .where('outcome', '=', 'accepted')
    .where('decided_on', '>', on)
    .orderBy('target_id')
    .orderBy('decided_on')
    .orderBy('id')
    .execute()
  const before = new Map(adjusted.map((row) => [row.target_id, row.before as unknown as Before]))
  for (const row of rows) {
    const { measure, unit, goal, exceptions, recognitionRequired } = targetOf(
      asBefore(row, before.get(row.id)),
    )
    const ofWork = goals.get(row.work_id) ?? []
    ofWork.push({ measure, unit, goal, exceptions, recognitionRequired })
    goals.set(row.work_id, ofWork)
  }
  return goals
}

type TargetRow = Parameters<typeof targetOf>[0]

function asBefore(row: TargetRow, before: Before | undefined): TargetRow {
  if (before === undefined) return row
  const text = (value: number | string | null) => (value === null ? null : String(value))
  const { operator, unit } = before
  return { ...row, operator, unit, value: text(before.value), min: text(before.min), max: text(before.max) }
}
