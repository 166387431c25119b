import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { reachPostgres } from '../../server/src/platform/postgres/reach.ts'
import { repositoryRoot } from '../../server/src/platform/root.ts'

const dotpha = join(repositoryRoot, 'bin', 'dotpha')

/** The product as anybody starts it, with its own PostgreSQL and the demonstration, in a folder that goes with it. */
export interface CrowdServer {
  readonly url: string
  readonly pid: number
  readonly databaseUrl: string
  /** What the sealed record says of itself. */
  verify(): Promise<{ readonly ok: boolean; readonly sealed: number; readonly unsealed: number }>
  stop(): Promise<void>
}

export async function startServer(): Promise<CrowdServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dotpha-crowd-'))
  // Each of the crowd comes from an address of their own, as through a proxy.
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: '0', DEMO: '1', TRUST_PROXY: '1' }
  const child = spawn(process.execPath, [dotpha, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressOf(child)
  const { url: databaseUrl } = await reachPostgres(join(dataDir, 'postgres'))
  return {
    url,
    pid: child.pid ?? 0,
    databaseUrl,
    async verify() {
      const { stdout } = await promisify(execFile)(process.execPath, [dotpha, 'audit', 'verify', '--json'], {
        env,
      })
      return JSON.parse(stdout)
    },
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Where a product that was just started says that it answers. */
export async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('a start without output')
  for await (const line of createInterface({ input: child.stdout })) {
    const [found] = /http:\/\/\S+/.exec(line) ?? []
    if (found !== undefined) {
      // What it says from here on is nobody's to read, and must not fill the pipe.
      child.stdout.resume()
      return found.replace('localhost', '127.0.0.1')
    }
  }
  throw new Error('the server ended before it was ready')
}
