import { sql } from 'kysely'
import type { Actor, Context } from '../platform/context.ts'
import { byRole, evaluate, type Rule, subjectOf } from '../platform/permission/rule.ts'
import { doerOf, partiesOf } from '../platform/permission/two-people.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { addDays, earlierOf, laterOf, type PlainDate } from '../platform/time/plain-date.ts'
import { administered, type PlacedColumns, type PlacedRecord } from './relations/relations.ts'
import { organisationDb } from './tables.ts'

const directoryRoles = ['directory-admin', 'system-admin'] as const

/** Who may change the directory: its administrators, below the unit that their right is for, or everywhere. */
export const organisationPolicy = {
  changeUnit: byRole<PlacedRecord, PlacedColumns>(directoryRoles, administered),
} as const satisfies Record<string, Rule<PlacedRecord, PlacedColumns>>

/**
 * Asks whether the actor may change each of the units, and what belongs to them. A unit that does not exist today is
 * judged by the nearest day on which it does, so that one founded ahead of its day can be prepared.
 * @throws Refusal `forbidden`, or `not_found` where there is no such unit
 */
export async function authorizeUnits(c: Context, act: string, unitIds: readonly string[]): Promise<void> {
  const may = await changeableUnits(c, unitIds)
  for (const unitId of new Set(unitIds)) if (!may.has(unitId)) throw forbidden(act)
}

/** Whether the actor may change the unit and what belongs to it. @throws Refusal `not_found` where there is no such unit */
export async function mayChangeUnit(c: Context, unitId: string): Promise<boolean> {
  return (await changeableUnits(c, [unitId])).has(unitId)
}

/**
 * Those of the units that the actor may change, however many, with two queries.
 * @throws Refusal `not_found` where one does not exist
 */
export async function changeableUnits(c: Context, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(unitIds)]
  const units = await organisationDb(c)
    .selectFrom('unit')
    .select(['id', 'valid_from', 'valid_to'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  if (units.length < ids.length) throw notFound('unit')
  if (!keepsDirectory(c)) return new Set()
  const subject = subjectOf(c)
  const above = await placesOf(c, ids)
  return new Set(
    units
      .filter((unit) => {
        const on = nearestDay(c.today, unit)
        const ancestors = (above.get(unit.id) ?? []).filter((one) => covers(one, on))
        return evaluate(organisationPolicy.changeUnit, subject, placedUnit(unit.id, ancestors))
      })
      .map((unit) => unit.id),
  )
}

/**
 * Those of the persons whose names the actor may correct: they keep every unit in which the person holds a post, or, where
 * the person holds none any more, every one in which they did. Who never held one belongs to nobody's unit yet.
 */
export async function mayCorrectPersons(
  c: Context,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!keepsDirectory(c)) return new Set()
  const ids = [...new Set(personIds)]
  const rows = await organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .select(['held.person_id', 'held.to_on', 'post.unit_id'])
    .where('held.person_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const may = await changeableUnits(
    c,
    rows.map((row) => row.unit_id),
  )
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Set(
    ids.filter((id) => {
      const held = byPerson.get(id) ?? []
      const now = held.filter((row) => row.to_on === null || row.to_on > c.today)
      return (now.length > 0 ? now : held).every((row) => may.has(row.unit_id))
    }),
  )
}

/** The persons whom the actor must not appoint: themselves and, where they act on behalf of another, that other. */
export function gainsByOwnWord(actor: Actor): ReadonlySet<string> {
  return partiesOf(doerOf(actor))
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
  return c.actor.grants.some((grant) => grant.role === 'system-admin' && grant.everywhere === true)
}

/** Asks whether the actor may found what stands below nobody: only who administers the whole installation. */
export function authorizeRoot(c: Context, act: string): void {
  if (!mayFoundRoot(c)) throw forbidden(act)
}

const forbidden = (act: string) => new Refusal('forbidden', { act }, { status: 403 })

function nearestDay(today: PlainDate, unit: { valid_from: string; valid_to: string | null }): PlainDate {
  const begun = laterOf(today, unit.valid_from as PlainDate)
  return unit.valid_to === null ? begun : earlierOf(begun, addDays(unit.valid_to as PlainDate, -1))
}

interface Above {
  readonly ancestor_id: string
  readonly system: string
  readonly from_on: string
  readonly to_on: string | null
}

const covers = (span: Above, on: PlainDate) => span.from_on <= on && (span.to_on === null || on < span.to_on)

async function placesOf(
  c: Context,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Above[]>> {
  const rows = await organisationDb(c)
    .selectFrom('unit_ancestor')
    .select(['unit_id', 'ancestor_id', 'system', 'from_on', 'to_on'])
    .where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .execute()
  return Map.groupBy(rows, (row) => row.unit_id)
}

function placedUnit(unitId: string, above: readonly Above[]): PlacedRecord {
  return {
    ownerKind: 'collective',
    ownerUnitId: unitId,
    custodianUnitId: unitId,
    ownerHoldingId: null,
    ownerPersonId: null,
    managingRootId: null,
    assignerRootId: null,
    ancestors: above.map((row) => ({ ancestorId: row.ancestor_id, system: row.system })),
  }
}
