import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { type Cell, guarded, type Sheet, writeSpreadsheet } from './spreadsheet.ts'
import { plainDate } from './time/plain-date.ts'

const rows: readonly (readonly Cell[])[] = [
  ['2022-tu-ky-001', 'Số hoá “hồ sơ”, bước 1;\nbước 2', 98.9, { on: plainDate('2022-05-18') }],
  ['=HYPERLINK("http://x")', '+84', -3, null],
  ['@SUM(A1)', '-', 0, { on: plainDate('1900-03-01') }],
]

const sheet = (): Sheet => ({
  name: 'Việc đột phá',
  columns: [
    { header: 'Mã', kind: 'text', width: 18 },
    { header: 'Tên việc', kind: 'text', width: 60 },
    { header: 'Tỷ lệ', kind: 'number', width: 10 },
    { header: 'Hạn', kind: 'date', width: 12 },
  ],
  rows: (async function* () {
    yield* rows
  })(),
})

test('a workbook is read back as it was written, dates as dates', async () => {
  const read = await readXlsx(await writeSpreadsheet('xlsx', sheet()))
  const [first] = read.sheets
  expect(first?.name).toBe('Việc đột phá')
  expect(first?.rows[0]).toEqual(['Mã', 'Tên việc', 'Tỷ lệ', 'Hạn'])
  expect(first?.rows[1]?.slice(0, 3)).toEqual(['2022-tu-ky-001', 'Số hoá “hồ sơ”, bước 1;\nbước 2', 98.9])
  expect(first?.rows[1]?.[3]).toEqual(new Date('2022-05-18T00:00:00Z'))
  expect(first?.rows[3]?.[3]).toEqual(new Date('1900-03-01T00:00:00Z'))
})

test('a CSV file begins with the mark that Excel needs, and keeps commas, quotes and lines', async () => {
  const bytes = await writeSpreadsheet('csv', sheet())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('\r\n')
  const read = parseCsv(text)
  expect(read[0]).toEqual(['Mã', 'Tên việc', 'Tỷ lệ', 'Hạn'])
  expect(read[1]).toEqual(['2022-tu-ky-001', 'Số hoá “hồ sơ”, bước 1;\nbước 2', '98.9', '18/05/2022'])
})

test.each(['xlsx', 'csv'] as const)(
  'no text becomes a formula in %s, and numbers below zero stay numbers',
  async (format) => {
    const bytes = await writeSpreadsheet(format, sheet())
    const read =
      format === 'csv' ? parseCsv(new TextDecoder().decode(bytes)) : (await readXlsx(bytes)).sheets[0]?.rows
    expect(read?.[2]?.slice(0, 3).map(String)).toEqual(['\'=HYPERLINK("http://x")', "'+84", '-3'])
    expect(read?.[3]?.slice(0, 2).map(String)).toEqual(["'@SUM(A1)", "'-"])
  },
)

test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1'])('%j is marked as text', (text) => {
  expect(guarded(text)).toBe(`'${text}`)
})

test.each(['1-2', 'a=b', '', ' =1', '2022-tu-ky-001'])('%j is left as it is', (text) => {
  expect(guarded(text)).toBe(text)
})
