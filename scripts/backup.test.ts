import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeAt } from '../server/src/identity/factors/totp.ts'
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

async function post(url: string, fields: Readonly<Record<string, string>>, cookie = '') {
  const headers = { 'sec-fetch-site': 'same-origin', cookie }
  const body = new URLSearchParams(fields)
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers, body })
  const kept = answer.headers.getSetCookie().find((one) => one.startsWith('phien='))
  return { status: answer.status, cookie: kept?.split(';')[0] ?? cookie, body: await answer.text() }
}

const signIn = async (url: string, username: string, password: string): Promise<number> =>
  (await post(`${url}/dang-nhap`, { username, password })).status

/** The administrator's first sign-in: they must set up an authenticator. @returns its secret */
async function setUpFactor(url: string, username: string, password: string): Promise<string> {
  const { cookie } = await post(`${url}/dang-nhap`, { username, password })
  const page = await fetch(`${url}/dang-nhap/dat-buoc-hai`, { headers: { cookie } })
  const secret = /name="secret" value="([A-Z2-7]+)"/.exec(await page.text())?.[1] ?? ''
  await post(`${url}/dang-nhap/dat-buoc-hai`, { secret, code: codeAt(secret, new Date()) }, cookie)
  return secret
}

/** The second step with the code of the next half minute, which is taken too: that of this one was used. */
async function secondStep(url: string, username: string, password: string, secret: string) {
  const { cookie } = await post(`${url}/dang-nhap`, { username, password })
  const code = codeAt(secret, new Date(Date.now() + 30_000))
  return post(`${url}/dang-nhap/buoc-hai`, { code }, cookie)
}

/** Everything that a backup says, unpacked. */
async function wordsOf(backup: string): Promise<string> {
  const names = await readdir(backup, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const texts = files.map(async (file) => {
    const bytes = await readFile(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  })
  return (await Promise.all(texts)).join('\n')
}

test('a backup contains the whole installation: taken while the server runs, restored elsewhere, usable there', {
  timeout: 180_000,
}, async () => {
  const first = await start('first')
  const setUp = await dotpha('first', 'setup', '--name', 'Tỉnh ủy Thử', '--admin', 'quan-tri', '--json')
  const { username, password } = JSON.parse(setUp.out) as { username: string; password: string }
  const secret = await setUpFactor(first.url, username, password)
  const backup = join(root, 'backup')
  const taken = await dotpha('first', 'backup', backup, '--json')
  expect(taken.code, taken.words).toBe(0)
  const again = await dotpha('first', 'restore', backup)
  expect([again.code, again.words]).toEqual([1, expect.stringContaining('chưa thay đổi gì')])
  const key = await readFile(join(root, 'first', 'secret-key'), 'utf8')
  expect(await first.stop()).toBe(0)
  await rm(join(root, 'first'), { recursive: true })

  const restored = await dotpha('second', 'restore', backup, '--json')
  expect(restored.code, restored.words).toBe(0)
  // All that was taken, and what became of the access that came with it: the open session of the first sign-in is ended.
  const access = { tokens: 0, revokedTokens: 0, passwords: 1, voidedPasswords: 0, endedEmergencies: 0 }
  expect(JSON.parse(restored.out)).toEqual({
    ...JSON.parse(taken.out),
    access: { ...access, endedSessions: 1 },
  })

  // // The key of the second factors is not in any backup, and the restore says so.
  const written = await wordsOf(backup)
  expect(written).toContain(username)
  for (const never of [secret, key.trim()]) expect(written).not.toContain(never)
  expect(restored.words).toContain('secret-key')
  const second = await start('second')
  expect(await (await fetch(`${second.url}/readyz`)).json()).toEqual({ status: 'ready' })
  expect(await signIn(second.url, username, password)).toBe(303)
  expect(await signIn(second.url, username, 'another')).toBe(422)
  const without = await secondStep(second.url, username, password, secret)
  expect([without.status, without.body]).toEqual([422, expect.stringContaining('thiếu khoá')])
  expect(await second.stop()).toBe(0)
})

test('a damaged backup is named and changes nothing, and the exit code says so', async () => {
  await writeFile(join(root, 'manifest.json'), '{}')
  const { code, words } = await dotpha('none', 'restore', root)
  expect([code, words]).toEqual([1, expect.stringContaining('manifest.json')])
})
