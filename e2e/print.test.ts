import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findJudge } from '../scripts/judges.mjs'
import { openWindow, signIn } from './testing/browser.ts'
import { useBrowser, useProductForReading, useVisitors } from './testing/product.ts'

const product = useProductForReading()
const visitors = useVisitors(product)
const chromium = useBrowser()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dotpha-print-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pdftotext = findJudge('pdftotext')
const qpdf = findJudge('qpdf')

test('a page prints to a sound PDF that holds its heading, letter by letter', async () => {
  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  await page.goto(`${product.url}/dang-nhap`)
  const heading = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
  const file = join(folder, 'page.pdf')
  const printed = await page.pdf({ path: file, format: 'A4' })
  await window.close()

  expect(heading).not.toBe('')
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
  if (qpdf !== undefined)
    expect(execFileSync(qpdf, ['--check', file], { encoding: 'utf8' })).toContain('No syntax')
  if (pdftotext !== undefined) {
    const words = execFileSync(pdftotext, [file, '-'], { encoding: 'utf8' })
    expect(words.normalize('NFC').replaceAll(/\s+/g, ' ')).toContain(heading)
  }
})

test('the annex of 143 works prints on A4 with its head on every sheet, and no state heading', async ({
  skip,
}) => {
  const { id } = await product.database
    .selectFrom('decision')
    .innerJoin('unit', 'unit.id', 'decision.issuer_unit_id')
    .select('decision.id')
    .where('decision.number', 'like', '01-QĐ/HU%')
    .where('unit.code', '=', 'btv-tu-ky')
    .executeTakeFirstOrThrow()
  const html = await visitors.bodyOf('van-phong', `/quyet-dinh/${id}/phu-luc`)

  const window = await openWindow(chromium.browser)
  const page = await window.newPage()
  await signIn(page, product.url, 'van-phong')
  await page.goto(`${product.url}/quyet-dinh/${id}/phu-luc`)
  const file = join(folder, 'annex.pdf')
  await page.pdf({ path: file, preferCSSPageSize: true })
  await window.close()

  expect(html).toContain('Về văn bản')
  if (pdftotext === undefined) return skip('pdftotext is not installed')
  const printed = execFileSync(pdftotext, ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC')
  // A form feed ends every sheet, the last too.
  const sheets = printed.split('\f').slice(0, -1)
  expect(sheets.length).toBeGreaterThan(3)
  for (const sheet of sheets.slice(0, -1)) expect(sheet).toContain('Thời hạn')
  sheets.forEach((sheet, index) => {
    if (index > 0) expect(sheet.trimStart()).toMatch(new RegExp(`^${index + 1}\\s`))
  })
  expect(printed).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
  expect(printed).not.toMatch(/CỘNG H[OÒ][AÀ] XÃ HỘI/)
  expect(printed).toContain('Danh mục này có 143 việc.')
  // The button and the way back are for the screen.
  expect(printed).not.toContain('Về văn bản')
  const numbers = [...printed.matchAll(/^\s*(\d{1,3})\s+20\d\d-/gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 143 }, (_, index) => index + 1))
})
