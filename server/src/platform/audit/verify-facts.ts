import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../data/database.ts'
import { extensionPoint } from '../slices/extension-point.ts'

/** A fact that is stored in a table and also in the audit log. */
export interface RecordedFact {
  /** The table, and the compared part of its row, such as `evidence` and `state`. */
  readonly table: string
  readonly fact: string
  /**
   * Rows of `id` and `told`: the value in the newest entry about each row, as text. Rows without an entry are omitted.
   */
  readonly told: RawBuilder<unknown>
  /** The value in the row (aliased `standing`), as text in the same format. */
  readonly stands: RawBuilder<unknown>
}

/** Facts that are in both tables and audit log, from all slices. */
export const recordedFacts = extensionPoint<RecordedFact>()

/** A row that disagrees with the audit log. */
export interface FactFault {
  readonly table: string
  readonly fact: string
  readonly id: string
  readonly told: string
  /** Null: the row is missing. */
  readonly stands: string | null
}

export interface FactsVerdict {
  readonly checked: number
  readonly faults: readonly FactFault[]
  /** The number of further faults: only a limited number are listed. */
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
 * Compares tables with the audit log: a state that was changed outside the program has no entry. The entries themselves
 * are verified separately. Each fact is one query over its whole table.
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
