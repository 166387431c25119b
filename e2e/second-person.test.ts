import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, signIn, sizes } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'
import { faultsHere } from './testing/walk.ts'

const product = useProduct()
const chromium = useBrowser()

/** At a desk and on a phone. */
async function sound(page: Page, name: string): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    const folder = process.env.PICTURES
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true })
    expect(await faultsHere(product, page, size === 'desk')).toEqual([])
  }
  await page.setViewportSize(sizes.desk)
}

async function enter(page: Page, username: string, password: string): Promise<void> {
  await page.goto(`${product.url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

const given = 'tre xanh đầu ngõ'
const own = 'bốn mùa ở xứ Đông'

test('a forgotten password takes the administrator, a second person, and the owner themselves', async () => {
  const [desk, inspection, home] = await Promise.all([1, 2, 3].map(() => openWindow(chromium.browser)))
  const administrator = (await desk?.newPage()) as Page
  await signIn(administrator, product.url, 'quan-tri')
  await administrator.goto(`${product.url}/quan-tri/tai-khoan/tu-ky/mat-khau`)
  await administrator.getByRole('button', { name: 'Đặt lại mật khẩu' }).click()
  const first = await administrator.getByLabel('Mật khẩu', { exact: true }).inputValue()
  await administrator.goto(`${product.url}/quan-tri/tai-khoan/tu-ky`)
  await administrator.getByText('Chờ người thứ hai xác nhận').waitFor()
  await sound(administrator, 'account')

  // The owner gets in and finds that they may do nothing yet.
  const owner = (await home?.newPage()) as Page
  await enter(owner, 'tu-ky', first)
  await owner.getByLabel('Mật khẩu mới', { exact: true }).fill(given)
  await owner.getByLabel('Nhập lại mật khẩu mới').fill(given)
  await owner.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await owner.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'))
  await sound(owner, 'my-work')
  await owner.goto(`${product.url}/tai-khoan`)
  await sound(owner, 'own-account')

  const second = (await inspection?.newPage()) as Page
  await signIn(second, product.url, 'kiem-tra')
  await sound(second, 'second-work')
  await second
    .getByRole('link', { name: /^Xác nhận quyền/ })
    .first()
    .click()
  await second.getByLabel(/\(tu-ky\)/).waitFor()
  await sound(second, 'confirmations')
  await second.getByLabel(/\(tu-ky\)/).check()
  await second.getByRole('button', { name: 'Xác nhận các mục đã chọn' }).click()
  await second.getByRole('heading', { name: 'Đã xác nhận' }).waitFor()
  await sound(second, 'codes')
  const code = (await second.locator('code').first().textContent()) ?? ''

  await owner.getByRole('link', { name: 'Kích hoạt tài khoản' }).click()
  await owner.getByLabel('Mã kích hoạt').fill('sai-sai')
  await owner.getByLabel('Mật khẩu mới', { exact: true }).fill(own)
  await owner.getByLabel('Nhập lại mật khẩu mới').fill(own)
  await owner.getByRole('button', { name: 'Kích hoạt tài khoản' }).click()
  await owner.getByText('Mã kích hoạt không đúng').first().waitFor()
  await sound(owner, 'activate')
  await owner.getByLabel('Mã kích hoạt').fill(code)
  await owner.getByLabel('Mật khẩu mới', { exact: true }).fill(own)
  await owner.getByLabel('Nhập lại mật khẩu mới').fill(own)
  await owner.getByRole('button', { name: 'Kích hoạt tài khoản' }).click()
  await owner.waitForURL(`${product.url}/`)
  await owner.goto(`${product.url}/cong-viec/dang-ky?nam=2022`)
  expect(await owner.getByRole('heading', { level: 1 }).textContent()).not.toContain('403')
  for (const window of [desk, inspection, home]) await window?.close()
})
