import { sql } from 'kysely'
import { unitNameOf } from '../organisation/index.ts'
import type { Context } from '../platform/context.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import type { JsonValue } from '../platform/schema.gen.ts'
import { actorNameOf, inSteadOf } from './acted-by.ts'
import { heldVersions } from './held-version.ts'
import { decimal } from './rules/decimal.ts'
import type { PeriodKey } from './rules/periods.ts'
import type { EvidenceState, WorkState } from './rules/states.ts'
import type { Reading } from './rules/targets.ts'
import { programmeDb } from './tables.ts'

/**
 * What was recorded about one work up to a day, kind by kind, each with one query. What took effect later is left out, and
 * what was decided later is shown as it stood (design 8.1).
 */
interface Question {
  readonly workId: string
  readonly asOf: PlainDate
}

/** Of the facts up to a day those that had been recorded by an instant: what the system knew then. */
interface KnownQuestion extends Question {
  readonly knownAt?: Date | null
}

export interface StepView {
  readonly ord: number
  readonly name: string
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly sourceQuote: string | null
}

export async function stepsOf(c: Context, { workId, asOf }: Question): Promise<readonly StepView[]> {
  const rows = await programmeDb(c)
    .selectFrom('step')
    .select(['ord', 'name', 'due_on', 'done_on', 'source_quote'])
    .where('work_id', '=', workId)
    .orderBy('ord')
    .execute()
  const held = (await heldVersions(c, [workId], asOf)).get(workId)
  if (held?.isReplaced && held.content.steps != null)
    return held.content.steps.map(({ name, dueOn }, index) => ({
      ord: index + 1,
      name,
      dueOn: (dueOn ?? null) as PlainDate | null,
      // Steps are done once the work is under way, and a version that was replaced never was.
      doneOn: null,
      sourceQuote: null,
    }))
  return rows.map((row) => ({
    ord: row.ord,
    name: row.name,
    dueOn: row.due_on as PlainDate | null,
    doneOn: row.done_on !== null && row.done_on <= asOf ? (row.done_on as PlainDate) : null,
    sourceQuote: row.source_quote,
  }))
}

export interface ReportView {
  readonly id: string
  readonly period: PeriodKey
  /** 1, and one more for each correction. */
  readonly number: number
  /** The newest version of its period on the day. */
  readonly current: boolean
  readonly reportedOn: PlainDate
  readonly content: string
  readonly difficulties: string
  readonly requests: string
  readonly nextSteps: string
  readonly finishesInYear: boolean | null
  /** Why an earlier version was corrected. */
  readonly reason: string
  readonly by: string | null
  readonly values: readonly {
    readonly targetId: string
    readonly reading: Reading | null
    readonly note: string | null
  }[]
}

interface ReportedValue {
  readonly targetId: string
  readonly value: string | null
  readonly done: boolean | null
  readonly note: string | null
}

