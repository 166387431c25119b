import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { PublicContext } from '../context.ts'
import type { Database } from '../data/database.ts'
import { applicationRole } from '../data/migrate.ts'
import type { PublishedEvent, Subscriber } from './events.ts'

const eventQueue = 'event'
const upkeepQueue = 'upkeep'
const morningQueue = 'morning'
// At the hour of Vietnam.
const times = { [upkeepQueue]: '17 2 * * *', [morningQueue]: '0 7 * * 1-5' }
const batchSize = 200
// A notice tells of new events at once; this only catches what a lost connection missed.
const sweepMs = 5_000
const listenAgainMs = 250

/** A piece of regular housekeeping; it may run twice, and a second run finds nothing to do. */
export interface Upkeep {
  readonly name: string
  run(c: PublicContext): Promise<void>
}

export interface JobsOptions {
  readonly url: string
  readonly database: Database
  readonly subscribers: readonly Subscriber[]
  readonly upkeep: readonly Upkeep[]
  /** Done at seven on working mornings; it may run twice. */
  morning?(): Promise<void>
  readonly log: Logger
  /** Runs in a transaction of its own, without an actor. */
  inTransaction<Result>(act: (c: PublicContext) => Promise<Result>): Promise<Result>
}

/** Installs the queue's own schema as the owner of the database, and lets the application use it. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  for (const queue of [eventQueue, upkeepQueue, morningQueue]) {
    if ((await boss.getQueue(queue)) === null) {
      await boss.createQueue(queue, { retryLimit: 10, retryBackoff: true, notify: true })
    }
  }
  for (const [queue, time] of Object.entries(times))
    await boss.schedule(queue, time, null, { tz: 'Asia/Ho_Chi_Minh' })
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`grant usage on schema pgboss to ${applicationRole}`)
  await client.query(
    `grant select, insert, update, delete on all tables in schema pgboss to ${applicationRole}`,
  )
  await client.query(`grant execute on all functions in schema pgboss to ${applicationRole}`)
  await client.end()
}

/**
 * Works off what acts have published. Events wait in the outbox, written in the transaction of their act; from there
 * each becomes one job a subscriber in the transaction that marks it, so that a job exists if and only if its act was
 * kept. A subscriber that fails is tried again, and one that ran twice finds its delivery recorded (design 8.7).
 */
export class Jobs {
  readonly #options: JobsOptions
  readonly #boss: PgBoss
  #listener: pg.Client | undefined
  #sweep: NodeJS.Timeout | undefined
  #isStopping = false
  #dispatching: Promise<void> = Promise.resolve()

  constructor(options: JobsOptions) {
    this.#options = options
    const separator = options.url.includes('?') ? '&' : '?'
    const connectionString = `${options.url}${separator}options=${encodeURIComponent(`-c role=${applicationRole}`)}`
    this.#boss = new PgBoss({
      connectionString,
      migrate: false,
      createSchema: false,
      useListenNotify: true,
      max: 4,
    })
    this.#boss.on('error', (error: Error) => options.log.warn({ err: error }, 'job queue'))
  }

  async start(): Promise<void> {
    const { subscribers, upkeep, log } = this.#options
    await this.#boss.start()
    await this.#boss.work<{ eventId: string; subscriber: string }>(
      eventQueue,
      { batchSize: 50, burstWhenBatchFull: true },
      async (jobs) => {
        for (const { data } of jobs) {
          const subscriber = subscribers.find(({ name }) => name === data.subscriber)
          if (subscriber !== undefined) await this.deliver(data.eventId, subscriber)
        }
      },
    )
    await this.#boss.work(upkeepQueue, { batchSize: 2 }, async () => {
      for (const one of upkeep) await this.#options.inTransaction((c) => one.run(c))
      log.info('upkeep done')
    })
    await this.#boss.work(morningQueue, { batchSize: 1 }, async () => this.#options.morning?.())
    await this.#listen()
    this.#sweep = setInterval(() => void this.#catchUp(), sweepMs)
    this.#sweep.unref()
    await this.dispatch()
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#options.url, keepAlive: true })
    client.on('error', (error) => this.#options.log.warn({ err: error }, 'listening for events'))
    client.on('end', () => {
      if (this.#listener !== client || this.#isStopping) return
      this.#listener = undefined
      setTimeout(() => void this.#catchUp(), listenAgainMs).unref()
    })
    client.on('notification', () => void this.dispatch())
    await client.connect()
    await client.query('listen outbox')
    this.#listener = client
  }

  /** What came without a notice; and where the connection broke that brings them, another one is made. */
  async #catchUp(): Promise<void> {
    if (this.#listener === undefined && !this.#isStopping) {
      await this.#listen().catch((error: unknown) => {
        this.#options.log.warn({ err: error }, 'nobody listens for events yet')
      })
    }
    await this.dispatch()
  }

  /** Puts the jobs of waiting events into the queue. Calls run one after the other. */
  dispatch(): Promise<void> {
    this.#dispatching = this.#dispatching
      .then(() => this.#dispatchAll())
      .catch((error: unknown) => {
        this.#options.log.warn({ err: error }, 'events wait in the outbox')
      })
    return this.#dispatching
  }

  async #dispatchAll(): Promise<void> {
    while ((await this.#dispatchBatch()) === batchSize);
  }

  async #dispatchBatch(): Promise<number> {
    const { database, subscribers } = this.#options
    return database.transaction().execute(async (db) => {
      const waiting = await db
        .selectFrom('outbox')
        .select(['id', 'event'])
        .where('dispatched_at', 'is', null)
        .orderBy('id')
        .limit(batchSize)
        .forUpdate()
        .skipLocked()
        .execute()
      if (waiting.length === 0) return 0
      const jobs = waiting.flatMap(({ id, event }) =>
        subscribers
          .filter(({ events }) => events.includes(event))
          .map(({ name }) => ({ data: { eventId: id, subscriber: name } })),
      )
      if (jobs.length > 0) {
        const executeSql = async (text: string, values?: unknown[]) => {
          const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []))
          return { rows: [...rows] }
        }
        await this.#boss.insert(eventQueue, jobs, { db: { executeSql } as never })
      }
      await db
        .updateTable('outbox')
        .set({ dispatched_at: new Date() })
        .where(
          'id',
          'in',
          waiting.map(({ id }) => id),
        )
        .execute()
      return waiting.length
    })
  }

  /** Hands one event to one subscriber, at most once. */
  async deliver(eventId: string, subscriber: Subscriber): Promise<void> {
    await this.#options.inTransaction(async (c) => {
      const first = await c.db
        .insertInto('event_delivery')
        .values({ event_id: eventId, subscriber: subscriber.name })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (first.numInsertedOrUpdatedRows === 0n) return
      const event = await c.db
        .selectFrom('outbox')
        .select(['id', 'event', 'payload'])
        .where('id', '=', eventId)
        .executeTakeFirstOrThrow()
      await subscriber.handle(c, event as PublishedEvent)
    })
  }

  /** Lets jobs under way end; what is not done within the grace goes back into the queue, for the next server. */
  async stop(graceMs = 5_000): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#sweep)
    await this.#listener?.end()
    await this.#dispatching
    await this.#boss.stop({ graceful: true, timeout: graceMs })
  }
}
