import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserArguments, launchOptions } from './testing/browser.ts'
import { unpackedChromium } from './testing/packaged-chromium.ts'

/** What no browser that judges our pages may be told: each makes it another one than people have. */
const forbidden = [
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'disable-features=IsolateOrigins',
]
const forbiddenIn = (args: readonly string[]) =>
  args.filter((arg) => forbidden.some((word) => arg.replace(/^-+/, '').startsWith(word)))

test('the arguments are ours alone', () => {
  expect(forbiddenIn(['--single-process', '--disable-web-security=1', '--no-sandbox'])).toHaveLength(2)
  expect(forbiddenIn(browserArguments)).toEqual([])
})

const kinds: readonly (readonly [string, () => Promise<LaunchOptions>])[] = [
  ['that the stories use', launchOptions],
  ['of the packages', async () => ({ ...(await unpackedChromium()), args: browserArguments })],
]

describe.each(kinds)('the browser %s', (_, optionsOf) => {
  let options: LaunchOptions
  let browser: Browser
  let elsewhere: Server

  beforeAll(async () => {
    options = await optionsOf()
    browser = await chromium.launch(options)
    elsewhere = createServer((_request, answer) => answer.end('what is elsewhere')).listen(0, '127.0.0.1')
  })

  afterAll(async () => {
    elsewhere.close()
    await browser.close()
  })

  test('is told nothing that makes it another one than people have', async () => {
    const server = await chromium.launchServer(options)
    const { spawnargs } = server.process()
    await server.close()
    expect(spawnargs).toEqual(expect.arrayContaining(browserArguments))
    expect(forbiddenIn(spawnargs)).toEqual([])
  })

  test('goes on when a window is closed, and keeps sites apart', async () => {
    for (const round of [1, 2]) {
      const window = await browser.newContext()
      const page = await window.newPage()
      await page.setContent(`<h1>${round}</h1>`)
      expect(await page.getByRole('heading').textContent()).toBe(String(round))
      const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
      const read = await page.evaluate((address) => fetch(address).then(() => 'read', String), url)
      expect(read).toContain('Failed to fetch')
      await window.close()
    }
  })
})

test('two runs that unpack at once end with one browser, whole', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'dotpha-unpack-'))
  try {
    const [one, other] = await Promise.all([unpackedChromium(cache), unpackedChromium(cache)])
    expect(one).toEqual(other)
    expect(readdirSync(cache)).toHaveLength(1)
    const browser = await chromium.launch({ ...one, args: browserArguments })
    expect(browser.version()).toMatch(/^\d+\./)
    await browser.close()
  } finally {
    rmSync(cache, { recursive: true })
  }
})
