import type { Browser, Page } from 'playwright-core'
import { openWindow, seriousFaults, signIn, sizes } from './browser.ts'
import type { Product } from './product.ts'

type Size = keyof typeof sizes

export interface Walk {
  readonly account: string
  /** Where axe looks too: roles, names and colours are mostly the same at both sizes. */
  readonly axe: readonly Size[]
  readonly paths: readonly string[]
}

/**
 * Opens each page as one who has signed in, and looks at it at a desk and on a phone. Paths that begin with `/khong-co` are
 * of nothing.
 * @returns what is wrong with it, by path and size; nothing for a page that is sound
 */
export async function faultsOnWalk(
  product: Product,
  browser: Browser,
  walk: Walk,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const window = await openWindow(browser)
  const page = await window.newPage()
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) said.push(message.text())
  })
  await signIn(page, product.url, walk.account)
  const faults: Record<string, string[]> = {}
  for (const path of walk.paths) {
    const status = (await page.goto(product.url + path))?.status() ?? 0
    const expected = path.startsWith('/khong-co') ? 404 : 200
    const answered = status === expected ? [] : [`answered ${status}`]
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      const found = [
        // Where forms post to is the same at both sizes.
        ...(size === 'desk' ? [...answered, ...(await deadForms(product, page))] : []),
        ...(await faultsSeen(page, walk.axe.includes(size))),
        ...said.splice(0),
      ]
      if (found.length > 0) faults[`${path} (${size})`] = found
    }
  }
  await window.close()
  return faults
}

/** What is wrong with the page that is open. */
export async function faultsHere(product: Product, page: Page, axe: boolean): Promise<readonly string[]> {
  return [...(await faultsSeen(page, axe)), ...(await deadForms(product, page))]
}

async function faultsSeen(page: Page, axe: boolean): Promise<readonly string[]> {
  return [...(await overflow(page)), ...(axe ? await seriousFaults(page) : [])]
}

async function overflow(page: Page): Promise<string[]> {
  const [wide, seen] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  return wide > seen ? [`wider than the window: ${wide} in ${seen}`] : []
}

/** Forms that post to where nobody takes them. */
async function deadForms(product: Product, page: Page): Promise<string[]> {
  const actions = await page
    .locator('form[method="post"]')
    .evaluateAll((forms) => forms.map((form) => (form as unknown as { action: string }).action))
  const dead: string[] = []
  for (const action of new Set(actions)) {
    const { pathname } = new URL(action)
    const answer = await product.app.inject({
      method: 'POST',
      url: pathname,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    if (answer.statusCode === 404) dead.push(`posts to nobody: ${pathname}`)
  }
  return dead
}
