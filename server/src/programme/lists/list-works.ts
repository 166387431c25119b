import { type RawBuilder, sql } from 'kysely'
import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cachedRows } from '../../platform/counts/cached-rows.ts'
import { type CursorValues, cutPage, decodeCursor } from '../../platform/http/paging.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { WorkFilter } from '../filter/filter.ts'
import { textRank, worksWithin } from '../filter/filter-sql.ts'
import { isDescending, type WorkSort } from '../filter/sorts.ts'
import { resolveWorkFilter, type WorkScope } from '../filter/work-scope.ts'
import { dueOf, sinceOf, stateOf, worksOnDay } from '../filter/works-on-day.ts'
import { workStates } from '../rules/states.ts'
import { describeWorks, type WorkRow } from './work-rows.ts'
import { lastDay, pageByDueDay, type WorksByDueDay, worksByDueDay } from './works-by-due-day.ts'

export interface WorksPage {
  readonly rows: readonly WorkRow[]
  /** All works that the filter names, not only those of this page. */
  readonly total: number
  readonly next: string | null
  readonly filter: WorkFilter
  readonly sort: WorkSort
}

export const maxWorksAPage = 200

export interface WorksQuestion {
  readonly filter: WorkFilter
  readonly sort?: WorkSort | undefined
  readonly cursor?: string | null | undefined
  readonly limit?: number | undefined
}

/** The works that a filter names and the actor may see, page by page, with how many there are. */
export async function listWorks(c: Context, question: WorksQuestion): Promise<WorksPage> {
  const scope = await resolveWorkFilter(c, question.filter)
  const byDueDay = await worksByDueDay(c, scope)
  const total = byDueDay.size
  const page = await readPage(c, scope, question, byDueDay)
  return { ...page, total, filter: question.filter }
}

/** How many works `listWorks` would list. @throws Refusal `filter_unknown` */
export async function countWorks(c: Context, filter: WorkFilter): Promise<number> {
  return countWorksWithin(c, await resolveWorkFilter(c, filter))
}

/** The same with a filter whose names have been looked up. */
export async function countWorksWithin(c: Context, scope: WorkScope): Promise<number> {
  return (await worksByDueDay(c, scope)).size
}

/** One page without the total. */
export async function pageOfWorks(
  c: Context,
  scope: WorkScope,
  question: Omit<WorksQuestion, 'filter'>,
): Promise<Omit<WorksPage, 'total' | 'filter'>> {
  return readPage(c, scope, question, null)
}

async function readPage(
  c: Context,
  scope: WorkScope,
  { sort = 'due', cursor = null, limit = 50 }: Omit<WorksQuestion, 'filter'>,
  byDueDay: WorksByDueDay | null,
): Promise<Omit<WorksPage, 'total' | 'filter'>> {
  const size = Math.min(Math.max(limit, 1), maxWorksAPage)
  // The cached count knows the page in the order of due days; other orders use an index, or sort all.
  const inOrder = byDueDay !== null && sort.replace('-', '') === 'due' && scope.filter.text === null
  const page = inOrder
    ? await readById(c, scope, pageByDueDay(byDueDay, { sort, size, after: cursorOf(cursor, sort, 2) }))
    : await readWorks(c, scope, { sort, cursor, size })
  return { ...page, sort }
}

async function readById(
  c: Context,
  scope: WorkScope,
  { ids, next }: ReturnType<typeof pageByDueDay>,
): Promise<Pick<WorksPage, 'rows' | 'next'>> {
  const found = await worksOnDay(c, { ...scope, only: ids })
    .select('work.id')
    .select([stateOf(scope).as('state'), sinceOf(scope).as('stateSince'), dueOf(scope).as('dueOn')])
    .execute()
  const byId = new Map(found.map((work) => [work.id, work]))
  return {
    rows: await describeWorks(
      c,
      scope,
      ids.flatMap((id) => byId.get(id) ?? []),
    ),
    next,
  }
}

/** As many works as asked for from a position on; the caller sets the bound. */
export async function readWorks(
  c: Context,
  scope: WorkScope,
  { sort, cursor, size }: { sort: WorkSort; cursor: string | null; size: number },
): Promise<Pick<WorksPage, 'rows' | 'next'>> {
  const keys = sortKeys(scope, sort)
  // First which works, from an index where it can be; then what is shown of these few.
  let query = worksWithin(c, scope)
    .select('work.id')
    .select([
      stateOf(scope).as('state'),
      sinceOf(scope).as('stateSince'),
      dueOf(scope).as('dueOn'),
      sql<CursorValues>`json_build_array(${sql.join(keys.map((key) => key.value))})`.as('position'),
    ])
  const after = cursorOf(cursor, sort, keys.length)
  if (after !== null) query = query.where(isAfter(keys, sort, after))
  for (const key of keys) query = query.orderBy(ordered(key), isDescending(sort) ? 'desc' : 'asc')
  const found = await cachedRows(c, query.limit(size + 1).compile(), { kind: 'work' })
  const { items, next } = cutPage(found, size, ({ position }) => [sort, ...position])
  return { rows: await describeWorks(c, scope, items), next }
}

interface SortKey {
  readonly value: RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
}

const viText = sql`text collate "vi-x-icu"`

/** What a sort compares, never null and all in one direction; the id comes last, so that no two works share a place. */
function sortKeys(scope: WorkScope, sort: WorkSort): readonly SortKey[] {
  const due = { value: sql`coalesce(${dueOf(scope)}, ${lastDay}::date)`, type: sql`date` }
  const code = { value: sql`coalesce(work.code, '')`, type: sql`text` }
  const by: Record<string, SortKey[]> = {
    due: [due],
    code: [code],
    title: [{ value: sql`work.title`, type: viText }],
    unit: [{ value: unitNameOf('work.owner_unit_id'), type: viText }, code],
    state: [{ value: statePosition(scope), type: sql`integer` }, due],
    theme: [{ value: themeOrd, type: sql`integer` }, due],
  }
  const rank = textRank(scope)
  // Whichever way the list runs, what is written as it was typed comes first. The rank begins with a minus itself, and two in a
  // row begin a comment of SQL.
  const ranked = rank === null ? [] : [isDescending(sort) ? sql`-(${rank})` : rank]
  return [
    ...ranked.map((value) => ({ value, type: sql`integer` })),
    ...(by[sort.replace('-', '')] ?? []),
    { value: sql`work.id`, type: sql`uuid` },
  ]
}

const themeOrd = sql<number>`coalesce((select ord from theme_group where id = work.theme_group_id), 1000)`

const statePosition = (scope: WorkScope) =>
  sql<number>`array_position(${[...workStates]}::text[], ${stateOf(scope)})`

const ordered = ({ value, type }: SortKey) => sql`(${value})::${type}`

function isAfter(keys: readonly SortKey[], sort: WorkSort, position: CursorValues): RawBuilder<boolean> {
  const here = sql.join(keys.map(ordered))
  const there = sql.join(keys.map(({ type }, index) => sql`${position[index]}::${type}`))
  return sql<boolean>`(${here}) ${isDescending(sort) ? sql`<` : sql`>`} (${there})`
}

function cursorOf(cursor: string | null, sort: WorkSort, length: number): CursorValues | null {
  if (cursor === null) return null
  const [of, ...position] = decodeCursor(cursor, length + 1)
  if (of !== sort) throw new Refusal('cursor_invalid', {}, { status: 400 })
  return position
}
