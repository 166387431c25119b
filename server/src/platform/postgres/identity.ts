import { spawnSync } from 'node:child_process'
import { chmodSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './errors.ts'

/**
 * As whom the PostgreSQL programs run: their command line is `wrap` followed by the program's own, their
 * files belong to `owner` as seen from here (null: nothing to change, we are that user).
 */
export interface Identity {
  readonly name: string
  readonly wrap: readonly string[]
  readonly spawn: { readonly uid?: number; readonly gid?: number }
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

const ourselves: Identity = { name: 'ourselves', wrap: [], spawn: {}, owner: null }
const nobody = { uid: 65_534, gid: 65_534 }
const inNamespace = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`]

/**
 * Chooses as whom PostgreSQL runs. It refuses to run as root, so root has to lend it another user, who must
 * be able to enter the folder of the data and that of the programs. Each way is tried, the safest first:
 *
 * 1. a plain other user: the configured one, else the owner of the cluster, else `postgres`, else 65534;
 * 2. a user namespace in which root itself is called 65534 (a root's home cannot be entered by others);
 * 3. the other user with the right to pass closed folders, for containers that forbid user namespaces.
 *
 * @throws EmbeddedPostgresError `user_unknown`, `user_cannot_enter`
 */
export function chooseIdentity(options: {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly configuredUser?: string | undefined
  readonly clusterOwner?: { readonly uid: number; readonly gid: number } | undefined
  /** Names of ways that must not be taken, for tests of the later ones. */
  readonly without?: readonly string[]
}): Identity {
  const { dataDir, binaries } = options
  if (process.getuid?.() !== 0) return asOurselves(dataDir, binaries)
  letOthersThrough(dataDir)
  const user = lentUser(options.configuredUser, options.clusterOwner)
  const ways = waysForRoot(user).filter((way) => !options.without?.includes(way.name))
  const way = ways.find((candidate) => canRun(candidate, dataDir, binaries))
  if (way !== undefined) return way
  const closed = closedFolder([dataDir, dirname(binaries.postgres)])
  throw new EmbeddedPostgresError('user_cannot_enter', {
    vi: `PostgreSQL không chạy được bằng root, mà người dùng ${user.uid} không vào được thư mục ${closed}: hãy chạy bằng một người dùng thường, chuyển dự án và DATA_DIR ra khỏi thư mục đó, hoặc chmod o+x ${closed}.`,
    en: `PostgreSQL will not run as root and user ${user.uid} cannot enter ${closed}: run as an ordinary user, move the project and DATA_DIR out of that folder, or chmod o+x ${closed}.`,
  })
}

/** Gives everything below `folder` to the identity's owner; the folder itself last, so that a half-done change is seen and redone. */
export function giveTo(identity: Identity, folder: string): void {
  const { owner } = identity
  if (owner === null || statSync(folder).uid === owner.uid) return
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name)
      if (entry.isDirectory()) walk(child)
      lchownSync(child, owner.uid, owner.gid)
    }
  }
  walk(folder)
  lchownSync(folder, owner.uid, owner.gid)
}

// initdb insists on a user with a name, and a container may run under a number that has none.
function asOurselves(dataDir: string, binaries: Binaries): Identity {
  if (spawnSync('id', ['-un'], { stdio: 'ignore' }).status === 0) return ourselves
  const named = { ...ourselves, name: 'namespace', wrap: inNamespace }
  return canRun(named, dataDir, binaries) ? named : ourselves
}

function waysForRoot(user: { uid: number; gid: number }): readonly Identity[] {
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return [
    { name: 'user', wrap: [], spawn: user, owner: user },
    { name: 'namespace', wrap: inNamespace, spawn: {}, owner: { uid: 0, gid: 0 } },
    { name: 'capability', wrap: ['setpriv', ...ids, ...passing], spawn: {}, owner: user },
  ]
}

function lentUser(
  configured: string | undefined,
  clusterOwner: { readonly uid: number; readonly gid: number } | undefined,
): { uid: number; gid: number } {
  if (configured !== undefined) {
    const user = lookUp(configured)
    if (user !== undefined && user.uid !== 0) return user
    throw new EmbeddedPostgresError('user_unknown', {
      vi: `Không có người dùng “${configured}” trên máy này (hoặc đó là root): PostgreSQL cần một người dùng thường có thật.`,
      en: `There is no user "${configured}" on this machine (or it is root): PostgreSQL needs an ordinary user that exists.`,
    })
  }
  if (clusterOwner !== undefined && clusterOwner.uid !== 0) return { ...clusterOwner }
  return lookUp('postgres') ?? nobody
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  // A container may run under a number that no password file knows.
  if (/^\d+$/.test(name)) return { uid: Number(name), gid: Number(name) }
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, '--', name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout.trim()) : Number.NaN
  })
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid)) return undefined
  return { uid, gid }
}

// Only a real attempt knows about access lists, security modules and forbidden system calls.
function canRun(identity: Identity, dataDir: string, binaries: Binaries): boolean {
  const script = 'cd "$1" && exec "$2" --version'
  const [program, ...rest] = [...identity.wrap, 'sh', '-c', script, 'sh', dataDir, binaries.postgres]
  if (program === undefined) return false
  const { status } = spawnSync(program, rest, { ...identity.spawn, cwd: '/', stdio: 'ignore' })
  return status === 0
}

function letOthersThrough(dataDir: string): void {
  const { uid, mode } = statSync(dataDir)
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(dataDir, (mode & 0o777) | 0o011)
}

function closedFolder(paths: readonly string[]): string {
  for (const path of paths) {
    const parents: string[] = []
    for (let at = path; !parents.includes(at); at = dirname(at)) parents.push(at)
    const closed = parents.reverse().find((parent) => (statSync(parent).mode & 0o001) === 0)
    if (closed !== undefined) return closed
  }
  return paths[0] ?? '/'
}
