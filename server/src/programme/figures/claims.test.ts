import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPersonName } from '../../organisation/testing/organisation.ts'
import { newId } from '../../platform/id.ts'
import { testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { insertRows } from '../import/import-rows.ts'
import { countWorks } from '../lists/list-works.ts'
import { seedTestProgramme, type TestProgramme, testYear } from '../testing/ground.ts'
import { listClaims } from './claims.ts'

const database = useTestDatabase()
let programme: TestProgramme
const today = plainDate('2022-05-18')

/** Acceptance scenario 1: 143 collective and 234 individual works assigned by the standing committee of Tứ Kỳ. */
beforeAll(async () => {
  programme = await seedTestProgramme(database)
  await addWorks('collective', 142)
  await addWorks('individual', 234)
  await addClaims([
    ['cnt-143', 143, { ownerKind: 'collective', assigner: 'btv-tu-ky', standing: 'assigned' }],
    [
      'cnt-234',
      234,
      { ownerKind: 'individual', managing: 'btv-tu-ky', assigner: 'btv-tu-ky', standing: 'assigned' },
    ],
    [
      'cnt-36',
      36,
      { ownerKind: 'collective', tier: 'direct', ownerUnitKinds: ['committee'], standing: 'assigned' },
    ],
    ['cnt-co-so', null, { ownerKind: 'collective', tier: 'grassroots', standing: 'registered' }],
    ['cnt-3', 3, { ownerKind: 'collective', unit: 'tu-ky', subordinates: false, standing: 'assigned' }],
  ])
})

async function addWorks(kind: 'collective' | 'individual', count: number): Promise<void> {
  const { organisation, programmeId } = programme
  const unit = organisation.unit['xa-an-minh']
  const works = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    code: `2022-${kind}-${String(index + 1).padStart(3, '0')}`,
    programme_id: programmeId,
    owner_kind: kind,
    owner_unit_id: unit,
    custodian_unit_id: unit,
    ...(kind === 'individual'
      ? {
          owner_post_id: organisation.post['an-minh'],
          owner_holding_id: organisation.holding['an-minh'],
          managing_unit_id: organisation.unit['btv-tu-ky'],
          managing_root_id: organisation.unit['tu-ky'],
        }
      : {}),
    assigner_unit_id: organisation.unit['btv-tu-ky'],
    assigner_root_id: organisation.unit['tu-ky'],
    tier: 'grassroots',
    title: `Việc ${index}`,
    due_on: '2022-12-01',
    first_due_on: '2022-12-01',
    state: 'assigned',
    state_since: '2022-03-20',
    assigned_on: '2022-03-20',
    illustrative: true,
    recorded_at: testNow,
  }))
  await database.db.transaction().execute((db) => insertRows(db, 'work', works))
}

async function addClaims(claims: readonly (readonly [string, number | null, object])[]): Promise<void> {
  await database.db.transaction().execute(async (db) => {
    await insertRows(db, 'press_source', [
      {
        id: 'src',
        title: 'Bài',
        author: 'Tác giả',
        published_on: today,
        citation_vi: 'Theo bài',
        citation_en: 'From',
      },
    ])
    await insertRows(
      db,
      'count_claim',
      claims.map(([ref, published, filter], index) => ({
        id: newId(),
        programme_id: programme.programmeId,
        ref,
        ord: index + 1,
        label_vi: ref,
        label_en: ref,
        published,
        filter,
        source_id: 'src',
        source_quote: 'câu',
      })),
    )
  })
}

const claimsSeenBy = (name: TestPersonName, asOf = today, illustrative: 'include' | 'exclude' = 'include') =>
  programme.as(name, today, (c) => listClaims(c, { year: testYear, asOf, illustrative }))

describe('published totals next to the register (spec/programme.md, 6.1)', () => {
  test('each is counted by its own filter, and a deviation is shown, not corrected', async () => {
    const claims = await claimsSeenBy('van-phong')
    expect(
      claims.map(({ ref, published, register, deviation, verdict }) => [
        ref,
        published,
        register,
        deviation,
        verdict,
      ]),
    ).toEqual([
      ['cnt-143', 143, 142, -1, 'differs'],
      ['cnt-234', 234, 234, 0, 'agrees'],
      ['cnt-36', 36, 0, -36, 'differs'],
      ['cnt-co-so', null, 142, null, 'not_stated'],
      ['cnt-3', 3, 0, -3, 'differs'],
    ])
  })

  test("the register's number is that of the list behind it", async () => {
    const claims = await claimsSeenBy('van-phong')
    await programme.as('van-phong', today, async (c) => {
      for (const { register, filter } of claims) expect(await countWorks(c, filter)).toBe(register)
    })
  })

  test('before the decision the register held none, and without the illustrative ones it holds none', async () => {
    const before = await claimsSeenBy('van-phong', plainDate('2022-03-19'))
    expect(before.map((claim) => claim.register)).toEqual([0, 0, 0, 0, 0])
    const named = await claimsSeenBy('van-phong', today, 'exclude')
    expect(named.map((claim) => claim.register)).toEqual([0, 0, 0, 0, 0])
  })

  test('who sees only a part is told so, and no deviation is made up of it', async () => {
    const [collective, individual] = await claimsSeenBy('an-minh')
    expect(collective).toMatchObject({ register: 142, verdict: 'differs' })
    expect(individual).toMatchObject({ register: 234, verdict: 'agrees' })
    const [elsewhere] = await claimsSeenBy('so-tttt')
    expect(elsewhere).toMatchObject({ published: 143, register: 0, deviation: null, verdict: 'partial' })
  })
})
