import { unitCodeOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { allWorks, type WorkFilter } from '../filter/filter.ts'
import { resolveWorkFilter } from '../filter/work-scope.ts'
import { pageOfWorks } from '../lists/list-works.ts'
import type { WorkRow } from '../lists/work-rows.ts'
import { readableWorks } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import type { LoadedWork } from '../work.ts'

export interface ContentGroupLink {
  readonly id: string
  readonly unitCode: string
  readonly unitName: string
  readonly ord: number
  readonly name: string
}

export interface LineageLink {
  readonly code: string | null
  readonly title: string
  readonly year: number
}

/** What an article says of the work next to its promise: activities, a note of progress. */
export interface PressFact {
  readonly ref: string
  readonly kind: string
  readonly text: string
  readonly quote: string
}

export interface Siblings {
  readonly rows: readonly WorkRow[]
  /** The works of the unit, this one among them. */
  readonly filter: WorkFilter
}

const maxSiblings = 20

/** The other works of the same unit and its heads, to be seen side by side (spec/programme.md, 3.2). */
export async function siblingsOf(
  c: Context,
  work: LoadedWork,
  unitCode: string,
  asOf: PlainDate,
): Promise<Siblings> {
  const filter = { ...allWorks(work.standing.year, asOf), unit: unitCode, subordinates: false }
  const scope = await resolveWorkFilter(c, filter)
  const { rows } = await pageOfWorks(c, scope, { limit: maxSiblings + 1 })
  return { filter, rows: rows.filter((row) => row.id !== work.row.id).slice(0, maxSiblings) }
}

export function contentGroupsOf(c: Context, work: LoadedWork): Promise<readonly ContentGroupLink[]> {
  return programmeDb(c)
    .selectFrom('work_content_group as member')
    .innerJoin('content_group', 'content_group.id', 'member.content_group_id')
    .select(['content_group.id', 'content_group.ord', 'content_group.name'])
    .select([
      unitCodeOf('content_group.scope_unit_id').as('unitCode'),
      unitNameOf('content_group.scope_unit_id').as('unitName'),
    ])
    .where('member.work_id', '=', work.row.id)
    .orderBy('content_group.ord')
    .execute()
}

export function supportingUnitsOf(
  c: Context,
  work: LoadedWork,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return programmeDb(c)
    .selectFrom('work_supporting_unit as support')
    .select([unitCodeOf('support.unit_id').as('code'), unitNameOf('support.unit_id').as('name')])
    .where('support.work_id', '=', work.row.id)
    .orderBy('name')
    .execute()
}

/** The work that this one goes on with, and those that go on with it, as far as the actor may see them. */
export async function lineageOf(
  c: Context,
  work: LoadedWork,
): Promise<{ readonly continues: LineageLink | null; readonly continuedBy: readonly LineageLink[] }> {
  const rows = await programmeDb(c)
    .selectFrom('work')
    .innerJoin('programme', 'programme.id', 'work.programme_id')
    .select(['work.id', 'work.code', 'work.title', 'programme.year'])
    .where((eb) =>
      eb.or([eb('work.id', '=', work.row.continues_work_id), eb('work.continues_work_id', '=', work.row.id)]),
    )
    .where(readableWorks(c))
    .orderBy('programme.year')
    .orderBy('work.id')
    .limit(100)
    .execute()
  const linkOf = ({ code, title, year }: LineageLink): LineageLink => ({ code, title, year })
  const earlier = rows.find((row) => row.id === work.row.continues_work_id)
  return {
    continues: earlier === undefined ? null : linkOf(earlier),
    continuedBy: rows.filter((row) => row !== earlier).map(linkOf),
  }
}

export async function pressFactsOf(c: Context, work: LoadedWork): Promise<readonly PressFact[]> {
  const rows = await programmeDb(c)
    .selectFrom('press_fact')
    .select(['ref', 'kind', 'text_vi', 'source_quote'])
    .where('work_id', '=', work.row.id)
    .orderBy('ord')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ref: row.ref, kind: row.kind, text: row.text_vi, quote: row.source_quote }))
}
