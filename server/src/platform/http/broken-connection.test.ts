import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { PublicContext } from '../context.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testSystem } from '../testing/server.ts'
import { inTransaction, type TransactionMode } from './system.ts'
import { visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const circumstances = {
  actor: visitor('an'),
  language: 'vi',
  origin: { requestId: 'test', address: null },
} as const

async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(statement, values)
  await owner.end()
}

/** Counts how often an act runs that `breaks` its own connection while `runs` is not above `times`. */
async function runsWhen(
  mode: TransactionMode,
  times: number,
  breaks: (c: PublicContext) => Promise<unknown>,
): Promise<{ readonly runs: number; readonly isDone: boolean }> {
  let runs = 0
  const isDone = await inTransaction(testSystem(database), circumstances, mode, async (c) => {
    runs += 1
    if (runs <= times) await breaks(c)
    await c.db.selectFrom('installation').select('only_row').execute()
  }).then(
    () => true,
    () => false,
  )
  return { runs, isDone }
}

/** Ends the connection as a database server does that is stopped. */
async function cut(c: PublicContext): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(c.db)
  await asOwner('select pg_terminate_backend($1)', [rows[0]?.pid])
}

// A trigger that is due at the commit and ends its own connection there.
beforeAll(() =>
  asOwner(`
    create table trap (armed boolean);
    create function spring() returns trigger language plpgsql security definer as $$ begin
      perform pg_terminate_backend(pg_backend_pid());
      perform pg_sleep(5);
      return null;
    end $$;
    create constraint trigger trap after insert on trap deferrable initially deferred
      for each row execute function spring();
    grant insert on trap to dotpha_app;`),
)
const cutAtCommit = (c: PublicContext) => sql`insert into trap values (true)`.execute(c.db)

test.each(['read', 'write', 'once'] as const)(
  'an act runs again when its connection breaks under it (%s)',
  async (mode) => {
    expect(await runsWhen(mode, 1, cut)).toEqual({ runs: 2, isDone: true })
  },
)

test('an act whose connection breaks each time is given up after the third', async () => {
  expect(await runsWhen('read', 9, cut)).toEqual({ runs: 3, isDone: false })
})

test('what may have been kept does not run again, unless its key makes it one act', async () => {
  expect(await runsWhen('write', 1, cutAtCommit)).toEqual({ runs: 1, isDone: false })
  expect(await runsWhen('once', 1, cutAtCommit)).toEqual({ runs: 2, isDone: true })
})
