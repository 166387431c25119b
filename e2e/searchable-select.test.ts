import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, seriousFaults, signIn } from './testing/browser.ts'
import { useBrowser, useProductForReading } from './testing/product.ts'

const product = useProductForReading()
const chromium = useBrowser()

const overview = '/chuong-trinh/2022'
const itsScript = /searchable-select-\w+\.js/

/** The overview with a line on which the script of the long select waits until it is let through, or never comes. */
async function onOverview(
  line: 'slow' | 'broken' | 'good',
  check: (page: Page, arrive: () => void) => Promise<void>,
) {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(itsScript, async (route) => {
    if (line === 'slow') await arrived
    await (line === 'broken' ? route.abort() : route.continue())
  })
  await signIn(page, product.url, 'van-phong')
  await page.goto(product.url + overview)
  await check(page, arrive)
  await window.close()
}

const ownSelect = (page: Page) => page.getByRole('main').locator('select[name="don-vi"]')
const searched = (page: Page) => page.getByRole('main').getByRole('combobox', { expanded: true })
const isFor = (code: string) => (address: URL) => address.searchParams.get('don-vi') === code
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

test('a long select loads nothing until somebody comes to its form', async () => {
  await onOverview('good', async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload({ waitUntil: 'networkidle' })
    expect(asked.some((url) => itsScript.test(url))).toBe(false)
    const request = page.waitForRequest(itsScript)
    await ownSelect(page).focus()
    await request
    await searched(page).waitFor()
    expect(await focused(page)).toBe('INPUT')
    expect(await seriousFaults(page)).toEqual([])
  })
})

test('the first press opens the list to be searched, and a click chooses from it', async () => {
  await onOverview('good', async (page) => {
    await ownSelect(page).click()
    await searched(page).pressSequentially('tu ky')
    await page.getByRole('listbox').getByRole('option', { name: 'Huyện ủy Tứ Kỳ', exact: true }).click()
    await page.waitForURL(isFor('tu-ky'))
  })
})

test('what is typed before the script is there is not lost', async () => {
  await onOverview('slow', async (page, arrive) => {
    await ownSelect(page).focus()
    await page.keyboard.type('tu kyy')
    await page.keyboard.press('Backspace')
    expect(await ownSelect(page).inputValue()).toBe('')
    arrive()
    await searched(page).waitFor()
    expect(await searched(page).inputValue()).toBe('tu ky')
    expect(await focused(page)).toBe('INPUT')
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => address.searchParams.has('don-vi'))
  })
})

test('Enter and leaving by Tab choose, though the script comes later', async () => {
  for (const key of ['Enter', 'Tab']) {
    await onOverview('slow', async (page, arrive) => {
      await ownSelect(page).focus()
      await page.keyboard.type('huyen uy tu ky')
      await page.keyboard.press(key)
      expect((await focused(page)) === 'SELECT').toBe(key === 'Enter')
      arrive()
      await page.waitForURL(isFor('tu-ky'))
    })
  }
})

test('who presses twice gets what the browser has, and it is not taken away', async () => {
  await onOverview('slow', async (page, arrive) => {
    await ownSelect(page).click()
    await ownSelect(page).click()
    const answer = page.waitForResponse(itsScript)
    arrive()
    await (await answer).finished()
    expect(await focused(page)).toBe('SELECT')
    const searchable = page.getByRole('main').getByRole('combobox', { name: 'Đơn vị' }).nth(1)
    expect(await searchable.count()).toBe(0)
    await page.getByLabel('Tính đến ngày').first().focus()
    await searchable.waitFor()
  })
})

test('where the script never comes, the select works by keyboard as it is', async () => {
  await onOverview('broken', async (page) => {
    const failed = page.waitForEvent('requestfailed', (request) => itsScript.test(request.url()))
    await ownSelect(page).focus()
    await failed
    // The list filters at the first change, so that one letter is all that one can type.
    // A key that is pressed before the page knows of the failure is kept for the script and goes with it: one presses again.
    const chosen = async () => {
      await page.keyboard.type('S')
      return new URL(page.url()).searchParams.get('don-vi')
    }
    await expect.poll(chosen, { interval: 1_500, timeout: 15_000 }).toBe('so-minh-hoa-01')
  })
})
