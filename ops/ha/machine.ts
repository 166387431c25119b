import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { familyOf, killIfThere } from '../../server/src/platform/postgres/testing/owner-process.ts'

const postgresPrograms = '/usr/lib/postgresql/17/bin'

/** What the drill is made of; Debian 13 has all of it. */
const programs = [
  { file: '/usr/bin/etcd', debian: 'etcd-server' },
  { file: '/usr/bin/patroni', debian: 'patroni' },
  { file: '/usr/sbin/haproxy', debian: 'haproxy' },
  { file: `${postgresPrograms}/postgres`, debian: 'postgresql-17' },
  { file: '/usr/bin/setpriv', debian: 'util-linux' },
] as const

export { postgresPrograms }

/** Why the drill cannot run on this machine; undefined where it can. */
export function whatIsMissing(): string | undefined {
  const missing = programs.filter(({ file }) => !existsSync(file)).map(({ debian }) => debian)
  if (missing.length > 0) return `Debian packages are missing: apt-get install ${missing.join(' ')}`
  if ((statSync('/dev/shm').mode & 0o7777) !== 0o1777)
    return '/dev/shm is not open to every user, as PostgreSQL needs it: chmod 1777 /dev/shm'
  return undefined
}

/** The account that PostgreSQL runs under: it refuses root. */
export function databaseUser(): { readonly uid: number; readonly gid: number } {
  if (process.getuid?.() !== 0) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const ask = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: ask('-u'), gid: ask('-g') }
}

/** A program that runs until it is ended, with its words in a file. */
export interface Running {
  readonly pid: number
  readonly isAlive: () => boolean
  /** SIGKILL to it and to everything below it, as when the power fails. */
  kill(): Promise<void>
  /** The polite way, and the other after ten seconds. */
  end(): Promise<void>
}

const running = new Set<Running>()

/** Starts a program. It ends when this process does, even by SIGKILL. */
export function run(
  program: string,
  args: readonly string[],
  how: { readonly log: string; readonly env?: NodeJS.ProcessEnv; readonly asDatabaseUser?: boolean },
): Running {
  const { uid, gid } = databaseUser()
  const identity =
    how.asDatabaseUser === true && process.getuid?.() === 0
      ? [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
      : []
  const log = openSync(how.log, 'a')
  const child = spawn('setpriv', [...identity, '--pdeathsig', 'KILL', program, ...args], {
    cwd: '/',
    env: how.env ?? { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return keep(child)
}

function keep(child: ChildProcess): Running {
  const exited = once(child, 'exit')
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const pid = child.pid ?? 0
  const one: Running = {
    pid,
    isAlive,
    async kill() {
      running.delete(one)
      for (const each of familyOf(pid)) killIfThere(each)
      await exited
    },
    async end() {
      running.delete(one)
      if (!isAlive()) return
      child.kill('SIGTERM')
      await Promise.race([exited, delay(10_000, undefined, { ref: false })])
      if (isAlive()) for (const each of familyOf(pid)) killIfThere(each)
    },
  }
  running.add(one)
  return one
}

/** Kills the PostgreSQL of a data folder, which Patroni puts into a session of its own. */
export function killPostgres(dataDir: string): void {
  try {
    const pid = Number.parseInt(readFileSync(`${dataDir}/postmaster.pid`, 'utf8'), 10)
    if (pid > 1) for (const each of familyOf(pid)) killIfThere(each)
  } catch {
    // There is none.
  }
}

/** Ports of the loopback that nobody listens on at this moment. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const probes = Array.from({ length: count }, () => createServer())
  await Promise.all(
    probes.map((probe) => new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))),
  )
  const ports = probes.map((probe) => {
    const bound = probe.address()
    return typeof bound === 'object' && bound !== null ? bound.port : 0
  })
  await Promise.all(probes.map((probe) => new Promise((closed) => probe.close(closed))))
  return ports
}

/** Waits until `found` gives something. @throws with `what` and how long it was waited for */
export async function waitFor<Value>(
  what: string,
  seconds: number,
  found: () => Promise<Value | undefined>,
): Promise<Value> {
  const giveUpAt = performance.now() + seconds * 1000
  for (;;) {
    const value = await found().catch(() => undefined)
    if (value !== undefined) return value
    if (performance.now() > giveUpAt) throw new Error(`${what}: not within ${seconds} s`)
    await delay(100)
  }
}
