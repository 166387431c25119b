import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../server/src/platform/id.ts'
import { openWindow, signIn, sizes } from './testing/browser.ts'
import { useBrowser, useProduct } from './testing/product.ts'
import { faultsHere } from './testing/walk.ts'

/** With a provider that does not answer: nobody listens on that port. */
const product = useProduct({
  OIDC_ISSUER: 'http://127.0.0.1:9/',
  OIDC_CLIENT_ID: 'dot-pha',
  OIDC_CLIENT_SECRET: 'khong-dung-den',
  OIDC_LABEL: 'Cổng đăng nhập tập trung của tỉnh',
  PUBLIC_URL: 'http://127.0.0.1:4210',
})
const chromium = useBrowser()

const paper =
  'Giấy ủy quyền số 12-UQ/HU ngày 16/5/2022 về việc điều hành công việc trong thời gian đi học tập trung'
const reason =
  'Số liệu của hai kỳ báo cáo liền nhau không khớp; cần đối chiếu nguyên văn trước giờ họp giao ban, người phụ trách đang đi công tác.'
const waiting = newId()

const holderOf = (username: string) =>
  product.database
    .selectFrom('account')
    .innerJoin('post_holding', 'post_holding.person_id', 'account.person_id')
    .select(['account.id as account', 'account.person_id as person', 'post_holding.id as holding'])
    .select('post_holding.post_id as post')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()

beforeAll(async () => {
  await lendThreeTimes()
  await askFourTimes()
})

/** One that lasts, one that is to come and one that is over, with long words. */
async function lendThreeTimes() {
  const { database: db } = product
  const [from, to] = [await holderOf('btv-tu-ky'), await holderOf('tu-ky')]
  const grants = await db.selectFrom('role_grant').select('id').where('post_id', '=', from.post).execute()
  const lending = { lender_holding_id: from.holding, person_id: to.person, document: paper }
  for (const [from_on, last_on] of [
    ['2022-05-16', '2022-05-31'],
    ['2022-07-01', '2022-07-15'],
    ['2022-01-03', '2022-01-07'],
  ] as const) {
    const id = newId()
    const made = { made_by: from.account, made_at: new Date() }
    await db
      .insertInto('stand_in')
      .values({ ...lending, ...made, id, from_on, last_on })
      .execute()
    const lent = grants.map((grant) => ({ stand_in_id: id, grant_id: grant.id }))
    await db.insertInto('stand_in_grant').values(lent).execute()
  }
}

/** One that waits, one that is open, one that is over and one that was refused. */
async function askFourTimes() {
  const { database: db } = product
  const [by, decider] = [await holderOf('quan-tri'), await holderOf('thuong-vu')]
  const work = await db
    .selectFrom('work')
    .select(['id', 'code', 'custodian_unit_id'])
    .where('code', '=', '2022-tu-ky-001')
    .executeTakeFirstOrThrow()
  const now = Date.now()
  const asked = {
    object_kind: 'work',
    object_id: work.id,
    object_label: work.code ?? '',
    unit_id: work.custodian_unit_id,
    reason,
    minutes: 60,
    asked_by: by.account,
    asked_person_id: by.person,
    asked_at: new Date(now - 7_200_000),
  }
  const decided = {
    decided_by: decider.account,
    decided_person_id: decider.person,
    decided_at: new Date(now - 3_700_000),
  }
  for (const row of [
    { ...asked, id: waiting },
    { ...asked, ...decided, id: newId(), ends_at: new Date(now + 3_000_000) },
    { ...asked, ...decided, id: newId(), ends_at: new Date(now - 100_000) },
    { ...asked, ...decided, id: newId(), refused_reason: reason },
  ])
    await db.insertInto('emergency_access').values(row).execute()
}

async function lookAs(account: string | null, see: (page: Page) => Promise<void>) {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  if (account !== null) await signIn(page, product.url, account)
  await see(page)
  await window.close()
}

/** Looks at the page that is open at either size, and goes on from it as on a phone. */
async function soundAt(page: Page, name: string) {
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    const faults = await faultsHere(product, page, size === 'desk')
    expect({ name, size, faults }).toEqual({ name, size, faults: [] })
  }
}

describe('at a desk and on a phone', () => {
  test('a full list of stand-ins and the form that lends are sound', async () => {
    await lookAs('btv-tu-ky', async (page) => {
      await page.goto(`${product.url}/uy-quyen`)
      expect(await page.getByText(paper).count()).toBeGreaterThan(0)
      await soundAt(page, 'stand-ins')
      await page.getByRole('link', { name: 'Ủy quyền', exact: true }).click()
      await page.waitForURL(/\/uy-quyen\/moi/)
      await soundAt(page, 'lend')
    })
  })

  test('the decision on a request is sound, and the list of all requests', async () => {
    await lookAs('thuong-vu', async (page) => {
      await page.goto(`${product.url}/xem-khan`)
      await soundAt(page, 'emergencies')
      await page.goto(`${product.url}/xem-khan/${waiting}/duyet`)
      expect(await page.getByText(reason).count()).toBeGreaterThan(0)
      await soundAt(page, 'decide')
    })
  })

  test('every page shows that it is read under emergency access', async () => {
    await lookAs('quan-tri', async (page) => {
      await page.goto(`${product.url}/xem-khan`)
      await soundAt(page, 'own-emergencies')
      await page.locator('form[action$="/vao"] button').first().click()
      await page.waitForURL(/\/cong-viec\/2022-tu-ky-001/)
      expect(await page.getByText('2022-tu-ky-001').count()).toBeGreaterThan(0)
      await soundAt(page, 'banner')
    })
  })

  test('an outside provider that does not answer, and a stale answer, are said on a sound page', async () => {
    await lookAs(null, async (page) => {
      expect((await page.goto(`${product.url}/dang-nhap/ben-ngoai`))?.status()).toBe(503)
      await soundAt(page, 'unreachable')
      expect((await page.goto(`${product.url}/dang-nhap/ben-ngoai/tra-ve?code=x&state=y`))?.status()).toBe(
        400,
      )
      await soundAt(page, 'stale')
    })
  })

  test('the step that asks for a password of one’s own is sound', async () => {
    const set = (must_change_password: boolean) =>
      product.database
        .updateTable('account')
        .set({ must_change_password })
        .where('username', '=', 'chi-bo')
        .execute()
    await set(true)
    await lookAs(null, async (page) => {
      await page.goto(`${product.url}/dang-nhap`)
      await page.getByLabel('Tên đăng nhập').fill('chi-bo')
      await page.getByLabel('Mật khẩu', { exact: true }).fill('Minh-hoa-2022!')
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
      await page.waitForURL(/\/dang-nhap\/mat-khau-moi/)
      await soundAt(page, 'new-password')
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngan')
      await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click()
      await page.getByRole('alert').first().waitFor()
      await soundAt(page, 'new-password-errors')
    })
    await set(false)
  })
})
