import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import type { DB } from './schema.gen.ts'

export type Database = Kysely<DB>
export type DatabaseTransaction = Transaction<DB>

const { builtins } = pg.types

// Dates stay the words they are in SQL (YYYY-MM-DD); counts are safe integers; numeric stays text, so that nothing rounds.
pg.types.setTypeParser(builtins.DATE, (value) => value)
pg.types.setTypeParser(builtins.INT8, (value) => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint out of range: ${value}`)
  return number
})

export interface DatabaseOptions {
  readonly url: string
  /** The role that the connections take on: it may add audit entries, but neither change nor delete them. */
  readonly role?: string
  readonly maxConnections?: number
  /** When a statement is cut off, by the server itself. */
  readonly statementTimeoutMs?: number
  readonly onError?: (error: Error) => void
}

/** A pool of connections; `url` names the login, `role` what it may do. Errors of idle connections go to `onError`. */
export function openPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    // // How long a request can wait for a connection before it gets a 503 with Retry-After.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // // A server that vanished silently is detected by keepalive, not by the next user.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Compiling a query takes longer than any of ours runs: lists and figures are short, and asked often.
    options: `-c TimeZone=UTC -c jit=off -c statement_timeout=${options.statementTimeoutMs ?? 30_000} -c idle_in_transaction_session_timeout=60000${
      options.role === undefined ? '' : ` -c role=${options.role}`
    }`,
  })
  // Without a listener the process dies when the server goes away; the next query reports it anyway.
  pool.on('error', (error) => options.onError?.(error))
  // The pool listens to idle connections only: one that breaks inside a transaction would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    // // `in` with an empty list is not valid SQL: it means none, and `not in` means all, as the author of a query
    // expects.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })
}

/**
 * A handle typed to the tables that a slice owns, so that nobody writes another's rows by accident.
 * `const programmeDb = sliceHandle<'work' | 'target'>()`, then `programmeDb(c).selectFrom('work')`.
 */
export function sliceHandle<Tables extends keyof DB>() {
  return (c: { readonly db: DatabaseTransaction }): Transaction<Pick<DB, Tables>> =>
    c.db as unknown as Transaction<Pick<DB, Tables>>
}
