import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { locks } from '../data/locks.ts'
import type { BlobStore } from '../files/blobs.ts'
import { Failure } from '../refusal.ts'
import { connect, listTables, quoted, quotedList, type TableShape } from './catalogue.ts'
import { type BackupManifest, filePath, filesListName, manifestName, type TablePiece } from './manifest.ts'
import { linesOf, syncFolder, writePiece } from './pieces.ts'

export interface BackupOptions {
  /** A login that can read every table. */
  readonly url: string
  readonly blobs: BlobStore
  /** Created if missing, refused if not empty. */
  readonly folder: string
  readonly now: Date
}

/**
 * Backs up a running server: all tables from one snapshot, then the files known in it. Files never change and are not
 * deleted once a row refers to them, so they can be copied afterwards. The manifest comes last.
 *
 * @throws Failure `backup_folder_not_empty`, `schema_missing`; a partial backup is removed
 */
export async function takeBackup(options: BackupOptions): Promise<BackupManifest> {
  const { folder } = options
  await claimFolder(folder)
  try {
    return await fillFolder(options)
  } catch (error) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
    throw error
  }
}

async function claimFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length === 0) return
  throw new Failure(
    'backup_folder_not_empty',
    `Thư mục ${folder} không trống: hãy chọn thư mục mới cho bản sao lưu; chưa thay đổi gì.\nThe folder ${folder} is not empty: choose a new one for the backup; nothing was changed.`,
  )
}

async function fillFolder({ url, blobs, folder, now }: BackupOptions): Promise<BackupManifest> {
  const client = await connect(url)
  try {
    const tables = await openSnapshot(client)
    const schemaNumber = await numberOf(client)
    const pieces: TablePiece[] = []
    for (const table of tables) pieces.push(await copyTable(client, folder, table))
    const sequences = await sequencesOf(client)
    await writePiece(folder, addressesName, client.query(copyTo(addressesQuery)))
    // // The snapshot ends before the files are copied: that can take hours, and dead rows would pile up.
    await client.query('commit')
    const files = await copyFiles(blobs, folder)
    const manifest: BackupManifest = {
      format: 'dotpha-backup',
      formatVersion: 1,
      takenAt: now.toISOString(),
      schemaNumber,
      tables: pieces,
      sequences,
      ...files,
    }
    await writeManifest(folder, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

/** From here on the connection sees one snapshot. No migration may run or change a table before it ends. */
async function openSnapshot(client: pg.Client): Promise<readonly TableShape[]> {
  await client.query('select pg_advisory_lock_shared($1)', [locks.migration])
  await client.query('begin isolation level repeatable read read only')
  const tables = await listTables(client)
  if (tables.length > 0)
    await client.query(`lock table ${quotedList(tables.map(({ name }) => name))} in access share mode`)
  await client.query('select pg_advisory_unlock_shared($1)', [locks.migration])
  return tables
}

async function numberOf(client: pg.Client): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  )
  const { rows } =
    found[0]?.there === true
      ? await client.query<{ last: number | null }>('select max(number)::int as last from schema_migration')
      : { rows: [] }
  const last = rows[0]?.last ?? null
  if (last !== null) return last
  throw new Failure(
    'schema_missing',
    'Cơ sở dữ liệu này chưa có dữ liệu của Đột Phá, nên không có gì để sao lưu: hãy xem lại DATA_DIR hoặc DATABASE_URL.\nThis database holds nothing of Đột Phá, so there is nothing to back up: look at DATA_DIR or DATABASE_URL.',
  )
}

async function copyTable(client: pg.Client, folder: string, table: TableShape): Promise<TablePiece> {
  const stream = client.query(copyTo(`copy (${await selectionOf(client, table)}) to stdout`))
  const piece = await writePiece(folder, `tables/${table.name}.copy.gz`, stream, [createGzip({ level: 4 })])
  return { ...piece, name: table.name, columns: [...table.columns], rows: stream.rowCount }
}

/**
 * The queue's own tables are not copied: they belong to the library and its version. An event whose jobs are still in the
 * queue counts as pending instead, so that the restored server queues it again; `event_delivery` records which
 * subscribers already had it, so it is not delivered twice.
 */
async function selectionOf(client: pg.Client, { name, columns }: TableShape): Promise<string> {
  const plain = `select ${quotedList(columns)} from ${quoted(name)}`
  if (name !== 'outbox') return plain
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('pgboss.job') is not null as there`,
  )
  if (rows[0]?.there !== true) return plain
  const values = columns.map((column) =>
    column === 'dispatched_at'
      ? `case when o.id in (select (data ->> 'eventId')::uuid from pgboss.job
           where name = 'event' and state in ('created', 'retry', 'active')) then null else o.dispatched_at end`
      : `o.${quoted(column)}`,
  )
  return `select ${values.join(', ')} from outbox o`
}

async function sequencesOf(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const sequences: BackupManifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
    )
    sequences.push({ name, lastValue: state[0]?.lastValue ?? '1', isCalled: state[0]?.isCalled ?? false })
  }
  return sequences
}

const addressesName = 'addresses.incoming'
const addressesQuery = 'copy (select sha256 from blob order by sha256) to stdout'

type CopiedFiles = Pick<BackupManifest, 'filesList' | 'absentFiles'>

async function copyFiles(blobs: BlobStore, folder: string): Promise<CopiedFiles> {
  const absentFiles: BackupManifest['absentFiles'] = []
  let [count, totalBytes] = [0, 0]
  async function* lines() {
    for await (const address of linesOf(join(folder, addressesName))) {
      const copied = await copyFile(blobs, folder, address)
      if (typeof copied === 'string') {
        absentFiles.push({ sha256: address, reason: copied })
        continue
      }
      count += 1
      totalBytes += copied.sizeBytes
      yield `${address}  ${filePath(address)}\n`
    }
  }
  const list = await writePiece(folder, filesListName, Readable.from(lines()))
  await rm(join(folder, addressesName))
  return { filesList: { ...list, count, totalBytes }, absentFiles }
}

async function copyFile(
  blobs: BlobStore,
  folder: string,
  address: string,
): Promise<{ sizeBytes: number } | 'missing' | 'damaged'> {
  try {
    return await writePiece(folder, filePath(address), await blobs.read(address))
  } catch (error) {
    // // Files missing in the store are listed in the manifest; an unavailable store aborts the backup.
    const code = error instanceof Failure ? error.code : ''
    if (code !== 'blob_missing' && code !== 'blob_damaged') throw error
    await rm(join(folder, filePath(address)), { force: true })
    return code === 'blob_missing' ? 'missing' : 'damaged'
  }
}

async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const aside = join(folder, `${manifestName}.incoming`)
  await writeFile(aside, `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true })
  await syncFolder(folder)
  await rename(aside, join(folder, manifestName))
  await syncFolder(folder)
}
