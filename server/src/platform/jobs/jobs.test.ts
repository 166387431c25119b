import pg from 'pg'
import pino from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import type { PublicContext } from '../context.ts'
import { asNobody, useTestDatabase } from '../testing/database.ts'
import { publish, type Subscriber } from './events.ts'
import { Jobs, prepareJobs } from './jobs.ts'

const database = useTestDatabase()
let jobs: Jobs | undefined

afterEach(async () => {
  await jobs?.stop()
  jobs = undefined
})

const inTransaction = <Result>(act: (c: PublicContext) => Promise<Result>) => asNobody(database, act)

function reader(heard: string[], failures: { left: number }): Subscriber {
  return {
    name: 'reader',
    events: ['thing.happened'],
    async handle(_c, event) {
      if (failures.left > 0) {
        failures.left -= 1
        throw new Error('not this time')
      }
      heard.push(String(event.payload.what))
    },
  }
}

async function startJobs(subscriber: Subscriber) {
  await prepareJobs(database.ownerUrl)
  jobs = new Jobs({
    url: database.ownerUrl,
    database: database.db,
    subscribers: [subscriber],
    upkeep: [],
    log: pino({ level: 'silent' }),
    inTransaction,
  })
  await jobs.start()
  return jobs
}

test('what an act published reaches its reader once, and what was rolled back never', async () => {
  const heard: string[] = []
  const subscriber = reader(heard, { left: 0 })
  await startJobs(subscriber)
  await inTransaction((c) => publish(c, 'thing.happened', { what: 'kept' }))
  await inTransaction(async (c) => {
    await publish(c, 'thing.happened', { what: 'undone' })
    throw new Error('the act failed')
  }).catch(() => undefined)
  await inTransaction((c) => publish(c, 'another.happened', { what: 'not for this reader' }))
  await vi.waitFor(() => expect(heard).toEqual(['kept']), { timeout: 10_000 })
  const left = await database.db
    .selectFrom('outbox')
    .select('id')
    .where('dispatched_at', 'is', null)
    .execute()
  expect(left).toEqual([])
})

test('a job under way when the server stops is given back and done by the next server', async () => {
  const heard: string[] = []
  const entered = Promise.withResolvers<void>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const hanging: Subscriber = {
    name: 'reader',
    events: ['thing.happened'],
    async handle() {
      entered.resolve()
      await released
      throw new Error('cut off by the end of the server')
    },
  }
  const first = await startJobs(hanging)
  await inTransaction((c) => publish(c, 'thing.happened', { what: 'survived' }))
  await entered.promise
  await first.stop(100)
  release()
  jobs = undefined
  await database.pool.query(`update pgboss.job set start_after = now() where state = 'retry'`)
  await startJobs(reader(heard, { left: 0 }))
  await vi.waitFor(() => expect(heard).toEqual(['survived']), { timeout: 10_000 })
})

test('a delivery that runs twice does its work once', async () => {
  const heard: string[] = []
  const subscriber = reader(heard, { left: 0 })
  const started = await startJobs(subscriber)
  const id = await inTransaction((c) => publish(c, 'thing.happened', { what: 'once' }))
  await started.deliver(id, subscriber)
  await started.deliver(id, subscriber)
  expect(heard.filter((what) => what === 'once')).toHaveLength(1)
})

test('a reader that fails leaves no delivery behind, so that it is tried again', async () => {
  const heard: string[] = []
  const failures = { left: 1 }
  const subscriber = { ...reader(heard, failures), name: 'fragile' }
  await prepareJobs(database.ownerUrl)
  jobs = new Jobs({
    url: database.ownerUrl,
    database: database.db,
    subscribers: [],
    upkeep: [],
    log: pino({ level: 'silent' }),
    inTransaction,
  })
  await jobs.start()
  const id = await inTransaction((c) => publish(c, 'thing.happened', { what: 'at last' }))
  await expect(jobs.deliver(id, subscriber)).rejects.toThrow('not this time')
  await jobs.deliver(id, subscriber)
  expect(heard).toEqual(['at last'])
})

test('a reader receives events again at once after every connection was cut', async () => {
  const heard: string[] = []
  await startJobs(reader(heard, { left: 0 }))
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const others = 'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
  const listeners = async () => {
    const { rows } = await owner.query(`select pid ${others} and query = 'listen outbox'`)
    return rows.map(({ pid }) => Number(pid))
  }
  const first = await listeners()
  expect(first).toHaveLength(1)
  await owner.query(`select pg_terminate_backend(pid) ${others}`)
  await vi.waitFor(
    async () => {
      const now = await listeners()
      expect(now).toHaveLength(1)
      expect(now).not.toEqual(first)
    },
    { timeout: 10_000 },
  )
  await owner.end()
  await inTransaction((c) => publish(c, 'thing.happened', { what: 'after the cut' }))
  await vi.waitFor(() => expect(heard).toContain('after the cut'), { timeout: 10_000 })
})
