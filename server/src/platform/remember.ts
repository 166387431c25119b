import { type CompiledQuery, sql } from 'kysely'
import type { PublicContext } from './context.ts'
import type { DatabaseTransaction } from './database.ts'

type Reader = Pick<PublicContext, 'db'>

/** The answer of a query, kept with how many rows it has. */
type Rows = readonly unknown[]

// Rows of figures and lists are small: all of them together stay within some tens of megabytes.
const maxRows = 100_000

const answers = new Map<string, Rows>()
let kept = 0

/** What a transaction sees of the register, in one word; null where it may still change it. */
const sights = new WeakMap<DatabaseTransaction, Promise<string | null>>()

/**
 * Asks a query, or gives its answer again where nothing has changed since it was asked: the same database, the same marks of
 * change, the same words and parameters. Exact, and not merely fresh: marks are written by the transactions that change, so
 * that whoever sees a change sees its mark. Only for read-only transactions, and for tables that leave marks (`change_mark`);
 * everything else that the answer hangs on, such as permission and the day, must stand in the query itself.
 *
 * The rows are shared: nobody may change them.
 */
export async function remember<Row>(c: Reader, query: CompiledQuery<Row>): Promise<readonly Row[]> {
  const sight = await sightOf(c.db)
  if (sight === null) return (await c.db.executeQuery(query)).rows
  const key = `${sight} ${query.sql} ${JSON.stringify(query.parameters)}`
  const known = answers.get(key)
  if (known !== undefined) {
    // What was used last is dropped last.
    answers.delete(key)
    answers.set(key, known)
    return known as readonly Row[]
  }
  const { rows } = await c.db.executeQuery(query)
  keep(key, rows)
  return rows
}

function keep(key: string, rows: Rows): void {
  if (rows.length > maxRows / 20 || answers.has(key)) return
  answers.set(key, rows)
  kept += rows.length + 1
  for (const [oldest, dropped] of answers) {
    if (kept <= maxRows) break
    answers.delete(oldest)
    kept -= dropped.length + 1
  }
}

function sightOf(db: DatabaseTransaction): Promise<string | null> {
  const known = sights.get(db)
  if (known !== undefined) return known
  const found = lookAround(db)
  sights.set(db, found)
  return found
}

/** The server, the database and its marks; all of them are read in the snapshot of the transaction. */
async function lookAround(db: DatabaseTransaction): Promise<string | null> {
  const { rows } = await sql<{ fixed: boolean; sight: string }>`select
    current_setting('transaction_read_only') = 'on'
      and current_setting('transaction_isolation') in ('repeatable read', 'serializable') as fixed,
    concat_ws(' ', pg_postmaster_start_time(), inet_server_port(), current_database(),
      (select oid from pg_database where datname = current_database()), count(*), bit_xor(mark)) as sight
    from change_mark`.execute(db)
  const [row] = rows
  return row?.fixed === true ? row.sight : null
}
