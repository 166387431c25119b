import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { changeableUnits } from '../policy.ts'
import { systems } from '../relations/systems.ts'
import { seedTestOrganisation, type TestOrganisation, type TestUnitName } from '../testing/organisation.ts'
import { exportDirectory } from './export-directory.ts'
import { type Cells, cellsOf, effectiveOn, prepare, setCell, workbookOf } from './testing-workbook.ts'

const database = useTestDatabase()
let organisation: TestOrganisation
let cells: Cells
let units: readonly TestUnitName[]

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  units = Object.keys(organisation.unit) as TestUnitName[]
  cells = await cellsOf(
    await asActor(database, organisation.actorFor('van-phong'), effectiveOn, (c) =>
      exportDirectory(c, { on: effectiveOn, unit: null }),
    ),
  )
})

test('an administrator of a subtree, in one hierarchy or in all, can change by workbook exactly what is in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.option(fc.constantFrom(...systems)),
      fc.uniqueArray(fc.nat({ max: 19 }), { minLength: 1, maxLength: 6 }),
      async (over, system, chosen) => {
        const unitId = organisation.unit[units[over % units.length] as TestUnitName]
        const actor = organisation.actorFor('van-phong', [{ role: 'directory-admin', unitId, system }])
        const changed = structuredClone(cells)
        const touched = chosen.map((index) => units[index % units.length] as TestUnitName)
        for (const code of touched) setCell(changed, 'Đơn vị', code, 'Địa bàn', `Nơi khác ${code}`)
        const bytes = await workbookOf(changed)
        await asActor(database, actor, effectiveOn, async (c) => {
          const may = await changeableUnits(c, Object.values(organisation.unit))
          const { report } = await prepare(c, bytes)
          const isMine = (code: TestUnitName) => may.has(organisation.unit[code])
          expect(report.changes.map(({ subject }) => subject.split(' ')[0]).sort()).toEqual(
            touched.filter(isMine).sort(),
          )
          expect(report.badCells.map(({ code }) => code)).toEqual(
            touched.filter((code) => !isMine(code)).map(() => 'not_yours'),
          )
        })
      },
    ),
    { numRuns: runs(6, { long: 18 }) },
  )
})
