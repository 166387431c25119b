import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { roles } from '../identity/roles/roles.ts'
import { loadPlacements } from '../organisation/relations/placement.ts'
import {
  actorOf,
  anyHouse,
  houseColumns,
  insertHouse,
  recordId,
  shownBy,
} from '../organisation/testing/house.ts'
import { leavingNothing } from '../organisation/testing/random.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { may, type WorkAct, type WorkColumns, type WorkRecord, workPolicy } from './policy.ts'

const database = useTestDatabase()
const acts = Object.keys(workPolicy) as WorkAct[]

/** Every third work is a draft, which has no code yet. */
const codeOf = (ord: number) => (ord % 3 === 0 ? null : `2022-${ord}`)

const columns: WorkColumns = {
  ...houseColumns,
  id: sql`('00000007-0000-7000-8000-' || lpad(placed.ord::text, 12, '0'))::uuid`,
  code: sql`case when placed.ord % 3 = 0 then null else '2022-' || placed.ord end`,
}

test('a list shows exactly the works that each act, asked for each, allows: also on behalf of another and by emergency access', async () => {
  const met = { inStead: 0, letInto: 0 }
  await fc.assert(
    fc.asyncProperty(anyHouse(roles), (house) =>
      leavingNothing(database, async (db) => {
        await insertHouse(db, house)
        const actor = actorOf(house)
        const c = { actor, today: house.today }
        const placed = await loadPlacements({ db, today: house.today }, house.records)
        const works = placed.map(
          (record, ord): WorkRecord => ({ ...record, id: recordId(ord), code: codeOf(ord) }),
        )
        for (const act of acts) {
          const allowed = works.flatMap((work, ord) => (may(c, act, work) ? [ord] : []))
          const subject = { ...c, grants: actor.grants }
          expect([act, await shownBy(db, workPolicy[act], subject, columns)]).toEqual([act, allowed])
        }
        if (actor.standsFor !== undefined) met.inStead += 1
        if (works.some(({ id }) => actor.emergency?.objectKind === 'work' && id === actor.emergency.objectId))
          met.letInto += 1
      }),
    ),
    { numRuns: 60 },
  )
  // Otherwise the property would have said nothing of them.
  expect(Math.min(met.inStead, met.letInto)).toBeGreaterThan(5)
})
