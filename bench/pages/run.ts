import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../e2e/testing/browser.ts'
import { type Judged, judge } from './lighthouse.ts'
import { type MeasuredPage, measuredPages, overview } from './measured-pages.ts'
import { type Product, startProduct } from './product.ts'
import { cookiesOf, type FirstVisit, fetchRaw, firstVisit } from './wire.ts'

export interface Options {
  /** How often it is started again. */
  readonly starts: number
  /** How often Lighthouse looks at each page; 0 leaves it out. */
  readonly lighthouse: number
}

export interface PageSize {
  readonly name: string
  readonly br: number
  readonly gzip: number
  readonly whole: number
}

export interface Start {
  readonly readyMs: number
  /** The first page that it answered, to somebody who was signed in before. */
  readonly firstPageMs: number
}

export interface Results {
  readonly options: Options
  readonly machine: { readonly cores: number; readonly processor: string; readonly wanted: number }
  readonly firstVisit: FirstVisit
  readonly pages: readonly PageSize[]
  readonly firstStartMs: number
  readonly starts: readonly Start[]
  readonly judged: ReadonlyMap<string, Judged>
}

/** Starts the product with the demonstration in a folder of its own, visits it, and starts it again and again. */
export async function runPages(options: Options): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'dotpha-pages-'))
  const browser = await launchBrowser()
  let product = await startProduct(join(folder, 'data'))
  try {
    const firstStartMs = product.readyMs
    const visitor = new Visitors(browser, product)
    const visit = await firstVisit(browser, product.url, 'van-phong')
    const pages: PageSize[] = []
    for (const page of measuredPages) pages.push(await sizeOf(page, visitor))
    const judged = await judgeAll(visitor, options.lighthouse, folder)
    const cookie = await visitor.cookie('van-phong')
    const starts: Start[] = []
    for (let round = 0; round < options.starts; round += 1) {
      await product.stop()
      product = await startProduct(join(folder, 'data'))
      const firstPageMs = await untilShown(`${product.url}${overview}`, cookie)
      starts.push({ readyMs: product.readyMs, firstPageMs })
    }
    const machine = {
      cores: cpus().length,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      wanted: loadavg()[1] ?? 0,
    }
    return { options, machine, firstVisit: visit, pages, firstStartMs, starts, judged }
  } finally {
    await browser.close()
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long it takes until the page is there, an answer that it is too busy included. */
async function untilShown(address: string, cookie: string): Promise<number> {
  const began = performance.now()
  for (let tries = 0; tries < 100; tries += 1) {
    const { status } = await fetchRaw(address, cookie, 'br')
    if (status === 200) return performance.now() - began
    if (status !== 503) throw new Error(`the overview answered ${status} after a start`)
    await delay(50)
  }
  throw new Error('the overview was refused a hundred times after a start')
}

/** Each signs in once. */
class Visitors {
  readonly #cookies = new Map<string, string>()
  readonly #browser: Browser
  readonly url: string

  constructor(browser: Browser, { url }: Product) {
    this.#browser = browser
    this.url = url
  }

  async cookie(account: string): Promise<string> {
    const known = this.#cookies.get(account)
    if (known !== undefined) return known
    const cookie = await cookiesOf(this.#browser, this.url, account)
    this.#cookies.set(account, cookie)
    return cookie
  }
}

async function sizeOf(page: MeasuredPage, visitors: Visitors): Promise<PageSize> {
  const cookie = await visitors.cookie(page.account)
  const address = await addressOf(page, visitors.url, cookie)
  const [br, gzip, whole] = await Promise.all(
    (['br', 'gzip', 'identity'] as const).map((encoding) => fetchRaw(address, cookie, encoding)),
  )
  if (br?.encoding !== 'br' || gzip?.encoding !== 'gzip' || whole?.status !== 200)
    throw new Error(`${address} answered ${whole?.status}, ${br?.encoding} and ${gzip?.encoding}`)
  return { name: page.name, br: br.bytes, gzip: gzip.bytes, whole: whole.bytes }
}

async function addressOf({ path, follow }: MeasuredPage, url: string, cookie: string): Promise<string> {
  if (follow === undefined) return `${url}${path}`
  const { body } = await fetchRaw(`${url}${path}`, cookie, 'identity')
  const [, found] = new RegExp(`href="(${follow}[^"?#]*)"`).exec(body.toString()) ?? []
  if (found === undefined) throw new Error(`no link to ${follow} on ${path}`)
  return `${url}${found}`
}

async function judgeAll(visitors: Visitors, times: number, folder: string) {
  const judged = new Map<string, Judged>()
  if (times === 0) return judged
  // Its own browser, so that nothing of ours is in it.
  const chromium = process.env.CHROME_PATH ?? '/usr/bin/chromium'
  const look = (address: string, cookie: string) => judge({ address, cookie }, times, chromium, folder)
  judged.set('sign-in', await look(`${visitors.url}/dang-nhap`, ''))
  for (const page of measuredPages.filter((one) => one.judged === true))
    judged.set(page.name, await look(`${visitors.url}${page.path}`, await visitors.cookie(page.account)))
  return judged
}
