import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repositoryRoot } from '../server/src/platform/root.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dotpha-backup-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

function run(dataDir: string, ...args: readonly string[]) {
  return spawn(process.execPath, [join(repositoryRoot, 'bin/dotpha'), ...args], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(root, dataDir), PORT: '0', DEMO: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function dotpha(dataDir: string, ...args: readonly string[]) {
  const child = run(dataDir, ...args)
  const [out, words, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { out, words, code: code as number }
}

async function start(dataDir: string) {
  const child = run(dataDir, 'start')
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+/.exec(line) ?? []
    if (url !== undefined)
      return {
        url,
        stop: async () => {
          const ended = once(child, 'exit')
          child.kill('SIGTERM')
          return (await ended)[0] as number
        },
      }
  }
  throw new Error('the server did not start')
}

async function signIn(url: string, username: string, password: string): Promise<number> {
  const answer = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ username, password }),
  })
  return answer.status
}

test('whoever has a backup has the installation: taken while the server runs, restored elsewhere, worked on there', async () => {
  const first = await start('first')
  const setUp = await dotpha('first', 'setup', '--name', 'Tỉnh ủy Thử', '--admin', 'quan-tri', '--json')
  const { username, password } = JSON.parse(setUp.out) as { username: string; password: string }
  const backup = join(root, 'backup')
  const taken = await dotpha('first', 'backup', backup, '--json')
  expect(taken.code, taken.words).toBe(0)
  const again = await dotpha('first', 'restore', backup)
  expect([again.code, again.words]).toEqual([1, expect.stringContaining('chưa thay đổi gì')])
  expect(await first.stop()).toBe(0)
  await rm(join(root, 'first'), { recursive: true })

  const restored = await dotpha('second', 'restore', backup, '--json')
  expect(restored.code, restored.words).toBe(0)
  expect(JSON.parse(restored.out)).toEqual(JSON.parse(taken.out))
  const second = await start('second')
  expect(await (await fetch(`${second.url}/readyz`)).json()).toEqual({ status: 'ready' })
  expect(await signIn(second.url, username, password)).toBe(303)
  expect(await signIn(second.url, username, 'another')).toBe(422)
  expect(await second.stop()).toBe(0)
})

test('a damaged backup is named and changes nothing, and the exit code says so', async () => {
  await writeFile(join(root, 'manifest.json'), '{}')
  const { code, words } = await dotpha('none', 'restore', root)
  expect([code, words]).toEqual([1, expect.stringContaining('manifest.json')])
})
