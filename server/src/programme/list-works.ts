import { type RawBuilder, sql } from 'kysely'
import {
  holderNameOf,
  postTitleOf,
  spanCovers,
  unitCodeOf,
  unitNameOf,
  unitShortNameOf,
} from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import { type CursorValues, decodeCursor, encodeCursor } from '../platform/http/paging.ts'
import { MeasureRegistry } from '../platform/measures.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import type { WorkFilter } from './filter.ts'
import {
  dueOf,
  firstDueOf,
  resolveWorkFilter,
  sinceOf,
  stateOf,
  textRank,
  type WorkScope,
  worksWithin,
} from './filter-sql.ts'
import type { Signal } from './rules/signals.ts'
import { type WorkState, workStates } from './rules/states.ts'
import type { Goal, Met, Reading } from './rules/targets.ts'
import type { WorkSort } from './sorts.ts'
import type { OwnerKind, Tier, WorkId } from './tables.ts'
import { type AssessedTarget, assessTargets } from './target-facts.ts'

/** Who owes the work: a collective by its unit, a person by the post in it. */
export interface WorkOwner {
  readonly kind: OwnerKind
  readonly unitCode: string
  readonly unitName: string
  readonly unitShortName: string
  readonly holderName: string | null
  readonly postTitle: string | null
}

/** How far the targets are: what the owner claims beside what is confirmed (design 8.15). */
export interface ShortProgress {
  readonly targets: number
  readonly claimed: number
  readonly confirmed: number
  /** Targets bound to a live measure: they are counted on the work's own page. */
  readonly live: number
  /** The first target, where it is the only one: its very numbers. */
  readonly only: {
    readonly goal: Goal
    readonly unit: string | null
    readonly claimed: Reading | null
    readonly confirmed: Reading | null
    readonly met: Met
  } | null
}

export interface WorkRow {
  readonly id: WorkId
  /** Null for a draft, which gets its code at submission. */
  readonly code: string | null
  readonly title: string
  readonly owner: WorkOwner
  readonly tier: Tier
  readonly theme: { readonly ord: number; readonly headline: string } | null
  readonly dueOn: PlainDate | null
  /** The date promised first, where it was moved since. */
  readonly firstDueOn: PlainDate | null
  readonly state: WorkState
  readonly stateSince: PlainDate
  /** On the day of the question, the weightiest first. */
  readonly signals: readonly Signal[]
  readonly assignerName: string | null
  readonly progress: ShortProgress
  readonly illustrative: boolean
  /** The press article that names the work. */
  readonly sourceId: string | null
}

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
  const total = await countWorksWithin(c, scope)
  return { ...(await pageOfWorks(c, scope, question)), total, filter: question.filter }
}

/** How many works `listWorks` would list. @throws Refusal `filter_unknown` */
export async function countWorks(c: Context, filter: WorkFilter): Promise<number> {
  return countWorksWithin(c, await resolveWorkFilter(c, filter))
}

