import { expect, test } from 'vitest'
import { openWindow, seriousFaults, signIn } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'

const product = useProduct()
const chromium = useBrowser()

test('an official signs in, sees their own work first, and signs out', async () => {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  await signIn(page, product.url, 'van-phong')
  await page.getByRole('heading', { level: 1, name: /^Chào/ }).waitFor()
  await page.locator('summary', { hasText: 'Tài khoản của' }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByLabel('Tên đăng nhập').waitFor()
  // // The next person at the computer who goes back sees nothing of the previous user.
  await page.goBack()
  await page.getByLabel('Tên đăng nhập').waitFor()
  expect(await page.getByRole('heading', { level: 1, name: /^Chào/ }).count()).toBe(0)
  await window.close()
})

test('a wrong password says so without telling whether the name exists', async () => {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  const sentences: (string | null)[] = []
  for (const username of ['van-phong', 'khong-co-nguoi-nay']) {
    await page.goto(`${product.url}/dang-nhap`)
    await page.getByLabel('Tên đăng nhập').fill(username)
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai-mat-khau-roi')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    sentences.push(await page.getByRole('alert').first().textContent())
  }
  expect(sentences[0]).toBe(sentences[1])
  await window.close()
})

test('the sign-in page has no serious fault of accessibility, at a desk and on a phone', async () => {
  for (const size of ['desk', 'phone'] as const) {
    const window = await openWindow(chromium.browser, size)
    const page = await window.newPage()
    await page.goto(`${product.url}/dang-nhap`)
    expect(await seriousFaults(page)).toEqual([])
    await window.close()
  }
})
