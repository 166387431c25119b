import type { RawBuilder } from 'kysely'
import {
  administered,
  holdingsOf,
  loadUnitPlaces,
  type PlacedColumns,
  type PlacedRecord,
  unitPlaceColumns,
} from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { byRole, compile, evaluate, type Rule, subjectOf } from '../platform/permission/rule.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * Who administers accounts and rights: the technical administrator, over the units below the one that their right is for, or everywhere.
 * What the rights themselves open is said where the things are that they open; this one opens nothing else.
 */
export const identityPolicy = {
  administer: byRole<PlacedRecord, PlacedColumns>(['system-admin'], administered),
} as const satisfies Record<string, Rule<PlacedRecord, PlacedColumns>>

const forbidden = (act: string) => new Refusal('forbidden', { act }, { status: 403 })

/** Asks whether the actor administers anything, before they are told whether a name exists. @throws Refusal `forbidden` */
export function authorizeAdministrator(c: Context, act: string): void {
  if (!isAdministrator(c)) throw forbidden(act)
}

/** Asks whether the actor administers each of the units, in today's tree. @throws Refusal `forbidden` */
export async function authorizeUnits(c: Context, act: string, unitIds: readonly string[]): Promise<void> {
  authorizeAdministrator(c, act)
  const units = await loadUnitPlaces(c, [...new Set(unitIds)])
  const subject = subjectOf(c)
  if (!units.every((unit) => evaluate(identityPolicy.administer, subject, unit))) throw forbidden(act)
}

/** Whether the actor administers the unit whose id stands in a column: for the `where` of a list. */
export function administeredUnit(c: Context, unitId: RawBuilder<unknown>): RawBuilder<boolean> {
  return compile<PlacedRecord, PlacedColumns>(
    identityPolicy.administer,
    subjectOf(c),
    unitPlaceColumns(unitId),
  )
}

/** Whether the actor administers accounts at all: for menus and buttons. */
export const isAdministrator = (c: Context): boolean =>
  c.actor.grants.some((grant) => grant.role === 'system-admin')

/**
 * Checks that the actor administers every unit in which the person holds a post today: setting a password allows acting
 * as the owner, so an administrator of a district must not reach a person of the province by a lesser post. A person
 * without a post has no rights that could be taken over.
 * @throws Refusal `forbidden`
 */
export async function authorizePerson(c: Context, act: string, personId: string): Promise<void> {
  authorizeAdministrator(c, act)
  const holdings = await holdingsOf(c, personId, c.today)
  await authorizeUnits(
    c,
    act,
    holdings.map((holding) => holding.unitId),
  )
}
