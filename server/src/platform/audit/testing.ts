import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { judge } from '../../../../tools/verify-audit.mjs'
import { type Database, openDatabase, openPool } from '../data/database.ts'
import { sealerRole } from '../data/migrate.ts'
import { type TestDatabase, testNow } from '../testing/database.ts'
import { audit } from './audit.ts'
import { exportRecord } from './export.ts'
import { appendRoots, rootsFileName } from './roots-file.ts'
import { sealBatch } from './seal.ts'
import type { Verdict } from './verdict.ts'
import { verifyRecord } from './verify.ts'

/** An audit log for one test: written, sealed, tampered with as the database owner, and checked by both verifiers. */
export class TestRecord {
  readonly #database: TestDatabase
  readonly folder = mkdtempSync(join(tmpdir(), 'dotpha-audit-'))
  #sealer: Database | undefined
  #owner: pg.Client | undefined
  #exports = 0

  constructor(database: TestDatabase) {
    this.#database = database
    beforeAll(async () => {
      this.#sealer = openDatabase(openPool({ url: database.ownerUrl, role: sealerRole, maxConnections: 2 }))
      this.#owner = new pg.Client({ connectionString: database.ownerUrl })
      await this.#owner.connect()
    })
    afterAll(async () => {
      await this.#sealer?.destroy()
      await this.#owner?.end()
      rmSync(this.folder, { recursive: true, force: true })
    })
  }

  get sealer(): Database {
    if (this.#sealer === undefined) throw new Error('the sealer is there only inside tests and hooks')
    return this.#sealer
  }

  get rootsPath(): string {
    return join(this.folder, rootsFileName)
  }

  /** As the database owner, bypassing all permissions and foreign keys. */
  async tamper(statement: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    if (this.#owner === undefined) throw new Error('the owner is there only inside tests and hooks')
    await this.#owner.query('set session_replication_role = replica')
    return this.#owner.query(statement, [...values])
  }

  /** Entries e1 … en, each with its own content, one minute apart. */
  async write(from: number, to: number): Promise<void> {
    await this.#database.db.transaction().execute(async (db) => {
      for (let number = from; number <= to; number += 1) {
        const now = new Date(testNow.getTime() + number * 60_000)
        const c = { db, now, actor: null, origin: { requestId: `request-${number}`, address: '192.0.2.1' } }
        await audit(c, 'thing.done', { kind: 'thing', id: `e${number}` }, { number, text: 'việc đã làm' })
      }
    })
  }

  /** Seals everything pending in batches of at most `size`. */
  async seal(size = 4): Promise<void> {
    while ((await sealBatch(this.sealer, testNow, size)) !== null);
  }

  /** Deletes everything. */
  async empty(): Promise<void> {
    for (const table of ['timestamp', 'batch', 'leaf', 'waiting', 'payload', 'entry'])
      await this.tamper(`delete from audit_${table}`)
  }

  /** Ten entries in batches of four, one more pending, and their external roots. */
  async begin(): Promise<void> {
    await this.empty()
    rmSync(this.rootsPath, { force: true })
    await this.write(1, 10)
    await this.seal()
    await appendRoots(this.sealer, this.rootsPath)
    await this.write(11, 11)
  }

  /** The result of `dotpha audit verify`. */
  verify(roots: 'with roots' | 'without roots'): Promise<Verdict> {
    return verifyRecord(this.#database.db, { rootsPath: roots === 'with roots' ? this.rootsPath : undefined })
  }

  /** The result of the separate verifier for an export. */
  async judgeApart(roots: 'with roots' | 'without roots'): Promise<Verdict> {
    const folder = await this.export()
    return judge(folder, roots === 'with roots' ? this.rootsPath : undefined)
  }

  /** The folder of a new export. */
  async export(): Promise<string> {
    this.#exports += 1
    const folder = join(this.folder, `export-${this.#exports}`)
    await exportRecord(this.#database.db, folder)
    return folder
  }
}
