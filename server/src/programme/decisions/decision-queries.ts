import { type RawBuilder, sql } from 'kysely'
import {
  inSubtree,
  own,
  type PlacedColumns,
  type PlacedRecord,
  rootOf,
  unitCodeOf,
  unitNameOf,
  unitPlaceColumns,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cutPage, decodeCursor, pageSizeOf } from '../../platform/http/paging.ts'
import { isId } from '../../platform/id.ts'
import { any, byRole, compile, is, type Rule, subjectOf } from '../../platform/permission/rule.ts'
import { notFound } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { type DecidedPart, decidedParts } from '../filter/decision-address.ts'
import { overseers, readableWorks } from '../policy.ts'
import { type DecisionId, programmeDb } from '../tables.ts'

type IssuerRule = Rule<PlacedRecord, PlacedColumns>

const oversees: IssuerRule = byRole([...overseers, 'programme-admin', 'system-admin'], is(inSubtree()))

// // A registrant or clerk of a committee can read what it decided as a body, though not each work in it.
const ofOwnBody: IssuerRule = byRole(['registrant', 'unit-clerk'], is(own))

/** A decision is placed where the committee is that its issuer acts for. */
const issuerColumns = unitPlaceColumns(rootOf('decision.issuer_unit_id'))

const overIssuer = (c: Context, rule: IssuerRule) =>
  sql<boolean>`coalesce(${compile(rule, subjectOf(c), issuerColumns)}, false)`

/**
 * The decisions that the actor may see, as a condition on the rows of `decision` (aliased `decision`): those that speak
 * of a work that they may read, and those issued by a body that their grants reach.
 */
export function readableDecisions(c: Context): RawBuilder<boolean> {
  return sql<boolean>`(${overIssuer(c, any(oversees, ofOwnBody))} or exists (
    select from decision_item item join work on work.id = item.work_id
    where item.decision_id = decision.id and ${readableWorks(c)}))`
}

/**
 * The paper names every work that was decided on. So its file is for those who oversee the issuer, and for those from whom
 * nothing in it is kept back.
 */
function wholeReadable(c: Context): RawBuilder<boolean> {
  return sql<boolean>`(${overIssuer(c, oversees)} or not exists (
    select from decision_item item join work on work.id = item.work_id
    where item.decision_id = decision.id and not coalesce(${readableWorks(c)}, false)))`
}

/** The paper of a decision, without what it decided. */
export interface DecisionHead {
  readonly id: DecisionId
  readonly number: string
  readonly decidedOn: PlainDate
  /** The year of the programme that it is about. */
  readonly year: number
  readonly format: 'party' | 'state'
  readonly title: string
  readonly issuerCode: string
  readonly issuerName: string
  readonly illustrative: boolean
  readonly uploadId: string | null
}

/** How many works it speaks of, as far as the actor may read them. */
export interface DecisionCounts {
  readonly works: number
  /** A work that was approved and assigned counts under both. */
  readonly parts: Readonly<Record<DecidedPart, number>>
  /** Works that it speaks of and the actor may not see. */
  readonly hidden: number
}

export type DecisionRow = DecisionHead & DecisionCounts

export interface DecisionsPage {
  readonly rows: readonly DecisionRow[]
  readonly total: number
  readonly next: string | null
}

export const maxDecisionsAPage = 100

export interface DecisionsQuestion {
  /** The year of the programme; null: of every one. */
  readonly year: number | null
  readonly cursor?: string | null | undefined
  readonly limit?: number | undefined
}

/** The decisions that the actor may see, up to today, the latest first. */
export async function listDecisions(c: Context, question: DecisionsQuestion): Promise<DecisionsPage> {
  const size = pageSizeOf(question.limit, { usual: 25, most: maxDecisionsAPage })
  let listed = decisionsUpTo(c)
  if (question.year !== null) listed = listed.where('programme.year', '=', question.year)
  const { total } = await listed.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  let rows = selectHead(listed).orderBy('decision.decided_on', 'desc').orderBy('decision.id', 'desc')
  if (question.cursor) {
    const [on, id] = decodeCursor(question.cursor, ['day', 'id'])
    rows = rows.where(sql<boolean>`(decision.decided_on, decision.id) < (${on}::date, ${id}::uuid)`)
  }
  const found = await rows.limit(size + 1).execute()
  const page = cutPage(found.map(headOf), size, (head) => [head.decidedOn, head.id])
  const counts = await countDecided(
    c,
    page.items.map(({ id }) => id),
  )
  return {
    rows: page.items.map((head) => ({ ...head, ...(counts.get(head.id) ?? nothingDecided) })),
    total,
    next: page.next,
  }
}

