import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { audit } from '../platform/audit.ts'
import { type BackupManifest, readManifest } from '../platform/backup/manifest.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { takeBackup } from '../platform/backup/take-backup.ts'
import { realClock } from '../platform/clock.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { openDatabase, openPool } from '../platform/database.ts'
import { applicationRole } from '../platform/migrate.ts'
import { listMigrations } from '../platform/migration-files.ts'
import { openBlobStore } from '../platform/open-blob-store.ts'
import { Failure } from '../platform/refusal.ts'
import { checkSecretKey } from './check-secret-key.ts'
import { reachStore } from './command.ts'

const keyReminder =
  'Khoá bí mật (SECRET_KEY hoặc DATA_DIR/secret-key) không nằm trong bản sao: hãy cất riêng.\nThe secret key (SECRET_KEY or DATA_DIR/secret-key) is not in it: keep it apart.'

interface Outcome {
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly bytesOfFiles: number
  readonly schemaNumber: number
  readonly takenAt: string
  readonly absentFiles: BackupManifest['absentFiles']
}

/** `dotpha backup DIR [--json]` copies everything into a new folder, while the server runs or not. */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const { folder, json } = argumentsOf('backup', args)
  const config = readConfig(process.env)
  const store = await reachStore(config)
  try {
    const options = { url: store.url, blobs: openBlobStore(config), folder, now: realClock.now() }
    const manifest = await takeBackup(options)
    await record(store.url, 'installation.back_up', manifest)
    tell(manifest, json, [`Đã sao lưu vào ${folder}`, `Backed up into ${folder}`])
    if (!json) console.log(keyReminder)
  } finally {
    await store.stop()
  }
}

/** `dotpha restore DIR [--json]` puts a backup into an empty database and its files into the store. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const { folder, json } = argumentsOf('restore', args)
  // Said before a database is started for nothing.
  await readManifest(folder)
  const config = readConfig(process.env)
  const store = await reachStore(config)
  try {
    const options = { url: store.url, blobs: openBlobStore(config), folder }
    const manifest = await restoreBackup(options)
    await record(store.url, 'installation.restore', manifest)
    tell(manifest, json, [`Đã khôi phục từ ${folder}`, `Restored from ${folder}`])
    await tellOfKey(config, store.url)
  } finally {
    await store.stop()
  }
}

/** Who copies everything has read everything, and who restores has changed everything: both stand in the record. */
async function record(url: string, action: string, manifest: BackupManifest): Promise<void> {
  // A database that this program has not migrated yet may have no place for the entry as we write it.
  if (action === 'installation.back_up' && manifest.schemaNumber !== (await listMigrations()).length) return
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  try {
    const origin = { requestId: randomUUID(), address: null }
    const { takenAt, schemaNumber, filesList } = manifest
    await database.transaction().execute((db) =>
      audit({ db, now: realClock.now(), actor: null, origin }, action, null, {
        takenAt,
        schemaNumber,
        files: filesList.count,
      }),
    )
  } finally {
    await database.destroy()
  }
}

/** The key is in no backup: whoever restores is told at once what it opens, and what is to be done where it does not. */
async function tellOfKey(config: Config, url: string): Promise<void> {
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  try {
    const { isRight, words } = await checkSecretKey(config, database)
    if (!isRight) console.error(words)
  } finally {
    await database.destroy()
  }
}

function argumentsOf(command: string, args: readonly string[]): { folder: string; json: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1)
    throw new Failure('usage', `dotpha ${command} DIR [--json]`)
  return { folder: resolve(folder), json: values.json }
}

/** Says what was copied. A file that is not there makes the exit code 1: all is well only when all is well. */
function tell(manifest: BackupManifest, json: boolean, [vi, en]: readonly [string, string]): void {
  const outcome: Outcome = {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.filesList.count,
    bytesOfFiles: manifest.filesList.totalBytes,
    schemaNumber: manifest.schemaNumber,
    takenAt: manifest.takenAt,
    absentFiles: manifest.absentFiles,
  }
  if (json) console.log(JSON.stringify(outcome))
  else {
    const { tables, rows, files, takenAt } = outcome
    console.log(`${vi}: ${tables} bảng, ${rows} dòng, ${files} tệp (${takenAt}).`)
    console.log(`${en}: ${tables} tables, ${rows} rows, ${files} files.`)
  }
  for (const { sha256, reason } of manifest.absentFiles)
    console.error(
      reason === 'missing'
        ? `Kho tệp không có tệp ${sha256}. · The store has no file ${sha256}.`
        : `Tệp ${sha256} trong kho đã bị hỏng. · The file ${sha256} in the store is damaged.`,
    )
  if (manifest.absentFiles.length > 0) process.exitCode = 1
}
