import { type Selectable, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Target } from '../../platform/data/schema.gen.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { HeldContent } from '../held-version.ts'
import { programmeDb } from '../tables.ts'

/** The goal that a target had before it was adjusted, as the adjustment keeps it. */
interface Before {
  readonly operator: string | null
  readonly value: number | string | null
  readonly min: number | string | null
  readonly max: number | string | null
  readonly unit: string | null
}

/**
 * The targets of the works as they stood on a day, in their order, in two queries: an adjustment of a later day is undone,
 * because what was promised then must not change when it is asked for later.
 */
export async function targetRowsOn(
  c: Pick<Context, 'db'>,
  workIds: readonly string[],
  on: PlainDate,
): Promise<readonly Selectable<Target>[]> {
  if (workIds.length === 0) return []
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
  return rows.map((row) => asBefore(row, before.get(row.id)))
}

function asBefore(row: Selectable<Target>, before: Before | undefined): Selectable<Target> {
  if (before === undefined) return row
  const text = (value: number | string | null) => (value === null ? null : String(value))
  const { operator, unit } = before
  return { ...row, operator, unit, value: text(before.value), min: text(before.min), max: text(before.max) }
}

/** The targets of a version as rows, to be read as those of the work are. They carry ids of no row: nothing points to them. */
export function heldTargetRows(workId: string, { targets }: HeldContent): readonly Selectable<Target>[] {
  const text = (value: number | string | null | undefined) => (value == null ? null : String(value))
  const orNull = (value: string | null | undefined) => (value ? value : null)
  return (targets ?? []).map((target, index) => ({
    id: `${workId}.${index + 1}`,
    work_id: workId,
    ord: index + 1,
    measure: target.measure,
    unit: orNull(target.unit),
    operator: orNull(target.operator),
    value: text(target.value),
    min: text(target.min),
    max: text(target.max),
    baseline: text(target.baseline),
    modality: target.modality ?? 'committed',
    exceptions: target.exceptions ?? [],
    recognition_required: target.recognitionRequired ?? false,
    recognition_by: orNull(target.recognitionBy),
    measure_key: orNull(target.measureKey),
    note: null,
    source_quote: null,
  }))
}
