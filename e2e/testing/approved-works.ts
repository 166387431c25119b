import { sql } from 'kysely'
import type { Database } from '../../server/src/platform/data/database.ts'
import { newId } from '../../server/src/platform/id.ts'

/** What the approved works of a story have in their titles, so that the page can filter by it. */
export const storyMark = 'chờ giao trong câu chuyện'

/**
 * Puts `count` approved personal works of heads who are managed by the provincial standing committee next to the
 * demonstration: what its office would have before it assigns. They are approved on 10/5/2022.
 */
export async function putApprovedWorks(database: Database, count: number): Promise<void> {
  const { rows: heads } = await sql<{
    holding: string
    post: string
    unit: string
    code: string
    manager: string
    root: string
    programme: string
  }>`
    select held.id as holding, post.id as post, unit.id as unit, unit.code, manager.id as manager,
      coalesce(manager.acts_for_id, manager.id) as root, (select id from programme where year = 2022) as programme
    from post_holding held
    join post on post.id = held.post_id and post.is_head
    join unit on unit.id = post.unit_id
    join post_management managed on managed.post_id = post.id and managed.to_on is null
    join unit manager on manager.id = managed.unit_id and manager.code = 'btv-tinh-uy'
    where held.to_on is null and held.from_on <= '2022-03-01' and unit.illustrative
    order by unit.code, held.id`.execute(database)
  if (heads.length === 0)
    throw new Error('the demonstration has heads managed by the provincial standing committee')
  const works = Array.from({ length: count }, (_, index) => ({
    id: newId<'work'>(),
    index,
    head: heads[index % heads.length],
  }))
  await database.transaction().execute(async (db) => {
    for (const { id, index, head } of works) {
      if (head === undefined) continue
      const number = String(index + 1).padStart(3, '0')
      await db
        .insertInto('work')
        .values({
          id,
          code: `2022-${head.code}-9${number}`,
          programme_id: head.programme,
          owner_kind: 'individual',
          owner_unit_id: head.unit,
          custodian_unit_id: head.unit,
          owner_holding_id: head.holding,
          owner_post_id: head.post,
          managing_unit_id: head.manager,
          managing_root_id: head.root,
          tier: 'province',
          title: `Việc số ${number} ${storyMark} (minh hoạ)`,
          due_on: '2022-12-20',
          first_due_on: '2022-12-20',
          state: 'approved',
          state_since: '2022-05-10',
          illustrative: true,
          recorded_at: new Date(),
        })
        .execute()
      await db
        .insertInto('work_state_span')
        .values({
          id: newId<'span'>(),
          work_id: id,
          programme_id: head.programme,
          state: 'approved',
          action: 'approve',
          from_on: '2022-05-10',
          recorded_at: new Date(),
        })
        .execute()
    }
  })
}
