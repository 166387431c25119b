import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { organisationDb } from '../tables.ts'
import {
  anyTree,
  everyDay,
  insertEdges,
  insertUnits,
  leavingNothing,
  parentAt,
  type RandomTree,
  randomSystems,
} from '../testing/random.ts'
import { rebuildAllAncestors, rebuildAncestors } from './closure.ts'

const database = useTestDatabase()

async function closureOf(db: DatabaseTransaction) {
  const rows = await organisationDb({ db })
    .selectFrom('unit_ancestor')
    .select(['unit_id', 'ancestor_id', 'system', 'depth', 'from_on', 'to_on'])
    .execute()
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

type Closure = Awaited<ReturnType<typeof closureOf>>

function closureAt(closure: Closure, on: PlainDate): string[] {
  return closure
    .filter((row) => row.from_on <= on && (row.to_on === null || on < row.to_on))
    .map((row) => `${row.unit_id} ${row.ancestor_id} ${row.system} ${row.depth}`)
    .sort()
}

function walkAt(tree: RandomTree, on: PlainDate): string[] {
  const found: string[] = []
  for (const unit of tree.units) {
    if (unit.from > on || (unit.to !== null && unit.to <= on)) continue
    for (const system of randomSystems) {
      const stands =
        unit.system === system ||
        tree.edges.some(
          (edge) => edge.system === system && (edge.unitId === unit.id || edge.parentId === unit.id),
        )
      if (!stands) continue
      let above: string | undefined = unit.id
      for (let depth = 0; above !== undefined; depth++) {
        found.push(`${unit.id} ${above} ${system} ${depth}`)
        above = parentAt(tree, above, system, on)
      }
    }
  }
  return found.sort()
}

test('on every day the closure is what a walk up the parents finds', async () => {
  await fc.assert(
    fc.asyncProperty(anyTree, (tree) =>
      leavingNothing(database, async (db) => {
        await insertUnits(db, tree.units)
        await insertEdges(db, tree.edges)
        await rebuildAllAncestors(db)
        const closure = await closureOf(db)
        for (const day of everyDay) expect(closureAt(closure, day)).toEqual(walkAt(tree, day))
      }),
    ),
    { numRuns: 100 },
  )
})

test('kept step by step, the closure is the same as computed at once', async () => {
  await fc.assert(
    fc.asyncProperty(anyTree, (tree) =>
      leavingNothing(database, async (db) => {
        await insertUnits(db, tree.units)
        await rebuildAncestors(
          { db },
          tree.units.map((unit) => unit.id),
        )
        for (const edge of tree.edges) {
          await insertEdges(db, [edge])
          await rebuildAncestors({ db }, [edge.unitId])
        }
        const kept = await closureOf(db)
        await rebuildAllAncestors(db)
        expect(kept).toEqual(await closureOf(db))
      }),
    ),
    { numRuns: 60 },
  )
})

test('nobody can be put above themselves', async () => {
  await leavingNothing(database, async (db) => {
    const unit = (index: number) => ({
      id: `00000001-0000-7000-8000-00000000000${index}`,
      system: 'party' as const,
      from: everyDay[0] as PlainDate,
      to: null,
      actsForId: null,
    })
    const edge = (index: number, child: number, parent: number) => ({
      id: `00000002-0000-7000-8000-00000000000${index}`,
      unitId: unit(child).id,
      parentId: unit(parent).id,
      system: 'party' as const,
      from: everyDay[0] as PlainDate,
      to: null,
    })
    await insertUnits(db, [unit(0), unit(1), unit(2), unit(3)])
    await insertEdges(db, [edge(0, 0, 1), edge(1, 1, 2), edge(2, 2, 0), edge(3, 3, 0)])
    await expect(rebuildAllAncestors(db)).rejects.toMatchObject({ code: 'organisation_cycle' })
    await expect(rebuildAncestors({ db }, [unit(3).id])).rejects.toMatchObject({ code: 'organisation_cycle' })
  })
})
