import { sql } from 'kysely'
import { inSteadOf } from '../../office/index.ts'
import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { JsonValue } from '../../platform/data/schema.gen.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { WorkState } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'
import type { Question } from './work-record.ts'

/** Of the facts up to a day those that had been recorded by an instant: what the system knew then. */
interface KnownQuestion extends Question {
  readonly knownAt?: Date | null
}

export interface DecisionLink {
  readonly decisionId: string
  readonly number: string
  readonly decidedOn: PlainDate
  readonly issuerName: string
  readonly title: string
  readonly action: string
  readonly reason: string | null
  readonly uploadId: string | null
  readonly illustrative: boolean
}

/** The collective decisions that speak of the work, in the order of their dates. */
export async function decisionsOf(c: Context, { workId, asOf }: Question): Promise<readonly DecisionLink[]> {
  const rows = await programmeDb(c)
    .selectFrom('decision_item')
    .innerJoin('decision', 'decision.id', 'decision_item.decision_id')
    .select(['decision.id', 'decision.number', 'decision.decided_on', 'decision.title', 'decision.upload_id'])
    .select(['decision.illustrative', 'decision_item.action', 'decision_item.reason'])
    .select(unitNameOf('decision.issuer_unit_id').as('issuer'))
    .where('decision_item.work_id', '=', workId)
    .where('decision.decided_on', '<=', asOf)
    .orderBy('decision.decided_on')
    .orderBy('decision.recorded_at')
    .orderBy('decision_item.action')
    .execute()
  return rows.map((row) => ({
    decisionId: row.id,
    number: row.number,
    decidedOn: row.decided_on as PlainDate,
    issuerName: row.issuer,
    title: row.title,
    action: row.action,
    reason: row.reason,
    uploadId: row.upload_id,
    illustrative: row.illustrative,
  }))
}

export interface PassageView {
  readonly state: WorkState
  readonly action: string
  readonly from: PlainDate
  /** Null while it lasts, as of the day. */
  readonly to: PlainDate | null
  readonly reason: string | null
  readonly document: string | null
  readonly decisionId: string | null
  readonly bodyName: string | null
  /** “X for Y” where it was done on behalf of another. */
  readonly inStead: string | null
  readonly recordedAt: Date
}

/** The states that the work went through, passages within one day too. */
export async function historyOf(
  c: Context,
  { workId, asOf, knownAt = null }: KnownQuestion,
): Promise<readonly PassageView[]> {
  let query = programmeDb(c)
    .selectFrom('work_state_span')
    .select(['state', 'action', 'from_on', 'to_on', 'reason', 'document', 'decision_id', 'recorded_at'])
    .select('closed_recorded_at')
    .select([
      unitNameOf('work_state_span.body_id').as('body_name'),
      inSteadOf(c, 'work_state_span.stand_in_id').as('in_stead'),
    ])
    .where('work_id', '=', workId)
    .where('from_on', '<=', asOf)
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  const rows = await query
    .orderBy('from_on')
    // Of two that begin on one day the one that ends on it came first; ids are in the order of their making.
    .orderBy(sql`to_on nulls last`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    state: row.state as WorkState,
    action: row.action,
    from: row.from_on as PlainDate,
    // That a state had ended was known once its end was recorded.
    to:
      row.to_on !== null && row.to_on <= asOf && isKnown(row.closed_recorded_at, knownAt)
        ? (row.to_on as PlainDate)
        : null,
    reason: row.reason,
    document: row.document,
    decisionId: row.decision_id,
    bodyName: row.body_name,
    inStead: row.in_stead,
    recordedAt: row.recorded_at,
  }))
}

const isKnown = (recordedAt: Date | null, knownAt: Date | null) =>
  knownAt === null || (recordedAt !== null && recordedAt <= knownAt)

export interface VersionView {
  readonly number: number
  readonly reason: string
  readonly effectiveOn: PlainDate
  readonly recordedAt: Date
  readonly content: JsonValue
}

/** What was handed in or adjusted, as it was; the newest first. */
export async function versionsOf(
  c: Context,
  { workId, asOf, knownAt = null }: KnownQuestion,
): Promise<readonly VersionView[]> {
  let query = programmeDb(c)
    .selectFrom('work_version')
    .select(['number', 'reason', 'effective_on', 'recorded_at', 'content'])
    .where('work_id', '=', workId)
    .where('effective_on', '<=', asOf)
  if (knownAt !== null) query = query.where('recorded_at', '<=', knownAt)
  const rows = await query.orderBy('number', 'desc').execute()
  return rows.map((row) => ({
    number: row.number,
    reason: row.reason,
    effectiveOn: row.effective_on as PlainDate,
    recordedAt: row.recorded_at,
    content: row.content,
  }))
}
