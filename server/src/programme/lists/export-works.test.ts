import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { wordsOf } from '../../platform/words.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { seedTestProgramme, type TestProgramme, testYear } from '../testing/ground.ts'
import { seedRandomRegister } from '../testing/register.ts'
import { exportWorks } from './export-works.ts'
import { listWorks } from './list-works.ts'

const database = useTestDatabase()
const today = plainDate('2022-10-10')
let programme: TestProgramme

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  await seedRandomRegister(programme, 90, 5)
})

const as = <T>(name: TestPersonName, act: (c: Context) => Promise<T>) =>
  programme.as(name, today, (c) => act({ ...c, t: wordsOf({ vi, en }, 'vi') }))

const late: WorkFilter = { ...allWorks(testYear, today), signal: 'late' }

test.each(['van-phong', 'tu-ky'] as const)(
  '%s exports the very works of the list, in its order',
  async (name) => {
    await as(name, async (c) => {
      for (const filter of [late, allWorks(testYear, today)]) {
        const page = await listWorks(c, { filter, sort: 'title', limit: 200 })
        expect(page.total).toBeGreaterThan(0)
        const { content } = await exportWorks(c, filter, 'csv', { sort: 'title' })
        const [, ...rows] = parseCsv(new TextDecoder().decode(content))
        expect(rows.map((row) => row[1])).toEqual(page.rows.map((row) => row.title))
        expect(rows).toHaveLength(page.total)
      }
    })
  },
)

test('a workbook has Vietnamese headers, words for states, and dates that sort', async () => {
  await as('van-phong', async (c) => {
    const file = await exportWorks(c, late, 'xlsx', { sort: 'due' })
    expect(file.fileName).toBe('viec-dot-pha-2022-2022-10-10.xlsx')
    const [sheet] = (await readXlsx(file.content)).sheets
    expect(sheet?.name).toBe('Việc đột phá 2022')
    const [header = [], ...rows] = sheet?.rows ?? []
    expect(header.slice(0, 4)).toEqual(['Mã', 'Tên việc', 'Loại', 'Đơn vị'])
    expect(header).not.toContainEqual(expect.stringMatching(/^export\./))
    const due = header.indexOf('Hạn')
    const dates = rows.map((row) => row[due])
    expect(dates.every((date) => date instanceof Date)).toBe(true)
    expect(dates).toEqual([...dates].sort((a, b) => Number(a) - Number(b)))
    for (const row of rows) expect(row[header.indexOf('Tín hiệu')]).toMatch(/Quá hạn/)
  })
})

test('the same words stand in both languages', () => {
  expect(Object.keys(vi).filter((key) => key.startsWith('export.'))).toEqual(
    Object.keys(en).filter((key) => key.startsWith('export.')),
  )
})
