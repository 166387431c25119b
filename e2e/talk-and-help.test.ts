import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openWindow, seriousFaults, signIn, sizes } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'

const product = useProduct()
const chromium = useBrowser()

const work = '/cong-viec/2022-tu-ky-001'

test('the district asks about its work, calls the office by name, and the office answers', async () => {
  const page = await (await openWindow(chromium.browser)).newPage()
  await signIn(page, product.url, 'btv-tu-ky')
  await page.goto(product.url + work)
  await page.getByRole('link', { name: /^Trao đổi/ }).click()
  await page
    .getByLabel('Ý kiến', { exact: true })
    .fill('Vùng thứ hai đã đủ hồ sơ.\nXin thời hạn gửi văn bản.')
  await page.getByText('Nhắc thêm người khác').click()
  await page.getByLabel(/Tìm theo họ tên/).fill('van phong')
  await page.getByRole('button', { name: 'Tìm trong danh bạ' }).click()
  await page.getByRole('radio', { name: /Văn Phòng/ }).check()
  // What was typed before looking for the person is still there.
  expect(await page.getByLabel('Ý kiến', { exact: true }).inputValue()).toContain('Vùng thứ hai')
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByText('Đã gửi ý kiến.').waitFor()
  expect(await page.getByText(/Nhắc tới: .*Văn Phòng/).count()).toBe(1)
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize(sizes.phone)
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize(sizes.desk)

  await page.getByRole('link', { name: 'Rút lại' }).click()
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await page.getByText('Ý kiến đã được người viết rút lại.').waitFor()
  expect(await page.getByText('Vùng thứ hai đã đủ hồ sơ.').count()).toBe(0)
  await page.context().close()
})

/** Presses keys until they lead there: a page that has just come hears them only a moment later. */
async function lead(page: Page, keys: readonly string[], to: string): Promise<void> {
  await vi.waitFor(
    async () => {
      if (page.url().endsWith(to)) return
      for (const key of keys) await page.keyboard.press(key)
      await page.waitForURL(`**${to}`, { timeout: 2_000 })
    },
    { timeout: 30_000, interval: 100 },
  )
}

test('keys lead about and to the help of the page, and can be switched off', async () => {
  const page = await (await openWindow(chromium.browser)).newPage()
  await signIn(page, product.url, 'van-phong')
  await lead(page, ['g', 'd'], '/cong-viec')
  await page.getByRole('heading', { name: 'Việc đột phá năm 2022' }).waitFor()
  await lead(page, ['?'], '/tro-giup#viec-dot-pha')
  expect(await page.getByRole('heading', { name: 'Việc đột phá' }).isVisible()).toBe(true)
  expect(await seriousFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Tắt phím tắt trên máy này' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await page.keyboard.press('/')
  expect(page.url()).toContain('/tro-giup')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe('q')
  await page.getByRole('button', { name: 'Bật phím tắt trên máy này' }).click()
  await page.getByRole('heading', { name: 'Trợ giúp' }).click()
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
  // // Shortcuts do not interfere with typing.
  await page.keyboard.type('g d?')
  expect(page.url()).toContain('/tro-giup')
  await page.context().close()
})
