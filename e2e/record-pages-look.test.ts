import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findJudge } from '../scripts/judges.mjs'
import { launchBrowser, openWindow, seriousFaults, signIn } from './testing/browser.ts'
import { type DemoServer, startDemoServer } from './testing/demo-server.ts'
import { visitorOf } from './testing/visitor.ts'

let server: DemoServer
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dotpha-annex-'))
  server = await startDemoServer()
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The decision by which Tứ Kỳ assigned its bodies their 143 works. */
async function decisionOfTuKy(): Promise<string> {
  const { id } = await server.database
    .selectFrom('decision')
    .innerJoin('unit', 'unit.id', 'decision.issuer_unit_id')
    .select('decision.id')
    .where('decision.number', 'like', '01-QĐ/HU%')
    .where('unit.code', '=', 'btv-tu-ky')
    .executeTakeFirstOrThrow()
  return id
}

const pdftotext = findJudge('pdftotext')

test.skipIf(pdftotext === undefined)(
  'the annex of 143 works prints on A4 with its head on every sheet, and no state heading',
  async () => {
    const id = await decisionOfTuKy()
    const html = (await (await visitorOf(server.app, 'van-phong')).get(`/quyet-dinh/${id}/phu-luc`)).body

    const window = await openWindow(browser)
    const page = await window.newPage()
    await signIn(page, server.url, 'van-phong')
    await page.goto(`${server.url}/quyet-dinh/${id}/phu-luc`)
    const file = join(folder, 'annex.pdf')
    await page.pdf({ path: file, preferCSSPageSize: true })
    await window.close()

    const printed = execFileSync(pdftotext as string, ['-layout', file, '-'], { encoding: 'utf8' }).normalize(
      'NFC',
    )
    // A form feed ends every sheet, the last too.
    const sheets = printed.split('\f').slice(0, -1)
    expect(sheets.length).toBeGreaterThan(3)
    for (const sheet of sheets.slice(0, -1)) expect(sheet).toContain('Thời hạn')
    sheets.forEach((sheet, index) => {
      if (index > 0) expect(sheet.trimStart()).toMatch(new RegExp(`^${index + 1}\\s`))
    })
    expect(printed).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    expect(printed).not.toMatch(/CỘNG H[OÒ][AÀ] XÃ HỘI/)
    expect(printed).toContain('Danh mục này có 143 việc.')
    // The button and the way back are for the screen.
    expect(printed).not.toContain('Về văn bản')
    expect(html).toContain('Về văn bản')
    const numbers = [...printed.matchAll(/^\s*(\d{1,3})\s+20\d\d-/gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(Array.from({ length: 143 }, (_, index) => index + 1))
  },
  120_000,
)

test('decisions, measures and the article have no serious fault of accessibility, at a desk and on a phone', async () => {
  const decision = `/quyet-dinh/${await decisionOfTuKy()}`
  const pages = [
    '/quyet-dinh',
    decision,
    `${decision}/phu-luc`,
    '/chi-so',
    '/chi-so/programme.kept_ratio',
    '/bai-bao',
  ]
  for (const size of ['desk', 'phone'] as const) {
    const opened = await openWindow(browser, size)
    const page = await opened.newPage()
    await signIn(page, server.url, 'chi-bo')
    for (const path of pages) {
      await page.goto(`${server.url}${path}`)
      expect({ path, size, faults: await seriousFaults(page) }).toEqual({ path, size, faults: [] })
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect({ path, size, sideways: Math.max(0, sideways) }).toEqual({ path, size, sideways: 0 })
    }
    await opened.close()
  }
}, 120_000)
