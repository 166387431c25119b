import type { Context } from '../../platform/context.ts'
import { readableWorks } from '../policy.ts'
import { programmeDb } from '../tables.ts'

/** A work that an article names. */
export interface NamedWork {
  readonly ref: string
  readonly title: string
  readonly quote: string
}

/** The works that an article names, as far as the actor may see them. */
export async function worksOfSource(c: Context, sourceId: string): Promise<readonly NamedWork[]> {
  const rows = await programmeDb(c)
    .selectFrom('work')
    .select(['work.id', 'work.code', 'work.title', 'work.source_quote'])
    .where('work.source_id', '=', sourceId)
    .where(readableWorks(c))
    .orderBy('work.code')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ref: row.code ?? row.id, title: row.title, quote: row.source_quote ?? '' }))
}
