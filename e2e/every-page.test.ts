import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, openWindow, seriousFaults, signIn, sizes } from './testing/browser.ts'
import { type DemoServer, startDemoServer } from './testing/demo-server.ts'

let server: DemoServer
let browser: Browser

beforeAll(async () => {
  server = await startDemoServer()
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Who looks at which pages; `:xxx` stands for a work of the demonstration in that state. */
const walks: Readonly<Record<string, readonly string[]>> = {
  'van-phong': [
    '/',
    '/chuong-trinh',
    '/chuong-trinh/2022',
    '/chuong-trinh/2022?minh-hoa=khong',
    '/chuong-trinh/2022/nhom/1',
    '/chuong-trinh/2022/cai-dat',
    '/cong-viec',
    '/cong-viec?tu-khoa=khong-co-viec-nao-nhu-the',
    '/cong-viec/2022-tu-ky-001',
    '/cong-viec/:completed',
    '/tham-dinh',
    '/quyet-dinh',
    '/can-cu',
    '/chi-so',
    '/chi-so/programme.kept_ratio',
    '/bai-bao',
    '/don-vi',
    '/don-vi/tu-ky',
    '/tim-kiem?q=tu+ky',
    '/tai-khoan',
    '/ngay-lam-viec',
    '/khong-co-trang-nay',
  ],
  'thuong-vu': ['/', '/quyet-dinh/moi', '/cong-viec/:completion_reported/nghiem-thu'],
  'tu-ky': ['/', '/cong-viec/dang-ky'],
  'to-chuc': [
    '/',
    '/viec-cua-toi/tin',
    '/don-vi/tu-ky',
    '/don-vi/moi?duoi=tu-ky',
    '/don-vi/tu-ky/truc-thuoc',
    '/don-vi/tu-ky/ket-thuc',
    '/don-vi/tu-ky/chuc-vu-moi',
    '/nguoi?tu-khoa=minh',
    '/nguoi/moi',
    '/tim-kiem',
    '/tim-kiem?q=khong-co-gi',
  ],
  'quan-tri': ['/', '/chuong-trinh/2022', '/cong-viec/:completed'],
}

async function pathOf(path: string): Promise<string> {
  const state = /:(\w+)/.exec(path)?.[1]
  if (state === undefined) return path
  const { code } = await server.database
    .selectFrom('work')
    .innerJoin('unit', 'unit.id', 'work.assigner_unit_id')
    .select('work.code')
    .where('work.state', '=', state)
    .where('unit.code', '=', 'btv-tinh-uy')
    .orderBy('work.code')
    .limit(1)
    .executeTakeFirstOrThrow()
  return path.replace(`:${state}`, String(code))
}

async function faultsOf(page: Page, size: keyof typeof sizes): Promise<string[]> {
  const { width } = sizes[size]
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  const overflow = Number(wide) > width ? [`wider than the window: ${wide}`] : []
  // Roles, names and colours are the same at both sizes; what differs is whether all of it fits.
  return size === 'phone'
    ? overflow
    : [...overflow, ...(await seriousFaults(page)), ...(await deadForms(page))]
}

/** Forms that post to where nobody takes them. */
async function deadForms(page: Page): Promise<string[]> {
  const actions = await page
    .locator('form[method="post"]')
    .evaluateAll((forms) => forms.map((form) => (form as unknown as { action: string }).action))
  const dead: string[] = []
  for (const action of new Set(actions)) {
    const { pathname } = new URL(action)
    const answer = await server.app.inject({
      method: 'POST',
      url: pathname,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    if (answer.statusCode === 404) dead.push(`posts to nobody: ${pathname}`)
  }
  return dead
}

describe.each(Object.entries(walks))('%s', (account, paths) => {
  test.each(['desk', 'phone'] as const)(
    'finds every page sound at a %s',
    { timeout: 180_000 },
    async (size) => {
      const window = await openWindow(browser, size)
      const page = await window.newPage()
      const said: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) said.push(message.text())
      })
      await signIn(page, server.url, account)
      const faults: Record<string, string[]> = {}
      for (const path of paths) {
        const address = await pathOf(path)
        const answer = await page.goto(server.url + address)
        const status = answer?.status() ?? 0
        const expected = path.startsWith('/khong-co') ? 404 : 200
        const found = [
          ...(status === expected ? [] : [`answered ${status}`]),
          ...(await faultsOf(page, size)),
          ...said.splice(0),
        ]
        if (found.length > 0) faults[path] = found
      }
      expect(faults).toEqual({})
      await window.close()
    },
  )
})
