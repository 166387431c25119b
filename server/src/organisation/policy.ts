import type { Context } from '../platform/context.ts'
import { byRole, evaluate, is, type Rule, subjectOf } from '../platform/permission/rule.ts'
import { addDays, earlierOf, laterOf, type PlainDate } from '../platform/plain-date.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { inSubtree, type PlacedColumns, type PlacedRecord } from './relations.ts'
import { spanCovers } from './scope.ts'
import { organisationDb } from './tables.ts'

const directoryRoles = ['directory-admin', 'system-admin'] as const

/** Who may change the directory: its administrators, below the unit that their right is for. */
export const organisationPolicy = {
  changeUnit: byRole<PlacedRecord, PlacedColumns>(directoryRoles, is(inSubtree())),
} as const satisfies Record<string, Rule<PlacedRecord, PlacedColumns>>

/**
 * Asks whether the actor may change each of the units, and what belongs to them. A unit that does not exist today is
 * judged by the nearest day on which it does, so that one founded ahead of its day can be prepared.
 * @throws Refusal `forbidden`, or `not_found` where there is no such unit
 */
export async function authorizeUnits(c: Context, act: string, unitIds: readonly string[]): Promise<void> {
  for (const unitId of new Set(unitIds)) if (!(await mayChangeUnit(c, unitId))) throw forbidden(act)
}

/** Whether the actor may change the unit and what belongs to it. @throws Refusal `not_found` where there is no such unit */
export async function mayChangeUnit(c: Context, unitId: string): Promise<boolean> {
  const unit = await organisationDb(c)
    .selectFrom('unit')
    .select(['id', 'valid_from', 'valid_to'])
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (unit === undefined) throw notFound('unit')
  if (!keepsDirectory(c)) return false
  const record = await placeOfUnit(c, unitId, nearestDay(c.today, unit))
  return evaluate(organisationPolicy.changeUnit, subjectOf(c), record)
}

/** Whether the actor keeps a directory at all. */
export function keepsDirectory(c: Context): boolean {
  return c.actor.grants.some((grant) => (directoryRoles as readonly string[]).includes(grant.role))
}

/** Asks whether the actor keeps a directory at all: persons belong to no unit before they hold a post. */
export function authorizeDirectory(c: Context, act: string): void {
  if (!keepsDirectory(c)) throw forbidden(act)
}

/** Whether the actor may found what stands below nobody. */
export function mayFoundRoot(c: Context): boolean {
  return c.actor.grants.some((grant) => grant.role === 'system-admin' && grant.system === null)
}

/** Asks whether the actor may found what stands below nobody: only who administers all ladders of an installation. */
export function authorizeRoot(c: Context, act: string): void {
  if (!mayFoundRoot(c)) throw forbidden(act)
}

const forbidden = (act: string) => new Refusal('forbidden', { act }, { status: 403 })

function nearestDay(today: PlainDate, unit: { valid_from: string; valid_to: string | null }): PlainDate {
  const begun = laterOf(today, unit.valid_from as PlainDate)
  return unit.valid_to === null ? begun : earlierOf(begun, addDays(unit.valid_to as PlainDate, -1))
}

async function placeOfUnit(c: Context, unitId: string, on: PlainDate): Promise<PlacedRecord> {
  const rows = await organisationDb(c)
    .selectFrom('unit_ancestor')
    .select(['ancestor_id', 'system'])
    .where('unit_id', '=', unitId)
    .where(spanCovers('from_on', 'to_on', on))
    .execute()
  return {
    ownerKind: 'collective',
    ownerUnitId: unitId,
    custodianUnitId: unitId,
    ownerHoldingId: null,
    ownerPersonId: null,
    managingRootId: null,
    assignerRootId: null,
    ancestors: rows.map((row) => ({ ancestorId: row.ancestor_id, system: row.system })),
  }
}
