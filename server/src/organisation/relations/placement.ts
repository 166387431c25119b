import { type RawBuilder, sql } from 'kysely'
import { organisationDb, type Reader } from '../tables.ts'
import { ancestorsOf } from './competence.ts'
import type { PlacedColumns, PlacedRecord } from './relations.ts'

/** What a record itself knows of its place. */
export type PlacedReference = Omit<PlacedRecord, 'ownerPersonId' | 'ancestors'>

/** The places of several records, in their order, with two queries in all. */
export async function loadPlacements(
  c: Reader,
  references: readonly PlacedReference[],
): Promise<readonly PlacedRecord[]> {
  const holdingIds = references.map((reference) => reference.ownerHoldingId).filter((id) => id !== null)
  const ancestors = await ancestorsOf(
    c,
    references.map((reference) => reference.custodianUnitId),
    c.today,
  )
  const holders = new Map<string, string>()
  if (holdingIds.length > 0) {
    const rows = await organisationDb(c)
      .selectFrom('post_holding')
      .select(['id', 'person_id'])
      .where('id', 'in', [...new Set(holdingIds)])
      .execute()
    for (const row of rows) holders.set(row.id, row.person_id)
  }
  return references.map((reference) => ({
    ownerKind: reference.ownerKind,
    ownerUnitId: reference.ownerUnitId,
    custodianUnitId: reference.custodianUnitId,
    ownerHoldingId: reference.ownerHoldingId,
    managingRootId: reference.managingRootId,
    assignerRootId: reference.assignerRootId,
    ownerPersonId: (reference.ownerHoldingId && holders.get(reference.ownerHoldingId)) ?? null,
    ancestors: ancestors.get(reference.custodianUnitId) ?? [],
  }))
}

/** What belongs to a unit and to nobody in particular has its place there. */
const ofUnit = (unitId: string): PlacedReference => ({
  ownerKind: 'collective',
  ownerUnitId: unitId,
  custodianUnitId: unitId,
  ownerHoldingId: null,
  managingRootId: null,
  assignerRootId: null,
})

/** The places of units themselves, for what is done for a unit: its accounts, its settings, its spills. */
export const loadUnitPlaces = (c: Reader, unitIds: readonly string[]): Promise<readonly PlacedRecord[]> =>
  loadPlacements(c, unitIds.map(ofUnit))

/** The place of one unit. */
export const loadUnitPlace = (c: Reader, unitId: string): Promise<PlacedRecord> =>
  loadPlacement(c, ofUnit(unitId))

/** The same for a list, of the unit whose id stands in a column. */
export const unitPlaceColumns = (unitId: RawBuilder<unknown>): PlacedColumns => ({
  ownerKind: sql`'collective'::text`,
  ownerUnitId: unitId,
  custodianUnitId: unitId,
  ownerHoldingId: sql`null::uuid`,
  managingRootId: sql`null::uuid`,
  assignerRootId: sql`null::uuid`,
})

/** The place of one record: what `evaluate` needs. */
export async function loadPlacement(c: Reader, reference: PlacedReference): Promise<PlacedRecord> {
  const [placed] = await loadPlacements(c, [reference])
  if (placed === undefined) throw new RangeError('one reference has one place')
  return placed
}
