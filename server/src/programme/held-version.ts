import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { programmeDb } from './tables.ts'

const text = z.string().nullish()
const number = z.union([z.number(), z.string()]).nullish()

/** As much of a kept version as pages of the past show; what an older one lacks is taken from the work itself. */
const heldContent = z.looseObject({
  title: text,
  rationale: text,
  baseline: text,
  product: text,
  resources: text,
  risks: text,
  requests: text,
  proof: text,
  minutesReference: text,
  themeGroupId: text,
  targets: z
    .array(
      z.looseObject({
        measure: z.string(),
        unit: text,
        operator: text,
        value: number,
        min: number,
        max: number,
        baseline: number,
        modality: text,
        exceptions: z.array(z.string()).nullish(),
        recognitionRequired: z.boolean().nullish(),
        recognitionBy: text,
        measureKey: text,
      }),
    )
    .nullish(),
  steps: z.array(z.looseObject({ name: z.string(), dueOn: text })).nullish(),
})
export type HeldContent = z.output<typeof heldContent>

export interface HeldVersion {
  readonly number: number
  readonly content: HeldContent
  /** A later version was handed in: its targets and steps took the place of these. */
  readonly isReplaced: boolean
}

/**
 * The text of each work on a past day: its latest version of that day or before, because the work itself holds only the
 * current text. Before the first version it is that first one, the oldest known text. For today and later it returns
 * nothing: the work itself has the text, also while it is being edited. One query for any number of works.
 */
export async function heldVersions(
  c: Pick<Context, 'db' | 'today'>,
  workIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, HeldVersion>> {
  if (on >= c.today || workIds.length === 0) return new Map()
  const rows = await programmeDb(c)
    .selectFrom('work_version')
    .distinctOn('work_id')
    .select(['work_id', 'number', 'content'])
    .select(
      sql<boolean>`exists (select from work_version later where later.work_id = work_version.work_id
        and later.number > work_version.number and later.reason in ('submitted', 'resubmitted'))`.as(
        'replaced',
      ),
    )
    .where('work_id', '=', sql<string>`any(${[...workIds]}::uuid[])`)
    .orderBy('work_id')
    .orderBy(sql`effective_on <= ${on}::date`, 'desc')
    .orderBy(sql`case when effective_on <= ${on}::date then -number else number end`)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const content = heldContent.safeParse(row.content)
      return content.success
        ? [[row.work_id, { number: row.number, content: content.data, isReplaced: row.replaced }] as const]
        : []
    }),
  )
}
