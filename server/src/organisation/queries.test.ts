import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../platform/http/paging.ts'
import { newId } from '../platform/id.ts'
import { asActor, useTestDatabase } from '../platform/testing/database.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import {
  childrenOf,
  findUnitByCode,
  getHoldingFacts,
  getUnit,
  holdingsOf,
  isProperAncestorFor,
  listUnits,
  managesPosts,
  postsOf,
  type UnitView,
  unitsInScope,
  unitsUnderIssuer,
} from './index.ts'
import { listPersons } from './people/person-queries.ts'
import { seedTestOrganisation, type TestOrganisation } from './testing/organisation.ts'

const database = useTestDatabase()
const today = plainDate('2022-05-18')
let organisation: TestOrganisation
beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
})
const read = <Result>(act: Parameters<typeof asActor<Result>>[3]) =>
  asActor(database, organisation.actorFor('van-phong'), today, act)

describe('units', () => {
  test('those with the accents that were typed come first, the others follow', async () => {
    const names = ['Tổ Ma', 'Tổ Mà', 'Tổ Má']
    await read((c) =>
      c.db
        .insertInto('unit')
        .values(
          names.map((name, index) => ({
            id: newId(),
            code: `to-${index}`,
            name,
            short_name: name,
            system: 'mass',
            level: 'grassroots',
            kind: 'mass',
            // Of another time than the organisation that the other tests count.
            valid_from: '2010-01-01',
            valid_to: '2011-01-01',
          })),
        )
        .execute(),
    )
    const on = plainDate('2010-06-01')
    const found = async (text: string) =>
      (await read((c) => listUnits(c, { on, filter: { text } }))).items.map((unit) => unit.name)
    expect(await found('tổ mà')).toEqual(['Tổ Mà', 'Tổ Ma', 'Tổ Má'])
    expect(await found('MÁ')).toEqual(['Tổ Má', 'Tổ Ma', 'Tổ Mà'])
    expect(await found('tổ mả')).toEqual(names)
  })

  test('are found without accents', async () => {
    const page = await read((c) => listUnits(c, { on: today, filter: { text: 'tu ky' } }))
    expect(page.items.map((unit) => unit.code).sort()).toEqual([
      'btv-tu-ky',
      'tu-ky',
      'tuyen-giao-tu-ky',
      'ubnd-tu-ky',
      'van-phong-tu-ky',
    ])
  })

  test('a percent sign is looked for as written', async () => {
    const page = await read((c) => listUnits(c, { on: today, filter: { text: '%' } }))
    expect(page.items).toEqual([])
  })

  test('pages follow one another without a gap or a repetition', async () => {
    const codes: string[] = []
    let cursor: string | null = null
    do {
      const at: string | null = cursor
      const page: Page<UnitView> = await read((c) => listUnits(c, { on: today, limit: 6, cursor: at }))
      codes.push(...page.items.map((unit) => unit.code))
      cursor = page.next
    } while (cursor !== null)
    expect(codes).toHaveLength(20)
    expect(new Set(codes).size).toBe(20)
  })

  test('a unit says its parent in each ladder on a day, and none before it was founded', async () => {
    const department = await read((c) => getUnit(c, organisation.unit['so-tttt'], today))
    expect(department.parents.map((parent) => [parent.system, parent.parentCode])).toEqual([
      ['party', 'dang-uy-khoi'],
      ['state', 'ubnd-tinh'],
    ])
    const before = await read((c) => findUnitByCode(c, 'so-tttt', plainDate('2020-12-31')))
    expect(before?.parents).toEqual([])
    expect((await read((c) => listUnits(c, { on: plainDate('2020-12-31') }))).items).toEqual([])
  })

  test('children are those directly below, in one ladder or in any', async () => {
    const { unit } = organisation
    const inState = await read((c) =>
      childrenOf(c, { unitId: unit['ubnd-tinh'], on: today, system: 'state' }),
    )
    expect(inState.items.map((child) => child.code).sort()).toEqual(['so-noi-vu', 'so-tttt', 'ubnd-tu-ky'])
    const inParty = await read((c) =>
      childrenOf(c, { unitId: unit['ubnd-tinh'], on: today, system: 'party' }),
    )
    expect(inParty.items).toEqual([])
  })

  test('the scope of a district holds what is below it in its ladder, itself included', async () => {
    const { unit } = organisation
    const rows = await read((c) =>
      c.db
        .selectFrom('unit')
        .select('code')
        .where('id', 'in', unitsInScope(c, { unitId: unit['ubnd-tinh'], system: 'state' }))
        .orderBy('code')
        .execute(),
    )
    expect(rows.map((row) => row.code)).toEqual([
      'so-noi-vu',
      'so-tttt',
      'ubnd-an-minh',
      'ubnd-tinh',
      'ubnd-tu-ky',
    ])
  })
})

