import { type RawBuilder, sql } from 'kysely'
import {
  holderNameOf,
  postTitleOf,
  spanCovers,
  unitCodeOf,
  unitNameOf,
  unitShortNameOf,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { MeasureRegistry } from '../../platform/measures/measures.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { firstDueOf } from '../filter/works-on-day.ts'
import { heldVersions } from '../held-version.ts'
import { type AssessedTarget, assessTargets } from '../progress/target-facts.ts'
import type { Signal } from '../rules/signals.ts'
import type { WorkState } from '../rules/states.ts'
import type { Goal, Met, Reading } from '../rules/targets.ts'
import { type OwnerKind, programmeDb, type Tier, type WorkId } from '../tables.ts'

/** Who owes the work: a collective by its unit, a person by the post in it. */
export interface WorkOwner {
  readonly kind: OwnerKind
  readonly unitCode: string
  readonly unitName: string
  readonly unitShortName: string
  readonly holderName: string | null
  readonly postTitle: string | null
}

/** How far the targets are: what the owner claims next to what is confirmed (design 8.15). */
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
  /** As it is now, to be sent with an act on the row. */
  readonly version: number
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

/** A work of a list, and what held of it on the day. */
export interface ListedWork {
  readonly id: string
  readonly state: WorkState
  readonly stateSince: PlainDate
  readonly dueOn: PlainDate | null
}

/** What a list shows of these works, in their order, with a fixed number of queries. The caller knows that they may be seen. */
export async function describeWorks(
  c: Context,
  scope: WorkScope,
  works: readonly ListedWork[],
): Promise<readonly WorkRow[]> {
  if (works.length === 0) return []
  const ids = works.map((work) => work.id)
  const rows = await selectRow(c, scope).where('work.id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const progress = await progressOf(c, scope, rows)
  const held = await heldVersions(c, ids, scope.filter.asOf)
  return works.flatMap((work) => {
    const row = byId.get(work.id)
    if (row === undefined) return []
    const title = held.get(work.id)?.content.title ?? row.title
    return [rowOf({ ...row, title }, work, progress.get(work.id) ?? [])]
  })
}

function selectRow(c: Context, scope: WorkScope) {
  return programmeDb(c)
    .selectFrom('work')
    .leftJoin('theme_group as theme', 'theme.id', 'work.theme_group_id')
    .select(['work.id', 'work.code', 'work.title', 'work.owner_kind', 'work.tier', 'work.custodian_unit_id'])
    .select([
      'work.illustrative',
      'work.version',
      'work.source_id',
      'theme.ord as theme_ord',
      'theme.headline',
    ])
    .select([
      unitCodeOf('work.owner_unit_id').as('unit_code'),
      unitNameOf('work.owner_unit_id', scope.filter.asOf).as('unit_name'),
      unitShortNameOf('work.owner_unit_id', scope.filter.asOf).as('unit_short_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      unitNameOf('work.assigner_unit_id', scope.filter.asOf).as('assigner_name'),
      firstDueOf.as('first_due_on'),
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

function rowOf(row: FoundRow, work: ListedWork, targets: readonly AssessedTarget[]): WorkRow {
  const { state, stateSince, dueOn } = work
  return {
    id: row.id as WorkId,
    code: row.code,
    title: row.title,
    version: row.version,
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
    dueOn,
    firstDueOn: row.first_due_on === dueOn ? null : row.first_due_on,
    state,
    stateSince,
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
