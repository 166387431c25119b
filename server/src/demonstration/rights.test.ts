import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { managesPosts, unitsUnderIssuer } from '../organisation/index.ts'
import { allWorks, type WorkFilter } from '../programme/filter/filter.ts'
import { countWorks } from '../programme/lists/list-works.ts'
import { readableWorks } from '../programme/policy.ts'
import { programmeDb } from '../programme/tables.ts'
import type { Username } from './accounts.ts'
import { demonstrationToday } from './index.ts'
import { asAccount, useDemonstration } from './testing.ts'

const database = useDemonstration()
const count = (username: Username, filter: Partial<WorkFilter>) =>
  asAccount(database, username, (c) => countWorks(c, { ...allWorks(2022, demonstrationToday), ...filter }))

describe('who signs in finds', () => {
  test.each<Username>(['van-phong', 'thuong-vu', 'btv-tu-ky', 'tham-dinh-tu-ky'])(
    'works that wait for the judgement of %s',
    async (username) => {
      expect(await count(username, { relation: 'to_judge' })).toBeGreaterThan(3)
    },
  )

  test.each<Username>(['tu-ky', 'so-tttt', 'chi-bo', 'cap-truong', 'van-thu-tu-ky'])(
    'works of their own as %s',
    async (username) => {
      expect(await count(username, { relation: 'mine' })).toBeGreaterThan(0)
    },
  )

  test('the same register in the offices of the province, and in that of Tứ Kỳ what is below it', async () => {
    const all = await count('van-phong', {})
    expect(await count('thuong-vu', {})).toBe(all)
    expect(await count('kiem-tra', {})).toBe(all)
    expect(await count('quan-tri', {})).toBe(all)
    const district = await count('tu-ky', {})
    expect(district).toBeGreaterThan(377)
    expect(district).toBeLessThan(all)
  })

  test('no works in the directory’s office', async () => {
    expect(await count('to-chuc', {})).toBe(0)
  })
})

test('the technical administrator reads the works and none of their proof', async () => {
  const readable = (username: Username) =>
    asAccount(database, username, async (c) => {
      const { found } = await programmeDb(c)
        .selectFrom('work')
        .select(sql<number>`count(*)`.as('found'))
        .where(readableWorks(c, 'readEvidence'))
        .executeTakeFirstOrThrow()
      return found
    })
  expect(await readable('quan-tri')).toBe(0)
  expect(await readable('kiem-tra')).toBeGreaterThan(600)
})

test('every work was assigned by a body that was competent for it on that day', async () => {
  const incompetent = await asAccount(database, 'van-phong', async (c) => {
    const works = await programmeDb(c)
      .selectFrom('work')
      .innerJoin('decision_item', 'decision_item.work_id', 'work.id')
      .innerJoin('decision', 'decision.id', 'decision_item.decision_id')
      .select(['work.code', 'work.owner_kind', 'work.owner_unit_id', 'work.owner_post_id'])
      .select(['decision.id', 'decision.issuer_unit_id', 'decision.decided_on'])
      .where('decision_item.action', '=', 'assign')
      .execute()
    expect(works.length).toBeGreaterThan(600)
    const wrong: (string | null)[] = []
    for (const listed of Map.groupBy(works, ({ id }) => id).values()) {
      const [first] = listed
      if (first === undefined) continue
      const { issuer_unit_id: issuer } = first
      const units = listed.map((work) => work.owner_unit_id)
      const posts = listed.flatMap((work) => work.owner_post_id ?? [])
      const on = first.decided_on as typeof demonstrationToday
      const below = await unitsUnderIssuer(c, issuer, units, on)
      const managed = await managesPosts(c, issuer, posts, on)
      wrong.push(
        ...listed
          .filter((work) =>
            work.owner_post_id === null ? !below.has(work.owner_unit_id) : !managed.has(work.owner_post_id),
          )
          .map(({ code }) => code),
      )
    }
    return wrong
  })
  expect(incompetent).toEqual([])
})

test('the province assigns to heads alone', async () => {
  const { rows } = await database.pool.query(
    `select count(*)::int as deputies from work join unit on unit.id = work.assigner_unit_id
     join post on post.id = work.owner_post_id where unit.code = 'btv-tinh-uy' and not post.is_head`,
  )
  expect(rows).toEqual([{ deputies: 0 }])
})

test('nobody appraised a work of their own unit', async () => {
  const { rows } = await database.pool.query(
    `select work.code from appraisal join work on work.id = appraisal.work_id
     where appraisal.appraiser_unit_id in (work.owner_unit_id, work.custodian_unit_id)`,
  )
  expect(rows).toEqual([])
})
