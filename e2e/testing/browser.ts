import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core'
import { findJudge } from '../../scripts/judges.mjs'
import { demonstrationAccounts } from '../../server/src/app/demonstration.ts'
import { unpackedChromium } from './packaged-chromium.ts'

// The shell is the same browser without windows of its own to draw: it costs a third less.
const ofTheMachine = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/**
 * All that a browser is told by us, whichever it is. The packaged one brings arguments of its own, made for a cloud where
 * nobody tests anything: one process for all, so that closing a window ends the browser, and no wall between sites.
 */
export const browserArguments = [
  // Root runs it on a machine of CI.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How the browser is started: that of the machine, else the one that came with the packages; never one that is downloaded. */
export async function launchOptions(): Promise<LaunchOptions> {
  const executablePath = ofTheMachine.map(findJudge).find((path) => path !== undefined)
  const program = executablePath === undefined ? await unpackedChromium() : { executablePath }
  return { ...program, args: browserArguments }
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions())
}

export const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const

/** A window of its own, with its own cookies, in Vietnamese. */
export async function openWindow(
  browser: Browser,
  size: keyof typeof sizes = 'desk',
): Promise<BrowserContext> {
  const window = await browser.newContext({
    viewport: sizes[size],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  window.setDefaultTimeout(10_000)
  return window
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  const account = demonstrationAccounts.find((one) => one.username === username)
  if (account === undefined) throw new Error(`no demonstration account ${username}`)
  await page.goto(`${url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'))
}

// What these find is never more than moderate: not asked for, since it would not be looked at.
const lighterRules = `
  aria-allowed-role empty-heading empty-table-header form-field-multiple-labels heading-order
  image-redundant-alt landmark-banner-is-top-level landmark-complementary-is-top-level
  landmark-contentinfo-is-top-level landmark-main-is-top-level landmark-no-duplicate-banner
  landmark-no-duplicate-contentinfo landmark-no-duplicate-main landmark-one-main landmark-unique
  meta-viewport meta-viewport-large page-has-heading-one presentation-role-conflict region
  scope-attr-valid server-side-image-map skip-link`
  .trim()
  .split(/\s+/)

/** What axe finds wrong on the page, the serious and the critical. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // All in the page itself, which has no frames; what was found to be right is not even described. Twice as fast.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], reporter: 'no-passes' })
    .disableRules(lighterRules)
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join('; ')})`,
    )
}
