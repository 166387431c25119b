import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './errors.ts'
import type { Identity } from './identity.ts'

/** A PostgreSQL server that answers, and the way to end it. */
export interface Postmaster {
  readonly port: number
  /** Settles when the server is gone, for whatever reason. */
  readonly exited: Promise<void>
  stop(): Promise<void>
}

const patienceMs = 30_000
const fastShutdownMs = 60_000

/** The environment of the PostgreSQL programs: none of the caller's PG… variables may reach them. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }
}

interface Launch {
  readonly cluster: string
  readonly binaries: Binaries
  readonly identity: Identity
  readonly settings: Readonly<Record<string, string>>
  readonly onLog: (line: string) => void
}

/**
 * Starts the server of a cluster and waits until it answers, recovery after a crash included.
 *
 * What passes by itself is tried again for half a minute: the children of a killed postmaster hold its
 * shared memory until they notice, and a free port can be taken before the server binds it.
 *
 * @throws EmbeddedPostgresError `not_startable`
 */
export async function startPostmaster(launch: Launch): Promise<Postmaster> {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    const port = await freePort()
    const attempt = await launchOnce(launch, port)
    if (attempt.ready) return attempt.postmaster
    const passing = /shared memory block .* is still in use|could not (bind|create any TCP)/s.test(
      attempt.complaint,
    )
    if (!passing || Date.now() > giveUpAt) throw notStartable(launch.cluster, attempt.complaint)
    await delay(200)
  }
}

type Attempt = { ready: true; postmaster: Postmaster } | { ready: false; complaint: string }

async function launchOnce(launch: Launch, port: number): Promise<Attempt> {
  const { identity, binaries, cluster } = launch
  const flags = ['-D', cluster, ...settingFlags(launch, port)]
  const [program, ...rest] = [...identity.wrap, binaries.postgres, ...flags]
  const child = spawn(program ?? binaries.postgres, rest, {
    ...identity.spawn,
    cwd: '/',
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a session of its own, Ctrl-C reaches only us, and we stop it after the last request.
    detached: true,
  })
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const endWithUs = () => void child.kill('SIGINT')
  process.once('exit', endWithUs)
  void exited.then(() => process.off('exit', endWithUs))
  const complaints: string[] = []
  if (await becomesReady(child, complaints, launch.onLog)) {
    return { ready: true, postmaster: { port, exited, stop: () => shutDown(child, exited) } }
  }
  return { ready: false, complaint: complaints.join('\n') }
}

function becomesReady(
  child: ReturnType<typeof spawn>,
  complaints: string[],
  onLog: (line: string) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      complaints.push(error.message)
      resolve(false)
    })
    child.once('close', () => resolve(false))
    if (child.stderr === null) return
    createInterface({ input: child.stderr }).on('line', (line) => {
      onLog(line)
      if (complaints.length < 20 && /FATAL:|could not/.test(line)) complaints.push(line)
      if (line.includes('database system is ready to accept connections')) resolve(true)
    })
  })
}

function settingFlags(launch: Launch, port: number): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // The port alone is enough, and a socket's path is limited to 107 bytes.
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and the details of errors hold what people typed; that does not belong in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...launch.settings,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Fast shutdown; only a server that does not end in a minute is ended at once, which costs a recovery at the next start. */
async function shutDown(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  if (await endsWithin(exited, fastShutdownMs)) return
  child.kill('SIGQUIT')
  await exited
}

async function endsWithin(exited: Promise<void>, timeMs: number): Promise<boolean> {
  const clock = new AbortController()
  const late = delay(timeMs, false, { signal: clock.signal, ref: false }).catch(() => false)
  const ended = await Promise.race([exited.then(() => true), late])
  clock.abort()
  return ended
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function notStartable(cluster: string, complaint: string): EmbeddedPostgresError {
  const last =
    complaint.split('\n').findLast((line) => line.includes('FATAL:')) ?? complaint.split('\n').at(-1) ?? ''
  const why = last.replace(/^.*?FATAL:\s*/, '')
  return new EmbeddedPostgresError('not_startable', {
    vi: `PostgreSQL không khởi động được trên ${cluster}. Dữ liệu vẫn còn nguyên; PostgreSQL báo lý do ở dòng dưới.`,
    en: `PostgreSQL does not start on ${cluster}. The data are untouched; PostgreSQL gives the reason below.`,
    postgres: why,
  })
}
