import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { composeServer } from '../../server/src/app/compose.tsx'
import { demonstrationAccounts, loadDemonstration } from '../../server/src/app/demonstration.ts'
import { readConfig } from '../../server/src/platform/config.ts'
import { type Database, openDatabase, openPool } from '../../server/src/platform/database.ts'
import { applicationRole, migrate } from '../../server/src/platform/migrate.ts'
import { urlOf } from '../../server/src/platform/testing/urls.ts'

const template = 'dotpha_demonstration'
// All files of a run wait here while the first of them loads the demonstration.
const templateLock = 4_242_002
const blobsOfRun = join(tmpdir(), 'dotpha-e2e-blobs')

/** The whole product on a port of its own, with a copy of the demonstration that nobody else changes. */
export interface DemoServer {
  readonly url: string
  readonly database: Database
  readonly app: FastifyInstance
  stop(): Promise<void>
}

export async function startDemoServer(): Promise<DemoServer> {
  const serverUrl = inject('postgresUrl')
  const name = `e2e_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    await ensureTemplate(client, serverUrl)
    await client.query(`create database ${name} template ${template}`)
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  })
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-e2e-'))
  const database = openDatabase(
    openPool({ url: urlOf(serverUrl, name), role: applicationRole, maxConnections: 10 }),
  )
  const app = await composeServer({
    config: configOf(),
    database,
    demonstrationAccounts,
    requestsPerMinute: 0,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    database,
    app,
    async stop() {
      await app.close()
      await database.destroy()
      await onServer(serverUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const configOf = () => readConfig({ DATA_DIR: blobsOfRun, LOG_LEVEL: 'error', DEMO: '1' })

async function ensureTemplate(client: pg.Client, serverUrl: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (rowCount !== 0) return
  const building = `${template}_building`
  await client.query(`drop database if exists ${building} with (force)`)
  await client.query(`create database ${building}`)
  await migrate(urlOf(serverUrl, building))
  const database = openDatabase(openPool({ url: urlOf(serverUrl, building), role: applicationRole }))
  await loadDemonstration(configOf(), database)
  await database.destroy()
  await client.query(`alter database ${building} rename to ${template}`)
}

async function onServer(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
