import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findJudge } from '../scripts/judges.mjs'
import { launchBrowser, openWindow } from './testing/browser.ts'
import { type DemoServer, startDemoServer } from './testing/demo-server.ts'

let server: DemoServer
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dotpha-print-'))
  server = await startDemoServer()
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a page prints to a sound PDF that holds its heading, letter by letter', async () => {
  const window = await openWindow(browser)
  const page = await window.newPage()
  await page.goto(`${server.url}/dang-nhap`)
  const heading = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
  const file = join(folder, 'page.pdf')
  const printed = await page.pdf({ path: file, format: 'A4' })
  await window.close()

  expect(heading).not.toBe('')
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
  const qpdf = findJudge('qpdf')
  if (qpdf !== undefined)
    expect(execFileSync(qpdf, ['--check', file], { encoding: 'utf8' })).toContain('No syntax')
  const pdftotext = findJudge('pdftotext')
  if (pdftotext !== undefined) {
    const words = execFileSync(pdftotext, [file, '-'], { encoding: 'utf8' })
    expect(words.normalize('NFC').replaceAll(/\s+/g, ' ')).toContain(heading)
  }
})
