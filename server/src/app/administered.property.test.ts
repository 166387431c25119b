import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { grantRole } from '../identity/roles/grant-role.ts'
import { loadActor } from '../identity/sign-in/actor.ts'
import { importOrganisation, openPost, placeUnit } from '../organisation/index.ts'
import { leavingNothing } from '../organisation/testing/random.ts'
import { endUnit } from '../organisation/units/end-unit.ts'
import { renameUnit } from '../organisation/units/rename-unit.ts'
import { exportDirectory } from '../organisation/workbook/export-directory.ts'
import { anyOrganisation, takeIn } from '../organisation/workbook/testing-workbook.ts'
import type { Context } from '../platform/context.ts'
import type { DatabaseTransaction } from '../platform/data/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { contextIn, useTestDatabase } from '../platform/testing/database.ts'
import { runs } from '../platform/testing/runs.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import { setUp } from './setup-command.ts'

const database = useTestDatabase()
const today = plainDate('2027-03-01')

beforeAll(async () => {
  await setUp(database.db, { name: 'Tỉnh ủy Thử Nghiệm', admin: 'quan-tri' })
})

/** The one administrator of a new installation, with the rights that the database gives them. */
async function administrator(db: DatabaseTransaction): Promise<Context> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'username', 'person_id'])
    .executeTakeFirstOrThrow()
  const bearer = {
    accountId: account.id,
    username: account.username,
    personId: account.person_id,
    personName: '',
    holdingId: null,
    scopes: null,
    sessionId: null,
  } as unknown as Parameters<typeof loadActor>[1]
  return { ...contextIn(db, today), actor: await loadActor({ db }, bearer, today) }
}

/** What became of an act that is taken back again: `done`, or the codes of the reasons against it. */
async function outcome(c: Context, act: () => Promise<unknown>): Promise<readonly string[]> {
  await sql`savepoint tried`.execute(c.db)
  try {
    await act()
    return ['done']
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.reasons.map(({ code }) => code)
  } finally {
    await sql`rollback to savepoint tried`.execute(c.db)
  }
}

const paper = { document: '12-QĐ/TU' }
const hanging = ['unit_has_children', 'unit_has_bodies', 'unit_has_holders', 'unit_manages_posts']

test('whatever directory a new installation takes in, its administrator can place, rename, end and grant on every unit', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, async (data) => {
      let workbook = new Uint8Array()
      await leavingNothing(database, async (db) => {
        const c = await administrator(db)
        await importOrganisation(c, data)
        workbook = new Uint8Array(await exportDirectory(c, { on: today, unit: null }))
      })
      await leavingNothing(database, async (db) => {
        const c = await administrator(db)
        expect((await takeIn(c, workbook)).badCells).toEqual([])
        const units = await db.selectFrom('unit').select(['id', 'code', 'version']).execute()
        const root = units.find(({ code }) => code === 'tinh-uy')
        expect(units.length).toBe(data.units.length + 2)
        for (const { id: unitId, code, version } of units) {
          const change = { unitId, version, fromOn: today, ...paper }
          const renamed = await outcome(c, () =>
            renameUnit(c, { ...change, name: 'Tên mới', shortName: 'Mới' }),
          )
          const placed = await outcome(c, () =>
            placeUnit(c, { ...change, system: 'mass', parentId: root?.id ?? '' }),
          )
          const granted = await outcome(c, async () => {
            const opened = { unitId, title: 'Văn thư', isHead: false, validFrom: today, managingUnitId: null }
            const { postId } = await openPost(c, { ...opened, ...paper })
            await grantRole(c, {
              postId,
              role: 'directory-admin',
              unitId,
              system: null,
              fromOn: null,
              toOn: null,
            })
          })
          const ended = await outcome(c, () => endUnit(c, { unitId, version, endsOn: today, ...paper }))
          expect({ code, renamed, granted }).toEqual({ code, renamed: ['done'], granted: ['done'] })
          expect(placed).toEqual([code === 'tinh-uy' ? 'organisation_cycle' : 'done'])
          if (ended[0] !== 'done') expect(hanging).toEqual(expect.arrayContaining([...ended]))
        }
      })
    }),
    { numRuns: runs(4, { long: 40 }) },
  )
})
