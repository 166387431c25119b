import { type RawBuilder, sql } from 'kysely'
import {
  inSubtree,
  type PlacedColumns,
  type PlacedRecord,
  topUnits,
  unitPlaceColumns,
} from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { byRole, compile, is, type Rule, subjectOf } from '../platform/permission/rule.ts'
import { Refusal } from '../platform/refusal.ts'

/** What the technical administrator's own work consists of; all else is the content of what others do. */
const technicalKinds = [
  'account',
  'session',
  'token',
  'role',
  'factor',
  'passkey',
  'outside',
  'stand-in',
] as const

const overBody = (role: string): Rule<PlacedRecord, PlacedColumns> => byRole([role], is(inSubtree()))

const bodyColumns = unitPlaceColumns(sql.ref('audit_entry.body_id'))

const holds = (c: Context, role: string) => c.actor.grants.some((grant) => grant.role === role)

/** Whether the record is open to the actor at all: for the menu. */
export const mayReadRecord = (c: Context): boolean => holds(c, 'inspector') || holds(c, 'system-admin')

/** @throws Refusal `forbidden` */
export function authorizeRecord(c: Context, act: string): void {
  if (!mayReadRecord(c)) throw new Refusal('forbidden', { act }, { status: 403 })
}

/** Whether the actor carries out decisions to erase: the technical administrator, who cannot read what they erase. */
export const mayErase = (c: Context): boolean => holds(c, 'system-admin')

/**
 * The entries that the actor may read, as a condition on the rows of `audit_entry`: an inspector's are those of the bodies in
 * their scope, the technical administrator's the technical ones among them. What was done for no body (a sign-in that failed,
 * a load by the program itself) is for those whose scope has nothing above it.
 */
export function readableEntries(c: Context): RawBuilder<boolean> {
  const technical = sql<boolean>`(split_part(action, '.', 1) = any(${[...technicalKinds]}::text[])
    or action = 'audit.erase')`
  return sql<boolean>`(${within(c, 'inspector')} or (${technical} and ${within(c, 'system-admin')}))`
}

/** The entries of the bodies over which the actor has a role. */
export function within(c: Context, role: string): RawBuilder<boolean> {
  const units = c.actor.grants.filter((grant) => grant.role === role).map((grant) => grant.unitId)
  if (units.length === 0) return sql<boolean>`false`
  const ofBody = compile(overBody(role), subjectOf(c), bodyColumns)
  return sql<boolean>`(${ofBody} or (audit_entry.body_id is null and ${topUnits(c, units)}))`
}
