import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BackupManifest } from '../platform/backup/manifest.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { takeBackup } from '../platform/backup/take-backup.ts'
import { realClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openBlobStore } from '../platform/open-blob-store.ts'
import { Failure } from '../platform/refusal.ts'
import { reachStore } from './command.ts'

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
    tell(await takeBackup(options), json, [`Đã sao lưu vào ${folder}`, `Backed up into ${folder}`])
  } finally {
    await store.stop()
  }
}

/** `dotpha restore DIR [--json]` puts a backup into an empty database and its files into the store. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const { folder, json } = argumentsOf('restore', args)
  const config = readConfig(process.env)
  const store = await reachStore(config)
  try {
    const options = { url: store.url, blobs: openBlobStore(config), folder }
    tell(await restoreBackup(options), json, [`Đã khôi phục từ ${folder}`, `Restored from ${folder}`])
  } finally {
    await store.stop()
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
