import { beforeAll, expect, test } from 'vitest'
import { putApprovedWorks, storyMark } from './testing/approved-works.ts'
import { openWindow, seriousFaults, signIn } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'

const product = useProduct()
const chromium = useBrowser()

beforeAll(() => putApprovedWorks(product.database, 178))

const assigned = () =>
  product.database
    .selectFrom('work')
    .select('state')
    .where('title', 'like', `%${storyMark}%`)
    .where('state', '=', 'assigned')
    .execute()

test('the standing committee assigns 178 works by one decision', async () => {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  await signIn(page, product.url, 'thuong-vu')
  await page.goto(`${product.url}/quyet-dinh/moi`)
  await page.getByLabel('Tên hoặc mã việc').fill(storyMark)
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await page.getByRole('heading', { name: 'Đã duyệt, chờ giao: 178' }).waitFor()

  // The number of the decision is forgotten: nothing is assigned, and what was chosen stays chosen.
  await page.getByLabel('Ngày quyết định').fill('18/05/2022')
  await page.getByRole('button', { name: 'Chọn tất cả 178 việc' }).click()
  await page.getByText('Đã chọn 178').first().waitFor()
  expect(await page.getByLabel('Ngày quyết định').inputValue()).toBe('18/05/2022')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByRole('alert').first().waitFor()
  expect(await assigned()).toHaveLength(0)

  await page.getByLabel('Số, ký hiệu').fill('178-QĐ/TU (minh hoạ)')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByRole('heading', { level: 1, name: /178-QĐ\/TU/ }).waitFor()
  expect(await assigned()).toHaveLength(178)
  expect(await seriousFaults(page)).toEqual([])
  await window.close()
})