describe('posts', () => {
  test('a unit shows its posts with holders and the managing body, heads first', async () => {
    const posts = await read((c) => postsOf(c, organisation.unit['tu-ky'], today))
    expect(posts.map((post) => [post.title, post.managingUnitName, post.holders[0]?.personName])).toEqual([
      ['Bí thư Huyện ủy', 'Ban Thường vụ Tỉnh ủy', 'Vũ Văn Thư'],
      ['Chánh Văn phòng Huyện ủy', null, 'Đỗ Thị Kỳ'],
    ])
  })

  test('the facts of a holding name the committee behind the managing body', async () => {
    const { holding, unit } = organisation
    const facts = await read((c) => getHoldingFacts(c, holding['so-tttt'], today))
    expect(facts).toMatchObject({
      active: true,
      isHead: true,
      unitId: unit['so-tttt'],
      managingUnitId: unit['btv-tinh-uy'],
      managingRootId: unit['tinh-uy'],
    })
    const before = await read((c) => getHoldingFacts(c, holding['so-tttt'], plainDate('2020-12-31')))
    expect(before).toMatchObject({ active: false, managingRootId: null })
  })

  test('a person holds nothing before the first day of their holding', async () => {
    const { person, holding } = organisation
    const held = await read((c) => holdingsOf(c, person['tu-ky'], plainDate('2021-01-01')))
    expect(held.map((one) => one.holdingId)).toEqual([holding['tu-ky']])
    expect(await read((c) => holdingsOf(c, person['tu-ky'], plainDate('2020-12-31')))).toEqual([])
  })
})

describe('competence', () => {
  test('a standing committee stands above what is below its committee, not above the committee itself', async () => {
    const { unit } = organisation
    const under = await read((c) =>
      unitsUnderIssuer(
        c,
        unit['btv-tu-ky'],
        [unit['tu-ky'], unit['xa-an-minh'], unit['chi-bo-thon-dong'], unit['chi-bo-cho']],
        today,
      ),
    )
    expect(under).toEqual(new Set([unit['xa-an-minh'], unit['chi-bo-thon-dong']]))
  })

  test('a department is under the province in its own ladder only', async () => {
    const { unit } = organisation
    expect(await read((c) => isProperAncestorFor(c, unit['ubnd-tinh'], unit['so-tttt'], today))).toBe(true)
    expect(await read((c) => isProperAncestorFor(c, unit['btv-tinh-uy'], unit['so-tttt'], today))).toBe(false)
    expect(
      await read((c) => isProperAncestorFor(c, unit['btv-tinh-uy'], unit['so-tttt'], today, 'party')),
    ).toBe(true)
    expect(
      await read((c) => isProperAncestorFor(c, unit['ubnd-tinh'], unit['so-tttt'], plainDate('2020-12-31'))),
    ).toBe(false)
  })

  test('the body that manages a post is not the one above its unit', async () => {
    const { unit, post } = organisation
    const posts = [post['so-tttt'], post['an-minh'], post['bi-thu-tu-ky']]
    expect(await read((c) => managesPosts(c, unit['btv-tinh-uy'], posts, today))).toEqual(
      new Set([post['so-tttt'], post['bi-thu-tu-ky']]),
    )
    expect(await read((c) => managesPosts(c, unit['tu-ky'], posts, today))).toEqual(
      new Set([post['an-minh']]),
    )
    expect(await read((c) => managesPosts(c, unit['tu-ky'], posts, plainDate('2020-12-31')))).toEqual(
      new Set(),
    )
  })
})

test('letters that were typed decomposed, as some keyboards send them, find the same', async () => {
  for (const text of ['Vũ Văn Thư', 'Vũ Văn Thư'.normalize('NFD')]) {
    const { items } = await read((c) => listPersons(c, { text, on: today }))
    expect(items[0]?.fullName).toBe('Vũ Văn Thư')
  }
})
