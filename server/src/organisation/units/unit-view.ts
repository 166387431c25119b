import { sql } from 'kysely'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { nameOn, shortNameOn, spanCovers } from '../relations/scope.ts'
import {
  type OrganisationSystem,
  organisationDb,
  type Reader,
  type UnitId,
  type UnitLevel,
} from '../tables.ts'

type Database = Pick<Reader, 'db'>

export interface UnitParentAt {
  readonly system: OrganisationSystem
  readonly parentId: UnitId
  readonly parentCode: string
  readonly parentName: string
}

export interface UnitView {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly system: OrganisationSystem
  readonly level: UnitLevel
  readonly kind: string
  readonly place: string | null
  readonly actsForId: UnitId | null
  /** The committee that it acts for, else itself. */
  readonly rootId: UnitId
  readonly validFrom: PlainDate
  /** The first day on which it is no more; null while no end is known. */
  readonly validTo: PlainDate | null
  readonly foundingDocument: string | null
  readonly illustrative: boolean
  readonly sourceQuote: string | null
  readonly version: number
  /** Its parent in each ladder on the day that was asked for. */
  readonly parents: readonly UnitParentAt[]
}

/** A unit, also one that is no more, with its parents on `on`. @throws Refusal `not_found` */
export async function getUnit(c: Database, unitId: string, on: PlainDate): Promise<UnitView> {
  const [unit] = await unitsByIds(c, [unitId], on)
  if (unit === undefined) throw notFound('unit')
  return unit
}

/** The unit with this code, or undefined. */
export async function findUnitByCode(
  c: Database,
  code: string,
  on: PlainDate,
): Promise<UnitView | undefined> {
  const rows = await selectUnits(c, on).where('unit.code', '=', code).execute()
  return (await withParents(c, rows, on))[0]
}

/** Several units at once, whether they exist on that day or not; in no special order. */
export async function unitsByIds(
  c: Database,
  unitIds: readonly string[],
  on: PlainDate,
): Promise<readonly UnitView[]> {
  const rows = await selectUnits(c, on)
    .where('unit.id', '=', sql<string>`any(${[...new Set(unitIds)]}::uuid[])`)
    .execute()
  return withParents(c, rows, on)
}

const columns = [
  'unit.id',
  'unit.code',
  'unit.system',
  'unit.level',
  'unit.kind',
  'unit.place',
  'unit.acts_for_id',
  'unit.valid_from',
  'unit.valid_to',
  'unit.founding_document',
  'unit.illustrative',
  'unit.source_quote',
  'unit.version',
] as const

/** Units with the columns of a view, under their names of a day, to be narrowed and ordered. */
export const selectUnits = (c: Database, on: PlainDate) =>
  organisationDb(c)
    .selectFrom('unit')
    .select(columns)
    .select([nameOn('unit', on).as('name'), shortNameOn('unit', on).as('short_name')])

type UnitRow = Awaited<ReturnType<ReturnType<typeof selectUnits>['execute']>>[number]

/** The views of the rows, in their order; the parents of all come with one query. */
export async function withParents(c: Database, rows: readonly UnitRow[], on: PlainDate): Promise<UnitView[]> {
  const parents = await parentsOf(
    c,
    rows.map((row) => row.id),
    on,
  )
  return rows.map((row) => ({
    id: row.id as UnitId,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    system: row.system as OrganisationSystem,
    level: row.level as UnitLevel,
    kind: row.kind,
    place: row.place,
    actsForId: row.acts_for_id as UnitId | null,
    rootId: (row.acts_for_id ?? row.id) as UnitId,
    validFrom: row.valid_from as PlainDate,
    validTo: row.valid_to as PlainDate | null,
    foundingDocument: row.founding_document,
    illustrative: row.illustrative,
    sourceQuote: row.source_quote,
    version: row.version,
    parents: parents.get(row.id) ?? [],
  }))
}

async function parentsOf(c: Database, unitIds: readonly string[], on: PlainDate) {
  const byUnit = new Map<string, UnitParentAt[]>()
  if (unitIds.length === 0) return byUnit
  const rows = await organisationDb(c)
    .selectFrom('unit_parent')
    .innerJoin('unit as parent', 'parent.id', 'unit_parent.parent_id')
    .select(['unit_parent.unit_id', 'unit_parent.system', 'parent.id', 'parent.code'])
    .select(nameOn('parent', on).as('name'))
    .where('unit_parent.unit_id', 'in', [...unitIds])
    .where(spanCovers('unit_parent.from_on', 'unit_parent.to_on', on))
    .orderBy('unit_parent.system')
    .execute()
  for (const row of rows) {
    const list = byUnit.get(row.unit_id) ?? []
    list.push({
      system: row.system as OrganisationSystem,
      parentId: row.id as UnitId,
      parentCode: row.code,
      parentName: row.name,
    })
    byUnit.set(row.unit_id, list)
  }
  return byUnit
}
