import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { closeAfterRestore, type RestoredAccess } from '../identity/index.ts'
import { audit } from '../platform/audit/audit.ts'
import { type BackupManifest, readManifest } from '../platform/backup/manifest.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { takeBackup } from '../platform/backup/take-backup.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { openDatabase, openPool } from '../platform/data/database.ts'
import { applicationRole } from '../platform/data/migrate.ts'
import { listMigrations } from '../platform/data/migration-files.ts'
import { openBlobStore } from '../platform/files/open-blob-store.ts'
import { realClock } from '../platform/time/clock.ts'
import { hasClock, requireClockForCommand } from '../platform/time/sound-clock.ts'
import { checkSecretKey } from './check-secret-key.ts'
import { reachStore } from './command.ts'
import type { Call } from './command-line/command.ts'

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
export async function backupCommand({ operands, switches }: Call): Promise<void> {
  const [folder, json] = [folderOf(operands), switches.has('json')]
  const config = readConfig(process.env)
  const store = await reachStore(config)
  try {
    const options = { url: store.url, blobs: openBlobStore(config), folder, now: realClock.now() }
    await requireSoundClock(store.url)
    const manifest = await takeBackup(options)
    await record(store.url, 'installation.back_up', manifest)
    tell(manifest, json, [`Đã sao lưu vào ${folder}`, `Backed up into ${folder}`])
    if (!json) console.log(keyReminder)
  } finally {
    await store.stop()
  }
}

/**
 * `dotpha restore DIR [--revoke-tokens] [--void-passwords] [--json]` puts a backup into an empty database and its files into
 * the store. Sessions are ended always; the others where it is said, and else it is told that they may be old ones.
 */
export async function restoreCommand({ operands, switches }: Call): Promise<void> {
  const folder = folderOf(operands)
  // Said before a database is started for nothing.
  await readManifest(folder)
  const config = readConfig(process.env)
  const store = await reachStore(config)
  try {
    const options = { url: store.url, blobs: openBlobStore(config), folder }
    const manifest = await restoreBackup(options)
    await record(store.url, 'installation.restore', manifest)
    const access = await closeAccess(store.url, {
      revokeTokens: switches.has('revoke-tokens'),
      voidPasswords: switches.has('void-passwords'),
    })
    tell(manifest, switches.has('json'), [`Đã khôi phục từ ${folder}`, `Restored from ${folder}`], { access })
    tellOfAccess(access)
    await tellOfKey(config, store.url)
  } finally {
    await store.stop()
  }
}

/** Said before anything is copied: the entry that says so would be dated back. */
async function requireSoundClock(url: string): Promise<void> {
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  try {
    // A database that this program has not migrated yet is copied as it is.
    if (await hasClock(database)) await requireClockForCommand(database, realClock.now())
  } finally {
    await database.destroy()
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

/** What was open when the backup was taken is open again, whatever was ended or changed since. */
async function closeAccess(
  url: string,
  choice: { readonly revokeTokens: boolean; readonly voidPasswords: boolean },
): Promise<RestoredAccess> {
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  try {
    return await closeAfterRestore(database, choice, realClock.now())
  } finally {
    await database.destroy()
  }
}

function tellOfAccess(access: RestoredAccess): void {
  console.error(
    `Đã kết thúc ${access.endedSessions} phiên của bản sao lưu.\nEnded ${access.endedSessions} sessions of the backup.`,
  )
  const { tokens, revokedTokens, passwords, voidedPasswords } = access
  if (revokedTokens > 0)
    console.error(`Đã thu hồi ${revokedTokens} mã truy cập.\nRevoked ${revokedTokens} tokens.`)
  else if (tokens > 0)
    console.error(
      `${tokens} mã truy cập mở lại như khi sao lưu, kể cả mã đã thu hồi sau đó: xem lại từng mã, hoặc khôi phục với --revoke-tokens.\n${tokens} tokens open again as when the backup was taken, those revoked since included: look at each, or restore with --revoke-tokens.`,
    )
  if (voidedPasswords > 0)
    console.error(
      `${voidedPasswords} mật khẩu không còn mở được; cấp mật khẩu mới bằng dotpha user password.\n${voidedPasswords} passwords open nothing any more; give new ones by dotpha user password.`,
    )
  else if (passwords > 0)
    console.error(
      `${passwords} tài khoản có mật khẩu như khi sao lưu, kể cả mật khẩu đã đổi vì lộ: --void-passwords làm cho mọi mật khẩu hết hiệu lực. Xem lại cả quyền, chức vụ và tài khoản đã đóng sau lúc sao lưu.\n${passwords} accounts have the password of the backup, those changed after a leak included: --void-passwords makes all of them void. Look also at rights, posts and accounts that were closed after the backup.`,
    )
}

/** The key is not in any backup: the restore reports at once what it decrypts, and what to do if it does not. */
async function tellOfKey(config: Config, url: string): Promise<void> {
  const database = openDatabase(openPool({ url, role: applicationRole, maxConnections: 1 }))
  try {
    const { isRight, words } = await checkSecretKey(config, database)
    if (!isRight) console.error(words)
  } finally {
    await database.destroy()
  }
}

const folderOf = ([folder = '']: readonly string[]): string => resolve(folder)

/** Says what was copied. A file that is not there makes the exit code 1: all is well only when all is well. */
function tell(
  manifest: BackupManifest,
  json: boolean,
  [vi, en]: readonly [string, string],
  more: object = {},
): void {
  const outcome: Outcome = {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.filesList.count,
    bytesOfFiles: manifest.filesList.totalBytes,
    schemaNumber: manifest.schemaNumber,
    takenAt: manifest.takenAt,
    absentFiles: manifest.absentFiles,
  }
  if (json) console.log(JSON.stringify({ ...outcome, ...more }))
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
