import { type SelectQueryBuilder, sql } from 'kysely'
import { cachedRows } from '../../platform/counts/cached-rows.ts'
import type { DB } from '../../platform/data/schema.gen.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { nameOn, spanCovers } from '../relations/scope.ts'
import { type OrganisationSystem, organisationDb, type Reader, type UnitId } from '../tables.ts'

type Database = Pick<Reader, 'db'>

/** As much of a unit as an address or a filter needs to stand for it. */
export interface UnitReference {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly system: OrganisationSystem
  /** The committee that it acts for, else itself. */
  readonly rootId: UnitId
}

/** The units with these codes, by code, in one query; a code that is nobody's is not in the map. */
export async function unitsByCodes(
  c: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, UnitReference>> {
  if (codes.length === 0) return new Map()
  const rows = await organisationDb(c)
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'system', sql<string>`coalesce(acts_for_id, id)`.as('root_id')])
    .where('code', '=', sql<string>`any(${[...new Set(codes)]}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.code,
      {
        id: row.id as UnitId,
        code: row.code,
        name: row.name,
        system: row.system as OrganisationSystem,
        rootId: row.root_id as UnitId,
      },
    ]),
  )
}

/** Codes and names on a day, in no special order; asked for again only when something changes that is of no one work. */
export function unitNames(
  c: Database,
  unitIds: readonly string[],
  on: PlainDate,
): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
  const query = organisationDb(c)
    .selectFrom('unit')
    .select(['unit.id', 'unit.code', nameOn('unit', on).as('name')])
    .where('unit.id', '=', sql<string>`any(${unitIds.toSorted()}::uuid[])`)
  return cachedRows(c, query.compile(), { kind: 'unit', ids: [] })
}

type UnitDb = Pick<
  DB,
  'unit' | 'unit_parent' | 'unit_ancestor' | 'person' | 'post' | 'post_management' | 'post_holding'
>

/** The ids of all units of some kinds, for a `where … in`. */
export function unitsOfKinds(
  c: Database,
  kinds: readonly string[],
): SelectQueryBuilder<UnitDb, 'unit', { id: string }> {
  return organisationDb(c)
    .selectFrom('unit')
    .select('unit.id')
    .where('unit.kind', '=', sql<string>`any(${[...kinds]}::text[])`)
}

/**
 * Each unit below one next to the child of that one under which it stands on a day, in one ladder: for figures by child.
 * In one ladder a unit has one parent, so that nothing is counted twice.
 */
export function unitsByChild(
  c: Database,
  scope: { readonly unitId: string; readonly system: OrganisationSystem; readonly on: PlainDate },
) {
  return organisationDb(c)
    .selectFrom('unit_parent as child')
    .innerJoin('unit_ancestor as below', (join) =>
      join.onRef('below.ancestor_id', '=', 'child.unit_id').onRef('below.system', '=', 'child.system'),
    )
    .select(['below.unit_id', 'child.unit_id as child_id'])
    .where('child.parent_id', '=', scope.unitId)
    .where('child.system', '=', scope.system)
    .where(spanCovers('child.from_on', 'child.to_on', scope.on))
    .where(spanCovers('below.from_on', 'below.to_on', scope.on))
}
