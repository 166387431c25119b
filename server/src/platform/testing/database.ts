import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor, Context, PublicContext } from '../context.ts'
import { type Database, type DatabaseTransaction, openDatabase, openPool } from '../data/database.ts'
import { applicationRole } from '../data/migrate.ts'
import { FolderBlobStore } from '../files/blobs.ts'
import { MeasureRegistry } from '../measures/measures.ts'
import { SecretKeys } from '../secret-keys/secret-keys.ts'
import { type PlainDate, plainDate } from '../time/plain-date.ts'
import { copyTemplate, dropDatabase } from './template.ts'
import { templateDatabase, urlOf } from './urls.ts'

/** A database of a test file's own: `db` as the application may use it, `ownerUrl` for what only its owner may. */
export interface TestDatabase {
  readonly db: Database
  readonly pool: pg.Pool
  readonly url: string
  readonly ownerUrl: string
}

/**
 * Makes a fresh, migrated database before the tests of this file and drops it after them.
 * @param template names what it is copied from, where an empty one is not wanted (`ensureTemplate`)
 */
export function useTestDatabase(template = async () => templateDatabase): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`
  const state: { db?: Database; pool?: pg.Pool } = {}
  const url = () => urlOf(inject('postgresUrl'), name)

  beforeAll(async () => {
    await copyTemplate(await template(), name)
    state.pool = openPool({ url: url(), role: applicationRole, maxConnections: 12 })
    state.db = openDatabase(state.pool)
  })
  afterAll(async () => {
    await state.db?.destroy()
    await dropDatabase(name)
  })
  const ready = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the test database is there only inside tests and hooks')
    return value
  }
  return {
    get db() {
      return ready(state.db)
    },
    get pool() {
      return ready(state.pool)
    },
    get url() {
      return url()
    },
    get ownerUrl() {
      return url()
    },
  }
}

/** Files of tests stand in the machine's folder for passing things, by their SHA-256, and so never collide. */
export const testBlobs = new FolderBlobStore(join(tmpdir(), 'dotpha-test-blobs'))

/** The same in every process of a run: what one wrote, another reads. */
export const testSecretKeys = new SecretKeys([Buffer.alloc(32, 7)])

export const testNow = new Date('2026-11-24T03:00:00Z')

/** Runs `act` in a transaction that commits, as `actor`, on `today`. */
export function asActor<Result>(
  database: TestDatabase,
  actor: Actor,
  today: PlainDate | string,
  act: (c: Context) => Promise<Result>,
  measures = new MeasureRegistry(),
): Promise<Result> {
  return database.db.transaction().execute((db) => act({ ...contextIn(db, today), actor, measures }))
}

/** Runs `act` in a transaction that commits, as the program itself does: for nobody, on the day of `testNow`. */
export function asNobody<Result>(
  database: Pick<TestDatabase, 'db'>,
  act: (c: PublicContext) => Promise<Result>,
): Promise<Result> {
  return database.db.transaction().execute((db) => act(contextIn(db)))
}

/** What an act has around it in a test, within a transaction that is open already. */
export function contextIn(db: DatabaseTransaction, today: PlainDate | string = '2026-11-24'): PublicContext {
  return {
    db,
    actor: null,
    now: testNow,
    today: plainDate(today),
    language: 'vi',
    t: (key) => key,
    origin: { requestId: 'test', address: null },
    measures: new MeasureRegistry(),
    blobs: testBlobs,
    secretKeys: testSecretKeys,
  }
}
