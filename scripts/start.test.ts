import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, expect, test } from 'vitest'
import { familyOf, killIfThere } from '../server/src/platform/postgres/testing/owner-process.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'

// One folder for all: only the first start has to make its database.
const dataDir = mkdtempSync(join(tmpdir(), 'dotpha-start-'))
const running: ChildProcess[] = []
// One for a reader of Vietnamese, one for a reader of English.
const sentences = 2

afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGTERM')
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const environment = { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', PORT: '0', DEMO: '0' }

function start(settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, [join(repositoryRoot, 'bin/dotpha'), 'start'], {
    env: { ...environment, DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  return child
}

/** The address that a server prints when it is ready. */
async function address(child: ChildProcess): Promise<string> {
  if (child.stdout === null || child.stderr === null) throw new Error('a start without pipes')
  const complaint = text(child.stderr)
  for await (const line of createInterface({ input: child.stdout })) {
    const [found] = /http:\/\/\S+/.exec(line) ?? []
    if (found !== undefined) return found
  }
  throw new Error(await complaint)
}

/** What a start that is refused says, and its exit code. */
async function refusal(child: ChildProcess): Promise<{ words: string; code: unknown }> {
  const [words, [code]] = await Promise.all([
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'exit'),
  ])
  return { words: words.replaceAll(/^▸.*\n/gm, ''), code }
}

async function end(child: ChildProcess, ...signals: readonly NodeJS.Signals[]): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  for (const signal of signals) child.kill(signal)
  return (await ended)[0]
}

/** What is left of a server in its data folder: the file of a running PostgreSQL, the claim of an owner. */
function traces(): readonly string[] {
  const folder = join(dataDir, 'postgres')
  const claims = readdirSync(folder).filter((name) => name.startsWith('owner-'))
  return existsSync(join(folder, 'cluster/postmaster.pid')) ? [...claims, 'postmaster.pid'] : claims
}

test('a start is ready to answer, and Ctrl-C, even twice, stops everything', async () => {
  const child = start()
  const home = await address(child)
  expect((await fetch(`${home}/healthz`)).status).toBe(200)
  expect(await end(child, 'SIGINT', 'SIGINT')).toBe(0)
  expect(traces()).toEqual([])
})

test('after the whole tree is killed the next start simply works', async () => {
  const child = start()
  await address(child)
  const gone = once(child, 'exit')
  for (const pid of familyOf(child.pid ?? 0)) killIfThere(pid)
  await gone

  const home = await address(start())
  expect((await fetch(`${home}/healthz`)).status).toBe(200)
})

test('a taken port is named in one sentence and nothing is left running', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  const { words, code } = await refusal(start({ PORT: String(port) }))
  holder.close()
  expect(words).toContain(`Cổng ${port} đang có chương trình khác dùng`)
  expect(words.trim().split('\n')).toHaveLength(sentences)
  expect(code).toBe(1)
  expect(traces()).toEqual([])
})

test('another server on the same folder is refused in one sentence', async () => {
  const first = start()
  const home = await address(first)
  const { words, code } = await refusal(start())
  expect(words).toContain(`đang được một máy chủ khác dùng (tiến trình ${first.pid})`)
  expect(words.trim().split('\n')).toHaveLength(sentences)
  expect(code).toBe(1)
  expect((await fetch(`${home}/healthz`)).status).toBe(200)
})

test('a folder of something else is refused in one sentence and left alone', async () => {
  const foreign = join(dataDir, 'foreign')
  mkdirSync(join(foreign, 'postgres'), { recursive: true })
  writeFileSync(join(foreign, 'postgres', 'luận văn.docx'), 'x')
  const { words, code } = await refusal(start({ DATA_DIR: foreign }))
  expect(words).toContain('không phải thư mục dữ liệu của Đột Phá')
  expect(words.trim().split('\n')).toHaveLength(sentences)
  expect(code).toBe(1)
  expect(readdirSync(join(foreign, 'postgres'))).toEqual(['luận văn.docx'])
})