/** The same with a filter whose names have been looked up. */
export async function countWorksWithin(c: Context, scope: WorkScope): Promise<number> {
  const { count } = await worksWithin(c, scope)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** One page without the total. */
export async function pageOfWorks(
  c: Context,
  scope: WorkScope,
  { sort = 'due', cursor = null, limit = 50 }: Omit<WorksQuestion, 'filter'>,
): Promise<Omit<WorksPage, 'total' | 'filter'>> {
  const size = Math.min(Math.max(limit, 1), maxWorksAPage)
  return { ...(await readWorks(c, scope, { sort, cursor, size })), sort }
}

/** As many works as asked for from a position on; the caller sets the bound. */
export async function readWorks(
  c: Context,
  scope: WorkScope,
  { sort, cursor, size }: { sort: WorkSort; cursor: string | null; size: number },
): Promise<Pick<WorksPage, 'rows' | 'next'>> {
  const keys = sortKeys(scope, sort)
  let query = selectRow(c, scope).select(
    sql<CursorValues>`json_build_array(${sql.join(keys.map((key) => key.value))})`.as('position'),
  )
  if (cursor !== null) query = query.where(isAfter(keys, sort, positionOf(cursor, sort, keys.length)))
  for (const key of keys) query = query.orderBy(ordered(key), isDescending(sort) ? 'desc' : 'asc')
  const found = await query.limit(size + 1).execute()
  const rows = found.slice(0, size)
  const last = found.length > size ? rows.at(-1) : undefined
  const progress = await progressOf(c, scope, rows)
  return {
    rows: rows.map((row) => rowOf(row, progress.get(row.id) ?? [])),
    next: last === undefined ? null : encodeCursor([sort, ...last.position]),
  }
}

function selectRow(c: Context, scope: WorkScope) {
  return worksWithin(c, scope)
    .leftJoin('theme_group as theme', 'theme.id', 'work.theme_group_id')
    .select(['work.id', 'work.code', 'work.title', 'work.owner_kind', 'work.tier', 'work.custodian_unit_id'])
    .select(['work.illustrative', 'work.source_id', 'theme.ord as theme_ord', 'theme.headline'])
    .select([
      unitCodeOf('work.owner_unit_id').as('unit_code'),
      unitNameOf('work.owner_unit_id').as('unit_name'),
      unitShortNameOf('work.owner_unit_id').as('unit_short_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      unitNameOf('work.assigner_unit_id').as('assigner_name'),
      dueOf(scope).as('due_on'),
      firstDueOf.as('first_due_on'),
      stateOf(scope).as('state'),
      sinceOf(scope).as('state_since'),
      signalsOf(scope).as('signals'),
    ])
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof selectRow>['execute']>>[number]

const weights = sql`array['late', 'at_risk', 'silent', 'stale']`

function signalsOf({ filter }: WorkScope): RawBuilder<Signal[]> {
  return sql<Signal[]>`array(select signal from work_signal where work_id = work.id
    and ${spanCovers('work_signal.from_on', 'work_signal.to_on', filter.asOf)}
    order by array_position(${weights}, signal))`
}

function rowOf(row: FoundRow, targets: readonly AssessedTarget[]): WorkRow {
  return {
    id: row.id as WorkId,
    code: row.code,
    title: row.title,
    owner: {
      kind: row.owner_kind as OwnerKind,
      unitCode: row.unit_code,
      unitName: row.unit_name,
      unitShortName: row.unit_short_name,
      holderName: row.holder_name,
      postTitle: row.post_title,
    },
    tier: row.tier as Tier,
    theme: row.theme_ord === null ? null : { ord: row.theme_ord, headline: row.headline ?? '' },
    dueOn: row.due_on,
    firstDueOn: row.first_due_on === row.due_on ? null : row.first_due_on,
    state: row.state,
    stateSince: row.state_since,
    signals: row.signals,
    assignerName: row.assigner_name,
    progress: shortProgress(targets),
    illustrative: row.illustrative,
    sourceId: row.source_id,
  }
}

async function progressOf(c: Context, scope: WorkScope, rows: readonly FoundRow[]) {
  const placed = rows.map((row) => ({ id: row.id, custodianUnitId: row.custodian_unit_id }))
  // A live measure is counted unit by unit: on a page of two hundred works that would be two hundred questions.
  const uncounted = { ...c, measures: new MeasureRegistry() }
  return assessTargets(uncounted, placed, scope.filter.year, scope.filter.asOf)
}

function shortProgress(targets: readonly AssessedTarget[]): ShortProgress {
  const typed = targets.filter(({ target }) => target.measureKey === null)
  const [first] = typed
  const only = first === undefined || targets.length > 1 ? null : first
  return {
    targets: targets.length,
    live: targets.length - typed.length,
    claimed: typed.filter(({ assessment }) => isSomething(assessment.claimed)).length,
    confirmed: typed.filter(({ assessment }) => isMet(assessment.met)).length,
    only: only === null ? null : { goal: only.target.goal, unit: only.target.unit, ...only.assessment },
  }
}

const isSomething = (reading: Reading | null) => reading !== null && reading !== false
const isMet = (met: Met) => met === 'met' || met === 'exceeded'

interface SortKey {
  readonly value: RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
}

const viText = sql`text collate "vi-x-icu"`
const lastDay = sql`'9999-12-31'::date`

const isDescending = (sort: WorkSort) => sort.startsWith('-')

/** What a sort compares, never null and all in one direction; the id comes last, so that no two works share a place. */
function sortKeys(scope: WorkScope, sort: WorkSort): readonly SortKey[] {
  const due = { value: sql`coalesce(${dueOf(scope)}, ${lastDay})`, type: sql`date` }
  const code = { value: sql`coalesce(work.code, '')`, type: sql`text` }
  const by: Record<string, SortKey[]> = {
    due: [due],
    code: [code],
    title: [{ value: sql`work.title`, type: viText }],
    unit: [{ value: unitNameOf('work.owner_unit_id'), type: viText }, code],
    state: [{ value: statePosition(scope), type: sql`integer` }, due],
    theme: [{ value: sql`coalesce(theme.ord, 1000)`, type: sql`integer` }, due],
  }
  const rank = textRank(scope.filter.text)
  // Whichever way the list runs, what is written as it was typed comes first.
  const ranked = rank === null ? [] : [isDescending(sort) ? sql`-${rank}` : rank]
  return [
    ...ranked.map((value) => ({ value, type: sql`integer` })),
    ...(by[sort.replace('-', '')] ?? []),
    { value: sql`work.id`, type: sql`uuid` },
  ]
}

const statePosition = (scope: WorkScope) =>
  sql<number>`array_position(${[...workStates]}::text[], ${stateOf(scope)})`

const ordered = ({ value, type }: SortKey) => sql`(${value})::${type}`

function isAfter(keys: readonly SortKey[], sort: WorkSort, position: CursorValues): RawBuilder<boolean> {
  const here = sql.join(keys.map(ordered))
  const there = sql.join(keys.map(({ type }, index) => sql`${position[index]}::${type}`))
  return sql<boolean>`(${here}) ${isDescending(sort) ? sql`<` : sql`>`} (${there})`
}

function positionOf(cursor: string, sort: WorkSort, length: number): CursorValues {
  const [of, ...position] = decodeCursor(cursor, length + 1)
  if (of !== sort) throw new Refusal('cursor_invalid', {}, { status: 400 })
  return position
}
