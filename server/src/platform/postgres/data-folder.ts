import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { postgresMajor } from './binaries.ts'
import { EmbeddedPostgresError, systemCode } from './errors.ts'
import { isOwnerFile } from './owner-lock.ts'

/** Folder of a cluster that is being made; it has never held data, so it may be thrown away. */
export const unfinishedPrefix = 'cluster-unfinished-'

/** The parts of a data folder of ours. */
export interface DataFolder {
  readonly path: string
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string
  readonly passwordFile: string
}

/**
 * Opens a data folder, making it where it does not exist. Nothing in a folder that is not ours is touched.
 *
 * @throws EmbeddedPostgresError `data_dir_unreadable`, `data_dir_foreign`
 */
export function openDataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir)
  try {
    makeFolder(path)
    const real = realpathSync(path)
    const folder = { path: real, cluster: join(real, 'cluster'), passwordFile: join(real, 'password') }
    const names = readdirSync(real)
    if (!hasCluster(folder)) {
      const strange = names.find((name) => !isOurs(name))
      if (strange !== undefined) throw foreign(real, strange)
    }
    return folder
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error
    throw new EmbeddedPostgresError(
      'data_dir_unreadable',
      {
        vi: `Không đọc hoặc ghi được thư mục dữ liệu ${path}${reason(error)}: hãy cấp quyền cho người dùng đang chạy, hoặc đặt DATA_DIR sang thư mục khác.`,
        en: `The data folder ${path} cannot be read or written${reason(error)}: give the running user the right to, or set DATA_DIR to another folder.`,
      },
      error,
    )
  }
}

/** Whether a complete cluster is there. @throws EmbeddedPostgresError where its version is another one */
export function hasCluster(folder: DataFolder): boolean {
  const version = readIfThere(join(folder.cluster, 'PG_VERSION'))?.trim()
  if (version === undefined) return false
  const found = Number(version)
  if (found === postgresMajor) return true
  const newer = found > postgresMajor
  throw new EmbeddedPostgresError(newer ? 'data_dir_newer_postgres' : 'data_dir_older_postgres', {
    vi: `Dữ liệu trong ${folder.path} thuộc PostgreSQL ${version}, còn bản này chạy PostgreSQL ${postgresMajor}: ${newer ? 'hãy dùng bản phần mềm mới hơn' : 'hãy chuyển dữ liệu bằng sao lưu và phục hồi'}, hoặc đặt DATA_DIR sang thư mục khác; không có gì bị thay đổi.`,
    en: `The data in ${folder.path} belong to PostgreSQL ${version} and this version runs PostgreSQL ${postgresMajor}: ${newer ? 'use a newer version of the software' : 'move the data by backup and restore'}, or set DATA_DIR to another folder; nothing was changed.`,
  })
}

/** The superuser's password: made once, then kept next to the cluster for its owner's eyes alone. */
export function readOrMakePassword(folder: DataFolder): string {
  const kept = readIfThere(folder.passwordFile)?.trim()
  if (kept !== undefined && kept !== '') return kept
  if (hasCluster(folder)) {
    throw new EmbeddedPostgresError('password_missing', {
      vi: `Thiếu tệp mật khẩu ${folder.passwordFile} của cơ sở dữ liệu: hãy khôi phục tệp này từ bản sao lưu của thư mục dữ liệu; không có gì bị thay đổi.`,
      en: `The database's password file ${folder.passwordFile} is missing: restore it from a copy of the data folder; nothing was changed.`,
    })
  }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(folder.passwordFile, `${password}\n`, { mode: 0o600, flush: true })
  return password
}

function isOurs(name: string): boolean {
  return (
    name === 'password' || name === 'lost+found' || name.startsWith(unfinishedPrefix) || isOwnerFile(name)
  )
}

function makeFolder(path: string): void {
  const firstMade = mkdirSync(path, { recursive: true })
  if (firstMade === undefined) return
  // Root lends the cluster to another user, who must pass these folders whatever the umask is.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  for (let at = path; ; at = dirname(at)) {
    chmodSync(at, mode)
    if (at === firstMade) return
  }
}

function foreign(path: string, strange: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError('data_dir_foreign', {
    vi: `Thư mục ${path} không rỗng và không phải thư mục dữ liệu của Đột Phá (có “${strange}”): hãy đặt DATA_DIR sang thư mục rỗng hoặc thư mục dữ liệu cũ; không có gì bị thay đổi.`,
    en: `The folder ${path} is not empty and is no data folder of Đột Phá (it holds "${strange}"): set DATA_DIR to an empty folder or to the former data folder; nothing was changed.`,
  })
}

/** The code of the system, which both languages share; what Node says besides is English. */
function reason(error: unknown): string {
  const code = systemCode(error)
  return code === undefined ? '' : ` (${code})`
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Who owns the cluster, where there is one. */
export function clusterOwner(folder: DataFolder): { uid: number; gid: number } | undefined {
  const stats = statSync(folder.cluster, { throwIfNoEntry: false })
  return stats && { uid: stats.uid, gid: stats.gid }
}
