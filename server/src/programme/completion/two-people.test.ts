import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { Road, roadDays } from '../testing/road.ts'
import { openActsOf } from '../work/work-actions.ts'
import { recordUnitPolicy } from '../year/unit-policy.ts'
import { checkCompletion, decideCompletion } from './complete-work.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

/** A completion that the standing committee's own member has checked. */
async function checkedByDecider(): Promise<string> {
  const id = await road.bring('completion_reported')
  await road.do({
    by: 'thuong-vu',
    on: roadDays.complete,
    endpoint: checkCompletion,
    input: { ...(await road.on(id)), comment: 'Đã đối chiếu.' },
  })
  return id
}

const decide = async (id: string, outcome: 'accept' | 'refuse', on: string = roadDays.complete) =>
  road.do<{ outcome: string }>({
    by: 'thuong-vu',
    on,
    endpoint: decideCompletion,
    input: { ...(await road.on(id)), outcome, reason: 'Chưa đủ.' },
  })

const allow = (allowed: 'yes' | 'no', fromOn: string) =>
  road.do({
    by: 'van-phong',
    on: roadDays.complete,
    endpoint: recordUnitPolicy,
    input: {
      unit: 'btv-tinh-uy',
      key: 'one_person_completion',
      allowed,
      fromOn,
      document: 'Quy chế 05-QC/TU',
    },
  })

describe('who has checked a completion', () => {
  test('may not accept it themselves, and the page says so before they try', async () => {
    const id = await checkedByDecider()
    await expect(decide(id, 'accept')).rejects.toMatchObject({
      reasons: [{ code: 'checker_may_not_accept', params: { body: 'Ban Thường vụ Tỉnh ủy' } }],
    })
    const actions = await programme.as('thuong-vu', roadDays.complete, (c) => openActsOf(c, id))
    const offered = actions.find(({ name }) => name === 'decide_completion')
    // Refusing stays open to them: two people are asked for where something is accepted.
    expect(offered?.closed).toEqual([])
    expect(await decide(id, 'refuse')).toMatchObject({ outcome: 'refuse' })
  })

  test('may accept it where the body’s own rule of the day allows it, and from its day on alone', async () => {
    await allow('yes', '2022-06-10')
    const id = await checkedByDecider()
    await expect(decide(id, 'accept')).rejects.toMatchObject({
      reasons: [{ code: 'checker_may_not_accept' }],
    })
    expect(await decide(id, 'accept', '2022-06-10')).toMatchObject({ outcome: 'accept' })

    await allow('no', '2022-07-01')
    const other = await checkedByDecider()
    await expect(decide(other, 'accept', '2022-07-01')).rejects.toMatchObject({
      reasons: [{ code: 'checker_may_not_accept' }],
    })
  })

  test('a rule is the programme’s administrator’s to record, and stands in the record', async () => {
    const entries = await database.db
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'unit_policy.record')
      .execute()
    expect(entries).toHaveLength(2)
    await expect(
      road.do({
        by: 'thuong-vu',
        on: roadDays.complete,
        endpoint: recordUnitPolicy,
        input: {
          unit: 'btv-tinh-uy',
          key: 'one_person_completion',
          allowed: 'yes',
          fromOn: '2022-01-01',
          document: 'Không có',
        },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})
