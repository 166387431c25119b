import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openWindow, seriousFaults, signIn, sizes } from './testing/browser.ts'
import { type DemoServer, startDemoServer } from './testing/demo-server.ts'

let server: DemoServer
let browser: Browser

beforeAll(async () => {
  server = await startDemoServer()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const pages = [
  '/chuong-trinh',
  '/chuong-trinh/2022',
  '/chuong-trinh/2022/nhom/1',
  '/cong-viec',
  '/cong-viec/2022-tu-ky-001',
  '/can-cu',
  '/can-cu/01-kl',
  '/chi-so/programme.kept_ratio',
  '/bai-bao',
]

/** A work with a chart, steps, proof, appraisal and reports. */
async function richWork(): Promise<string> {
  const { code } = await server.database
    .selectFrom('evidence')
    .innerJoin('work', 'work.id', 'evidence.work_id')
    .innerJoin('completion', 'completion.work_id', 'work.id')
    .select('work.code')
    .where('work.state', '=', 'completed')
    .orderBy('work.code')
    .executeTakeFirstOrThrow()
  return `/cong-viec/${code}`
}

test.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'axe finds nothing serious on the reading pages (%s), and none is wider than its window',
  async (size) => {
    const window = await openWindow(browser, size)
    const page = await window.newPage()
    await signIn(page, server.url, 'van-phong')
    const work = await richWork()
    const parts = ['', '?phan=bao-cao', '?phan=minh-chung', '?phan=quyet-dinh', '?phan=lich-su']
    for (const path of [...pages, ...parts.map((part) => work + part)]) {
      await page.goto(server.url + path)
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ path, faults: await seriousFaults(page), tooWide }).toEqual({ path, faults: [], tooWide: 0 })
    }
    await window.close()
  },
  240_000,
)
