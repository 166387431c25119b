import { sql } from 'kysely'
import { z } from 'zod'
import { personNameOf, unitNameOf, unitsAbove } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint, type Params } from '../../platform/http/route.ts'
import { isId, newId } from '../../platform/id.ts'
import { becauseOf, notFound, Refusal } from '../../platform/refusal.ts'
import { filterParams, readWorksAddress, sortParam } from '../filter/filter-address.ts'
import { overseers } from '../policy.ts'
import { programmeDb } from '../tables.ts'

/** Who sees a saved filter: its maker alone, those of their unit, or those of all units that they oversee. */
export const sharings = ['own', 'unit', 'subtree'] as const
export type Sharing = (typeof sharings)[number]

const maxOwn = 50

const fields = {
  name: field.text(100),
  /** The part of the list's address after the question mark. */
  query: field.text(2000),
  sharing: field.choice(sharings),
}

/** Saves the conditions of a list under a name. A filter is a URL: a user who opens it sees only what they can see. */
export const saveFilter = endpoint({
  name: 'filter.save',
  input: z.strictObject(fields),
  async run(c, input) {
    const { count } = await mine(c)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= maxOwn) throw new Refusal('too_many_filters', { most: maxOwn })
    const id = newId<'saved_filter'>()
    const kept = await programmeDb(c)
      .insertInto('saved_filter')
      .values({
        id,
        account_id: c.actor.accountId,
        person_id: c.actor.personId,
        ...valuesOf(c, input),
        recorded_at: c.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) throw nameTaken(input.name)
    await audit(c, 'filter.save', { kind: 'saved_filter', id }, { name: input.name, sharing: input.sharing })
    return { id, name: input.name, version: 1 }
  },
})

/** Gives an own filter another name, other conditions or other readers. */
export const changeFilter = endpoint({
  name: 'filter.change',
  input: z.strictObject({ id: field.text(80), version: field.version(), ...fields }),
  async run(c, { id, version, ...input }) {
    const row = await ownForUpdate(c, id)
    if (row.version !== version)
      throw new Refusal('version_conflict', { version: row.version }, { status: 409 })
    const taken = await mine(c)
      .select('id')
      .where('id', '<>', id)
      .where(sql<boolean>`lower(name) = lower(${input.name})`)
      .executeTakeFirst()
    if (taken !== undefined) throw nameTaken(input.name)
    await programmeDb(c)
      .updateTable('saved_filter')
      .set({ ...valuesOf(c, input), version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(
      c,
      'filter.change',
      { kind: 'saved_filter', id },
      { name: input.name, sharing: input.sharing },
    )
    return { id, name: input.name, version: version + 1 }
  },
})

/** Takes an own filter off, for everybody who saw it. */
export const removeFilter = endpoint({
  name: 'filter.remove',
  input: z.strictObject({ id: field.text(80) }),
  async run(c, { id }) {
    const { name } = await ownForUpdate(c, id)
    await programmeDb(c).updateTable('saved_filter').set({ removed_at: c.now }).where('id', '=', id).execute()
    await audit(c, 'filter.remove', { kind: 'saved_filter', id }, { name })
    return { id, name }
  },
})

const mine = (c: Context) =>
  programmeDb(c)
    .selectFrom('saved_filter')
    .where('account_id', '=', c.actor.accountId)
    .where('removed_at', 'is', null)

async function ownForUpdate(c: Context, id: string) {
  const row = isId(id)
    ? await mine(c).select(['name', 'version']).where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined
  if (row === undefined) throw notFound('filter')
  return row
}

/** The unit whose people see it: the committee that the actor's unit acts for, or the one over which they oversee others. */
function sharedUnit({ actor }: Pick<Context, 'actor'>, sharing: Sharing): string | null {
  switch (sharing) {
    case 'own':
      return null
    case 'unit':
      return actor.rootId ?? actor.unitId
    case 'subtree':
      return actor.grants.find(({ role }) => overseeing.includes(role))?.unitId ?? null
  }
}

const overseeing: readonly string[] = [...overseers, 'programme-admin']

/** Sharing with all units below needs oversight of them: many people read the name of such a filter. */
export function sharingsOpen(c: Pick<Context, 'actor'>): readonly Sharing[] {
  return sharings.filter((sharing) => sharing === 'own' || sharedUnit(c, sharing) !== null)
}

function valuesOf(
  c: Context,
  input: { readonly name: string; readonly query: string; readonly sharing: Sharing },
) {
  if (!sharingsOpen(c).includes(input.sharing)) {
    throw becauseOf({ code: 'sharing_not_yours', field: 'sharing' })
  }
  return {
    name: input.name,
    query: keptQuery(c, input.query),
    sharing: input.sharing,
    unit_id: sharedUnit(c, input.sharing),
  }
}

function nameTaken(name: string): Refusal {
  return becauseOf({ code: 'filter_name_taken', params: { name }, field: 'name' }, 409)
}

/**
 * The conditions as an address says them, and nothing else. The day of the question is left out where it is today's, so that
 * the filter speaks of the day on which it is opened.
 * @throws Refusal `input_invalid` where it is no address of the list
 */
export function keptQuery(c: Pick<Context, 'today'>, query: string): string {
  const given: Params = Object.fromEntries(new URLSearchParams(query.replace(/^.*\?/, '')))
  const { filter, sort } = readWorksAddress(given, c.today)
  const params = new URLSearchParams({ ...filterParams(filter), ...sortParam(sort) })
  if (filter.asOf === c.today) params.delete('ngay')
  return params.toString()
}

export interface SavedFilter {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly sharing: Sharing
  readonly version: number
  readonly isOwn: boolean
  /** Of a shared one: who made it, and for which unit. */
  readonly by: string | null
  readonly unitName: string | null
}

/** The filters that the actor made, and those that others shared with the unit of their post; their own first. */
export async function listFilters(c: Context): Promise<readonly SavedFilter[]> {
  const units = [...new Set([c.actor.unitId, c.actor.rootId])].filter((id) => id !== null)
  const isOwn = sql<boolean>`saved_filter.account_id = ${c.actor.accountId}`
  const rows = await programmeDb(c)
    .selectFrom('saved_filter')
    .select(['id', 'name', 'query', 'sharing', 'version', isOwn.as('is_own')])
    .select(personNameOf('saved_filter.person_id').as('by'))
    .select(sql<string | null>`${unitNameOf('saved_filter.unit_id')}`.as('unit_name'))
    .where('removed_at', 'is', null)
    .where(
      sql<boolean>`(${isOwn}
        or saved_filter.sharing <> 'own' and saved_filter.unit_id = any(${units}::uuid[])
        or saved_filter.sharing = 'subtree' and saved_filter.unit_id in (${unitsAbove(c, units)}))`,
    )
    .orderBy(isOwn, 'desc')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    query: row.query,
    sharing: row.sharing as Sharing,
    version: row.version,
    isOwn: row.is_own,
    by: row.is_own ? null : row.by,
    unitName: row.unit_name,
  }))
}

/** One of the actor's own. @throws Refusal `not_found` */
export async function getOwnFilter(c: Context, id: string): Promise<SavedFilter> {
  const found = (await listFilters(c)).find((one) => one.id === id && one.isOwn)
  if (found === undefined) throw notFound('filter')
  return found
}
