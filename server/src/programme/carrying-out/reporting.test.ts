import { beforeAll, describe, expect, test } from 'vitest'
import type { Measure } from '../../platform/measures/measures.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { listWorks } from '../lists/list-works.ts'
import { seedTestProgramme, type TestProgramme, targetInput } from '../testing/ground.ts'
import { eventsNamed, expectRefused, lastEntry, passages } from '../testing/record.ts'
import { Road, roadDays } from '../testing/road.ts'
import { getWorkPage } from '../work/work-page.ts'
import { reportWork, startWork } from './report-work.ts'

// Stands for the acts of a slice that the product does not have yet: it counts nothing real and is no part of it.
const steady: Measure = {
  key: 'test.steady_ratio',
  label: { vi: 'Tỉ lệ thử', en: 'Test ratio' },
  unit: '%',
  good: 'up',
  count: async () => ({ numerator: 3, denominator: 4, exclusions: [] }),
  list: async () => ({ items: [], next: null }),
}

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  programme.measures.register(steady)
  road = new Road(programme)
})

const report = async (id: string, more: object = {}, on: string = roadDays.report) =>
  road.do<{ number: number; period: string }>({
    by: 'tu-ky',
    on,
    endpoint: reportWork,
    input: {
      ...(await road.on(id)),
      period: 'q1',
      reportedOn: roadDays.report,
      content: 'Đang làm.',
      ...more,
    },
  })

const targetsOf = (id: string) =>
  database.db.selectFrom('target').select('id').where('work_id', '=', id).orderBy('ord').execute()

