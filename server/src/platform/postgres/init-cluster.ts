import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.ts'
import { type DataFolder, unfinishedPrefix } from './data-folder.ts'
import { EmbeddedPostgresError } from './errors.ts'
import type { Identity } from './identity.ts'
import { programEnvironment } from './postmaster.ts'

/**
 * Makes the cluster of an empty data folder. It is made under another name and renamed when it is whole, so
 * that a cluster that exists is always a complete one, whenever the process is killed.
 *
 * @throws EmbeddedPostgresError `not_startable`
 */
export async function initCluster(
  folder: DataFolder,
  how: {
    readonly binaries: Binaries
    readonly identity: Identity
    readonly password: string
    readonly sync: boolean
  },
): Promise<void> {
  for (const name of readdirSync(folder.path)) {
    if (name.startsWith(unfinishedPrefix))
      // The initdb of a killed first start may still be writing into it.
      rmSync(join(folder.path, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  const unfinished = mkdtempSync(join(folder.path, unfinishedPrefix))
  const cluster = join(unfinished, 'cluster')
  const passwordFile = join(unfinished, 'password')
  writeFileSync(passwordFile, `${how.password}\n`, { mode: 0o600 })
  if (how.identity.owner !== null) {
    const { uid, gid } = how.identity.owner
    chownSync(unfinished, uid, gid)
    chownSync(passwordFile, uid, gid)
  }
  chmodSync(unfinished, 0o700)
  await runInitdb(cluster, passwordFile, how)
  renameSync(cluster, folder.cluster)
  syncFolder(folder.path)
  rmSync(unfinished, { recursive: true })
}

async function runInitdb(
  cluster: string,
  passwordFile: string,
  how: { readonly binaries: Binaries; readonly identity: Identity; readonly sync: boolean },
): Promise<void> {
  // macOS has no C.UTF-8; there the operating system's part of the locale needs a name that exists.
  const locale =
    process.platform === 'darwin'
      ? ['--builtin-locale=C.UTF-8', '--locale=en_US.UTF-8']
      : ['--locale=C.UTF-8']
  const args = [
    ['-D', cluster, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'],
    ['-E', 'UTF8', '--locale-provider=builtin', ...locale, '--data-checksums', '--no-instructions'],
    how.sync ? [] : ['--no-sync'],
  ].flat()
  const [program, ...rest] = [...how.identity.wrap, how.binaries.initdb, ...args]
  const child = spawn(program ?? how.binaries.initdb, rest, {
    ...how.identity.spawn,
    cwd: '/',
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const endWithUs = () => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const [status, complaint] = await Promise.all([ended, text(child.stderr)])
  process.off('exit', endWithUs)
  if (status === 0) return
  throw new EmbeddedPostgresError('not_startable', {
    vi: `Không tạo được cơ sở dữ liệu trong ${cluster}; PostgreSQL báo lý do ở dòng dưới.`,
    en: `The database could not be created in ${cluster}; PostgreSQL gives the reason below.`,
    postgres: lastLine(complaint),
  })
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
