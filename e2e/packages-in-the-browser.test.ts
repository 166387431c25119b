import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { trustStore, verify } from '@dot-pha/pades'
import type { verify as verifyInBrowser } from '@dot-pha/pades/browser'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleForBrowser } from '../packages/pades/browser/bundle.ts'
import { type Given, readExpectations, readVector } from '../packages/pades/vectors/expectations.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'
import { launchBrowser } from './testing/browser.ts'

// The files that are kept to be judged: signed by many programs, damaged, and attacked.
const all = readExpectations()
// An address of HTTPS, without which a browser has no WebCrypto; everything there is answered by this test.
const origin = 'https://judge.example'
const html = `<!doctype html><title>Judge</title>
  <script type="module">import * as pades from '/pades.js'; globalThis.pades = pades</script>`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  // Days are those of Vietnam wherever the browser is.
  page = await browser.newPage({ timezoneId: 'America/New_York' })
  const { code } = bundleForBrowser(`${repositoryRoot}/node_modules`)
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    if (path === '') await route.fulfill({ contentType: 'text/html', body: html })
    else if (path === 'pades.js') await route.fulfill({ contentType: 'text/javascript', body: code })
    else await route.fulfill({ contentType: 'application/pdf', body: Buffer.from(readVector(path)) })
  })
  await page.goto(`${origin}/`)
})
afterAll(() => browser.close())

interface Judging {
  readonly file: string
  readonly at: string
  readonly trust: readonly string[]
  readonly given: Given | null
}

/** What the bundle says of a file in the browser: its report as JSON, or the code of its error. */
function judgeThere(judging: Judging): Promise<string> {
  return page.evaluate(async ({ file, at, trust, given }) => {
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const judge = (globalThis as unknown as { readonly pades: { readonly verify: typeof verifyInBrowser } })
      .pades
    const pdf = new Uint8Array(await (await fetch(`/${file}`)).arrayBuffer())
    const options = {
      trust: [{ name: 'thử', kind: 'test' as const, certificates: trust.map(bytes) }],
      at: new Date(at),
      ...(given !== null && {
        given: {
          certificates: given.certificates.map(bytes),
          crls: given.crls.map(bytes),
          ocsps: given.ocsps.map(bytes),
        },
      }),
    }
    try {
      return JSON.stringify(await judge.verify(pdf, options))
    } catch (error) {
      return (error as { readonly code?: string }).code ?? String(error)
    }
  }, judging)
}

async function judgeHere({ file, at, trust, given }: Judging): Promise<string> {
  const bytes = (base64: string) => Buffer.from(base64, 'base64')
  const report = await verify(readVector(file), {
    trust: [trustStore({ name: 'thử', kind: 'test', certificates: trust.map(bytes) })],
    at: new Date(at),
    ...(given !== null && {
      given: {
        certificates: given.certificates.map(bytes),
        crls: given.crls.map(bytes),
        ocsps: given.ocsps.map(bytes),
      },
    }),
  })
  return JSON.stringify(report)
}

describe('a signed file is judged in the browser as in Node', () => {
  test.each(all.files.map((one) => [one.file, one] as const))(
    '%s',
    async (file, { isAlone, given, verdict }) => {
      const judging = {
        file,
        at: all.at,
        trust: all.trust,
        given: isAlone === true ? null : (given ?? all.given),
      }
      const here = await judgeHere(judging)
      expect(JSON.parse(here)).toMatchObject({ verdict })
      expect(await judgeThere(judging)).toBe(here)
    },
  )
})

test('workdays gives in the browser what its README says', async () => {
  const root = join(repositoryRoot, 'packages/workdays')
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, example = '', printed] = /```ts\n(.*?)```.*?```\n(.*?)```/s.exec(readme) ?? []
  const { outputFiles } = buildSync({
    stdin: { contents: example, resolveDir: root, loader: 'ts' },
    alias: { '@dot-pha/workdays': join(root, 'src/index.ts') },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  })
  const lines: string[] = []
  page.on('console', (message) => lines.push(message.text()))
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  expect(lines.map((line) => `${line}\n`).join('')).toBe(printed)
})
