import { get } from 'node:http'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { demonstrationAccounts } from '../../server/src/app/demonstration.ts'
import { overview } from './measured-pages.ts'

/** What a browser received, heads of answers included, by kind. */
export type Received = ReadonlyMap<string, number>

export interface FirstVisit {
  readonly signIn: Received
  readonly overview: Received
  /** Scripts that came, by name. */
  readonly scripts: readonly string[]
}

/** Asks for the overview in a browser that knows nothing yet, signs in where it is asked to, and lands there. */
export async function firstVisit(browser: Browser, url: string, account: string): Promise<FirstVisit> {
  const window = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
  })
  const page = await window.newPage()
  const tally = new Tally()
  await tally.listen(await window.newCDPSession(page))
  await page.goto(`${url}${overview}`, { waitUntil: 'networkidle' })
  const signIn = tally.take()
  await fillIn(page, account)
  await page.waitForURL(`${url}${overview}`)
  // Turbo has drawn the page without loading it, so that the browser has no end of loading to tell of.
  await page.waitForTimeout(2_000)
  const after = tally.take()
  await window.close()
  return { signIn, overview: after, scripts: tally.scripts }
}

class Tally {
  readonly scripts: string[] = []
  #kinds = new Map<string, number>()
  readonly #kindOf = new Map<string, string>()

  async listen(session: CDPSession): Promise<void> {
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      this.#kindOf.set(requestId, kindOf(type, response.mimeType))
      if (type === 'Script') this.scripts.push(new URL(response.url).pathname)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = this.#kindOf.get(requestId) ?? 'other'
      this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + encodedDataLength)
    })
    await session.send('Network.enable')
  }

  take(): Received {
    const taken = this.#kinds
    this.#kinds = new Map()
    return taken
  }
}

function kindOf(type: string, mime: string): string {
  if (mime === 'text/html') return 'pages'
  if (type === 'Font') return 'fonts'
  if (type === 'Script') return 'scripts'
  if (type === 'Stylesheet') return 'style'
  return mime === 'image/svg+xml' ? 'icons' : 'other'
}

/** The cookies of somebody who has signed in through the page. */
export async function cookiesOf(browser: Browser, url: string, account: string): Promise<string> {
  const window = await browser.newContext({ locale: 'vi-VN' })
  const page = await window.newPage()
  await page.goto(`${url}/dang-nhap`)
  await fillIn(page, account)
  await page.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'))
  const cookies = await window.cookies()
  await window.close()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function fillIn(page: Page, username: string): Promise<void> {
  const account = demonstrationAccounts.find((one) => one.username === username)
  if (account === undefined) throw new Error(`no demonstration account ${username}`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

export interface Answer {
  readonly status: number
  readonly encoding: string
  /** Of the body as it came. */
  readonly bytes: number
  readonly body: Buffer
  readonly ms: number
}

/** One page as it comes over the wire, without its style, script and fonts. */
export function fetchRaw(address: string, cookie: string, encoding: 'br' | 'gzip' | 'identity') {
  const began = performance.now()
  return new Promise<Answer>((resolve, reject) => {
    get(address, { headers: { cookie, 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({
          status: answer.statusCode ?? 0,
          encoding: answer.headers['content-encoding'] ?? 'none',
          bytes: body.length,
          body,
          ms: performance.now() - began,
        })
      })
    }).on('error', reject)
  })
}
