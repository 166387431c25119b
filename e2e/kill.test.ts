import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repositoryRoot } from '../server/src/platform/root.ts'

const dotpha = join(repositoryRoot, 'bin', 'dotpha')
let dataDir: string
let port: number
let running: ChildProcess | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dotpha-kill-'))
  // The user whom root lends PostgreSQL passes through.
  await chmod(dataDir, 0o711)
  port = await freePort()
})

afterAll(async () => {
  if (running !== undefined) killTree(running)
  await rm(dataDir, { recursive: true, force: true })
})

test('nothing that was acknowledged is lost when the whole tree is killed with writes under way', async () => {
  running = await start()
  const token = await makeToken()
  const acknowledged: string[] = []
  const writers = { on: true }
  const writing = Promise.all([1, 2, 3, 4].map((writer) => write(writer, token, acknowledged, writers)))
  while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 20))

  killTree(running)
  writers.on = false
  await writing
  running = await start()

  const found = await Promise.all(
    acknowledged.map((id) =>
      fetch(`${address()}/api/v1/works/${id}`, { headers: { authorization: `Bearer ${token}` } }),
    ),
  )
  expect(acknowledged.length).toBeGreaterThanOrEqual(40)
  expect(found.filter((answer) => answer.status !== 200)).toEqual([])
})

const address = () => `http://127.0.0.1:${port}`

async function write(
  writer: number,
  token: string,
  acknowledged: string[],
  writers: { on: boolean },
): Promise<void> {
  for (let count = 0; writers.on; count += 1) {
    const body = JSON.stringify({
      year: 2022,
      ownerKind: 'collective',
      title: `Bản nháp ${writer}-${count} khi máy bị tắt`,
    })
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `kill-${writer}-${count}-key`,
    }
    try {
      const answer = await fetch(`${address()}/api/v1/works`, { method: 'POST', headers, body })
      if (answer.status === 201) acknowledged.push(((await answer.json()) as { id: string }).id)
    } catch {
      return
    }
  }
}

async function makeToken(): Promise<string> {
  const args = ['token', 'create', '--account', 'tu-ky', '--scope', 'read,write', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, [dotpha, ...args], { env: environment() })
  return (JSON.parse(stdout) as { token: string }).token
}

const environment = () => ({
  ...process.env,
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  PORT: String(port),
})

function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [dotpha, 'start'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((ready, failed) => {
    const said: string[] = []
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString())
      if (said.join('').includes(`:${port}`)) ready(child)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => failed(new Error(`stopped with ${code}: ${said.join('')}`)))
  })
}

/** Ends a process and all below it as a power cut does: nobody gets a chance to tidy up. */
function killTree(child: ChildProcess): void {
  for (const pid of treeOf(child.pid ?? 0)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went by itself.
    }
  }
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended while we looked.
    }
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const bound = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof bound === 'object' && bound !== null ? bound.port : 0
}
