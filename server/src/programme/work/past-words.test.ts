import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { reportWork } from '../carrying-out/report-work.ts'
import { allWorks } from '../filter/filter.ts'
import { exportWorks } from '../lists/export-works.ts'
import { listWorks } from '../lists/list-works.ts'
import { worksPage } from '../pages/lists/works.tsx'
import { paths } from '../paths.ts'
import { editWork } from '../registration/save-draft.ts'
import { submitWork } from '../registration/submit-work.ts'
import {
  type ProgrammeServer,
  programmeServer,
  registrationInput,
  seedTestProgramme,
  type TestProgramme,
  targetInput,
} from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { getWorkPage } from './work-page.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road
let server: ProgrammeServer

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
  server = await programmeServer(programme, [worksPage])
  await server.moveTo('2022-05-18')
})
afterAll(() => server.app.close())

const mendedOn = '2022-03-10'

const registration = (more: Readonly<Record<string, unknown>>) => {
  const { year: _year, ownerKind: _kind, ...rest } = registrationInput(programme, more)
  return rest
}

/** A work that was returned, and is being corrected: its title, a text, its target and its step. */
async function mended(): Promise<{ id: string; before: string; after: string }> {
  const id = await road.bring('returned')
  const { title: before } = await road.work(id)
  const after = `${before} (sửa theo yêu cầu)`
  await road.do({
    by: 'tu-ky',
    on: mendedOn,
    endpoint: editWork,
    input: {
      ...(await road.on(id)),
      ...registration({
        title: after,
        product: 'Sản phẩm đã nêu rõ.',
        themeGroupId: programme.themeIds[1],
        targets: [targetInput({ measure: 'Số hộ tham gia', unit: 'hộ', value: 50 })],
        steps: [{ name: 'Khảo sát lại', dueOn: '2022-05-30' }],
      }),
    },
  })
  return { id, before, after }
}

const resubmit = async (id: string) =>
  road.do({ by: 'tu-ky', on: mendedOn, endpoint: submitWork, input: await road.on(id) })

const pageOn = (id: string, on: string, today = '2022-05-18') =>
  programme.as('tu-ky', today, async (c) => getWorkPage(c, id, plainDate(on)))

const listedOn = (id: string, on: string, today = '2022-05-18') =>
  programme.as('tu-ky', today, async (c) => {
    const { rows } = await listWorks(c, { filter: allWorks(2022, plainDate(on)), limit: 200 })
    return rows.find((row) => row.id === id)
  })

describe('a work as of a day before it was handed in again', () => {
  test('has the title, texts, theme, targets and steps of that day, on its page and in lists', async () => {
    const { id, before, after } = await mended()
    await resubmit(id)
    const past = await pageOn(id, '2022-02-01')
    expect(past.title).toBe(before)
    expect(past.texts.product).toBe('Vùng sản xuất có văn bản công nhận.')
    expect(past.theme?.ord).toBe(1)
    expect(past.targets.map(({ target }) => [target.measure, target.unit])).toEqual([
      ['Số vùng được công nhận', 'vùng'],
    ])
    expect(past.steps.map(({ name }) => name)).toEqual(['Quy hoạch vùng'])
    const since = await pageOn(id, mendedOn)
    expect(since.title).toBe(after)
    expect(since.theme?.ord).toBe(2)
    expect(since.targets.map(({ target }) => target.measure)).toEqual(['Số hộ tham gia'])
    expect(since.steps.map(({ name }) => name)).toEqual(['Khảo sát lại'])

    expect((await listedOn(id, '2022-02-01'))?.title).toBe(before)
    expect((await listedOn(id, '2022-02-01'))?.progress.only?.unit).toBe('vùng')
    expect((await listedOn(id, mendedOn))?.title).toBe(after)
    const exported = await programme.as('tu-ky', '2022-05-18', (c) =>
      exportWorks(c, allWorks(2022, plainDate('2022-02-01')), 'csv'),
    )
    const csv = Buffer.from(exported.content).toString('utf8')
    expect(csv).toContain(before)
    expect(csv).not.toContain(after)
  })

  test('while it is being corrected the past shows the submitted text, and today shows the current one', async () => {
    const { id, before, after } = await mended()
    expect((await pageOn(id, '2022-03-05', mendedOn)).title).toBe(before)
    expect((await pageOn(id, mendedOn, mendedOn)).title).toBe(after)
    expect((await listedOn(id, '2022-03-05', mendedOn))?.title).toBe(before)
  })
})

describe('a list as of a day of the past that is narrowed by words or by a theme', () => {
  test('says that it compares them with those of today', async () => {
    const says = async (on: string, narrowed: object) => {
      const address = paths.works({ ...allWorks(2022, plainDate(on)), ...narrowed })
      return (await server.page('tu-ky', address)).body.includes('nhóm nội dung hiện nay')
    }
    expect(await says('2022-02-01', { text: 'vùng' })).toBe(true)
    expect(await says('2022-02-01', { theme: 1 })).toBe(true)
    expect(await says('2022-02-01', { tier: 'direct' })).toBe(false)
    expect(await says('2022-05-18', { text: 'vùng' })).toBe(false)
  })
})

describe('a claimed value as of a day between a report and its correction', () => {
  test('is that of the report as it stood then', async () => {
    const id = await road.bring('reported')
    const targetId = await road.target(id)
    await road.do({
      by: 'tu-ky',
      on: roadDays.pause,
      endpoint: reportWork,
      input: {
        ...(await road.on(id)),
        period: 'q1',
        reportedOn: roadDays.pause,
        content: 'Đếm lại: mới xong một vùng.',
        reason: 'Nhầm số.',
        values: [{ targetId, value: 1 }],
      },
    })
    const claimedOn = async (on: string) =>
      Number((await pageOn(id, on)).targets[0]?.assessment.claimed ?? Number.NaN)
    expect(await claimedOn('2022-04-10')).toBe(2)
    expect(await claimedOn(roadDays.pause)).toBe(1)
    expect(Number((await listedOn(id, '2022-04-10'))?.progress.only?.claimed)).toBe(2)
    // The course has one point a period, that of the version which held.
    expect((await pageOn(id, roadDays.pause)).targets[0]?.course.claimed).toHaveLength(1)
  })
})
