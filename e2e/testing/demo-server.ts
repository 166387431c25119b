import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { composeServer } from '../../server/src/app/compose.tsx'
import { demonstrationAccounts, loadDemonstration } from '../../server/src/app/demonstration.ts'
import { readConfig } from '../../server/src/platform/config/config.ts'
import { type Database, openDatabase, openPool } from '../../server/src/platform/data/database.ts'
import { applicationRole } from '../../server/src/platform/data/migrate.ts'
import { closeGently } from '../../server/src/platform/http/close-gently.ts'
import { noLimits } from '../../server/src/platform/http/overload.ts'
import { copyTemplate, dropDatabase, ensureTemplate } from '../../server/src/platform/testing/template.ts'
import { urlOf } from '../../server/src/platform/testing/urls.ts'

const blobsOfRun = join(tmpdir(), 'dotpha-e2e-blobs')

/** The whole product on a port of its own, with a copy of the demonstration that nobody else changes. */
export interface DemoServer {
  readonly url: string
  readonly database: Database
  readonly app: FastifyInstance
  stop(): Promise<void>
}

/** @param settings what differs from the demonstration's own */
export async function startDemoServer(settings: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const name = `e2e_${randomBytes(6).toString('hex')}`
  await copyTemplate(await ensureTemplate('dotpha_demonstration', loadOnce), name)
  const database = openDatabase(
    openPool({ url: urlOf(inject('postgresUrl'), name), role: applicationRole, maxConnections: 10 }),
  )
  const app = await composeServer({
    config: configOf(settings),
    database,
    demonstrationAccounts,
    limits: noLimits,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    database,
    app,
    async stop() {
      // A browser that is still open holds lines on which it has asked nothing; `app.close` would wait for them.
      await closeGently(app, { readiness: { stop() {} }, drainMs: 0, graceMs: 1_000 })
      await database.destroy()
      await dropDatabase(name)
    },
  }
}

const configOf = (settings: Readonly<Record<string, string>> = {}) =>
  readConfig({ DATA_DIR: blobsOfRun, LOG_LEVEL: 'error', DEMO: '1', ...settings })

async function loadOnce(url: string): Promise<void> {
  const database = openDatabase(openPool({ url, role: applicationRole }))
  await loadDemonstration(configOf(), database)
  await database.destroy()
  // As the first start does: without it the planner takes full tables for empty ones.
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
}
