import { Kysely, PostgresDialect, sql } from 'kysely'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { openDatabase, openPool } from '../data/database.ts'
import type { DB } from '../data/schema.gen.ts'
import { useTestDatabase } from '../testing/database.ts'
import { countSubjects } from './count-subjects.ts'
import { RecountAhead } from './recount-ahead.ts'
import { type Lines, noSum } from './subject-count.ts'

const database = useTestDatabase()
const patience = { timeout: 20_000, interval: 50 }

/** A question whose answer shows when it was computed: the database clock advances. */
const askedAt = () =>
  database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const { groups } = await countSubjects(
        { db },
        {
          kind: 'work',
          query: () => sql<Lines>`select gen_random_uuid() || ' ' || clock_timestamp() as lines`.compile(db),
          keyOf: (word) => word,
          sum: noSum,
        },
      )
      return groups[0]?.key ?? ''
    })

test('an invalidated count is recounted automatically', async () => {
  const first = await askedAt()
  const asked: string[] = []
  const listening = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: ({ query }) => void asked.push(query.sql),
  })
  const counting = new RecountAhead({ database: listening, log: pino({ level: 'silent' }) })
  counting.start()
  await sql`insert into change_mark default values`.execute(database.db)
  await vi.waitFor(() => expect(asked.join()).toContain('clock_timestamp() as lines'), patience)
  await counting.stop()
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(database.db)
  const second = await askedAt()
  expect(second > first).toBe(true)
  expect(second < String(rows[0]?.now)).toBe(true)
})

test('an unavailable database is logged once', async () => {
  await askedAt()
  const away = openDatabase(openPool({ url: 'postgres://nobody@127.0.0.1:1/none' }))
  const trying = vi.spyOn(away, 'transaction')
  const log = pino({ level: 'silent' })
  const warn = vi.spyOn(log, 'warn')
  const counting = new RecountAhead({ database: away, log })
  counting.start()
  await vi.waitFor(() => expect(trying.mock.calls.length).toBeGreaterThan(2), patience)
  await counting.stop()
  await away.destroy()
  expect(warn).toHaveBeenCalledTimes(1)
})
