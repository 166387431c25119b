import { sql } from 'kysely'
import { holderNameOf, postTitleOf, unitNameOf, unitShortNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { FoundPile, SearchQuestion } from '../../platform/slices/search.ts'
import { findBest, rank } from '../../platform/text-search/find-best.ts'
import type { SearchField } from '../../platform/text-search/fit.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { allWorks } from '../filter/filter.ts'
import { readableToday } from '../filter/works-on-day.ts'
import { paths } from '../paths.ts'
import type { WorkState } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'

/** Works of all years by their titles, codes, units and persons. */
export async function findWorks(c: Context, { search, match, limit }: SearchQuestion): Promise<FoundPile> {
  const { ids, counts } = await findBest(
    c,
    {
      from: sql`work_search join work on work.id = work_search.work_id join programme on programme.id = work.programme_id`,
      id: sql.ref('work.id'),
      words: sql.ref('work_search.words'),
      group: sql`programme.year`,
      readable: readableToday(c),
    },
    match,
  )
  const found = rank(search, await describe(c, ids), fieldsOf, limit)
  return {
    key: 'works',
    icon: 'clipboard-list',
    counts: counts.map(({ group: year, total }) => ({
      label: c.t('programme.works_title', { year }),
      total,
      href: paths.works({ ...allWorks(Number(year), c.today), text: search.text }),
    })),
    items: found.map(({ row, fit }) => ({
      key: row.id,
      title: row.title,
      href: paths.work(row.code ?? row.id),
      note: `${row.code ?? c.t('programme.no_code')} · ${whose(row)}`,
      mark: <StateBadge state={row.state as WorkState} />,
      illustrative: row.illustrative,
      fit,
    })),
  }
}

async function describe(c: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return programmeDb(c)
    .selectFrom('work')
    .innerJoin('programme', 'programme.id', 'work.programme_id')
    .select(['work.id', 'work.code', 'work.title', 'work.state', 'work.illustrative', 'programme.year'])
    .select([
      unitNameOf('work.owner_unit_id').as('unit_name'),
      unitShortNameOf('work.owner_unit_id').as('unit_short_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
    ])
    .where('work.id', 'in', ids)
    .orderBy('work.id', 'desc')
    .execute()
}

type Described = Awaited<ReturnType<typeof describe>>[number]

const whose = ({ holder_name, post_title, unit_name }: Described) =>
  [holder_name, post_title, unit_name].filter((part) => part !== null).join(', ')

const fieldsOf = (row: Described): SearchField[] => [
  { text: row.title },
  { text: row.unit_name, isUnit: true },
  { text: row.unit_short_name, isUnit: true },
  { text: row.code },
  { text: row.holder_name },
  { text: row.post_title },
]
