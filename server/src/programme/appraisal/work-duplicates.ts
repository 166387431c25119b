import { sql } from 'kysely'
import { actorNameOf } from '../../office/index.ts'
import { holderNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { readableWorks } from '../policy.ts'
import type { WorkState } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'

/** A work whose title looks like that of the one asked about, and what was found of the two. */
export interface DuplicateView {
  readonly code: string
  readonly title: string
  /** Null where the actor may not see the other work: that it is alike is no secret, what it says is. */
  readonly seen: {
    readonly unitName: string
    readonly holderName: string | null
    readonly postTitle: string | null
    readonly rationale: string
    readonly product: string
    readonly dueOn: PlainDate | null
    readonly state: WorkState
    readonly illustrative: boolean
  } | null
  readonly similarity: number
  readonly dismissed: { readonly at: Date; readonly by: string; readonly reason: string } | null
}

// A bound, not a page: candidates are kept to fewer than that when the warnings are raised.
const maxWarnings = 100

/** The warnings about a work: those still open first, the likest first. */
export async function warningsOf(c: Context, { row: work }: LoadedWork): Promise<readonly DuplicateView[]> {
  const rows = await programmeDb(c)
    .selectFrom('duplicate_warning as warning')
    .innerJoin('work', 'work.id', 'warning.other_work_id')
    .select(['work.code', 'work.title', 'work.rationale', 'work.product', 'work.due_on', 'work.state'])
    .select(['work.illustrative', 'warning.similarity', 'warning.dismissed_at', 'warning.reason'])
    .select([
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      actorNameOf(c, 'warning.dismissed_by', 'warning.dismissed_for_person_id').as('dismissed_by'),
      sql<boolean>`coalesce(${readableWorks(c)}, false)`.as('readable'),
    ])
    .where('warning.work_id', '=', work.id)
    .orderBy(sql`warning.dismissed_at is not null`)
    .orderBy('warning.similarity', 'desc')
    .orderBy('warning.id')
    .limit(maxWarnings)
    .execute()
  return rows.map((row) => ({
    code: row.code ?? '',
    title: row.title,
    seen: row.readable
      ? {
          unitName: row.unit_name,
          holderName: row.holder_name,
          postTitle: row.post_title,
          rationale: row.rationale,
          product: row.product,
          dueOn: row.due_on as PlainDate | null,
          state: row.state as WorkState,
          illustrative: row.illustrative,
        }
      : null,
    similarity: Number(row.similarity),
    dismissed:
      row.dismissed_at === null
        ? null
        : { at: row.dismissed_at, by: row.dismissed_by, reason: row.reason ?? '' },
  }))
}

/** The warnings that nobody has answered yet: while there is one, nothing is approved. */
export async function openWarningsOf(c: Context, work: LoadedWork): Promise<readonly DuplicateView[]> {
  return (await warningsOf(c, work)).filter(({ dismissed }) => dismissed === null)
}

/** Codes of the works that an open warning calls alike, by work. */
export async function openDuplicatesOf(
  c: Context,
  workIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await programmeDb(c)
    .selectFrom('duplicate_warning')
    .innerJoin('work', 'work.id', 'duplicate_warning.other_work_id')
    .select(['duplicate_warning.work_id', 'work.code'])
    .where('duplicate_warning.work_id', 'in', [...workIds])
    .where('duplicate_warning.dismissed_at', 'is', null)
    .execute()
  const byWork = new Map<string, string[]>()
  for (const row of rows) byWork.set(row.work_id, [...(byWork.get(row.work_id) ?? []), row.code ?? ''])
  return byWork
}
