import { newId } from '../../../platform/id.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import type { EvidenceState, ProgrammeData } from '../../../programme/import/index.ts'
import type { PromisedTarget } from './promises.ts'
import type { Making } from './register-work.ts'
import type { WorkBuilder } from './work-builder.ts'

type EvidenceRow = ProgrammeData['evidence'][number]
type RecognitionRow = ProgrammeData['recognitions'][number]

/** A piece of proof as it is made up. */
export interface Piece {
  readonly target: PromisedTarget
  /** The number that it proves (of a recognition: how many were recognised); null for a promise without a number. */
  readonly value: number | null
  readonly offeredOn: PlainDate
  readonly verdict: {
    readonly state: Exclude<EvidenceState, 'offered'>
    readonly on: PlainDate
    readonly reason?: string
  } | null
  readonly replaces?: string
}

/** Offers a piece, and judges it where there is a verdict; gives its id. */
export function offer(making: Making, work: WorkBuilder, piece: Piece): string {
  const { row, recognition } = pieceRows(making, work, piece)
  work.rows.evidence.push(row)
  if (recognition !== null) work.rows.recognitions.push(recognition)
  return row.id
}

/** Whose proof it is, and where its paper is handed in. */
export type Proving = Pick<WorkBuilder, 'id' | 'owner'> & {
  readonly rows: Pick<WorkBuilder['rows'], 'handIn'>
}

export function pieceRows(
  { choices, campaign }: Pick<Making, 'choices' | 'campaign'>,
  work: Proving,
  piece: Piece,
): { readonly row: EvidenceRow; readonly recognition: RecognitionRow | null } {
  const { target, value, offeredOn, verdict } = piece
  const id = newId<'evidence'>()
  const isRecognition = target.recognisedBy !== null
  const kind = isRecognition
    ? 'recognition'
    : choices.pick(['document', 'document', 'minutes', 'photo'] as const)
  const paper = {
    recognition: 'recognition',
    document: 'report',
    minutes: 'minutes',
    photo: 'photo',
  } as const
  const row: EvidenceRow = {
    id,
    work_id: work.id,
    target_id: target.id,
    kind,
    title: `${titles[kind]}: ${target.measure}`,
    value: isRecognition ? null : value,
    done: target.operator === 'done' ? true : null,
    upload_id: work.rows.handIn(paper[kind]),
    note: target.operator === 'done' ? 'Đã thực hiện, kèm biên bản.' : '',
    effective_on: offeredOn,
    state: verdict?.state ?? 'offered',
    person_id: work.owner.speaker.personId,
    decided_on: verdict?.on ?? null,
    decided_by_person_id: verdict === null ? null : campaign.monitor,
    decided_for_unit_id: verdict === null ? null : campaign.issuerId,
    reason: verdict?.reason ?? null,
    replaces_id: piece.replaces ?? null,
  }
  if (target.recognisedBy === null) return { row, recognition: null }
  const recognition = {
    evidence_id: id,
    authority: target.recognisedBy,
    competence: 'Công nhận theo phân cấp (minh hoạ)',
    number: `${String(choices.whole(1, 89)).padStart(2, '0')}/GCN-MH (minh hoạ)`,
    recognised_on: offeredOn,
    quantity: value ?? 1,
  }
  return { row, recognition }
}

const titles = {
  recognition: 'Giấy công nhận',
  document: 'Báo cáo kèm biểu số liệu',
  minutes: 'Biên bản nghiệm thu',
  photo: 'Ảnh hiện trường',
} as const
