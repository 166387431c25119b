import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { notFound, type Reason, Refusal } from '../platform/refusal.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { lockDirectoryBesideOthers } from './relations/closure.ts'
import { organisationDb } from './tables.ts'

/** A unit's row, locked until the transaction ends. @throws Refusal `not_found` */
export async function getUnitForUpdate(c: Context, unitId: string) {
  await lockDirectoryBesideOthers(c)
  const unit = await organisationDb(c)
    .selectFrom('unit')
    .select([
      'id',
      'code',
      'name',
      'short_name',
      'system',
      'acts_for_id',
      'valid_from',
      'valid_to',
      'version',
    ])
    .where('id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  if (unit === undefined) throw notFound('unit')
  return unit
}

/** A post's row, locked until the transaction ends: its holdings and management change under this lock. */
export async function getPostForUpdate(c: Context, postId: string) {
  await lockDirectoryBesideOthers(c)
  const post = await organisationDb(c)
    .selectFrom('post')
    .select(['id', 'unit_id', 'title', 'is_head', 'valid_from', 'valid_to', 'version'])
    .where('id', '=', postId)
    .forUpdate()
    .executeTakeFirst()
  if (post === undefined) throw notFound('post')
  return post
}

/** @throws Refusal `version_conflict` where somebody else has written since the actor looked */
export function requireVersion(row: { readonly version: number }, version: number): void {
  if (row.version !== version)
    throw new Refusal('version_conflict', { version: row.version }, { status: 409 })
}

/** The next version of a locked row, so that a writer who has seen the old one gets a conflict. */
export async function countUp(c: Context, table: 'unit' | 'post' | 'person', id: string): Promise<void> {
  await sql`update ${sql.table(table)} set version = version + 1 where id = ${id}::uuid`.execute(c.db)
}

interface Validity {
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Why a thing named `name` cannot be used on a day; empty where it exists then. */
export function reasonsOutside(
  code: 'unit_not_there' | 'post_not_there',
  thing: Validity & { readonly name: string },
  on: PlainDate,
  field: string,
): Reason[] {
  if (thing.valid_from <= on && (thing.valid_to === null || on < thing.valid_to)) return []
  return [{ code, params: { name: thing.name, on }, field }]
}
