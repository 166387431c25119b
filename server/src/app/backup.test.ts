import { createHash, randomBytes } from 'node:crypto'
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { loadDemonstration } from '../demonstration/index.ts'
import { audit } from '../platform/audit/audit.ts'
import { appendRoots } from '../platform/audit/roots-file.ts'
import { sealBatch } from '../platform/audit/seal.ts'
import { verifyRecord } from '../platform/audit/verify.ts'
import { type BackupManifest, filePath } from '../platform/backup/manifest.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { takeBackup } from '../platform/backup/take-backup.ts'
import type { PublicContext } from '../platform/context.ts'
import { openDatabase, openPool } from '../platform/data/database.ts'
import { applicationRole, sealerRole } from '../platform/data/migrate.ts'
import { FolderBlobStore } from '../platform/files/blobs.ts'
import { importUploads } from '../platform/files/uploads.ts'
import { newId } from '../platform/id.ts'
import { publish } from '../platform/jobs/events.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import { MeasureRegistry } from '../platform/measures/measures.ts'
import { testNow, testSecretKeys, useTestDatabase } from '../platform/testing/database.ts'
import { urlOf } from '../platform/testing/urls.ts'
import { plainDate } from '../platform/time/plain-date.ts'

const source = useTestDatabase()
/** With nothing in it, for what needs no data. */
const small = useTestDatabase()
const made: string[] = []
let root: string
let store: FolderBlobStore
let backup: string
let manifest: BackupManifest
let restoredUrl: string
/** What stood still while the backup was taken, as its own words. */
let before: Readonly<Record<string, string>>

