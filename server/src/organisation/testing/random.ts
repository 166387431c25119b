import fc from 'fast-check'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { addDays, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { type OrganisationSystem, organisationDb } from '../tables.ts'

/** Two ladders are enough for one to be mistaken for the other. */
export const randomSystems = ['party', 'state'] as const

export interface RandomUnit {
  readonly id: string
  readonly system: OrganisationSystem
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly actsForId: string | null
}

export interface RandomEdge {
  readonly id: string
  readonly unitId: string
  readonly parentId: string
  readonly system: OrganisationSystem
  readonly from: PlainDate
  readonly to: PlainDate | null
}

export interface RandomTree {
  readonly units: readonly RandomUnit[]
  /** Sound: at most one parent a ladder at a time, and nobody above themselves on any day. */
  readonly edges: readonly RandomEdge[]
}

const start = plainDate('2021-01-01')
const spanDays = 24

/** Every day on which something may change, and one before and after. */
export const everyDay: readonly PlainDate[] = Array.from({ length: spanDays + 3 }, (_, day) =>
  addDays(start, day - 1),
)

export const anyDay = fc.constantFrom(...everyDay)

const anySpan = fc
  .tuple(fc.nat(spanDays - 1), fc.option(fc.integer({ min: 1, max: spanDays }), { freq: 2 }))
  .map(([from, length]) => ({
    from: addDays(start, from),
    to: length === null ? null : addDays(start, from + length),
  }))

const longSpan = fc
  .tuple(fc.nat(4), fc.option(fc.integer({ min: 12, max: spanDays }), { freq: 4 }))
  .map(([from, length]) => ({
    from: addDays(start, from),
    to: length === null ? null : addDays(start, from + length),
  }))

/** An id that says what it is when a run fails. */
export function randomId(kind: number, index: number): string {
  return `0000000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`
}

const covers = (span: { from: PlainDate; to: PlainDate | null }, on: PlainDate) =>
  span.from <= on && (span.to === null || on < span.to)

/** The parent on a day, by walking the rows as they stand; undefined if there is none. */
export function parentAt(
  tree: RandomTree,
  unitId: string,
  system: string,
  on: PlainDate,
): string | undefined {
  const exists = (id: string) => tree.units.some((unit) => unit.id === id && covers(unit, on))
  return tree.edges.find(
    (edge) =>
      edge.unitId === unitId &&
      edge.system === system &&
      covers(edge, on) &&
      exists(unitId) &&
      exists(edge.parentId),
  )?.parentId
}

function isSound(tree: RandomTree, added: RandomEdge): boolean {
  const overlaps = tree.edges.some(
    (edge) =>
      edge.unitId === added.unitId &&
      edge.system === added.system &&
      (edge.to === null || added.from < edge.to) &&
      (added.to === null || edge.from < added.to),
  )
  if (overlaps || added.unitId === added.parentId) return false
  const together = { ...tree, edges: [...tree.edges, added] }
  return everyDay.every((day) => {
    let above = parentAt(together, added.unitId, added.system, day)
    while (above !== undefined && above !== added.unitId) above = parentAt(together, above, added.system, day)
    return above === undefined
  })
}

/** A few units in two ladders whose parents change over some days, also upside down. */
export const anyTree: fc.Arbitrary<RandomTree> = fc
  .integer({ min: 2, max: 8 })
  .chain((size) =>
    fc.record({
      units: fc.array(
        fc.record({
          span: longSpan,
          system: fc.constantFrom(...randomSystems),
          actsFor: fc.option(fc.nat(size - 1), { freq: 3 }),
        }),
        { minLength: size, maxLength: size },
      ),
      edges: fc.array(
        fc.record({
          child: fc.nat(size - 1),
          parent: fc.nat(size - 1),
          system: fc.constantFrom(...randomSystems),
          span: anySpan,
        }),
        { maxLength: 20 },
      ),
    }),
  )
  .map((raw) => {
    const units = raw.units.map((unit, index) => ({
      id: randomId(1, index),
      system: unit.system,
      ...unit.span,
      // Only an earlier unit, so that rows can be inserted in order.
      actsForId: unit.actsFor !== null && unit.actsFor < index ? randomId(1, unit.actsFor) : null,
    }))
    const edges: RandomEdge[] = []
    for (const [index, edge] of raw.edges.entries()) {
      const added = {
        id: randomId(2, index),
        unitId: randomId(1, edge.child),
        parentId: randomId(1, edge.parent),
        system: edge.system,
        ...edge.span,
      }
      if (isSound({ units, edges }, added)) edges.push(added)
    }
    return { units, edges }
  })

export async function insertUnits(db: DatabaseTransaction, units: readonly RandomUnit[]): Promise<void> {
  await organisationDb({ db })
    .insertInto('unit')
    .values(
      units.map((unit, index) => ({
        id: unit.id,
        code: `u${index}`,
        name: `Đơn vị ${index}`,
        short_name: `ĐV ${index}`,
        system: unit.system,
        level: 'grassroots',
        kind: 'other',
        acts_for_id: unit.actsForId,
        valid_from: unit.from,
        valid_to: unit.to,
      })),
    )
    .execute()
}

export async function insertEdges(db: DatabaseTransaction, edges: readonly RandomEdge[]): Promise<void> {
  if (edges.length === 0) return
  await organisationDb({ db })
    .insertInto('unit_parent')
    .values(
      edges.map((edge) => ({
        id: edge.id,
        unit_id: edge.unitId,
        parent_id: edge.parentId,
        system: edge.system,
        from_on: edge.from,
        to_on: edge.to,
      })),
    )
    .execute()
}

class Undo extends Error {}

/** Runs `act` in a transaction that leaves nothing behind, so that each run of a property starts from nothing. */
export async function leavingNothing(
  database: TestDatabase,
  act: (db: DatabaseTransaction) => Promise<void>,
): Promise<void> {
  try {
    await database.db.transaction().execute(async (db) => {
      await act(db)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
}
