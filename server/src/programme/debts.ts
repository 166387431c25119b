import { sql } from 'kysely'
import { holderNameOf, postTitleOf, spanCovers, unitCodeOf, unitNameOf } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { daysBetween, type PlainDate } from '../platform/plain-date.ts'
import { type WorkScope, worksWithin } from './filter-sql.ts'
import type { WorkId } from './tables.ts'

/** Who owes what, and since when: a work that is late, or of which no report came. */
export interface Debt {
  readonly workId: WorkId
  readonly code: string | null
  readonly title: string
  readonly unitCode: string
  readonly unitName: string
  readonly holderName: string | null
  readonly postTitle: string | null
  readonly signals: readonly ('late' | 'silent')[]
  /** The first day of the debt. */
  readonly since: PlainDate
  readonly days: number
  readonly illustrative: boolean
}

/** The debts of the works that the filter names, the longest first. */
export async function longestDebts(c: Context, scope: WorkScope, limit = 10): Promise<readonly Debt[]> {
  const { filter, programme } = scope
  const rows = await worksWithin(c, scope)
    .innerJoin('work_signal as debt', 'debt.work_id', 'work.id')
    .where('debt.programme_id', '=', programme.id)
    .where('debt.signal', 'in', ['late', 'silent'])
    .where(spanCovers('debt.from_on', 'debt.to_on', filter.asOf))
    .groupBy('work.id')
    .select(['work.id', 'work.code', 'work.title', 'work.illustrative'])
    .select([
      unitCodeOf('work.owner_unit_id').as('unit_code'),
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      sql<PlainDate>`min(debt.from_on)`.as('since'),
      sql<('late' | 'silent')[]>`array_agg(debt.signal order by debt.signal)`.as('signals'),
    ])
    .orderBy('since')
    .orderBy('work.id')
    .limit(Math.min(limit, 200))
    .execute()
  return rows.map((row) => ({
    workId: row.id as WorkId,
    code: row.code,
    title: row.title,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    holderName: row.holder_name,
    postTitle: row.post_title,
    signals: row.signals,
    since: row.since,
    // The first day of a debt is a whole one: it is owed at its end (design 8.1).
    days: daysBetween(row.since, filter.asOf) + 1,
    illustrative: row.illustrative,
  }))
}
