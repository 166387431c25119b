import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { demonstrationAccounts } from '../server/src/app/demonstration.ts'
import { codeAt } from '../server/src/identity/factors/totp.ts'
import { putApprovedWorks, storyMark } from './testing/approved-works.ts'
import { openWindow, seriousFaults, signIn, sizes } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'

const product = useProduct()
const chromium = useBrowser()

const soundPdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n',
)

// Browsers make passkeys for the name, not for the number.
const site = () => product.url.replace('127.0.0.1', 'localhost')

/** A device with a finger on it, that answers at once. */
async function giveDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signOut(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Tài khoản của' }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByLabel('Tên đăng nhập').waitFor()
}

async function typePassword(page: Page, username: string): Promise<void> {
  await page.goto(`${site()}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  const password = demonstrationAccounts.find((one) => one.username === username)?.password ?? ''
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Looks at the page at a desk and on a phone. */
async function lookAt(page: Page): Promise<void> {
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size)
    expect(await seriousFaults(page)).toEqual([])
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize(sizes.desk)
}

test('an officer makes a passkey, and from then on it opens the door, alone or after the password', async () => {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  await giveDevice(page)
  await signIn(page, site(), 'so-tttt')
  await page.goto(`${site()}/tai-khoan/buoc-hai`)
  await page.getByRole('link', { name: 'Thêm khoá truy cập' }).click()
  await page.getByLabel('Tên khoá').fill('Máy tính phòng làm việc')
  await page.getByRole('button', { name: 'Tạo khoá truy cập' }).click()
  await page.getByRole('heading', { name: 'Mã dự phòng' }).waitFor()
  expect(await page.locator('code').allTextContents()).toHaveLength(10)
  await lookAt(page)
  await page.getByRole('link', { name: /Tôi đã giữ mã/ }).click()
  await page.getByText('Máy tính phòng làm việc').waitFor()
  await lookAt(page)

  await signOut(page)
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click()
  await page.getByRole('heading', { level: 1, name: /^Chào/ }).waitFor()

  await signOut(page)
  await typePassword(page, 'so-tttt')
  await page.getByRole('heading', { name: 'Bước hai' }).waitFor()
  await lookAt(page)
  await page.getByRole('button', { name: 'Dùng khoá truy cập' }).click()
  await page.getByRole('heading', { level: 1, name: /^Chào/ }).waitFor()
  await window.close()
})

test('where the browser has no passkey, the page says so and the password still works', async () => {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  await page.goto(`${product.url}/dang-nhap`)
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click()
  await page.getByRole('alert').filter({ hasText: 'PUBLIC_URL' }).waitFor()
  await signIn(page, product.url, 'chi-bo')
  await window.close()
})

describe('a user who must have a second step', () => {
  test('scans the code, and is let in by it the next time', async () => {
    await product.database.updateTable('installation').set({ second_factor_required: true }).execute()
    const window = await openWindow(chromium.browser)
    const page = await window.newPage()
    await typePassword(page, 'quan-tri')
    await page.getByRole('heading', { name: 'Đặt xác thực hai bước' }).waitFor()
    await page.goto(`${site()}/don-vi`)
    await page.getByRole('heading', { name: 'Đặt xác thực hai bước' }).waitFor()
    await lookAt(page)
    const secret = await page.locator('input[name="secret"]').inputValue()
    const used = codeAt(secret, new Date())
    await page.getByLabel('Mã xác thực').fill(used)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    const codes = await page.locator('code').allTextContents()
    expect(codes).toHaveLength(10)
    await lookAt(page)
    await page.getByRole('link', { name: /Tôi đã giữ mã/ }).click()
    await page.waitForURL('**/don-vi')

    await signOut(page)
    await typePassword(page, 'quan-tri')
    await page.getByLabel('Mã xác thực').fill(used)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByText('Mỗi mã chỉ dùng một lần').waitFor()
    await lookAt(page)
    await page.getByLabel('Mã xác thực').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { level: 1, name: /^Chào/ }).waitFor()
    await window.close()
    await product.database.updateTable('installation').set({ second_factor_required: false }).execute()
  })
})

describe('a decision that was typed long ago', () => {
  beforeAll(() => putApprovedWorks(product.database, 2))

  test('asks who records it, and loses nothing of it, the file included', async () => {
    const window = await openWindow(chromium.browser)
    const page = await window.newPage()
    await signIn(page, site(), 'thuong-vu')
    await page.goto(`${site()}/quyet-dinh/moi`)
    await page.getByLabel('Tên hoặc mã việc').fill(storyMark)
    await page.getByRole('button', { name: 'Lọc', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã duyệt, chờ giao: 2' }).waitFor()
    await page.getByRole('button', { name: 'Chọn tất cả 2 việc' }).click()
    await page.getByText('Đã chọn 2').first().waitFor()
    await page.getByLabel('Ngày quyết định').fill('18/05/2022')
    await page.getByLabel('Số, ký hiệu').fill('21-QĐ/TU (minh hoạ)')
    const paper = { name: 'quyet-dinh-21.pdf', mimeType: 'application/pdf', buffer: soundPdf }
    await page.locator('input[type="file"]').setInputFiles(paper)
    await product.database
      .updateTable('session')
      .set({ authenticated_at: new Date(Date.now() - 11 * 60_000) })
      .execute()
    await page.getByRole('button', { name: 'Ghi quyết định' }).click()

    await page.getByRole('heading', { name: 'Xác nhận đó là anh/chị' }).waitFor()
    await page.getByText('quyet-dinh-21.pdf').waitFor()
    await lookAt(page)
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải đâu')
    await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click()
    await page.getByText('Chưa xác nhận được').waitFor()
    const password = demonstrationAccounts.find(({ username }) => username === 'thuong-vu')?.password ?? ''
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click()

    await page.getByRole('heading', { level: 1, name: /21-QĐ\/TU/ }).waitFor()
    expect(await page.locator('a[href$="/tep"]').count()).toBe(1)
    const kept = await product.database.selectFrom('upload').select('file_name').execute()
    expect(kept.filter(({ file_name }) => file_name === 'quyet-dinh-21.pdf')).toHaveLength(1)
    const assigned = await product.database
      .selectFrom('work')
      .select('id')
      .where('title', 'like', `%${storyMark}%`)
      .where('state', '=', 'assigned')
      .execute()
    expect(assigned).toHaveLength(2)
    await window.close()
  })
})
