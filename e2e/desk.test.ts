import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openWindow, signIn } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'
import { faultsHere } from './testing/walk.ts'

const product = useProduct()
const chromium = useBrowser()

// The smallest screen of an office: everything that is pressed must be in sight.
const office = { width: 1366, height: 768 }

async function atDesk(username: string, queue: string): Promise<Page> {
  const page = await (await openWindow(chromium.browser)).newPage()
  await page.setViewportSize(office)
  await signIn(page, product.url, username)
  await page.goto(`${product.url}/ban-lam-viec/${queue}`)
  return page
}

const place = async (page: Page) => (await page.locator('.desk-place').textContent()) ?? ''

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

describe('a pile of appraisals', () => {
  test('is worked off with two presses each, everything in sight', async () => {
    const page = await atDesk('van-phong', 'tham-dinh')
    expect(await place(page)).toBe('Mục 1 trong 4')
    await keep(page, 'appraise')
    expect(await faultsHere(product, page, true)).toEqual([])
    let presses = 0
    for (const waiting of [4, 3, 2, 1]) {
      expect(await place(page)).toBe(`Mục 1 trong ${waiting}`)
      const allMet = page.getByRole('button', { name: 'Đạt cả 9 tiêu chí' })
      const save = page.getByRole('button', { name: /^Ghi ý kiến thẩm định/ })
      for (const button of [allMet, save]) {
        const box = await button.boundingBox()
        expect((box?.y ?? office.height) + (box?.height ?? 0)).toBeLessThanOrEqual(office.height)
      }
      await allMet.click()
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(10)
      const here = page.url()
      await save.click()
      await page.waitForURL((address) => address.href !== here)
      presses += 2
    }
    expect(presses).toBeLessThanOrEqual(15)
    await page.getByText('Không còn mục nào chờ ở đây').waitFor()
    const { count } = await product.database
      .selectFrom('appraisal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('outcome', '=', 'approve')
      .where('concluded_on', '=', '2022-05-18')
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(4)
    await page.context().close()
  })
})

describe('a pile of proof', () => {
  test('shows the paper in the page, goes on by key, and comes back by key', async () => {
    const page = await atDesk('van-phong', 'xet-minh-chung')
    const first = page.url()
    // The paper is drawn, and its words are there for those who hear the page.
    await page.locator('.viewer-page canvas').first().waitFor()
    await page.getByText('BAO CAO KET QUA').waitFor({ state: 'attached' })
    await keep(page, 'evidence')
    expect(await faultsHere(product, page, true)).toEqual([])
    await page.keyboard.press('j')
    await page.waitForURL((address) => address.href !== first)
    expect(await place(page)).toMatch(/^Mục 2 trong/)
    await page.keyboard.press('k')
    await page.waitForURL(first)
    await page.getByText(/^Mục 1 trong/).waitFor()
    await page.keyboard.press('a')
    expect(await page.getByRole('radio', { name: 'Chấp nhận', exact: true }).isChecked()).toBe(true)
    const waiting = Number((await place(page)).split(' ').at(-1))
    await page.keyboard.press('s')
    await page.waitForURL((address) => address.href !== first)
    expect(await place(page)).toBe(`Mục 1 trong ${waiting - 1}`)
    await page.context().close()
  })
})
