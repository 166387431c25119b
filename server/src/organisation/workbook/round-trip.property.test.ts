import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Context } from '../../platform/context.ts'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import { contextIn, useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { importOrganisation } from '../import-organisation.ts'
import { seedTestOrganisation, type TestOrganisation } from '../testing/organisation.ts'
import { leavingNothing } from '../testing/random.ts'
import { exportDirectory } from './export-directory.ts'
import { anyOrganisation, type Cells, cellsOf, effectiveOn, prepare, takeIn } from './testing-workbook.ts'

const database = useTestDatabase()
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
})

/** Somebody who administers all ladders of an installation, whatever units it has. */
function administrator(db: DatabaseTransaction): Context {
  const grants = [
    { role: 'system-admin', unitId: organisation.unit['tinh-uy'], system: null, everywhere: true },
  ]
  return { ...contextIn(db, effectiveOn), actor: organisation.actorFor('quan-tri', grants) }
}

async function clear(db: DatabaseTransaction): Promise<void> {
  for (const table of [
    'unit_ancestor',
    'unit_name',
    'unit_paper',
    'post_holding',
    'post_management',
  ] as const)
    await db.deleteFrom(table).execute()
  for (const table of ['post', 'unit_parent', 'person'] as const) await db.deleteFrom(table).execute()
  await db.updateTable('unit').set({ acts_for_id: null }).execute()
  await db.deleteFrom('unit').execute()
}

/** Names from before blanks were made one come back with one. */
const singleBlanks = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([name, rows]) => [
      name,
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/ {2,}/g, ' ') : cell))),
    ]),
  )

const scope = { on: effectiveOn, unit: null }

test('an export that is taken into an empty installation gives the same export again', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, async (data) => {
      await leavingNothing(database, async (db) => {
        const c = administrator(db)
        await clear(db)
        await importOrganisation(c, data)
        const first = await exportDirectory(c, scope)
        await clear(db)
        const report = await takeIn(c, first)
        expect(report.badCells).toEqual([])
        expect(await cellsOf(await exportDirectory(c, scope))).toEqual(singleBlanks(await cellsOf(first)))
      })
    }),
    { numRuns: runs(3, { long: 9 }) },
  )
})

test('an export that is taken in unchanged changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyOrganisation, async (data) => {
      await leavingNothing(database, async (db) => {
        const c = administrator(db)
        await clear(db)
        await importOrganisation(c, data)
        const { report } = await prepare(c, await exportDirectory(c, scope))
        expect({ bad: report.badCells, changes: report.changes }).toEqual({ bad: [], changes: [] })
      })
    }),
    { numRuns: runs(3, { long: 9 }) },
  )
})
