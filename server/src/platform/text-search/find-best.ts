import { type RawBuilder, sql } from 'kysely'
import type { DatabaseTransaction } from '../data/database.ts'
import { bestQuality, FitReader, type SearchField } from './fit.ts'
import type { Search } from './parse-search.ts'
import type { TextMatch } from './text-match.ts'

/** Where a kind of thing is looked for. */
export interface SearchedTable {
  /** What to read from, with the table of words and all that permission asks of: `work_search join work on …`. */
  readonly from: RawBuilder<unknown>
  readonly id: RawBuilder<string>
  readonly words: RawBuilder<unknown>
  /** What the counts are divided by, such as the year; one count where it is left out. */
  readonly group?: RawBuilder<string>
  /** The rows that the actor may see: never left out, so that neither what is found nor how many tells of others. */
  readonly readable: RawBuilder<boolean>
}

export interface Best {
  /** The best, at most `maxBest`, the nearest first. */
  readonly ids: readonly string[]
  /** How many there are of each group that has any; together at most `maxCounted`, which says as many or more. */
  readonly counts: readonly { readonly group: string; readonly total: number }[]
}

/** Of so many the order is worked out from their texts. */
const maxBest = 60
/** More than this many fit no screen: they are neither counted nor put into order, so that the cost has a bound. */
export const maxCounted = 2000

/** Finds the things whose words match, as far as the actor may see them, in one query. */
export async function findBest(
  c: { readonly db: DatabaseTransaction },
  table: SearchedTable,
  match: TextMatch,
): Promise<Best> {
  const { rows } = await sql<{ ids: string[] | null; counts: Best['counts'] | null }>`
    with found as materialized (
      select ${table.id} as id, ${table.group ?? sql`''`}::text as of_group, ${match.fit(table.words)} as fit from ${table.from}
      where ${match.condition(table.words)} and ${table.readable} limit ${maxCounted}
    )
    select (select array_agg(id order by fit desc, id desc)
        from (select id, fit from found order by fit desc, id desc limit ${maxBest}) as best) as ids,
      (select jsonb_agg(jsonb_build_object('group', of_group, 'total', total) order by of_group desc)
        from (select of_group, count(*) as total from found group by of_group) as counted) as counts`.execute(
    c.db,
  )
  return { ids: rows[0]?.ids ?? [], counts: rows[0]?.counts ?? [] }
}

/** A thing with how well it fits, see `FitReader`. */
export interface Ranked<Row> {
  readonly row: Row
  readonly fit: number
}

/** Puts what was found into order by its texts, the best first. */
export function rank<Row>(
  search: Search,
  rows: readonly Row[],
  fieldsOf: (row: Row) => readonly SearchField[],
  limit: number,
): readonly Ranked<Row>[] {
  const reader = new FitReader(search)
  const read = rows.map((row) => {
    const fields = fieldsOf(row)
    return { row, fields, hits: reader.hits(fields) }
  })
  const weights = search.terms.map((_, term) => {
    const share = read.filter(({ hits }) => bestQuality(hits, term) > 0).length / Math.max(1, read.length)
    // A word that few of these have tells more than one that nearly all have.
    return 2 - share
  })
  return read
    .map(({ row, fields, hits }) => ({ row, fit: reader.fit(fields, hits, weights) }))
    .sort((one, other) => other.fit - one.fit)
    .slice(0, limit)
}
