import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type {
  TestOrganisation,
  TestPersonName,
  TestUnitName,
} from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { MeasureRegistry } from '../../platform/measures/measures.ts'
import { contextIn, useTestDatabase } from '../../platform/testing/database.ts'
import { runs } from '../../platform/testing/runs.ts'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { countWorks } from '../lists/list-works.ts'
import { seedTestProgramme } from '../testing/ground.ts'
import { seedRandomRegister } from '../testing/register.ts'
import { type UnitRow, unitRowsPage } from './breakdowns.ts'
import { type ProgrammeSummary, programmeSummary } from './figures.ts'
import type { Figure, Tally } from './tally.ts'

const database = useTestDatabase()
const today = plainDate('2022-12-20')
let organisation: TestOrganisation

beforeAll(async () => {
  const programme = await seedTestProgramme(database)
  organisation = programme.organisation
  await seedRandomRegister(programme, 120)
})

class Undo extends Error {}

/** Acts on the register as somebody, and leaves nothing behind. */
async function trying(name: TestPersonName, act: (c: Context) => Promise<void>): Promise<void> {
  const undo = new Undo()
  try {
    await database.db.transaction().execute(async (db) => {
      await act({
        ...contextIn(db, today),
        actor: organisation.actorFor(name),
        measures: new MeasureRegistry(),
      })
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
}

interface Place {
  /** Index of the unit above among those that exist already; null: none in that ladder. */
  readonly party: number | null
  readonly state: number | null
}

const anyPlace: fc.Arbitrary<Place> = fc.record({
  party: fc.option(fc.nat(200)),
  state: fc.option(fc.nat(200)),
})

/** Adds units to the directory, each below an earlier one in either ladder, in both, or in none; works move to them by lot. */
async function addUnits(c: Context, places: readonly Place[], moves: readonly number[]): Promise<string[]> {
  const from: PlainDate = plainDate('2021-01-01')
  const ids = Object.values(organisation.unit).map(String)
  const added: string[] = []
  for (const [index, place] of places.entries()) {
    const id = newId<'unit'>()
    const code = `them-${index}`
    await sql`insert into unit (id, code, name, short_name, system, level, kind, valid_from)
      values (${id}, ${code}, ${code}, ${code}, ${place.party === null ? 'state' : 'party'}, 'grassroots', 'commune', ${from})`.execute(
      c.db,
    )
    for (const system of ['party', 'state'] as const) {
      const above = place[system] === null ? null : (ids[place[system] % ids.length] ?? null)
      await sql`insert into unit_ancestor (unit_id, ancestor_id, system, depth, from_on)
        values (${id}, ${id}, ${system}, 0, ${from})`.execute(c.db)
      if (above === null) continue
      await sql`insert into unit_parent (id, unit_id, parent_id, system, from_on)
        values (${newId<'unit'>()}, ${id}, ${above}, ${system}, ${from})`.execute(c.db)
      await sql`insert into unit_ancestor (unit_id, ancestor_id, system, depth, from_on)
        select ${id}::uuid, ancestor_id, system, depth + 1, ${from}::date from unit_ancestor
        where unit_id = ${above}::uuid and system = ${system} and to_on is null`.execute(c.db)
    }
    ids.push(id)
    added.push(id)
  }
  const works = await c.db.selectFrom('work').select('id').orderBy('id').execute()
  for (const [index, move] of moves.entries()) {
    const [work, unit] = [works[index % works.length]?.id, ids[move % ids.length]]
    if (work === undefined || unit === undefined) continue
    await c.db.updateTable('work').set({ custodian_unit_id: unit }).where('id', '=', work).execute()
  }
  return added
}

const flat = (tally: Tally): Record<string, number> => {
  const { kept, firstKept, ...figures } = tally
  const counts = Object.entries(figures).map(([name, figure]) => [name, (figure as Figure).count] as const)
  return Object.fromEntries([
    ...counts,
    ['kept', kept.numerator.count],
    ['due', kept.denominator.count],
    ['firstKept', firstKept.numerator.count],
    ['firstDue', firstKept.denominator.count],
  ])
}

const together = (tallies: readonly Tally[], whole: Tally): Record<string, number> =>
  Object.fromEntries(
    Object.keys(flat(whole)).map((name) => [
      name,
      tallies.reduce((sum, tally) => sum + (flat(tally)[name] ?? 0), 0),
    ]),
  )

/** All rows, page after page, as the callers get them. */
function allPages({ units }: ProgrammeSummary, limit: number): UnitRow[] {
  const rows: UnitRow[] = []
  let cursor: string | null = null
  do {
    const page = unitRowsPage(units, { cursor, limit })
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

function expectPartsToAddUp(summary: ProgrammeSummary, limit: number): void {
  const whole = flat(summary.tally)
  const parts: Record<string, readonly Tally[]> = {
    unit: allPages(summary, limit).map(({ tally }) => tally),
    tier: summary.tiers.map(({ all }) => all),
    ownerKind: summary.ownerKinds.map(({ tally }) => tally),
    theme: summary.themes.map(({ tally }) => tally),
  }
  for (const [name, tallies] of Object.entries(parts))
    expect({ name, sum: together(tallies, summary.tally) }).toEqual({ name, sum: whole })
  for (const tier of summary.tiers)
    expect(
      together(
        tier.kinds.map(({ tally }) => tally),
        tier.all,
      ),
    ).toEqual(flat(tier.all))
}

const anyQuestion: fc.Arbitrary<WorkFilter> = fc
  .record({
    unit: fc.constantFrom(null, null, 'tinh-uy', 'tu-ky', 'ubnd-tinh', 'them-0'),
    subordinates: fc.constantFrom(true, true, false),
    ladder: fc.constantFrom(null, null, 'party', 'state'),
    asOf: fc.constantFrom(today, plainDate('2022-07-06')),
    tier: fc.constantFrom(null, null, 'district'),
  })
  .map((part) => ({ ...allWorks(2022, part.asOf), ...part }) as WorkFilter)

test('the parts of every breakdown add up to the whole, whatever the directory looks like', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPlace, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(500), { maxLength: 60 }),
      anyQuestion,
      fc.constantFrom<TestPersonName>('van-phong', 'quan-tri', 'tu-ky'),
      fc.integer({ min: 1, max: 9 }),
      async (places, moves, question, actor, limit) =>
        trying(actor, async (c) => {
          await addUnits(c, places, moves)
          const summary = await programmeSummary(c, question)
          expectPartsToAddUp(summary, limit)
          for (const { tally } of summary.units.rows)
            expect(await countWorks(c, tally.registered.filter)).toBe(tally.registered.count)
        }),
    ),
    { numRuns: runs(12, { long: 80 }) },
  )
})

test('114 communes are all found by pages, and works without a place in the ladder have a row', async () => {
  await trying('van-phong', async (c) => {
    const units = Object.keys(organisation.unit) as TestUnitName[]
    const tuKy = units.indexOf('tu-ky')
    const communes = Array.from({ length: 114 }, () => ({ party: tuKy, state: null }))
    const works = await c.db.selectFrom('work').select('id').execute()
    // The first 114 works to a commune each, two to a unit that no ladder holds.
    const moves = Array.from({ length: 116 }, (_, index) => units.length + Math.min(index, 114))
    expect(works.length).toBeGreaterThanOrEqual(116)
    await addUnits(c, [...communes, { party: null, state: null }], moves)
    await c.db
      .updateTable('work')
      .set({ assigner_root_id: String(organisation.unit['tinh-uy']) })
      .execute()

    const whole = await programmeSummary(c, allWorks(2022, today))
    expectPartsToAddUp(whole, 40)
    const outside = whole.units.rows.find(({ part }) => part === 'outside')
    expect(outside?.tally.registered.count).toBeGreaterThan(0)
    expect(whole.units.rows.at(-1)).toBe(outside)

    const below = await programmeSummary(c, { ...allWorks(2022, today), unit: 'tu-ky' })
    expectPartsToAddUp(below, 40)
    expect(below.units.rows.length).toBeGreaterThan(80)
  })
})
