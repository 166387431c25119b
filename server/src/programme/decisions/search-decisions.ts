import { sql } from 'kysely'
import { unitNameOf, unitShortNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { FoundPile, SearchQuestion } from '../../platform/slices/search.ts'
import { findBest, rank } from '../../platform/text-search/find-best.ts'
import { formatDate } from '../../ui/format.ts'
import { paths } from '../paths.ts'
import { programmeDb } from '../tables.ts'
import { readableDecisions } from './decision-queries.ts'

/** Decisions by their number, however it is written, by what they are about, who issued them and when. */
export async function findDecisions(
  c: Context,
  { search, match, limit }: SearchQuestion,
): Promise<FoundPile> {
  const { ids } = await findBest(
    c,
    {
      from: sql`decision_search join decision on decision.id = decision_search.decision_id`,
      id: sql.ref('decision.id'),
      words: sql.ref('decision_search.words'),
      readable: sql<boolean>`decision.decided_on <= ${c.today}::date and ${readableDecisions(c)}`,
    },
    match,
  )
  const found = rank(search, await describe(c, ids), (row) => row.fields, limit)
  return {
    key: 'decisions',
    icon: 'gavel',
    // The list of decisions cannot be narrowed by words.
    counts: [],
    items: found.map(({ row, fit }) => ({
      key: row.id,
      title: `${row.number}: ${row.title}`,
      href: paths.decision(row.id),
      note: `${row.issuer} · ${row.on}`,
      mark: null,
      illustrative: row.illustrative,
      fit,
    })),
  }
}

async function describe(c: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await programmeDb(c)
    .selectFrom('decision')
    .select(['id', 'number', 'title', 'decided_on', 'illustrative'])
    .select([
      unitNameOf('decision.issuer_unit_id', { column: 'decision.decided_on' }).as('issuer'),
      unitShortNameOf('decision.issuer_unit_id').as('issuer_short'),
    ])
    .where('id', 'in', ids)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => {
    const on = formatDate(row.decided_on, c.language)
    return {
      ...row,
      on,
      fields: [
        { text: `số ${row.number}` },
        { text: row.number.replace(/\(.*\)|[^\p{L}]/gu, '') },
        { text: row.title },
        { text: row.issuer, isUnit: true },
        { text: row.issuer_short, isUnit: true },
        { text: row.decided_on.split('-').reverse().join('/') },
      ],
    }
  })
}
