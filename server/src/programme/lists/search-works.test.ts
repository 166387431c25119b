import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { allWorks } from '../filter/filter.ts'
import { insertRows } from '../import/import-rows.ts'
import { seedTestProgramme, type TestProgramme } from '../testing/ground.ts'
import { listWorks } from './list-works.ts'

const database = useTestDatabase()
const today = plainDate('2022-05-18')
let programme: TestProgramme

beforeAll(async () => {
  programme = await seedTestProgramme(database)
  const { unit, holding, post } = programme.organisation
  const work = (title: string, owner: Readonly<Record<string, unknown>>, index: number) => ({
    id: newId(),
    programme_id: programme.programmeId,
    code: `2022-thu-00${index}`,
    title,
    tier: 'district',
    state: 'assigned',
    state_since: '2022-03-01',
    due_on: '2022-12-15',
    recorded_at: testNow,
    ...owner,
  })
  const ofUnit = (name: 'tu-ky' | 'so-noi-vu' | 'song-ha') => ({
    owner_kind: 'collective',
    owner_unit_id: unit[name],
    custodian_unit_id: unit[name],
  })
  await database.db.transaction().execute((db) =>
    insertRows(db, 'work', [
      work('Trồng rừng ven sông', ofUnit('tu-ky'), 1),
      work('Sơ Nơi Vu: một việc viết gần giống', ofUnit('song-ha'), 2),
      work('Sửa đê', ofUnit('so-noi-vu'), 3),
      work(
        'Mở đường',
        {
          owner_kind: 'individual',
          owner_unit_id: unit['ubnd-an-minh'],
          custodian_unit_id: unit['ubnd-an-minh'],
          owner_holding_id: holding['chu-tich-an-minh'],
          owner_post_id: post['chu-tich-an-minh'],
          managing_unit_id: unit['tu-ky'],
          managing_root_id: unit['tu-ky'],
        },
        4,
      ),
    ]),
  )
})

const found = (text: string, as: TestPersonName = 'van-phong') =>
  programme.as(as, today, async (c) => {
    const { rows, total } = await listWorks(c, { filter: { ...allWorks(2022, today), text } })
    expect(total).toBe(rows.length)
    return rows.map(({ title }) => title)
  })

describe('a search among works', () => {
  test('finds a unit’s works by its name, with accents or without', async () => {
    expect(await found('Huyện ủy Tứ Kỳ')).toEqual(['Trồng rừng ven sông'])
    expect(await found('huyen uy tu ky')).toEqual(['Trồng rừng ven sông'])
  })

  test('finds a person’s work by the name of the person', async () => {
    const { full_name: name } = await database.db
      .selectFrom('post_holding')
      .innerJoin('person', 'person.id', 'post_holding.person_id')
      .select('person.full_name')
      .where('post_holding.id', '=', programme.organisation.holding['chu-tich-an-minh'])
      .executeTakeFirstOrThrow()
    const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
    expect(await found(name)).toEqual(['Mở đường'])
    expect(await found(bare.toLowerCase())).toEqual(['Mở đường'])
    expect(await found(name.normalize('NFD'))).toEqual(['Mở đường'])
  })

  test('puts what is written with the accents that were typed first', async () => {
    expect(await found('Sở Nội vụ')).toEqual(['Sửa đê', 'Sơ Nơi Vu: một việc viết gần giống'])
    expect(await found('Sơ Nơi Vu')).toEqual(['Sơ Nơi Vu: một việc viết gần giống', 'Sửa đê'])
  })

  test('finds nothing that the reader may not see, by whatever name', async () => {
    expect(await found('Sở Nội vụ', 'an-minh')).toEqual([])
    expect(await found('Sửa đê', 'an-minh')).toEqual([])
  })
})
