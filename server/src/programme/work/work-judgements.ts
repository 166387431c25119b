import { actorNameOf } from '../../office/index.ts'
import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { programmeDb } from '../tables.ts'

interface Question {
  readonly workId: string
  readonly asOf: PlainDate
}

export interface AppraisalView {
  readonly id: string
  readonly workVersion: number
  readonly openedOn: PlainDate
  readonly concludedOn: PlainDate | null
  readonly by: string
  readonly unitName: string
  readonly forUnitName: string
  /** By criterion, 0 to 2; empty until it is concluded. */
  readonly scores: Readonly<Record<string, number>>
  readonly comment: string
  readonly outcome: 'approve' | 'return' | 'reject' | null
}

/** The appraisals, each with its scores and what it proposes; one that was concluded later is shown open. */
export async function appraisalsOfWork(
  c: Context,
  { workId, asOf }: Question,
): Promise<readonly AppraisalView[]> {
  const rows = await programmeDb(c)
    .selectFrom('appraisal')
    .selectAll('appraisal')
    .select([
      actorNameOf(c, 'appraisal.person_id', 'appraisal.for_person_id').as('by'),
      unitNameOf('appraisal.appraiser_unit_id').as('unit_name'),
      unitNameOf('appraisal.for_unit_id').as('for_unit_name'),
    ])
    .where('work_id', '=', workId)
    .where('opened_on', '<=', asOf)
    .orderBy('opened_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const isConcluded = row.concluded_on !== null && row.concluded_on <= asOf
    return {
      id: row.id,
      workVersion: row.work_version,
      openedOn: row.opened_on as PlainDate,
      concludedOn: isConcluded ? (row.concluded_on as PlainDate) : null,
      by: row.by,
      unitName: row.unit_name,
      forUnitName: row.for_unit_name,
      scores: isConcluded ? (row.scores as Record<string, number>) : {},
      comment: isConcluded ? row.comment : '',
      outcome: isConcluded ? (row.outcome as AppraisalView['outcome']) : null,
    }
  })
}

export interface CompletionView {
  readonly number: number
  readonly reportedOn: PlainDate
  readonly workDoneOn: PlainDate
  readonly content: string
  readonly by: string | null
  readonly checkedOn: PlainDate | null
  readonly checkedBy: string | null
  readonly checkComment: string | null
  readonly outcome: 'accepted' | 'refused' | null
  readonly decidedOn: PlainDate | null
  readonly decidedBy: string | null
  readonly decidedFor: string | null
  readonly document: string | null
  readonly reason: string | null
}

/** The reports of completion and what became of them by the day. */
export async function completionsOf(
  c: Context,
  { workId, asOf }: Question,
): Promise<readonly CompletionView[]> {
  const rows = await programmeDb(c)
    .selectFrom('completion')
    .selectAll('completion')
    .select([
      actorNameOf(c, 'completion.person_id', 'completion.for_person_id').as('by'),
      actorNameOf(c, 'completion.checked_by_person_id', 'completion.checked_for_person_id').as('checked_by'),
      actorNameOf(c, 'completion.decided_by_person_id', 'completion.decided_for_person_id').as('decided_by'),
      unitNameOf('completion.decided_for_unit_id').as('decided_for'),
    ])
    .where('work_id', '=', workId)
    .where('reported_on', '<=', asOf)
    .orderBy('number')
    .execute()
  return rows.map((row) => {
    const isChecked = row.checked_on !== null && row.checked_on <= asOf
    const isDecided = row.decided_on !== null && row.decided_on <= asOf
    return {
      number: row.number,
      reportedOn: row.reported_on as PlainDate,
      workDoneOn: row.work_done_on as PlainDate,
      content: row.content,
      by: row.by,
      checkedOn: isChecked ? (row.checked_on as PlainDate) : null,
      checkedBy: isChecked ? row.checked_by : null,
      checkComment: isChecked ? row.check_comment : null,
      outcome: isDecided ? (row.outcome as CompletionView['outcome']) : null,
      decidedOn: isDecided ? (row.decided_on as PlainDate) : null,
      decidedBy: isDecided ? row.decided_by : null,
      decidedFor: isDecided ? row.decided_for : null,
      document: isDecided ? row.document : null,
      reason: isDecided ? row.reason : null,
    }
  })
}

/** What an adjustment changes: a date, a goal, or both. */
export interface AdjustedFields {
  readonly dueOn?: PlainDate | null
  readonly operator?: string | null
  readonly value?: number | string | null
  readonly min?: number | string | null
  readonly max?: number | string | null
  readonly unit?: string | null
}

export interface AdjustmentView {
  readonly id: string
  readonly kind: 'due_on' | 'target'
  readonly targetId: string | null
  readonly before: AdjustedFields
  readonly after: AdjustedFields
  readonly reason: string
  readonly forceMajeure: boolean
  readonly askedOn: PlainDate
  readonly askedBy: string | null
  readonly outcome: 'accepted' | 'refused' | null
  readonly decidedOn: PlainDate | null
  readonly decidedBy: string | null
  readonly decidedFor: string | null
  readonly document: string | null
  readonly decisionReason: string | null
}

/** The adjustments asked for, and how they were decided by the day. */
export async function adjustmentsOf(
  c: Context,
  { workId, asOf }: Question,
): Promise<readonly AdjustmentView[]> {
  const rows = await programmeDb(c)
    .selectFrom('adjustment')
    .selectAll('adjustment')
    .select([
      actorNameOf(c, 'adjustment.person_id', 'adjustment.for_person_id').as('asked_by'),
      actorNameOf(c, 'adjustment.decided_by_person_id', 'adjustment.decided_for_person_id').as('decided_by'),
      unitNameOf('adjustment.decided_for_unit_id').as('decided_for'),
    ])
    .where('work_id', '=', workId)
    .where('asked_on', '<=', asOf)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const isDecided = row.decided_on !== null && row.decided_on <= asOf
    return {
      id: row.id,
      kind: row.kind as AdjustmentView['kind'],
      targetId: row.target_id,
      before: row.before as AdjustedFields,
      after: row.after as AdjustedFields,
      reason: row.reason,
      forceMajeure: row.force_majeure,
      askedOn: row.asked_on as PlainDate,
      askedBy: row.asked_by,
      outcome: isDecided ? (row.outcome as AdjustmentView['outcome']) : null,
      decidedOn: isDecided ? (row.decided_on as PlainDate) : null,
      decidedBy: isDecided ? row.decided_by : null,
      decidedFor: isDecided ? row.decided_for : null,
      document: isDecided ? row.document : null,
      decisionReason: isDecided ? row.decision_reason : null,
    }
  })
}