describe('a report', () => {
  test('starts an assigned work by itself, and is claimed only', async () => {
    const id = await road.bring('assigned')
    await report(id, { values: [{ targetId: await road.target(id), value: '1,5', note: 'Ước.' }] })
    expect(await road.work(id)).toMatchObject({ state: 'in_progress' })
    expect((await passages(database, id)).at(-1)).toBe(`${roadDays.report} in_progress`)
    const row = await database.db
      .selectFrom('report')
      .innerJoin('report_value', 'report_value.report_id', 'report.id')
      .select(['number', 'current', 'effective_on', 'value', 'note'])
      .where('work_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ number: 1, current: true, effective_on: roadDays.report, value: '1.5' })
    expect(await lastEntry(database, 'work.report')).toMatchObject({
      object_id: id,
      payload: { period: 'q1', number: 1, started: true },
    })
    expect((await eventsNamed(database, 'work.reported')).at(-1)).toEqual({ workId: id, period: 'q1' })
  })

  test('is in time by the day on which it was sent, and leaves the figures of earlier days as they were', async () => {
    const id = await road.bring('in_progress')
    const [step] = await database.db.selectFrom('step').select('id').where('work_id', '=', id).execute()
    const silentOn = async (day: string, filter: Partial<WorkFilter> = { signal: 'silent' }) => {
      const on = plainDate(day)
      const { rows } = await programme.as('van-phong', on, (c) =>
        listWorks(c, { filter: { ...allWorks(2022, on), ...filter } }),
      )
      return rows.some((row) => row.id === id)
    }
    const before = [await silentOn('2022-04-10'), await silentOn('2022-05-17'), await silentOn('2022-05-18')]
    expect(before).toEqual([true, true, true])
    const steps = [{ stepId: step?.id, doneOn: '2022-04-01' }]
    await report(id, { reportedOn: '2022-04-04', steps }, '2022-05-18')
    const after = [await silentOn('2022-04-10'), await silentOn('2022-05-17'), await silentOn('2022-05-18')]
    expect(after).toEqual([true, true, false])
    expect(await silentOn('2022-05-17', { reporting: 'backdated' })).toBe(false)
    expect(await silentOn('2022-05-18', { reporting: 'backdated' })).toBe(true)

    const page = (day: string) =>
      programme.as('van-phong', plainDate(day), (c) => getWorkPage(c, id, plainDate(day)))
    const earlier = await page('2022-05-17')
    expect([earlier.reports, earlier.steps.map(({ doneOn }) => doneOn)]).toEqual([[], [null]])
    const [sent] = (await page('2022-05-18')).reports
    expect(sent).toMatchObject({ reportedOn: '2022-04-04', sentOn: '2022-05-18' })

    // A correction repeats the step: since when it is known stays.
    await report(id, { reason: 'Nhầm số.', steps, reportedOn: '2022-06-01' }, '2022-06-01')
    expect((await page('2022-05-18')).steps.map(({ doneOn }) => doneOn)).toEqual(['2022-04-01'])
  })

  test('is corrected by a new version with its reason; the earlier one stays', async () => {
    const id = await road.bring('reported')
    await expectRefused(report(id), 'reason_missing')
    expect(await report(id, { content: 'Đúng là hai vùng.', reason: 'Nhầm số.' })).toMatchObject({
      number: 2,
    })
    const versions = await database.db
      .selectFrom('report')
      .select(['number', 'current', 'reason'])
      .where('work_id', '=', id)
      .orderBy('number')
      .execute()
    expect(versions).toEqual([
      { number: 1, current: false, reason: '' },
      { number: 2, current: true, reason: 'Nhầm số.' },
    ])
  })

  test('cannot type what a live measure counts', async () => {
    const id = await road.bring('in_progress', {
      targets: [targetInput({ unit: '%', measureKey: steady.key })],
    })
    const refusal = await expectRefused(
      report(id, { values: [{ targetId: await road.target(id), value: 80 }] }),
      'target_measured_live',
    )
    expect(refusal.reasons[0]?.field).toBe('values.0.value')
  })

  test('says of a target without a number whether it is done, with a note', async () => {
    const id = await road.bring('in_progress', {
      targets: [targetInput({ operator: 'done', value: null, unit: '' })],
    })
    const targetId = await road.target(id)
    await expectRefused(report(id, { values: [{ targetId, value: 1 }] }), 'target_takes_done')
    await expectRefused(report(id, { values: [{ targetId, done: true }] }), 'target_note_missing')
    await report(id, { values: [{ targetId, done: true, note: 'Đã nghiệm thu.' }] })
  })

  test('of another work’s target or step is refused', async () => {
    const [id, other] = [await road.bring('in_progress'), await road.bring('in_progress')]
    const [foreign] = await targetsOf(other)
    await expectRefused(report(id, { values: [{ targetId: foreign?.id, value: 1 }] }), 'target_unknown')
    const step = await database.db
      .selectFrom('step')
      .select('id')
      .where('work_id', '=', other)
      .executeTakeFirstOrThrow()
    await expectRefused(report(id, { steps: [{ stepId: step.id, doneOn: '2022-04-01' }] }), 'step_unknown')
    const own = await database.db
      .selectFrom('step')
      .select('id')
      .where('work_id', '=', id)
      .executeTakeFirstOrThrow()
    await expectRefused(
      report(id, { steps: [{ stepId: own.id, doneOn: '2022-04-03' }] }),
      'step_done_after_report',
    )
    await report(id, { steps: [{ stepId: own.id, doneOn: '2022-04-01' }] })
    const kept = await database.db
      .selectFrom('step')
      .select('done_on')
      .where('id', '=', own.id)
      .executeTakeFirstOrThrow()
    expect(kept.done_on).toBe('2022-04-01')
  })

  test.each([
    ['a period to come', { period: 'm9' }, 'period_not_open'],
    ['a day to come', { reportedOn: '2022-04-03' }, 'report_in_future'],
    ['a day before the work was given', { reportedOn: '2022-02-01' }, 'report_before_assignment'],
    ['no words', { content: ' ' }, 'report_empty'],
  ])('is refused for %s', async (_why, more, code) => {
    await expectRefused(report(await road.bring('in_progress'), more), code)
  })

  test('is the owner’s alone', async () => {
    const id = await road.bring('in_progress')
    const input = {
      ...(await road.on(id)),
      period: 'q1',
      reportedOn: roadDays.report,
      content: 'Đang làm.',
    }
    const deed = { on: roadDays.report, endpoint: reportWork, input }
    await expectRefused(road.do({ by: 'thuong-vu', ...deed }), 'forbidden')
    await expectRefused(road.do({ by: 'bi-thu-song-ha', ...deed }), 'not_found')
  })
})

describe('starting without a report', () => {
  const start = async (id: string, startedOn: string) =>
    road.do({
      by: 'tu-ky',
      on: roadDays.start,
      endpoint: startWork,
      input: { ...(await road.on(id)), startedOn },
    })

  test('is dated truly, once', async () => {
    const id = await road.bring('assigned')
    await expectRefused(start(id, '2022-03-11'), 'start_in_future')
    await expectRefused(start(id, '2022-02-01'), 'effective_before_last_change')
    await start(id, '2022-03-05')
    expect((await passages(database, id)).at(-1)).toBe('2022-03-05 in_progress')
    await expectRefused(start(id, '2022-03-05'), 'action_not_open')
  })
})
