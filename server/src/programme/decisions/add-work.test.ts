import { beforeAll, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { registrationInput, seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { eventsNamed, expectRefused, lastEntry, passages } from '../testing/record.ts'
import { Road, roadDays, unlikeTitle } from '../testing/road.ts'
import { addWork } from './add-work.ts'

const database = useTestDatabase()
let programme: TestProgramme
let road: Road

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  road = new Road(programme)
})

const add = (more: object = {}, by: TestPersonName = 'thuong-vu') =>
  road.do<{ id: string; code: string; decisionId: string; state: string }>({
    by,
    on: roadDays.decide,
    endpoint: addWork,
    input: {
      ...registrationInput(programme, { title: unlikeTitle(), minutesReference: '' }),
      issuer: 'btv-tinh-uy',
      number: '300-QĐ/TU',
      decidedOn: roadDays.decide,
      reason: 'Yêu cầu mới của cấp trên.',
      ownerUnit: 'tu-ky',
      ...more,
    },
  })

test('is approved by the decision that adds it, with its code and without minutes', async () => {
  const added = await add()
  expect(added).toMatchObject({ state: 'approved', code: '2022-tu-ky-001' })
  expect(await road.work(added.id)).toMatchObject({
    state: 'approved',
    added_by_superior: true,
    owner_unit_id: programme.organisation.unit['tu-ky'],
    tier: 'direct',
    submitted_version: 1,
  })
  expect(await passages(database, added.id)).toEqual([`${roadDays.decide} approved`])
  const items = await database.db
    .selectFrom('decision_item')
    .select(['action', 'reason'])
    .where('work_id', '=', added.id)
    .execute()
  expect(items).toEqual([{ action: 'add', reason: 'Yêu cầu mới của cấp trên.' }])
  expect(await lastEntry(database, 'work.add')).toMatchObject({
    object_id: added.id,
    payload: { code: added.code, joined: false },
  })
  expect((await eventsNamed(database, 'work.added')).at(-1)).toMatchObject({ workId: added.id })
})

test('may be assigned at once, and several belong to one decision of one number and date', async () => {
  const first = await add({ number: '301-QĐ/TU', assign: true })
  const second = await add({
    number: '301-QĐ/TU',
    ownerKind: 'individual',
    ownerUnit: '',
    ownerHoldingId: programme.organisation.holding['so-tttt'],
  })
  expect(second.decisionId).toBe(first.decisionId)
  expect(await road.work(first.id)).toMatchObject({ state: 'assigned', assigned_on: roadDays.decide })
  expect(await road.work(second.id)).toMatchObject({ state: 'approved', tier: 'province' })
  const items = await database.db
    .selectFrom('decision_item')
    .select(['action', 'ord'])
    .where('decision_id', '=', first.decisionId)
    .orderBy('ord')
    .orderBy('action')
    .execute()
  expect(items).toEqual([
    { action: 'add', ord: 1 },
    { action: 'assign', ord: 1 },
    { action: 'add', ord: 2 },
  ])
  await expectRefused(add({ number: '301-QĐ/TU', decidedOn: '2022-02-20' }), 'decision_number_taken')
})

test('is as complete as any other, with its reason', async () => {
  await expectRefused(
    add({ reason: '', targets: [], proof: '' }),
    'reason_missing',
    'target_missing',
    'proof_missing',
  )
  const { count } = await database.db
    .selectFrom('decision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('number', '=', '300-QĐ/TU')
    .executeTakeFirstOrThrow()
  expect(count).toBeLessThanOrEqual(1)
})

test('is for owners whom the body may give works to, and only by those who decide for it', async () => {
  await expectRefused(add({ ownerUnit: '' }), 'owner_missing')
  await expectRefused(add({ ownerUnit: 'tinh-uy' }), 'issuer_not_above_unit')
  await expectRefused(
    add({ ownerKind: 'individual', ownerHoldingId: programme.organisation.holding['an-minh'] }),
    'issuer_not_managing_post',
  )
  await expectRefused(add({}, 'tu-ky'), 'issuer_not_yours')
  await expectRefused(add({ issuer: 'btv-tu-ky', ownerUnit: 'song-ha' }, 'thuong-vu-tu-ky'), 'not_found')
})
