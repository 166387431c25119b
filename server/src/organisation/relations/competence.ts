import { sql } from 'kysely'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type OrganisationSystem, organisationDb, type Reader } from '../tables.ts'
import { spanCovers } from './scope.ts'

type Database = Pick<Reader, 'db'>

export interface Ancestor {
  readonly ancestorId: string
  readonly system: OrganisationSystem
  /** 0: the unit itself. */
  readonly depth: number
}

/** Those above each unit on a day, itself included, in every ladder, nearest first; in one query. */
export async function ancestorsOf(
  c: Database,
  unitIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly Ancestor[]>> {
  const rows = await organisationDb(c)
    .selectFrom('unit_ancestor')
    .select(['unit_id', 'ancestor_id', 'system', 'depth'])
    .where('unit_id', '=', sql<string>`any(${[...new Set(unitIds)]}::uuid[])`)
    .where(spanCovers('from_on', 'to_on', on))
    .orderBy('depth')
    .orderBy('system')
    .execute()
  const above = new Map<string, Ancestor[]>()
  for (const row of rows) {
    const list = above.get(row.unit_id) ?? []
    list.push({ ancestorId: row.ancestor_id, system: row.system as OrganisationSystem, depth: row.depth })
    above.set(row.unit_id, list)
  }
  return above
}

/**
 * Which of the units' collectives the issuer may assign to: those that have its root as a proper ancestor in their own
 * ladder on that day (design 8.5). The root itself is not among them: nobody assigns to themselves.
 */
export async function unitsUnderIssuer(
  c: Database,
  issuerUnitId: string,
  unitIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await organisationDb(c)
    .selectFrom('unit_ancestor as above')
    .innerJoin('unit', 'unit.id', 'above.unit_id')
    .select('unit.id')
    .whereRef('above.system', '=', 'unit.system')
    .where('above.depth', '>=', 1)
    .where('above.ancestor_id', '=', rootOfId(issuerUnitId))
    .where('unit.id', '=', sql<string>`any(${[...new Set(unitIds)]}::uuid[])`)
    .where(spanCovers('above.from_on', 'above.to_on', on))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Whether the issuer's root stands above the unit, on that day, in the given ladder: by default the unit's own. */
export async function isProperAncestorFor(
  c: Database,
  issuerUnitId: string,
  unitId: string,
  on: PlainDate,
  system?: OrganisationSystem,
): Promise<boolean> {
  const row = await organisationDb(c)
    .selectFrom('unit_ancestor as above')
    .innerJoin('unit', 'unit.id', 'above.unit_id')
    .select('unit.id')
    .where('above.system', '=', system ?? sql.ref<string>('unit.system'))
    .where('above.depth', '>=', 1)
    .where('above.ancestor_id', '=', rootOfId(issuerUnitId))
    .where('unit.id', '=', unitId)
    .where(spanCovers('above.from_on', 'above.to_on', on))
    .executeTakeFirst()
  return row !== undefined
}

/** Which of the posts the issuer manages on that day: where the managing body has the same root as the issuer. */
export async function managesPosts(
  c: Database,
  issuerUnitId: string,
  postIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await organisationDb(c)
    .selectFrom('post_management')
    .innerJoin('unit as manager', 'manager.id', 'post_management.unit_id')
    .select('post_management.post_id')
    .where('post_management.post_id', '=', sql<string>`any(${[...new Set(postIds)]}::uuid[])`)
    .where(sql<string>`coalesce(manager.acts_for_id, manager.id)`, '=', rootOfId(issuerUnitId))
    .where(spanCovers('post_management.from_on', 'post_management.to_on', on))
    .execute()
  return new Set(rows.map((row) => row.post_id))
}

const rootOfId = (unitId: string) =>
  sql<string>`(select coalesce(issuer.acts_for_id, issuer.id) from unit issuer where issuer.id = ${unitId}::uuid)`
