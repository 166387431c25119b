import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { registrationInput, seedTestProgramme, type TestProgramme, targetInput } from '../testing/ground.ts'
import { eventsNamed, expectRefused, lastEntry, passages } from '../testing/record.ts'
import { Road, unlikeTitle } from '../testing/road.ts'
import { searchForDuplicates } from '../testing/search-for-duplicates.ts'
import { editWork, registerWork } from './save-draft.ts'
import { submitWork } from './submit-work.ts'
import { withdrawWork } from './withdraw-work.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

const complete = (more: object = {}) => registrationInput(programme, { title: unlikeTitle(), ...more })
const register = (by: TestPersonName, input: object) =>
  road.do<{ id: string; ref: string; version: number }>({
    by,
    on: '2022-01-15',
    endpoint: registerWork,
    input,
  })
const submit = async (by: TestPersonName, id: string, on = '2022-01-20') =>
  road.do<{ code: string }>({ by, on, endpoint: submitWork, input: await road.on(id) })
const fieldsOf = (input: object) => {
  const { year: _year, ownerKind: _kind, ...fields } = input as Record<string, unknown>
  return fields
}
const edit = async (id: string, input: object, version?: number) =>
  road.do({
    by: 'tu-ky',
    on: '2022-01-16',
    endpoint: editWork,
    input: { ...fieldsOf(input), ref: id, version: version ?? (await road.work(id)).version },
  })

describe('registering', () => {
  test('keeps what there is as a draft, with its entry and without an event', async () => {
    const draft = await register('tu-ky', { year: 2022, ownerKind: 'collective', title: 'Chỉ mới có tên' })
    expect(await road.work(draft.id)).toMatchObject({
      state: 'draft',
      code: null,
      owner_unit_id: programme.organisation.unit['tu-ky'],
      tier: 'direct',
      version: 1,
    })
    expect(await passages(database, draft.id)).toEqual(['2022-01-15 draft'])
    expect(await lastEntry(database, 'work.register')).toMatchObject({
      outcome: 'done',
      object_id: draft.id,
      person_id: programme.organisation.person['tu-ky'],
      payload: { title: 'Chỉ mới có tên', ownerKind: 'collective' },
    })
    expect(await eventsNamed(database, 'work.submitted')).toEqual([])
  })

  test('for oneself takes the post, and the body that manages it', async () => {
    const { id } = await register('so-tttt', complete({ ownerKind: 'individual' }))
    expect(await road.work(id)).toMatchObject({
      owner_kind: 'individual',
      owner_holding_id: programme.organisation.holding['so-tttt'],
      managing_root_id: programme.organisation.unit['tinh-uy'],
      tier: 'province',
    })
  })

  test('is invented where the body or the person is, so that a trial is never counted as real', async () => {
    const flags = async (id: string) => (await road.work(id)).illustrative
    const of = async (by: TestPersonName, ownerKind: string) =>
      flags((await register(by, { year: 2022, ownerKind, title: unlikeTitle() })).id)
    expect(await of('tu-ky', 'collective')).toBe(false)
    expect(await of('an-minh', 'collective')).toBe(true)
    expect(await of('an-minh', 'individual')).toBe(true)
    const invent = (illustrative: boolean) =>
      database.db
        .updateTable('person')
        .set({ illustrative })
        .where('id', '=', programme.organisation.person['tu-ky'])
        .execute()
    await invent(true)
    expect(await of('tu-ky', 'collective')).toBe(true)
    await invent(false)
  })

  test('by a clerk is for a named person of the unit, and for nobody else', async () => {
    const { holding } = programme.organisation
    const { id } = await register(
      'van-thu-an-minh',
      complete({ ownerKind: 'individual', ownerHoldingId: holding['an-minh'] }),
    )
    expect(await road.work(id)).toMatchObject({ owner_holding_id: holding['an-minh'], tier: 'district' })
    await expectRefused(register('van-thu-an-minh', complete({ ownerKind: 'individual' })), 'owner_missing')
    await expectRefused(
      register('van-thu-an-minh', complete({ ownerKind: 'individual', ownerHoldingId: holding['tu-ky'] })),
      'not_found',
    )
    // A clerk types; only the person submits.
    await expectRefused(submit('van-thu-an-minh', id), 'forbidden')
    expect((await submit('an-minh', id)).code).toBe('2022-xa-an-minh-001')
  })

  test.each([
    ['themeGroupId', { themeGroupId: '01890000-0000-7000-8000-000000000000' }, 'theme_of_other_year'],
    [
      'contentGroupIds',
      { contentGroupIds: ['01890000-0000-7000-8000-000000000000'] },
      'content_group_of_other_year',
    ],
    ['supportingUnitIds', { supportingUnitIds: ['01890000-0000-7000-8000-000000000000'] }, 'unit_unknown'],
    ['continuesCode', { continuesCode: '2021-tu-ky-009' }, 'continued_work_unknown'],
    ['targets.0.measureKey', { targets: [targetInput({ measureKey: 'khong.co' })] }, 'measure_unknown'],
  ])('refuses what is not there: %s', async (field, more, code) => {
    const refusal = await expectRefused(register('tu-ky', complete(more)), code)
    expect(refusal.reasons[0]?.field).toBe(field)
  })

  test('refuses a year that is not open, and somebody without a post', async () => {
    await expectRefused(register('tu-ky', complete({ year: 2030 })), 'not_found')
    await expectRefused(register('kiem-tra', complete()), 'not_found')
  })
})