const still = ['work', 'unit', 'account', 'decision', 'work_version', 'role_grant', 'target']

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dotpha-backup-'))
  store = new FolderBlobStore(join(root, 'blobs'))
  await inTransaction(loadDemonstration)
  await prepareJobs(source.ownerUrl)
  await sealAll(source.ownerUrl)
  before = await fingerprints(source.ownerUrl)
  backup = join(root, 'backup')
  manifest = await underLoad(() =>
    takeBackup({ url: source.ownerUrl, blobs: store, folder: backup, now: testNow }),
  )
  // Everything is destroyed: the files with their folder, and the database, which is left as if it had gone.
  await rm(join(root, 'blobs'), { recursive: true })
  restoredUrl = await emptyDatabase()
  await restoreBackup({ url: restoredUrl, blobs: store, folder: backup })
})
afterAll(async () => {
  await rm(root, { recursive: true, force: true })
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`)
})

function inTransaction<Result>(act: (c: PublicContext) => Promise<Result>): Promise<Result> {
  return source.db.transaction().execute((db) =>
    act({
      db,
      actor: null,
      now: testNow,
      today: plainDate('2022-05-18'),
      language: 'vi',
      t: (key) => key,
      origin: { requestId: 'backup-test', address: null },
      measures: new MeasureRegistry(),
      blobs: store,
      secretKeys: testSecretKeys,
    }),
  )
}

/** One act as a page would do it: a file into the store, then its row, its entry and its event in one transaction. */
async function actWithFile(): Promise<void> {
  const file = await store.put(Readable.from([randomBytes(5000)]), 10_000)
  await inTransaction(async (c) => {
    const id = newId<'upload'>()
    const described = { ...file, mediaType: 'application/pdf', fileName: 'minh-chung.pdf' }
    await importUploads(c, [{ id, uploadedBy: newId(), file: described }])
    await audit(c, 'load.act', { kind: 'upload', id }, { sha256: file.sha256 })
    await publish(c, 'load.acted', { upload: id })
  })
}

async function underLoad<Result>(act: () => Promise<Result>): Promise<Result> {
  let over = false
  const writer = async () => {
    while (!over) await actWithFile()
  }
  for (let acts = 0; acts < 20; acts += 1) await actWithFile()
  const writers = [writer(), writer(), writer()]
  try {
    return await act()
  } finally {
    over = true
    await Promise.all(writers)
  }
}

async function onServer(statement: string): Promise<void> {
  await query(inject('postgresUrl'), statement)
}

async function query<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Seals the record as it stands and writes its roots outside the database. */
async function sealAll(url: string): Promise<void> {
  const database = openDatabase(openPool({ url, role: sealerRole, maxConnections: 1 }))
  while ((await sealBatch(database, testNow)) !== null);
  await appendRoots(database, join(root, 'roots.ndjson'))
  await database.destroy()
}

async function fingerprints(url: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of still) {
    const [row] = await query<{ print: string }>(
      url,
      `select count(*) || ':' || md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t`,
    )
    found[table] = row?.print ?? ''
  }
  return found
}

async function emptyDatabase(): Promise<string> {
  const name = `restore_${randomBytes(6).toString('hex')}`
  made.push(name)
  await onServer(`create database ${name}`)
  return urlOf(inject('postgresUrl'), name)
}

async function tablesOf(url: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    url,
    `select count(*)::int as count from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  return row?.count ?? -1
}

test('after everything is destroyed, what was there when the backup was taken is there again', async () => {
  expect(await fingerprints(restoredUrl)).toEqual(before)
  for (const { name, rows } of manifest.tables) {
    const [row] = await query<{ count: number }>(restoredUrl, `select count(*)::int as count from "${name}"`)
    expect({ name, rows: row?.count }).toEqual({ name, rows })
  }
  const files = await query<{ sha256: string; size: number }>(
    restoredUrl,
    'select sha256, size_bytes::int as size from blob',
  )
  expect(files.length).toBeGreaterThan(20)
  expect(manifest.filesList.count).toBe(files.length)
  for (const { sha256, size } of files) {
    const bytes = await buffer(await store.read(sha256))
    expect(bytes.length).toBe(size)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
})

test('the audit log is intact after the restore, against the roots outside the database too', async () => {
  const database = openDatabase(openPool({ url: restoredUrl, role: applicationRole, maxConnections: 1 }))
  const verdict = await verifyRecord(database, { rootsPath: join(root, 'roots.ndjson') })
  await database.destroy()
  expect(verdict).toMatchObject({ ok: true, confirmed: 1 })
  expect(verdict.sealed).toBeGreaterThan(0)
})

test('an act under way while the backup is taken is in it whole or not at all', async () => {
  const [counts] = await query<{ entries: number; events: number; uploads: number }>(
    restoredUrl,
    `select (select count(*)::int from audit_entry where action = 'load.act') as entries,
      (select count(*)::int from outbox where event = 'load.acted') as events,
      (select count(*)::int from upload u join audit_entry e on e.object_id = u.id::text and e.action = 'load.act') as uploads`,
  )
  expect(counts?.entries).toBeGreaterThanOrEqual(20)
  expect(counts).toEqual({ entries: counts?.entries, events: counts?.entries, uploads: counts?.entries })
})

test('the restored database can be worked in as the application, within its bounds', async () => {
  const pool = openPool({ url: restoredUrl, role: applicationRole, maxConnections: 1 })
  const db = openDatabase(pool)
  await db.transaction().execute((trx) => publish({ db: trx, now: testNow } as never, 'thing.happened', {}))
  await expect(pool.query('delete from audit_entry')).rejects.toThrow(/permission denied/)
  await expect(
    pool.query(
      `insert into upload values (gen_random_uuid(), repeat('0', 64), 'x', gen_random_uuid(), now())`,
    ),
  ).rejects.toThrow(/foreign key/)
  await db.destroy()
})

test('an event whose job is still in the queue waits again after a restore', async () => {
  await prepareJobs(small.ownerUrl)
  const [waiting, done] = [await smallEvent(), await smallEvent()]
  await query(
    small.ownerUrl,
    `insert into pgboss.job (name, data) values ('event', jsonb_build_object('eventId', '${waiting}', 'subscriber', 'reader'))`,
  )
  const folder = join(root, 'with-queue')
  const taken = await takeBackup({ url: small.ownerUrl, blobs: store, folder, now: testNow })
  expect(taken.tables.map(({ name }) => name).filter((name) => /job|boss/.test(name))).toEqual([])
  const url = await emptyDatabase()
  await restoreBackup({ url, blobs: store, folder })
  const rows = await query<{ id: string }>(url, 'select id from outbox where dispatched_at is null')
  expect(rows).toEqual([{ id: waiting }])
  expect(await query(url, `select id from outbox where id = '${done}'`)).toHaveLength(1)
})

/** An event whose jobs are in the queue. */
async function smallEvent(): Promise<string> {
  const id = newId()
  await query(small.ownerUrl, `insert into outbox values ('${id}', 'load.acted', '{}', now(), now())`)
  return id
}

test('a login that is no superuser, as managed servers lend it, restores too', async () => {
  const login = `owner_${randomBytes(4).toString('hex')}`
  const url = new URL(await emptyDatabase())
  const name = url.pathname.slice(1)
  await onServer(
    `create role ${login} login createrole password 'thu'; grant ${applicationRole}, ${sealerRole} to ${login} with admin option; alter database ${name} owner to ${login}`,
  )
  url.username = login
  url.password = 'thu'
  await restoreBackup({ url: url.toString(), blobs: store, folder: backup })
  expect(await fingerprints(url.toString())).toEqual(before)
  await onServer(`drop database ${name} with (force)`)
  await onServer(`drop role ${login}`)
})

test('a database that holds anything is refused and left alone', async () => {
  const url = await emptyDatabase()
  await query(url, 'create table somebodys (note text)')
  await expect(restoreBackup({ url, blobs: store, folder: backup })).rejects.toMatchObject({
    code: 'database_not_empty',
  })
  expect(await tablesOf(url)).toBe(1)
})

test('a backup of a newer program is refused', async () => {
  const folder = await copyOfBackup()
  await editManifest(folder, (one) => ({ ...one, schemaNumber: 9999 }))
  const url = await emptyDatabase()
  await expect(restoreBackup({ url, blobs: store, folder })).rejects.toMatchObject({ code: 'backup_newer' })
  expect(await tablesOf(url)).toBe(0)
})

test('a backup that was cut off is recognised', async () => {
  const folder = await copyOfBackup()
  await rm(join(folder, 'manifest.json'))
  await expect(restoreBackup({ url: await emptyDatabase(), blobs: store, folder })).rejects.toMatchObject({
    code: 'backup_incomplete',
  })
})

test.each([
  ['a table', 'tables/work.copy.gz'],
  ['the list of files', 'files.sha256'],
  ['a file', ''],
])('%s that was damaged is named, and nothing is touched', async (_what, path) => {
  const folder = await copyOfBackup()
  const damagedPath = path === '' ? filePath((await addressesIn(folder))[7] ?? '') : path
  await appendFile(join(folder, damagedPath), 'x')
  const url = await emptyDatabase()
  await expect(restoreBackup({ url, blobs: store, folder })).rejects.toMatchObject({
    code: 'backup_damaged',
    message: expect.stringContaining(damagedPath),
  })
  expect(await tablesOf(url)).toBe(0)
})

test('a restore that fails halfway leaves neither tables nor files', async () => {
  const url = await emptyDatabase()
  const blobs = new FolderBlobStore(join(root, 'failing'))
  const put = blobs.put.bind(blobs)
  let left = 10
  blobs.put = async (...given) => {
    left -= 1
    if (left === 0) throw new Error('the disk is full')
    return put(...given)
  }
  await expect(restoreBackup({ url, blobs, folder: backup })).rejects.toMatchObject({
    code: 'restore_failed',
  })
  expect(await tablesOf(url)).toBe(0)
  const names = await readdir(join(root, 'failing'), { recursive: true })
  expect(names.filter((name) => /[0-9a-f]{64}$/.test(name))).toEqual([])
})

test('a backup goes into an empty folder only, and one of nothing is refused', async () => {
  await expect(
    takeBackup({ url: source.ownerUrl, blobs: store, folder: backup, now: testNow }),
  ).rejects.toMatchObject({ code: 'backup_folder_not_empty' })
  const folder = join(root, 'of-nothing')
  await expect(
    takeBackup({ url: await emptyDatabase(), blobs: store, folder, now: testNow }),
  ).rejects.toMatchObject({ code: 'schema_missing' })
  expect(await readdir(folder)).toEqual([])
})

test('a file that the store has lost or spoilt is named, and the rest is copied', async () => {
  const blobs = new FolderBlobStore(join(root, 'gaps'))
  const files = [Buffer.from('lost'), Buffer.from('spoilt'), Buffer.from('sound')]
  for (const bytes of files) {
    const { sha256 } = await blobs.put(Readable.from([bytes]), 100)
    await query(
      small.ownerUrl,
      `insert into blob values ('${sha256}', ${bytes.length}, 'application/pdf', now())`,
    )
  }
  const [lost = '', spoilt = '', sound] = files.map((bytes) =>
    createHash('sha256').update(bytes).digest('hex'),
  )
  await blobs.remove(lost)
  await writeFile(join(root, 'gaps', spoilt.slice(0, 2), spoilt.slice(2, 4), spoilt), 'other bytes')
  const folder = join(root, 'with-gaps')
  const taken = await takeBackup({ url: small.ownerUrl, blobs, folder, now: testNow })
  expect(taken.absentFiles).toHaveLength(2)
  expect(taken.absentFiles).toContainEqual({ sha256: lost, reason: 'missing' })
  expect(taken.absentFiles).toContainEqual({ sha256: spoilt, reason: 'damaged' })
  expect(await addressesIn(folder)).toEqual([sound])
})

async function addressesIn(folder: string): Promise<string[]> {
  const list = await readFile(join(folder, 'files.sha256'), 'utf8')
  return list
    .split('\n')
    .slice(0, -1)
    .map((line) => line.slice(0, 64))
}

async function copyOfBackup(): Promise<string> {
  const folder = join(root, `copy-${randomBytes(4).toString('hex')}`)
  await cp(backup, folder, { recursive: true })
  return folder
}

async function editManifest(folder: string, edit: (one: BackupManifest) => BackupManifest): Promise<void> {
  const path = join(folder, 'manifest.json')
  await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))))
}
