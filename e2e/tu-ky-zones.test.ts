import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openWindow, seriousFaults, signIn } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'

const product = useProduct()
const chromium = useBrowser()
const windows = new Map<string, BrowserContext>()
afterAll(() => Promise.all([...windows.values()].map((window) => window.close())))

const title = 'Xây dựng từ 1-2 vùng sản xuất nông nghiệp hữu cơ được cấp có thẩm quyền công nhận (câu chuyện)'

/** A paper as an office would scan it; any sound PDF does. */
const paper = {
  name: 'quyet-dinh-cong-nhan.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
}

async function as(username: string): Promise<Page> {
  const window = windows.get(username) ?? (await openWindow(chromium.browser))
  const page = window.pages()[0] ?? (await window.newPage())
  if (!windows.has(username)) await signIn(page, product.url, username)
  windows.set(username, window)
  return page
}

async function open(username: string, path: string): Promise<Page> {
  const page = await as(username)
  await page.goto(product.url + path)
  return page
}

/** Presses the button, which must do its act, and waits for the page that says so. */
async function press(page: Page, button: string): Promise<void> {
  const before = new URL(page.url()).pathname
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  if (answer.status() !== 303) {
    await settled(page)
    const said = await page.getByRole('main').textContent()
    throw new Error(`“${button}” at ${page.url()} answered ${answer.status()}: ${said?.slice(0, 600)}`)
  }
  const next = new URL(answer.headers().location ?? '', product.url)
  // The desk leads on to the next that waits.
  const desk = next.pathname.startsWith('/ban-lam-viec/')
  await page.waitForURL(({ pathname }) => (desk ? pathname !== before : pathname === next.pathname))
  await settled(page)
}

/** Turbo marks the document as busy from a click to the end of what it shows for it. */
async function settled(page: Page): Promise<void> {
  await page.locator('html[aria-busy]').waitFor({ state: 'detached' })
}

