import { type Expression, type SqlBool, sql } from 'kysely'
import { searchRank } from '../../platform/data/text-search.ts'
import { cutPage, decodeCursor, type Page, pageSizeOf } from '../../platform/http/paging.ts'
import { holdsWords } from '../../platform/text-search/nearest-match.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { spanCovers } from '../relations/scope.ts'
import { levels } from '../relations/systems.ts'
import { type OrganisationSystem, organisationDb, type Reader, type UnitLevel } from '../tables.ts'
import { selectUnits, type UnitView, withParents } from './unit-view.ts'

type Database = Pick<Reader, 'db'>

export interface UnitFilter {
  /** Words of a name, short name or code, as the quick search finds them; accents do not matter, but those that are right come first. */
  readonly text?: string | null
  readonly system?: OrganisationSystem | null
  readonly level?: UnitLevel | null
  readonly kind?: string | null
  /** Only the units directly below this one, in `parentSystem` or in any ladder. */
  readonly parentId?: string | null
  readonly parentSystem?: OrganisationSystem | null
  readonly illustrative?: 'include' | 'exclude'
}

/** By name, or from the highest level down and then by name; words that are looked for come before either. */
export type UnitOrder = 'name' | 'level'

/** Units that exist on `on`, with their parents on that day, in their order, page by page. */
export async function listUnits(
  c: Database,
  query: {
    readonly on: PlainDate
    readonly filter?: UnitFilter
    readonly order?: UnitOrder
    readonly limit?: number
    readonly cursor?: string | null
  },
): Promise<Page<UnitView>> {
  const limit = pageSizeOf(query.limit)
  const rank = rankOf(query.filter?.text, query.order ?? 'name')
  const order = [rank, sql`unit.name_folded collate "C"`, sql`unit.id`]
  let select = selectUnits(c, query.on)
    .select(rank.as('rank'))
    .select('unit.name_folded')
    .where(matches(query.filter, query.on))
  if (query.cursor) {
    const [afterRank, afterName, afterId] = decodeCursor(query.cursor, ['number', 'text', 'id'])
    select = select.where(
      sql<boolean>`(${sql.join(order)}) > (${afterRank}::int, ${afterName}::text collate "C", ${afterId}::uuid)`,
    )
  }
  const rows = await select
    .orderBy(rank)
    .orderBy(sql`unit.name_folded collate "C"`)
    .orderBy('unit.id')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, (row) => [row.rank, row.name_folded, row.id])
  return {
    items: await withParents(c, page.items, query.on),
    next: page.next,
  }
}

/** How many units `listUnits` would give in all. */
export async function countUnits(
  c: Database,
  query: { on: PlainDate; filter?: UnitFilter },
): Promise<number> {
  const row = await organisationDb(c)
    .selectFrom('unit')
    .select(sql<number>`count(*)`.as('count'))
    .where(matches(query.filter, query.on))
    .executeTakeFirstOrThrow()
  return row.count
}

/** The units directly below one on a day, in one ladder or in any. */
export function childrenOf(
  c: Database,
  query: {
    unitId: string
    on: PlainDate
    system?: OrganisationSystem | null
    order?: UnitOrder
    limit?: number
    cursor?: string | null
  },
): Promise<Page<UnitView>> {
  const { unitId, system = null, ...rest } = query
  return listUnits(c, { ...rest, filter: { parentId: unitId, parentSystem: system } })
}

/** What was looked for comes by how well it fits; a list of all by its order. */
function rankOf(text: string | null | undefined, order: UnitOrder) {
  if (!text)
    return order === 'name'
      ? sql<number>`0::int`
      : sql<number>`array_position(${[...levels]}::text[], unit.level)`
  return searchRank(text, { names: ['unit.name', 'unit.short_name'], folded: 'unit.name_folded' })
}

function matches(filter: UnitFilter = {}, on: PlainDate): Expression<SqlBool> {
  const parts = [spanCovers('unit.valid_from', 'unit.valid_to', on)]
  // Also by a name that it once had. An array, and not `in`: so it is found by its index.
  if (filter.text?.trim())
    parts.push(sql`unit.id = any(array(select found.unit_id from unit_search found
      where ${holdsWords(filter.text, sql.ref('found.words'))}))`)
  if (filter.system) parts.push(sql`unit.system = ${filter.system}`)
  if (filter.level) parts.push(sql`unit.level = ${filter.level}`)
  if (filter.kind) parts.push(sql`unit.kind = ${filter.kind}`)
  if (filter.illustrative === 'exclude') parts.push(sql`not unit.illustrative`)
  if (filter.parentId) {
    parts.push(sql`exists (select from unit_parent child where child.unit_id = unit.id
      and child.parent_id = ${filter.parentId}::uuid
      and (${filter.parentSystem ?? null}::text is null or child.system = ${filter.parentSystem ?? null})
      and ${spanCovers('child.from_on', 'child.to_on', on)})`)
  }
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}
