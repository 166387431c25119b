import {
  holderNameOf,
  postTitleOf,
  unitCodeOf,
  unitNameOf,
  unitShortNameOf,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { WorkScope } from '../filter/work-scope.ts'
import { dueOf, firstDueOf, sinceOf, stateOf, worksOnDay } from '../filter/works-on-day.ts'
import { type HeldContent, heldVersions } from '../held-version.ts'
import type { WorkOwner } from '../lists/work-rows.ts'
import type { WorkState } from '../rules/states.ts'
import { type OwnerKind, programmeDb, type Tier, type WorkId } from '../tables.ts'
import type { LoadedWork } from '../work.ts'
import type { ThemeLink } from '../year/guidance.ts'

export interface WorkTexts {
  readonly rationale: string
  readonly baseline: string
  readonly product: string
  readonly resources: string
  readonly risks: string
  readonly requests: string
  readonly proof: string
  readonly minutesReference: string
}

/** The press article that names a work, and its very words. */
export interface PressSource {
  readonly id: string
  readonly citation: string
  readonly quote: string | null
}

/** Who promised what to whom by when, and how it stands, as of a day. */
export interface WorkFace {
  readonly id: WorkId
  readonly code: string | null
  readonly version: number
  readonly owner: WorkOwner
  /** Who looks after it today: another unit than the owner's where a reorganisation moved it. */
  readonly custodianName: string
  readonly tier: Tier
  readonly managingName: string | null
  readonly assignerName: string | null
  readonly title: string
  readonly texts: WorkTexts
  readonly theme: ThemeLink | null
  readonly state: WorkState
  readonly stateSince: PlainDate
  readonly dueOn: PlainDate | null
  readonly firstDueOn: PlainDate | null
  readonly assignedOn: PlainDate | null
  readonly workDoneOn: PlainDate | null
  readonly acceptedOn: PlainDate | null
  readonly returnBy: PlainDate | null
  /** It goes on with an earlier work that the register does not hold ("tiếp tục, chưa có liên kết"). */
  readonly continuesUnlinked: boolean
  readonly addedBySuperior: boolean
  readonly illustrative: boolean
  readonly imported: boolean
  readonly source: PressSource | null
}

/** @throws Refusal `not_found` where the work was not there yet on the day */
export async function loadFace(c: Context, scope: WorkScope, work: LoadedWork): Promise<WorkFace> {
  const face = await selectFace(c, scope).where('work.id', '=', work.row.id).executeTakeFirst()
  if (face === undefined) throw notFound('work')
  const { row } = work
  const held = (await heldVersions(c, [row.id], scope.filter.asOf)).get(row.id)?.content ?? {}
  const { asOf } = scope.filter
  const by = (on: string | null) => (on !== null && on <= asOf ? (on as PlainDate) : null)
  return {
    id: row.id as WorkId,
    code: row.code,
    version: row.version,
    owner: ownerOf(row.owner_kind, face),
    custodianName: face.custodian_name,
    tier: row.tier as Tier,
    managingName: face.managing_name,
    assignerName: by(row.assigned_on) === null ? null : work.assignerName,
    title: held.title ?? row.title,
    texts: textsOf(row, held),
    theme: held.themeGroupId === undefined ? themeOf(face) : await heldTheme(c, held.themeGroupId, scope),
    state: face.state,
    stateSince: face.state_since,
    dueOn: face.due_on,
    firstDueOn: face.first_due_on,
    assignedOn: by(row.assigned_on),
    // When it was done is known only once the result was accepted; before that it is a claim among the completions.
    workDoneOn: by(row.accepted_on) === null ? null : (row.work_done_on as PlainDate | null),
    acceptedOn: by(row.accepted_on),
    returnBy: face.state === 'returned' ? (row.return_by as PlainDate | null) : null,
    continuesUnlinked: row.continues_unlinked,
    addedBySuperior: row.added_by_superior,
    illustrative: row.illustrative,
    imported: row.imported,
    source: sourceOf(c, row, face),
  }
}

const selectFace = (c: Context, scope: WorkScope) =>
  worksOnDay(c, scope)
    .leftJoin('theme_group as theme', 'theme.id', 'work.theme_group_id')
    .leftJoin('press_source as source', 'source.id', 'work.source_id')
    .select(['theme.ord', 'theme.headline', 'theme.parts', 'theme.source_quote as theme_quote'])
    .select(['source.citation_vi', 'source.citation_en'])
    .select([
      unitCodeOf('work.owner_unit_id').as('unit_code'),
      unitNameOf('work.owner_unit_id', scope.filter.asOf).as('unit_name'),
      unitShortNameOf('work.owner_unit_id', scope.filter.asOf).as('unit_short_name'),
      unitNameOf('work.custodian_unit_id', scope.filter.asOf).as('custodian_name'),
      unitNameOf('work.managing_unit_id', scope.filter.asOf).as('managing_name'),
      unitNameOf('theme.set_by_unit_id', scope.filter.asOf).as('theme_set_by'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      dueOf(scope).as('due_on'),
      firstDueOf.as('first_due_on'),
      stateOf(scope).as('state'),
      sinceOf(scope).as('state_since'),
    ])

type FaceRow = Awaited<ReturnType<ReturnType<typeof selectFace>['execute']>>[number]

function ownerOf(kind: string, face: FaceRow): WorkOwner {
  return {
    kind: kind as OwnerKind,
    unitCode: face.unit_code,
    unitName: face.unit_name,
    unitShortName: face.unit_short_name,
    holderName: face.holder_name,
    postTitle: face.post_title,
  }
}

/** What the version of the day says; where it says nothing of a part, what the work says. */
function textsOf(row: LoadedWork['row'], held: Partial<HeldContent>): WorkTexts {
  return {
    rationale: held.rationale ?? row.rationale,
    baseline: held.baseline ?? row.baseline,
    product: held.product ?? row.product,
    resources: held.resources ?? row.resources,
    risks: held.risks ?? row.risks,
    requests: held.requests ?? row.requests,
    proof: held.proof ?? row.proof,
    minutesReference: held.minutesReference ?? row.minutes_reference,
  }
}

/** The theme that a version chose. */
async function heldTheme(
  c: Context,
  themeGroupId: string | null,
  { filter }: WorkScope,
): Promise<ThemeLink | null> {
  if (themeGroupId === null) return null
  const row = await programmeDb(c)
    .selectFrom('theme_group as theme')
    .select(['theme.ord', 'theme.headline', 'theme.parts', 'theme.source_quote'])
    .select(unitNameOf('theme.set_by_unit_id', filter.asOf).as('set_by'))
    .where('theme.id', '=', themeGroupId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { ord, headline, parts } = row
  return { ord, headline, parts, setByName: row.set_by, sourceQuote: row.source_quote }
}

function themeOf(face: FaceRow): ThemeLink | null {
  if (face.ord === null) return null
  return {
    ord: face.ord,
    headline: face.headline ?? '',
    parts: face.parts ?? [],
    setByName: face.theme_set_by,
    sourceQuote: face.theme_quote,
  }
}

function sourceOf(c: Context, row: LoadedWork['row'], face: FaceRow): PressSource | null {
  if (row.source_id === null) return null
  const citation = c.language === 'vi' ? face.citation_vi : face.citation_en
  return { id: row.source_id, citation: citation ?? '', quote: row.source_quote }
}
