import { sql } from 'kysely'
import { holderNameOf, postTitleOf, spanCovers, unitCodeOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cachedRows } from '../../platform/counts/cached-rows.ts'
import { daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'
import { worksWithin } from '../filter/filter-sql.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { signalledWorks } from '../filter/works-on-day.ts'
import { programmeDb, type WorkId } from '../tables.ts'

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

/** Which works are owed, and since when. */
export type Owed = readonly { readonly workId: string; readonly since: PlainDate }[]

/** The debts of the works that the filter names, the longest first. */
export async function longestDebts(c: Context, scope: WorkScope, limit = 10): Promise<readonly Debt[]> {
  const owed = await worksWithin(c, scope)
    .innerJoin(signalledWorks(c, scope), 'signalled.work_id', 'work.id')
    .select(['work.id as workId', sql<PlainDate>`signalled.owed_since`.as('since')])
    .where('signalled.owed_since', 'is not', null)
    .orderBy('signalled.owed_since')
    .orderBy('work.id')
    .limit(Math.min(limit, 200))
    .execute()
  return debtsOf(c, scope, owed)
}

/** What is owed of these works, in their order: the longest debt first. */
export async function debtsOf(
  c: Context,
  { filter }: Pick<WorkScope, 'filter'>,
  owed: Owed,
): Promise<readonly Debt[]> {
  if (owed.length === 0) return []
  const ids = owed.map(({ workId }) => workId)
  const asked = programmeDb(c)
    .selectFrom('work')
    .select(['work.id', 'work.code', 'work.title', 'work.illustrative'])
    .select([
      unitCodeOf('work.owner_unit_id').as('unit_code'),
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      sql<('late' | 'silent')[]>`array(select signal from work_signal where work_id = work.id
        and signal in ('late', 'silent') and ${spanCovers('from_on', 'to_on', filter.asOf)} order by signal)`.as(
        'signals',
      ),
    ])
    .where('work.id', 'in', ids)
  const rows = await cachedRows(c, asked.compile(), { kind: 'work', ids })
  return owed.flatMap(({ workId, since }) => {
    const row = rows.find((one) => one.id === workId)
    if (row === undefined) return []
    // The first day of a debt is a whole one: it is owed at its end (design 8.1).
    return [{ ...debtOf(row), since, days: daysBetween(since, filter.asOf) + 1 }]
  })
}

interface DebtRow {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly illustrative: boolean
  readonly unit_code: string
  readonly unit_name: string
  readonly holder_name: string | null
  readonly post_title: string | null
  readonly signals: Debt['signals']
}

function debtOf(row: DebtRow): Omit<Debt, 'since' | 'days'> {
  return {
    workId: row.id as WorkId,
    code: row.code,
    title: row.title,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    holderName: row.holder_name,
    postTitle: row.post_title,
    signals: row.signals,
    illustrative: row.illustrative,
  }
}
