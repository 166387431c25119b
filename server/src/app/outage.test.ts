import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { readConfig } from '../platform/config/config.ts'
import { type Database, openDatabase, openPool } from '../platform/data/database.ts'
import { applicationRole } from '../platform/data/migrate.ts'
import { noLimits } from '../platform/http/overload.ts'
import { testSecretKeys } from '../platform/testing/database.ts'
import { templateDatabase, urlOf } from '../platform/testing/urls.ts'
import { composeServer } from './compose.tsx'

let name: string
let root: string
let app: FastifyInstance
let database: Database

beforeEach(async () => {
  name = `outage_${randomBytes(6).toString('hex')}`
  root = await mkdtemp(join(tmpdir(), 'dotpha-outage-'))
  await onServer(`create database ${name} template ${templateDatabase}`)
  const pool = openPool({ url: urlOf(inject('postgresUrl'), name), role: applicationRole, maxConnections: 3 })
  database = openDatabase(pool)
  const config = readConfig({ DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent' })
  app = await composeServer({ config, database, pool, secretKeys: testSecretKeys, limits: noLimits })
})
afterEach(async () => {
  await app.close()
  await database.destroy()
  await onServer(`drop database if exists ${name} with (force)`)
  await rm(root, { recursive: true, force: true })
})

async function onServer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const ready = async () => {
  const answer = await app.inject({ url: '/readyz' })
  return [answer.statusCode, answer.json<{ troubles?: string[] }>().troubles ?? []]
}

test('while the database is away the server says so everywhere, lives, and comes back with it', async () => {
  expect(await ready()).toEqual([200, []])
  await onServer(
    `alter database ${name} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  await expect.poll(ready, { timeout: 5_000 }).toEqual([503, ['database_away']])
  const page = await app.inject({ url: '/', cookies: { session: 'x'.repeat(43) } })
  expect(page.statusCode).toBe(503)
  expect(page.headers['retry-after']).toBe('5')
  expect(page.body).toContain('Cơ sở dữ liệu tạm thời không trả lời')
  const machine = await app.inject({ url: '/api/v1/works', headers: { authorization: 'Bearer dotpha_x' } })
  expect([machine.statusCode, machine.json().code]).toEqual([503, 'database_away'])
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(200)

  await onServer(`alter database ${name} allow_connections true`)
  await expect.poll(ready, { timeout: 5_000 }).toEqual([200, []])
})

test('a server next to a database that a newer program migrated is not ready', async () => {
  const owner = new pg.Client({ connectionString: urlOf(inject('postgresUrl'), name) })
  await owner.connect()
  await owner.query(`insert into schema_migration (number, name) values (9999, 'of tomorrow')`)
  await owner.end()
  expect(await ready()).toEqual([503, ['migration_behind']])
})

test('a server whose files cannot be written is not ready', async () => {
  await writeFile(join(root, 'data'), 'a file where the folder of data should be')
  expect(await ready()).toEqual([503, ['files_unwritable']])
})
