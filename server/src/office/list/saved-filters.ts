import { sql } from 'kysely'
import { z } from 'zod'
import { personNameOf, unitNameOf, unitsAbove } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { isId, newId } from '../../platform/id.ts'
import { becauseOf, notFound, Refusal } from '../../platform/refusal.ts'
import { officeDb } from '../tables.ts'
import { type FilteredList, getListByKey } from './filtered-list.ts'

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

/** The acts on saved filters of the lists that slices offer. */
export const savedFilters = (lists: readonly FilteredList[]) => ({
  lists,

  /** Saves the conditions of a list under a name. A filter is a URL: a user who opens it sees only what they can see. */
  save: endpoint({
    name: 'filter.save',
    input: z.strictObject({ list: listKey(lists), ...fields }),
    async run(c, { list: key, ...input }) {
      const list = getListByKey(lists, key)
      const { count } = await mine(c)
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('list', '=', list.key)
        .executeTakeFirstOrThrow()
      if (Number(count) >= maxOwn) throw new Refusal('too_many_filters', { most: maxOwn })
      const id = newId<'saved_filter'>()
      const kept = await officeDb(c)
        .insertInto('saved_filter')
        .values({
          id,
          account_id: c.actor.accountId,
          person_id: c.actor.personId,
          list: list.key,
          ...valuesOf(c, list, input),
          recorded_at: c.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (kept.numInsertedOrUpdatedRows === 0n) throw nameTaken(input.name)
      await auditFilter(c, 'filter.save', id, list, input)
      return { id, list: list.key, name: input.name, version: 1 }
    },
  }),

  /** Gives an own filter another name, other conditions or other readers. */
  change: endpoint({
    name: 'filter.change',
    input: z.strictObject({ id: field.text(80), version: field.version(), ...fields }),
    async run(c, { id, version, ...input }) {
      const row = await ownForUpdate(c, id)
      const list = getListByKey(lists, row.list)
      if (row.version !== version)
        throw new Refusal('version_conflict', { version: row.version }, { status: 409 })
      const taken = await mine(c)
        .select('id')
        .where('id', '<>', id)
        .where('list', '=', list.key)
        .where(sql<boolean>`lower(name) = lower(${input.name})`)
        .executeTakeFirst()
      if (taken !== undefined) throw nameTaken(input.name)
      await officeDb(c)
        .updateTable('saved_filter')
        .set({ ...valuesOf(c, list, input), version: version + 1 })
        .where('id', '=', id)
        .execute()
      await auditFilter(c, 'filter.change', id, list, input)
      return { id, list: list.key, name: input.name, version: version + 1 }
    },
  }),

  /** Removes an own filter, for everyone who saw it. */
  remove: endpoint({
    name: 'filter.remove',
    input: z.strictObject({ id: field.text(80) }),
    async run(c, { id }) {
      const { name, list } = await ownForUpdate(c, id)
      await officeDb(c).updateTable('saved_filter').set({ removed_at: c.now }).where('id', '=', id).execute()
      await audit(c, 'filter.remove', { kind: 'saved_filter', id }, { list, name })
      return { id, list, name }
    },
  }),
})

export type SavedFilters = ReturnType<typeof savedFilters>

/** The key of a list in an input; null, or absent, means the default one. */
export const listKey = (lists: readonly FilteredList[]) =>
  field.emptyAsNull(
    z
      .enum(
        lists.map(({ key }) => key),
        'error.choice',
      )
      .describe('The list that it filters.'),
  )

const mine = (c: Context) =>
  officeDb(c)
    .selectFrom('saved_filter')
    .where('account_id', '=', c.actor.accountId)
    .where('removed_at', 'is', null)

async function ownForUpdate(c: Context, id: string) {
  const row = isId(id)
    ? await mine(c).select(['list', 'name', 'version']).where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined
  if (row === undefined) throw notFound('filter')
  return row
}

/** The unit whose people see it: the committee that the actor's unit acts for, or the one over which they oversee others. */
function sharedUnit(
  { actor }: Pick<Context, 'actor'>,
  { overseers }: FilteredList,
  sharing: Sharing,
): string | null {
  switch (sharing) {
    case 'own':
      return null
    case 'unit':
      return actor.rootId ?? actor.unitId
    case 'subtree':
      return actor.grants.find(({ role }) => overseers.includes(role))?.unitId ?? null
  }
}

/** Sharing with all units below needs oversight of them: many people read the name of such a filter. */
export function sharingsOpen(c: Pick<Context, 'actor'>, list: FilteredList): readonly Sharing[] {
  return sharings.filter((sharing) => sharing === 'own' || sharedUnit(c, list, sharing) !== null)
}

interface Input {
  readonly name: string
  readonly query: string
  readonly sharing: Sharing
}

function valuesOf(c: Context, list: FilteredList, input: Input) {
  if (!sharingsOpen(c, list).includes(input.sharing)) {
    throw becauseOf({ code: 'sharing_not_yours', field: 'sharing' })
  }
  return {
    name: input.name,
    query: list.keptQuery(c, input.query),
    sharing: input.sharing,
    unit_id: sharedUnit(c, list, input.sharing),
  }
}

function nameTaken(name: string): Refusal {
  return becauseOf({ code: 'filter_name_taken', params: { name }, field: 'name' }, 409)
}

async function auditFilter(
  c: Context,
  act: 'filter.save' | 'filter.change',
  id: string,
  list: FilteredList,
  { name, sharing }: Input,
): Promise<void> {
  await audit(c, act, { kind: 'saved_filter', id }, { list: list.key, name, sharing })
}

export interface SavedFilter {
  readonly id: string
  /** The key of its list. */
  readonly list: string
  readonly name: string
  readonly query: string
  readonly sharing: Sharing
  readonly version: number
  readonly isOwn: boolean
  /** Of a shared one: who made it, and for which unit. */
  readonly by: string | null
  readonly unitName: string | null
}

/** The actor's own filters of a list, and those that others shared with the unit of their post; their own first. */
export async function listFilters(c: Context, list: FilteredList): Promise<readonly SavedFilter[]> {
  const units = [...new Set([c.actor.unitId, c.actor.rootId])].filter((id) => id !== null)
  const isOwn = ownedBy(c)
  const rows = await filterRows(c)
    .where('list', '=', list.key)
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
  return rows.map(filterOf)
}

/** One of the actor's own. @throws Refusal `not_found` */
export async function getOwnFilter(c: Context, id: string): Promise<SavedFilter> {
  const row = isId(id)
    ? await filterRows(c).where('id', '=', id).where(ownedBy(c)).executeTakeFirst()
    : undefined
  if (row === undefined) throw notFound('filter')
  return filterOf(row)
}

const ownedBy = (c: Context) => sql<boolean>`saved_filter.account_id = ${c.actor.accountId}`

const filterRows = (c: Context) =>
  officeDb(c)
    .selectFrom('saved_filter')
    .select(['id', 'list', 'name', 'query', 'sharing', 'version', ownedBy(c).as('is_own')])
    .select(personNameOf('saved_filter.person_id').as('by'))
    .select(sql<string | null>`${unitNameOf('saved_filter.unit_id')}`.as('unit_name'))
    .where('removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof filterRows>['executeTakeFirstOrThrow']>>

const filterOf = ({ is_own, unit_name, ...row }: Row): SavedFilter => ({
  ...row,
  sharing: row.sharing as Sharing,
  isOwn: is_own,
  by: is_own ? null : row.by,
  unitName: unit_name,
})