test('the zones of Tứ Kỳ go from registration to acceptance, each by its own people', async () => {
  let page = await open('tu-ky', '/cong-viec/dang-ky')
  await page.getByLabel('Tên việc').fill(title)
  await press(page, 'Lưu bản nháp')
  await page.getByLabel('Nhóm nội dung của chương trình').selectOption({ index: 2 })
  await page.getByLabel('Vì sao là việc đột phá').fill('Sản xuất còn nhỏ lẻ, chưa vùng nào được công nhận.')
  await page.getByLabel('Sản phẩm dự kiến').fill('Vùng sản xuất hữu cơ có giấy công nhận.')
  await page.getByLabel('Đo cái gì').fill('vùng sản xuất hữu cơ được công nhận')
  await page.getByLabel('Phải đạt').selectOption('range')
  await page.getByLabel('Từ', { exact: false }).first().fill('1')
  await page.getByLabel('Đến', { exact: true }).fill('2')
  await page.getByLabel('Đơn vị tính').fill('vùng')
  await page.getByLabel('Kết quả chỉ tính khi được cấp có thẩm quyền công nhận').check()
  await page.getByLabel(/^Ai công nhận/).fill('Cấp có thẩm quyền')
  await page.getByLabel('Bước', { exact: true }).fill('Hoàn thiện hạ tầng vùng sản xuất')
  await page.getByLabel('Xong trước hết ngày').fill('30/09/2022')
  await page.getByLabel('Ngày hoàn thành').fill('30/11/2022')
  await page.getByLabel('Minh chứng sẽ nộp').fill('Quyết định công nhận vùng.')
  await page.getByLabel(/^Biên bản, kết luận cuộc họp/).fill('Biên bản họp Ban Thường vụ ngày 10/05/2022')
  await press(page, 'Lưu bản nháp')
  await page.getByText('Đã đủ để trình.').waitFor()
  await page.getByRole('link', { name: 'Sang bước trình' }).click()
  await press(page, 'Trình')
  const address = new URL(page.url()).pathname
  expect(address).toMatch(/^\/cong-viec\/2022-tu-ky-\d{3}$/)

  // The article's own work has nearly the same name: somebody must say why they are two.
  page = await open('van-phong', `${address}/mo-tham-dinh`)
  await press(page, 'Mở thẩm định')
  page = await open('van-phong', `${address}/trung`)
  await page
    .getByLabel('Vì sao là hai việc khác nhau')
    .first()
    .fill('Việc của câu chuyện kiểm thử, không phải việc bài báo nêu.')
  await press(page, 'Ghi kết luận: không trùng')
  page = await open('van-phong', `${address}/tham-dinh`)
  for (const score of await page.getByRole('radio', { name: 'đạt', exact: true }).all())
    await score.check({ force: true })
  await page.getByRole('radio', { name: 'Đạt', exact: true }).check({ force: true })
  await page
    .getByLabel(/^Ý kiến/)
    .last()
    .fill('Cụ thể, đo được, có cấp công nhận.')
  await press(page, 'Ghi ý kiến thẩm định')

  page = await open('thuong-vu', `/quyet-dinh/moi?viec=${address.split('/').at(-1)}`)
  await page.getByLabel('Số, ký hiệu').fill('512-QĐ/TU (câu chuyện)')
  await page.getByLabel('Ngày quyết định').fill('18/05/2022')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByRole('heading', { level: 1, name: /512-QĐ\/TU/ }).waitFor()

  page = await open('tu-ky', `${address}/bao-cao`)
  await page
    .getByLabel(/vùng sản xuất hữu cơ được công nhận/)
    .first()
    .fill('2')
  await page
    .getByLabel('Thuyết minh')
    .or(page.getByLabel(/^Nội dung/))
    .first()
    .fill('Đã xây dựng 2 vùng, chưa được công nhận.')
  await press(page, 'Gửi báo cáo')

  // Two zones are built and none is recognised: completion cannot be reported, and the page says why.
  page = await open('tu-ky', `${address}/hoan-thanh`)
  await page.getByText('Còn thiếu').first().waitFor()
  expect(await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).isDisabled()).toBe(true)

  page = await open('tu-ky', `${address}/minh-chung`)
  await page.getByRole('radio', { name: 'Văn bản công nhận' }).check({ force: true })
  await page.getByLabel('Tên giấy tờ').fill('Quyết định công nhận vùng hữu cơ')
  await page.getByLabel('Ngày trên giấy tờ').fill('17/05/2022')
  await page.getByLabel(/^Tệp/).setInputFiles(paper)
  await page.getByLabel('Cơ quan công nhận').fill('Cấp có thẩm quyền (câu chuyện)')
  await page.getByLabel('Thẩm quyền', { exact: true }).fill('Công nhận vùng sản xuất hữu cơ')
  await page.getByLabel('Số, ký hiệu văn bản').fill('15/QĐ-CN')
  await page.getByLabel('Số lượng được công nhận').fill('1')
  await page.getByLabel('Ngày công nhận').fill('17/05/2022')
  await press(page, 'Nộp minh chứng')

  page = await open('van-phong', address)
  await page.getByRole('link', { name: 'Xét minh chứng' }).first().click()
  await page.getByRole('radio', { name: 'Chấp nhận', exact: true }).check({ force: true })
  await press(page, 'Ghi kết luận')

  page = await open('tu-ky', `${address}/hoan-thanh`)
  await page.getByLabel('Ngày làm xong').fill('18/05/2022')
  await page.getByLabel('Đã làm được gì').fill('Một vùng được công nhận, một vùng đang hoàn thiện.')
  await press(page, 'Báo cáo hoàn thành')

  page = await open('van-phong', `${address}/kiem-tra`)
  await page.getByLabel('Ý kiến kiểm tra').fill('Đã đối chiếu quyết định công nhận.')
  await press(page, 'Ghi đã kiểm tra')

  page = await open('thuong-vu', `${address}/nghiem-thu`)
  await page.getByRole('radio', { name: 'Công nhận hoàn thành' }).check({ force: true })
  await press(page, 'Ghi quyết định')

  page = await open('tu-ky', address)
  await page.getByText('Hoàn thành', { exact: true }).first().waitFor()
  expect(await seriousFaults(page)).toEqual([])
  const { state } = await product.database
    .selectFrom('work')
    .select('state')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  expect(state).toBe('completed')
})
