import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { asActor, useTestDatabase } from '../platform/testing/database.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { addPerson, appoint, foundUnit, openPost } from './index.ts'
import { seedTestOrganisation, type TestOrganisation, type TestPersonName } from './testing/organisation.ts'

const database = useTestDatabase()
const today = plainDate('2022-05-18')
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  const { person } = organisation
  await database.db.insertInto('person').values(invented).execute()
  await database.db
    .updateTable('person')
    .set({ illustrative: true })
    .where('id', '=', person['quan-tri'])
    .execute()
})

const invented = { id: newId<'person'>(), full_name: 'Người minh hoạ', illustrative: true }

const as = <Result>(name: TestPersonName, act: (c: Context) => Promise<Result>) =>
  asActor(database, organisation.actorFor(name), today, act)
const flagOf = async (table: 'unit' | 'post' | 'person' | 'post_holding', id: string) =>
  (await database.db.selectFrom(table).select('illustrative').where('id', '=', id).executeTakeFirstOrThrow())
    .illustrative

const post = (unitId: string) => ({
  unitId,
  title: 'Chuyên viên',
  isHead: false,
  validFrom: today,
  managingUnitId: null,
  document: 'Quyết định 1',
})
const holding = (postId: string, personId: string) => ({
  postId,
  version: 1,
  personId,
  fromOn: today,
  capacity: 'full' as const,
  document: 'Quyết định 2',
})
const unit = (code: string, actsForId: string | null) => ({
  code,
  name: `Ban của ${code}`,
  shortName: 'Ban',
  system: 'party' as const,
  level: 'district' as const,
  kind: 'btv',
  place: '',
  actsForId,
  validFrom: today,
  foundingDocument: 'Quyết định 3',
  parents: [{ system: 'party' as const, parentId: organisation.unit['tinh-uy'] }],
  paperKind: null,
  paperIssuedOn: null,
  paperIssuer: '',
  paperFile: [],
})

describe('a real person', () => {
  test('opens a real post in a real unit, and an invented one in an invented unit', async () => {
    const real = await as('van-phong', (c) => openPost(c, post(organisation.unit['tu-ky'])))
    const shown = await as('van-phong', (c) => openPost(c, post(organisation.unit['song-ha'])))
    expect([await flagOf('post', real.postId), await flagOf('post', shown.postId)]).toEqual([false, true])
  })

  test('appoints for real only where the post and the person are', async () => {
    const { personId } = await as('van-phong', (c) => addPerson(c, { fullName: 'Trần Có Thật' }))
    expect(await flagOf('person', personId)).toBe(false)
    const flags = []
    for (const [unitName, who] of [
      ['tu-ky', personId],
      ['tu-ky', invented.id],
      ['song-ha', personId],
    ] as const) {
      const { postId } = await as('van-phong', (c) => openPost(c, post(organisation.unit[unitName])))
      const { holdingId } = await as('van-phong', (c) => appoint(c, holding(postId, who)))
      flags.push(await flagOf('post_holding', holdingId))
    }
    expect(flags).toEqual([false, true, true])
  })

  test('founds a real unit, unless it acts for an invented one', async () => {
    const real = await as('van-phong', (c) => foundUnit(c, unit('that', null)))
    const shown = await as('van-phong', (c) => foundUnit(c, unit('minh-hoa', organisation.unit['song-ha'])))
    expect([await flagOf('unit', real.unitId), await flagOf('unit', shown.unitId)]).toEqual([false, true])
  })
})

test('an invented person makes nothing real, also in a real unit', async () => {
  const { personId } = await as('quan-tri', (c) => addPerson(c, { fullName: 'Lê Thử Nghiệm' }))
  const { postId } = await as('quan-tri', (c) => openPost(c, post(organisation.unit['tu-ky'])))
  const { unitId } = await as('quan-tri', (c) => foundUnit(c, unit('thu-nghiem', null)))
  expect([
    await flagOf('person', personId),
    await flagOf('post', postId),
    await flagOf('unit', unitId),
  ]).toEqual([true, true, true])
})
