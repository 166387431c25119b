import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { eventsNamed, expectRefused, lastEntry } from '../testing/record.ts'
import { type AnyEndpoint, Road } from '../testing/road.ts'
import { openProgramme, saveContentGroup, saveTheme, saveWindows } from './manage-programme.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

const set = <Result = { version: number }>(
  endpoint: AnyEndpoint,
  input: object,
  by: TestPersonName = 'van-phong',
) => road.do<Result>({ by, on: '2022-01-05', endpoint, input })
const version = async (year = 2022) =>
  (
    await database.db
      .selectFrom('programme')
      .select('version')
      .where('year', '=', year)
      .executeTakeFirstOrThrow()
  ).version

describe('opening a year', () => {
  test('makes it with its report periods, once', async () => {
    const input = { year: 2023, unit: 'tinh-uy', name: 'Việc đột phá năm 2023' }
    const { id } = await set<{ id: string }>(openProgramme, input)
    const periods = await database.db
      .selectFrom('report_period')
      .select(['key', 'due_on'])
      .where('programme_id', '=', id)
      .orderBy('due_on')
      .execute()
    expect(periods.map(({ key }) => key)).toEqual(['q1', 'h1', 'm9', 'estimate', 'final'])
    expect(await lastEntry(database, 'programme.open')).toMatchObject({
      object_id: id,
      payload: { year: 2023 },
    })
    expect((await eventsNamed(database, 'programme.opened')).at(-1)).toMatchObject({ year: 2023 })
    const refusal = await expectRefused(set(openProgramme, input), 'programme_exists')
    expect(refusal.reasons[0]?.field).toBe('year')
  })

  test.each(['thuong-vu', 'tu-ky', 'quan-tri', 'kiem-tra'] as const)('is not for %s', async (by) => {
    await expectRefused(set(openProgramme, { year: 2024, unit: 'tinh-uy', name: 'x' }, by), 'forbidden')
  })
})

describe('windows', () => {
  const windows = (more: object) => ({ year: 2022, ...more })

  test('are set by tier, what was there before is in the record', async () => {
    const saved = await set(
      saveWindows,
      windows({
        version: await version(),
        windows: [{ tier: 'district', opensOn: '2022-02-01', closesOn: '2022-04-30' }],
      }),
    )
    expect(saved.version).toBe(await version())
    const row = await database.db
      .selectFrom('registration_window')
      .selectAll()
      .where('programme_id', '=', programme.programmeId)
      .where('tier', '=', 'district')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ opens_on: '2022-02-01', closes_on: '2022-04-30' })
    const { payload } = await lastEntry(database, 'window.save')
    expect(payload.before).toHaveLength(4)
  })

  test.each([
    ['close before they open', { opensOn: '2022-03-01', closesOn: '2022-02-01' }, 'window_reversed'],
    ['lie in another year', { opensOn: '2024-03-01', closesOn: '2024-04-01' }, 'window_outside_year'],
  ])('may not %s', async (_how, dates, code) => {
    const input = windows({ version: await version(), windows: [{ tier: 'province', ...dates }] })
    await expectRefused(set(saveWindows, input), code)
  })

  test('are not laid over what somebody else has set since', async () => {
    const seen = await version()
    const input = windows({
      version: seen,
      windows: [{ tier: 'province', opensOn: '2022-01-02', closesOn: '2022-03-30' }],
    })
    await set(saveWindows, input)
    await expectRefused(set(saveWindows, input), 'version_conflict')
  })

  test('of a closed year stay as they are', async () => {
    await set(openProgramme, { year: 2020, unit: 'tinh-uy', name: 'Năm cũ' })
    await database.db.updateTable('programme').set({ status: 'closed' }).where('year', '=', 2020).execute()
    await expectRefused(set(saveWindows, { year: 2020, version: 1, windows: [] }), 'programme_closed')
  })
})

describe('themes and content groups', () => {
  test('a theme is created and edited under its number', async () => {
    const theme = async (headline: string, parts: unknown) =>
      set<{ id: string }>(saveTheme, { year: 2022, version: await version(), ord: 4, headline, parts })
    const first = await theme('Chuyển đổi số', 'hạ tầng\n\ndữ liệu')
    const second = await theme('Chuyển đổi số toàn diện', ['hạ tầng'])
    expect(second.id).toBe(first.id)
    const row = await database.db
      .selectFrom('theme_group')
      .select(['headline', 'parts'])
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ headline: 'Chuyển đổi số toàn diện', parts: ['hạ tầng'] })
    const { payload } = await lastEntry(database, 'theme.save')
    expect(payload.before).toMatchObject({ headline: 'Chuyển đổi số', parts: ['hạ tầng', 'dữ liệu'] })
  })

  test('a content group is its committee’s own', async () => {
    const group = async (unit: string, by: TestPersonName = 'van-phong') =>
      set<{ id: string; unit: string }>(
        saveContentGroup,
        { year: 2022, version: await version(), unit, ord: 3, name: 'Việc mới', refersToYear: 2021 },
        by,
      )
    // What a standing committee sets is its committee's.
    expect((await group('btv-tu-ky')).unit).toBe('tu-ky')
    const row = await database.db
      .selectFrom('content_group')
      .select(['name', 'refers_to_year'])
      .where('scope_unit_id', '=', programme.organisation.unit['tu-ky'])
      .where('ord', '=', 3)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ name: 'Việc mới', refers_to_year: 2021 })
    await expectRefused(group('tu-ky', 'tu-ky'), 'forbidden')
    await expectRefused(group('khong-co'), 'not_found')
  })
})
