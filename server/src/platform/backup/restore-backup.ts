import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { locks } from '../data/locks.ts'
import { buildSchemaAt, migrate } from '../data/migrate.ts'
import { listMigrations } from '../data/migration-files.ts'
import type { BlobStore } from '../files/blobs.ts'
import { Failure } from '../refusal.ts'
import { connect, countForeignTables, listTables, quoted, quotedList } from './catalogue.ts'
import {
  type BackupManifest,
  damaged,
  filePath,
  filesListName,
  readManifest,
  type TablePiece,
} from './manifest.ts'
import { isWhole, linesOf } from './pieces.ts'

export interface RestoreOptions {
  /** A login that can create tables, in an empty database. */
  readonly url: string
  readonly blobs: BlobStore
  readonly folder: string
}

/**
 * Reads a whole backup before anything is changed, so that a damaged one has no effect.
 * @throws Failure `backup_incomplete`, `backup_damaged` with the name of the part, `backup_newer`
 */
export async function verifyBackup(folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder)
  const known = (await listMigrations()).length
  if (manifest.schemaNumber > known) {
    throw new Failure(
      'backup_newer',
      `Bản sao lưu ở phiên bản ${manifest.schemaNumber}, mới hơn chương trình này (${known}): hãy dùng bản chương trình mới hơn; chưa thay đổi gì.\nThe backup is at version ${manifest.schemaNumber}, newer than this program (${known}): use a newer program; nothing was changed.`,
    )
  }
  for (const piece of [...manifest.tables, manifest.filesList])
    if (!(await isWhole(folder, piece))) throw damaged(piece.path)
  for await (const { address, path } of filesOf(folder))
    if (!(await isWhole(folder, { path, sha256: address }))) throw damaged(path)
  return manifest
}

/**
 * Restores a backup into an empty database and its files into the store: the old schema and the rows in one transaction,
 * then the newer migrations.
 *
 * @throws Failure as `verifyBackup`, and `database_not_empty`, `restore_failed`: the database is then empty again, and
 * the restored files are removed
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupManifest> {
  const manifest = await verifyBackup(options.folder)
  const client = await connect(options.url)
  const fresh: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [locks.migration])
    await requireEmpty(client)
    await client.query('begin')
    await fillDatabase(client, options.folder, manifest)
    await putFiles(options, fresh)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    for (const address of fresh) await options.blobs.remove(address)
    if (error instanceof Failure) throw error
    throw new Failure(
      'restore_failed',
      'Khôi phục không thành công; cơ sở dữ liệu và kho tệp như trước khi bắt đầu.\nThe restore failed; the database and the store of files are as they were before.',
      error,
    )
  } finally {
    await client.end()
  }
  await bringUpToDate(options.url)
  return manifest
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const count = await countForeignTables(client)
  if (count === 0) return
  throw new Failure(
    'database_not_empty',
    `Cơ sở dữ liệu đã có ${count} bảng: chỉ khôi phục vào cơ sở dữ liệu trống (một DATA_DIR mới, hoặc một cơ sở dữ liệu mới ở DATABASE_URL); chưa thay đổi gì.\nThe database has ${count} tables: a backup is restored only into an empty one (a new DATA_DIR, or a new database at DATABASE_URL); nothing was changed.`,
  )
}

async function fillDatabase(client: pg.Client, folder: string, manifest: BackupManifest): Promise<void> {
  await buildSchemaAt(client, manifest.schemaNumber)
  await requireSameTables(client, manifest)
  const names = manifest.tables.map(({ name }) => name)
  const links = await dropLinks(client)
  for (const name of names) await client.query(`alter table ${quoted(name)} disable trigger user`)
  for (const table of manifest.tables) await fillTable(client, folder, table)
  // // Deferred checks run now: a table with pending checks cannot be altered.
  await client.query('set constraints all immediate')
  for (const name of names) await client.query(`alter table ${quoted(name)} enable trigger user`)
  for (const { name, constraint, definition } of links)
    await client.query(`alter table ${quoted(name)} add constraint ${quoted(constraint)} ${definition}`)
  for (const { name, lastValue, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), lastValue, isCalled])
}

/** A backup of another program with the same schema number would otherwise lose a table silently. */
async function requireSameTables(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const known = new Map((await listTables(client)).map(({ name, columns }) => [name, [...columns].sort()]))
  const strange = manifest.tables.find(
    ({ name, columns }) => String(known.get(name)) !== String([...columns].sort()),
  )
  const forgotten = [...known.keys()].find((name) => !manifest.tables.some((table) => table.name === name))
  const table = strange?.name ?? forgotten
  if (table === undefined) return
  throw new Failure(
    'backup_of_another_program',
    `Bảng “${table}” trong bản sao lưu không giống bảng của chương trình này ở phiên bản ${manifest.schemaNumber}: bản sao lưu do một chương trình khác tạo ra; chưa thay đổi gì.\nThe table "${table}" of the backup is not that of this program at version ${manifest.schemaNumber}: another program made it; nothing was changed.`,
  )
}

/**
 * Drops the foreign keys, because the tables come in no particular order; when they are added again, each is checked as a
 * whole. The alternative, `session_replication_role`, needs a superuser, which managed servers do not provide.
 */
async function dropLinks(
  client: pg.Client,
): Promise<readonly { name: string; constraint: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; constraint: string; definition: string }>(
    `select r.relname as name, c.conname as constraint, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class r on r.oid = c.conrelid
     where c.contype = 'f' and c.conparentid = 0 and r.relnamespace = 'public'::regnamespace order by 1, 2`,
  )
  for (const { name, constraint } of rows)
    await client.query(`alter table ${quoted(name)} drop constraint ${quoted(constraint)}`)
  return rows
}

async function fillTable(client: pg.Client, folder: string, table: TablePiece): Promise<void> {
  // // A migration may have inserted rows; the backup has their current version.
  await client.query(`delete from ${quoted(table.name)}`)
  const stream = client.query(
    copyFrom(`copy ${quoted(table.name)} (${quotedList(table.columns)}) from stdin`),
  )
  await pipeline(createReadStream(join(folder, table.path)), createGunzip(), stream)
  if (stream.rowCount !== table.rows) throw damaged(table.path)
}

async function* filesOf(folder: string): AsyncGenerator<{ address: string; path: string }> {
  for await (const line of linesOf(join(folder, filesListName))) {
    const address = line.slice(0, 64)
    const path = filePath(address)
    if (line !== `${address}  ${path}` || !/^[0-9a-f]{64}$/.test(address)) throw damaged(filesListName)
    yield { address, path }
  }
}

async function putFiles({ blobs, folder }: RestoreOptions, fresh: string[]): Promise<void> {
  for await (const { address, path } of filesOf(folder)) {
    const { size } = await stat(join(folder, path))
    const stored = await blobs.put(createReadStream(join(folder, path)), size)
    if (stored.fresh) fresh.push(stored.sha256)
    if (stored.sha256 !== address) throw damaged(path)
  }
}

/**
 * The rows are already committed; if a migration fails, they stay at the old number for a program that can migrate them.
 */
async function bringUpToDate(url: string): Promise<void> {
  await migrate(url)
  const client = await connect(url)
  try {
    // // The planner has no statistics for the new rows yet.
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