describe('editing', () => {
  test('puts other rows in the place of those that were there', async () => {
    const { id } = await register('tu-ky', complete())
    const changed = complete({
      title: 'Tên đã sửa',
      targets: [targetInput({ measure: 'một' }), targetInput({ measure: 'hai' })],
      steps: [],
    })
    await edit(id, changed)
    const { db } = database
    const targets = await db.selectFrom('target').select('measure').where('work_id', '=', id).execute()
    const steps = await db.selectFrom('step').select('name').where('work_id', '=', id).execute()
    expect(targets.map(({ measure }) => measure).sort()).toEqual(['hai', 'một'])
    expect(steps).toEqual([])
    expect(await road.work(id)).toMatchObject({ title: 'Tên đã sửa', version: 2 })
    expect(await lastEntry(database, 'work.edit')).toMatchObject({
      payload: { after: { title: 'Tên đã sửa' } },
    })
  })

  test('is refused over a newer version, and once it is handed in', async () => {
    const { id } = await register('tu-ky', complete())
    await edit(id, complete())
    await expectRefused(edit(id, complete(), 1), 'version_conflict')
    await submit('tu-ky', id)
    await expectRefused(edit(id, complete()), 'action_not_open')
  })
})

describe('submitting', () => {
  test('gives the code, keeps what was handed in and tells of it', async () => {
    const { id } = await register('tu-ky', complete({ title: 'Xây trường chuẩn quốc gia' }))
    const { code } = await submit('tu-ky', id)
    expect(code).toMatch(/^2022-tu-ky-\d{3}$/)
    expect(await road.work(id)).toMatchObject({ state: 'submitted', code, submitted_version: 1 })
    const version = await database.db
      .selectFrom('work_version')
      .selectAll()
      .where('work_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(version).toMatchObject({ number: 1, reason: 'submitted', effective_on: '2022-01-20' })
    expect(version.content).toMatchObject({ title: 'Xây trường chuẩn quốc gia' })
    expect(await lastEntry(database, 'work.submit')).toMatchObject({ object_id: id, payload: { code } })
    expect((await eventsNamed(database, 'work.submitted')).at(-1)).toMatchObject({ workId: id })
  })

  test('says everything that is missing at once', async () => {
    const { id } = await register('tu-ky', { year: 2022, ownerKind: 'collective', title: 'Chỉ có tên' })
    await expectRefused(
      submit('tu-ky', id),
      'theme_missing',
      'rationale_missing',
      'target_missing',
      'step_missing',
      'due_on_missing',
      'proof_missing',
      'minutes_missing',
    )
    expect(await road.work(id)).toMatchObject({ state: 'draft', code: null })
  })

  test('is open in the window of its tier alone', async () => {
    const { id } = await register('tu-ky', complete())
    await expectRefused(submit('tu-ky', id, '2022-04-01'), 'window_closed')
    await expectRefused(submit('tu-ky', id, '2021-12-31'), 'window_opens_later')
  })

  test('again after a return keeps the code and the earlier version', async () => {
    const id = await road.bring('returned')
    const { code } = await road.work(id)
    const again = await submit('tu-ky', id, '2022-03-15')
    expect(again.code).toBe(code)
    const versions = await database.db
      .selectFrom('work_version')
      .select(['number', 'reason'])
      .where('work_id', '=', id)
      .orderBy('number')
      .execute()
    expect(versions).toEqual([
      { number: 1, reason: 'submitted' },
      { number: 2, reason: 'resubmitted' },
    ])
    expect(await road.work(id)).toMatchObject({ return_by: null, submitted_version: 2 })
  })

  test('warns of a title alike, accents and case aside, and takes nothing back', async () => {
    const first = await register('tu-ky', complete({ title: 'Số hoá hồ sơ công việc của huyện' }))
    await submit('tu-ky', first.id)
    const second = await register('so-tttt', complete({ title: 'SO HOA HO SO CONG VIEC CUA HUYEN' }))
    await submit('so-tttt', second.id)
    await searchForDuplicates(database, [second.id, first.id, second.id])
    const warnings = await database.db
      .selectFrom('duplicate_warning')
      .select(['other_work_id', 'dismissed_at'])
      .where('work_id', 'in', [first.id, second.id])
      .execute()
    expect(warnings).toEqual([{ other_work_id: first.id, dismissed_at: null }])
  })
})

describe('withdrawing', () => {
  const withdraw = async (id: string, by: TestPersonName = 'tu-ky') =>
    road.do({
      by,
      on: '2022-03-15',
      endpoint: withdrawWork,
      input: { ...(await road.on(id)), reason: 'Không còn phù hợp.' },
    })

  test.each(['draft', 'submitted', 'returned'] as const)('is open from %s', async (place) => {
    const id = await road.bring(place)
    await withdraw(id)
    expect(await road.work(id)).toMatchObject({ state: 'withdrawn' })
    expect((await passages(database, id)).at(-1)).toBe('2022-03-15 withdrawn')
    expect(await lastEntry(database, 'work.withdraw')).toMatchObject({
      object_id: id,
      payload: { reason: 'Không còn phù hợp.' },
    })
  })

  test('is closed once the appraisal is open, and to everybody else', async () => {
    await expectRefused(withdraw(await road.bring('appraising')), 'action_not_open')
    await expectRefused(withdraw(await road.bring('submitted'), 'thuong-vu'), 'forbidden')
    await expectRefused(withdraw(await road.bring('draft'), 'thuong-vu'), 'not_found')
  })
})
