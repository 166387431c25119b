import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../data/database.ts'
import { extensionPoint } from '../slices/extension-point.ts'

/** A fact that stands in a table and that the record tells too. */
export interface RecordedFact {
  /** The table, and what of its row is compared, such as `evidence` and `state`. */
  readonly table: string
  readonly fact: string
  /** Rows of `id` and `told`: what the newest entry about each row says, as text. Rows that no entry tells of are left out. */
  readonly told: RawBuilder<unknown>
  /** What stands in the row (aliased `standing`), as text in the same form. */
  readonly stands: RawBuilder<unknown>
}

/** What tables say and the record tells too, of all slices. */
export const recordedFacts = extensionPoint<RecordedFact>()

/** A row that says something else than the record of how it came to be. */
export interface FactFault {
  readonly table: string
  readonly fact: string
  readonly id: string
  readonly told: string
  /** Null: the row is gone. */
  readonly stands: string | null
}

export interface FactsVerdict {
  readonly checked: number
  readonly faults: readonly FactFault[]
  /** Faults beyond those: only so many are named. */
  readonly more: number
}

const mostNamed = 10_000

interface Found {
  readonly id: string
  readonly told: string
  readonly stands: string | null
  readonly wrong: number
}

/**
 * Compares what stands in tables with what the record tells: a state that was changed past the program has no entry. What the
 * entries say is proved by the record's own verification, not here. Each fact is one query over the whole of its table.
 */
export async function verifyFacts(database: Database, facts: readonly RecordedFact[]): Promise<FactsVerdict> {
  const faults: FactFault[] = []
  let [checked, more] = [0, 0]
  for (const { table, fact, told, stands } of facts) {
    const compared = sql`select told.id, told.told, case when standing.id is null then null else ${stands} end as stands
      from (${told}) told left join ${sql.table(table)} standing on standing.id = told.id where told.told is not null`
    const { rows } = await sql<Found & { readonly all: number }>`with compared as (${compared})
      select id::text, told, stands, count(*) over ()::int as wrong, (select count(*)::int from compared) as "all"
      from compared where stands is distinct from told order by id limit ${mostNamed}`.execute(database)
    checked += rows[0]?.all ?? (await countOf(database, compared))
    more += Math.max(0, (rows[0]?.wrong ?? 0) - mostNamed)
    faults.push(...rows.map((row) => ({ table, fact, id: row.id, told: row.told, stands: row.stands })))
  }
  return { checked, faults, more }
}

async function countOf(database: Database, compared: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from (${compared}) compared`.execute(database)
  return rows[0]?.count ?? 0
}
