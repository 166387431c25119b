import { sql } from 'kysely'
import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cachedRows } from '../../platform/counts/cached-rows.ts'
import { daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import { narrowScope, type WorkScope } from '../filter/work-scope.ts'
import { sinceOf } from '../filter/works-on-day.ts'

/** A body that has yet to judge completions which were reported done in time. */
export interface AwaitedBody {
  readonly unitName: string
  readonly count: number
  /** The day on which the oldest of them was reported. */
  readonly since: PlainDate
  /** Whole days from then to the day of the question. */
  readonly days: number
}

const mostBodies = 50

/** Before which bodies the promises that count as awaiting recognition wait (`PromisePart`), the longest wait first. */
export async function awaitedBodies(c: Context, within: WorkScope): Promise<readonly AwaitedBody[]> {
  const scope = narrowScope(within, { ...within.filter, promise: 'awaiting' })
  const asked = worksWithin(c, scope)
    .select([
      unitNameOf('work.assigner_unit_id').as('unitName'),
      sql<number>`count(*)::integer`.as('count'),
      sql<PlainDate>`min(${sinceOf(scope)})`.as('since'),
    ])
    .groupBy('work.assigner_unit_id')
    .orderBy('since')
    .orderBy('unitName')
    .limit(mostBodies)
  const rows = await cachedRows(c, asked.compile(), { kind: 'work' })
  return rows.map((row) => ({ ...row, days: daysBetween(row.since, scope.filter.asOf) }))
}
