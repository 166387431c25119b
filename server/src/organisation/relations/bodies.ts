import { type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { organisationDb, type Reader, type UnitId, type UnitLevel } from '../tables.ts'
import { nameOn, spanCovers } from './scope.ts'

/** A body that can decide: a committee, or the standing committee that acts for it. */
export interface Body {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly level: UnitLevel
  readonly rootId: UnitId
  /** Whether it acts for another: decisions are usually its, and not the whole committee's. */
  readonly actsForAnother: boolean
}

/** The committees with these ids and the bodies that act for them on a day; those that act for them come first. */
export async function bodiesOfRoots(
  c: Pick<Reader, 'db'>,
  rootIds: readonly string[],
  on: PlainDate,
): Promise<readonly Body[]> {
  const roots = [...new Set(rootIds)]
  const rows = await organisationDb(c)
    .selectFrom('unit')
    .select(['id', 'code', 'level', 'acts_for_id'])
    .select(nameOn('unit', on).as('name'))
    .where(sql<SqlBool>`coalesce(acts_for_id, id) = any(${roots}::uuid[])`)
    .where(spanCovers('valid_from', 'valid_to', on))
    .orderBy(sql`acts_for_id is null`)
    .orderBy('name_folded')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as UnitId,
    code: row.code,
    name: row.name,
    level: row.level as UnitLevel,
    rootId: (row.acts_for_id ?? row.id) as UnitId,
    actsForAnother: row.acts_for_id !== null,
  }))
}