/** One decision as the actor may see it. */
export interface DecisionView extends DecisionRow {
  readonly file: { readonly fileName: string; readonly sizeBytes: number } | null
  /** Whether the actor may open the paper itself, which names all its works. */
  readonly mayOpenFile: boolean
  /** Whether the actor records decisions of this issuer. */
  readonly mayAddFile: boolean
}

/** As `requireIssuer` asks: a right to decide for the very committee of the issuer. */
function issuedForActor(c: Context) {
  const roots = c.actor.grants.filter(({ role }) => role === 'decider').map(({ unitId }) => unitId)
  return sql<boolean>`${rootOf('decision.issuer_unit_id')} = any(${roots}::uuid[])`
}

/** @throws Refusal `not_found` if there is none, or none that the actor may see */
export async function getDecision(c: Context, id: string): Promise<DecisionView> {
  if (!isId(id)) throw notFound('decision')
  const row = await selectHead(decisionsUpTo(c))
    .leftJoin('upload', (join) => join.on(sql<boolean>`upload.id = ${uploadOf}`))
    .leftJoin('blob', 'blob.sha256', 'upload.sha256')
    .select(['upload.file_name', 'blob.size_bytes', wholeReadable(c).as('whole')])
    .select(issuedForActor(c).as('issuer_is_mine'))
    .where('decision.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound('decision')
  const head = headOf(row)
  const counts = (await countDecided(c, [head.id])).get(head.id) ?? nothingDecided
  const { file_name: fileName, size_bytes: sizeBytes, whole } = row
  const file = fileName === null ? null : { fileName, sizeBytes: sizeBytes ?? 0 }
  return { ...head, ...counts, file, mayOpenFile: whole, mayAddFile: row.issuer_is_mine }
}

// Joined with the files of the platform, so the slice's own handle is too narrow.
const decisionsUpTo = (c: Context) =>
  c.db
    .selectFrom('decision')
    .innerJoin('programme', 'programme.id', 'decision.programme_id')
    .where('decision.decided_on', '<=', c.today)
    .where(readableDecisions(c))

const uploadOf = sql<string | null>`coalesce(decision.upload_id,
  (select later_file.upload_id from later_file where later_file.decision_id = decision.id))`

const selectHead = (decisions: ReturnType<typeof decisionsUpTo>) =>
  decisions
    .select(['decision.id', 'decision.number', 'decision.decided_on', 'decision.format', 'decision.title'])
    .select(['decision.illustrative', 'programme.year'])
    // The paper may have come later than the decision was recorded.
    .select(uploadOf.as('upload_id'))
    .select([
      unitCodeOf('decision.issuer_unit_id').as('issuer_code'),
      unitNameOf('decision.issuer_unit_id', { column: 'decision.decided_on' }).as('issuer_name'),
    ])

type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHead>['execute']>>[number]

function headOf(row: HeadRow): DecisionHead {
  return {
    id: row.id as DecisionId,
    number: row.number,
    decidedOn: row.decided_on as PlainDate,
    year: row.year,
    format: row.format as DecisionHead['format'],
    title: row.title,
    issuerCode: row.issuer_code,
    issuerName: row.issuer_name,
    illustrative: row.illustrative,
    uploadId: row.upload_id,
  }
}

const nothingDecided: DecisionCounts = {
  works: 0,
  parts: { assign: 0, approve: 0, add: 0, return: 0, reject: 0, drop: 0 },
  hidden: 0,
}

/** What each decision decided on the works that the actor may read. */
async function countDecided(
  c: Context,
  ids: readonly DecisionId[],
): Promise<ReadonlyMap<string, DecisionCounts>> {
  if (ids.length === 0) return new Map()
  const may = sql<boolean>`coalesce(${readableWorks(c)}, false)`
  const of = (part: DecidedPart) =>
    sql<number>`count(*) filter (where ${may} and decision_item.action = ${part})`.as(part)
  const rows = await programmeDb(c)
    .selectFrom('decision_item')
    .innerJoin('work', 'work.id', 'decision_item.work_id')
    .select('decision_item.decision_id')
    .select([
      sql<number>`count(distinct work.id)`.as('all'),
      sql<number>`count(distinct work.id) filter (where ${may})`.as('works'),
    ])
    .select(decidedParts.map(of))
    .where('decision_item.decision_id', 'in', ids)
    .groupBy('decision_item.decision_id')
    .execute()
  return new Map(
    rows.map(({ decision_id, all, works, ...parts }) => [decision_id, { works, hidden: all - works, parts }]),
  )
}