/** All reports with all their versions, the latest first. */
export async function reportsOf(c: Context, { workId, asOf }: Question): Promise<readonly ReportView[]> {
  const rows = await programmeDb(c)
    .selectFrom('report')
    .selectAll('report')
    .select([
      actorNameOf(c, 'report.person_id', 'report.stand_in_id').as('by'),
      // As text, because a numeric in JSON would come back as a double.
      sql<
        ReportedValue[]
      >`coalesce((select json_agg(json_build_object('targetId', target_id, 'value', value::text,
        'done', done, 'note', note)) from report_value where report_id = report.id), '[]')`.as('found'),
    ])
    .where('work_id', '=', workId)
    .where('effective_on', '<=', asOf)
    .orderBy('effective_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const newest = (row: (typeof rows)[number]) =>
    !rows.some((other) => other.period_key === row.period_key && other.number > row.number)
  return rows.map((row) => ({
    id: row.id,
    period: row.period_key as PeriodKey,
    number: row.number,
    current: newest(row),
    reportedOn: row.effective_on as PlainDate,
    content: row.content,
    difficulties: row.difficulties,
    requests: row.requests,
    nextSteps: row.next_steps,
    finishesInYear: row.finishes_in_year,
    reason: row.reason,
    by: row.by,
    values: row.found.map(({ targetId, note, ...read }) => ({ targetId, note, reading: readingOf(read) })),
  }))
}

function readingOf({ value, done }: { value: string | null; done: boolean | null }): Reading | null {
  return value === null ? done : decimal(value)
}

export interface EvidenceView {
  readonly id: string
  readonly targetId: string | null
  readonly kind: string
  readonly title: string
  readonly note: string
  readonly reading: Reading | null
  /** On the day of the question. */
  readonly state: EvidenceState
  readonly effectiveOn: PlainDate
  readonly offeredBy: string | null
  readonly decidedOn: PlainDate | null
  readonly decidedBy: string | null
  readonly decidedFor: string | null
  readonly reason: string | null
  readonly replacesId: string | null
  readonly file: {
    readonly uploadId: string
    readonly fileName: string
    readonly sizeBytes: number
    /** Where it came after the piece itself. */
    readonly addedOn: PlainDate | null
  } | null
  readonly recognition: {
    readonly authority: string
    readonly competence: string
    readonly number: string
    readonly recognisedOn: PlainDate
    readonly validUntil: PlainDate | null
    readonly quantity: string
  } | null
}

/** The proof that was offered; only for those who may read it (`readEvidence`). */
export async function evidenceOf(c: Context, { workId, asOf }: Question): Promise<readonly EvidenceView[]> {
  const rows = await selectEvidence(c, asOf)
    .where('evidence.work_id', '=', workId)
    .where('evidence.effective_on', '<=', asOf)
    .orderBy('evidence.effective_on')
    .orderBy('evidence.id')
    .execute()
  return rows.map((row) => {
    const state = evidenceStateOn(row, asOf)
    const isDecided = row.decided_on !== null && row.decided_on <= asOf
    return {
      id: row.id,
      targetId: row.target_id,
      kind: row.kind,
      title: row.title,
      note: row.note,
      reading: readingOf(row),
      state,
      effectiveOn: row.effective_on as PlainDate,
      offeredBy: row.offered_by,
      decidedOn: isDecided ? (row.decided_on as PlainDate) : null,
      decidedBy: isDecided ? row.decided_by : null,
      decidedFor: isDecided ? row.decided_for : null,
      reason: isDecided ? row.reason : null,
      replacesId: row.replaces_id,
      file:
        row.upload_id === null
          ? null
          : {
              uploadId: row.upload_id,
              fileName: row.file_name ?? '',
              sizeBytes: row.size_bytes ?? 0,
              addedOn: row.added_on as PlainDate | null,
            },
      recognition:
        row.authority === null
          ? null
          : {
              authority: row.authority,
              competence: row.competence ?? '',
              number: row.number ?? '',
              recognisedOn: row.recognised_on as PlainDate,
              validUntil: row.valid_until as PlainDate | null,
              quantity: row.quantity ?? '',
            },
    }
  })
}

const selectEvidence = (c: Context, asOf: PlainDate) =>
  c.db
    .selectFrom('evidence')
    .leftJoin('recognition', 'recognition.evidence_id', 'evidence.id')
    .leftJoin('evidence as later', 'later.replaces_id', 'evidence.id')
    .leftJoin('later_file as added', (join) =>
      join.onRef('added.evidence_id', '=', 'evidence.id').on('added.added_on', '<=', asOf),
    )
    .leftJoin('upload', (join) =>
      join.on(sql<boolean>`upload.id = coalesce(evidence.upload_id, added.upload_id)`),
    )
    .leftJoin('blob', 'blob.sha256', 'upload.sha256')
    .select(['evidence.id', 'evidence.target_id', 'evidence.kind', 'evidence.title', 'evidence.note'])
    .select(['evidence.value', 'evidence.done', 'evidence.state', 'evidence.effective_on'])
    .select(['evidence.decided_on', 'evidence.reason', 'evidence.replaces_id', 'added.added_on'])
    .select(['later.effective_on as replaced_on', 'upload.id as upload_id', 'upload.file_name'])
    .select('blob.size_bytes')
    .select(['recognition.authority', 'recognition.competence', 'recognition.number'])
    .select(['recognition.recognised_on', 'recognition.valid_until', 'recognition.quantity'])
    .select([
      actorNameOf(c, 'evidence.person_id', 'evidence.stand_in_id').as('offered_by'),
      actorNameOf(c, 'evidence.decided_by_person_id', 'evidence.decided_stand_in_id').as('decided_by'),
      unitNameOf('evidence.decided_for_unit_id').as('decided_for'),
    ])

/** What a piece was on a day: what was decided or put in its place later had not happened. */
export function evidenceStateOn(
  row: {
    readonly state: string
    readonly decided_on: string | null
    readonly reason: string | null
    readonly replaced_on: string | null
  },
  on: PlainDate,
): EvidenceState {
  if (row.state === 'replaced' && (row.replaced_on === null || row.replaced_on <= on)) return 'replaced'
  if (row.decided_on === null || row.decided_on > on) return 'offered'
  if (row.state !== 'replaced') return row.state as EvidenceState
  // A refusal always has its reason; an acceptance that was replaced has none.
  return row.reason === null ? 'accepted' : 'refused'
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
  /** “X for Y” where it was done in another's stead. */
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
