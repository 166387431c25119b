import { sql } from 'kysely'
import { actorNameOf } from '../../office/index.ts'
import { unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { EvidenceState } from '../rules/states.ts'
import type { Reading } from '../rules/targets.ts'
import { type Question, readingOf } from './work-record.ts'

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
    readonly mediaType: string
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
              mediaType: row.media_type ?? '',
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
    .select(['blob.size_bytes', 'blob.media_type'])
    .select(['recognition.authority', 'recognition.competence', 'recognition.number'])
    .select(['recognition.recognised_on', 'recognition.valid_until', 'recognition.quantity'])
    .select([
      actorNameOf(c, 'evidence.person_id', 'evidence.for_person_id').as('offered_by'),
      actorNameOf(c, 'evidence.decided_by_person_id', 'evidence.decided_for_person_id').as('decided_by'),
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
