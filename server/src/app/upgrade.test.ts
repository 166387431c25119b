import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readManifest } from '../platform/backup/manifest.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { readConfig } from '../platform/config/config.ts'
import { type Database, openDatabase, openPool } from '../platform/data/database.ts'
import { applicationRole } from '../platform/data/migrate.ts'
import { listMigrations } from '../platform/data/migration-files.ts'
import { FolderBlobStore } from '../platform/files/blobs.ts'
import { noLimits } from '../platform/http/overload.ts'
import { urlOf } from '../platform/testing/urls.ts'
import { composeServer } from './compose.tsx'

const backup = join(import.meta.dirname, 'testing-backup-at-4')
const name = `upgrade_${randomBytes(6).toString('hex')}`
const url = () => urlOf(inject('postgresUrl'), name)
let root: string
let database: Database
let app: FastifyInstance

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dotpha-upgrade-'))
  await onServer(`create database ${name}`)
  await restoreBackup({ url: url(), blobs: new FolderBlobStore(join(root, 'blobs')), folder: backup })
  const pool = openPool({ url: url(), role: applicationRole })
  database = openDatabase(pool)
  const config = readConfig({ DATA_DIR: root, LOG_LEVEL: 'error' })
  app = await composeServer({ config, database, pool, limits: noLimits })
})
afterAll(async () => {
  await app?.close()
  await database?.destroy()
  await onServer(`drop database if exists ${name} with (force)`)
  await rm(root, { recursive: true, force: true })
})

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function count(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  await client.end()
  return rows[0]?.count ?? -1
}

/** The headers of somebody of the demonstration who has signed in. */
async function signIn(username: string): Promise<Record<string, string>> {
  const answer = await app.inject({
    method: 'POST',
    url: '/dang-nhap',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ username, password: 'Minh-hoa-2022!' }).toString(),
  })
  expect(answer.statusCode).toBe(303)
  const cookie = answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  return { cookie, 'sec-fetch-site': 'same-origin' }
}

test('no row of the old database is lost on the way up', async () => {
  const { tables, schemaNumber } = await readManifest(backup)
  expect(schemaNumber).toBe(4)
  expect(await count('schema_migration')).toBe((await listMigrations()).length)
  const lost: string[] = []
  for (const table of tables) {
    // // Data that only tells readers about changes can be generated again.
    if (table.name === 'change_mark') continue
    if ((await count(table.name)) < table.rows) lost.push(table.name)
  }
  expect(lost).toEqual([])
})

test('every page that is no single record’s answers those who may see it', async () => {
  const headers = await signIn('van-phong')
  const paths = [
    '/viec-cua-toi',
    '/chuong-trinh',
    '/chuong-trinh/2022',
    '/cong-viec',
    '/cong-viec.csv',
    '/don-vi',
  ]
  const more = [
    '/quyet-dinh',
    '/can-cu',
    '/chi-so',
    '/tham-dinh',
    '/nguoi',
    '/tai-khoan',
    '/tim-kiem?q=T%E1%BB%A9',
    '/bai-bao',
  ]
  const statuses: Record<string, number> = {}
  for (const path of [...paths, ...more])
    statuses[path] = (await app.inject({ url: path, headers })).statusCode
  expect(Object.entries(statuses).filter(([, status]) => status !== 200)).toEqual([])
})

test('the figures that were published are still those', async () => {
  const headers = await signIn('van-phong')
  const answer = await app.inject({ url: '/api/v1/programmes/2022/summary', headers })
  expect(answer.statusCode).toBe(200)
  const page = await app.inject({ url: '/chuong-trinh/2022', headers })
  expect(['36', '178', '143', '234'].filter((figure) => !page.body.includes(`>${figure}<`))).toEqual([])
})

test('each work and each file of the old database opens', async () => {
  const headers = await signIn('van-phong')
  const works = await database
    .selectFrom('work')
    .select('code')
    .where('code', 'is not', null)
    .limit(8)
    .execute()
  expect(works.length).toBe(8)
  for (const { code } of works)
    expect([code, (await app.inject({ url: `/cong-viec/${code}`, headers })).statusCode]).toEqual([code, 200])
})

test('people go on working where they were: a registration begun now is kept with its entry', async () => {
  const headers = await signIn('tu-ky')
  const { id: themeGroupId } = await database.selectFrom('theme_group').select('id').executeTakeFirstOrThrow()
  const before = await count('audit_entry')
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/works',
    headers: { ...headers, 'idempotency-key': 'sau-khi-nang-cap' },
    payload: {
      year: 2022,
      ownerKind: 'collective',
      title: 'Một việc đăng ký sau khi nâng cấp',
      themeGroupId,
    },
  })
  expect(answer.statusCode, answer.body).toBe(201)
  expect(await count('audit_entry')).toBeGreaterThan(before)
  const { ref } = answer.json<{ ref: string }>()
  const page = await app.inject({ url: `/cong-viec/${ref}`, headers })
  expect([page.statusCode, page.body.includes('Một việc đăng ký sau khi nâng cấp')]).toEqual([200, true])
})
