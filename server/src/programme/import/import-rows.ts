import { sql } from 'kysely'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import type { DB } from '../../platform/data/schema.gen.ts'

type Row = Readonly<Record<string, unknown>>

// JSON of one statement stays well below what PostgreSQL takes as one value, also for rows with long texts.
const rowsAStatement = 5000

/**
 * Inserts many rows of one table. The rows travel as one JSON value a statement: a hundred thousand of them would need
 * millions of parameters otherwise. Columns that a row does not name get their default.
 */
export async function insertRows(
  db: DatabaseTransaction,
  table: keyof DB,
  rows: readonly object[],
): Promise<void> {
  for (const [columns, alike] of byColumns(rows as readonly Row[])) {
    const names = sql.join(columns.map((column) => sql.ref(column)))
    for (let start = 0; start < alike.length; start += rowsAStatement) {
      const part = JSON.stringify(alike.slice(start, start + rowsAStatement))
      await sql`insert into ${sql.table(table)} (${names})
        select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(db)
    }
  }
}

/** Sets the columns that each row names beside its id, in the row of the table with that id. */
export async function changeRows(
  db: DatabaseTransaction,
  table: keyof DB,
  rows: readonly object[],
): Promise<void> {
  for (const [columns, alike] of byColumns(rows as readonly Row[])) {
    const set = columns
      .filter((column) => column !== 'id')
      .map((column) => sql`${sql.ref(column)} = changed.${sql.ref(column)}`)
    for (let start = 0; start < alike.length; start += rowsAStatement) {
      const part = JSON.stringify(alike.slice(start, start + rowsAStatement))
      await sql`update ${sql.table(table)} as kept set ${sql.join(set)}
        from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb) as changed
        where kept.id = changed.id`.execute(db)
    }
  }
}

/** Rows that name the same columns, together, in their order. */
function byColumns(rows: readonly Row[]): Iterable<[readonly string[], Row[]]> {
  const groups = new Map<string, [readonly string[], Row[]]>()
  for (const row of rows) {
    const columns = Object.keys(row).filter((column) => row[column] !== undefined)
    const key = columns.toSorted().join(' ')
    const group = groups.get(key) ?? [columns, []]
    group[1].push(row)
    groups.set(key, group)
  }
  return groups.values()
}
