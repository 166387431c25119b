import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { getOwnUpload } from '../platform/files/uploads.ts'
import { many, optionalChoice, optionalDate, optionalText, text } from '../platform/http/fields.ts'
import { newId } from '../platform/id.ts'
import { refuseIf } from '../platform/refusal.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { type OrganisationSystem, organisationDb } from './tables.ts'

/** What a paper that changes the directory is. */
export const paperKinds = ['decision', 'resolution', 'law', 'notice', 'other'] as const
export type PaperKind = (typeof paperKinds)[number]

/** The paper of a change, as forms and machines give it: its number must be said, the rest where it is known. */
export const paperFields = {
  /** Number and symbol, `12-QĐ/TU`. */
  document: text(300),
  paperKind: optionalChoice(paperKinds),
  paperIssuedOn: optionalDate(),
  paperIssuer: optionalText(300),
  /** Ids of files that the actor handed in: one at most. */
  paperFile: many(z.uuid('error.choice'), 1),
} as const

/** As a use case takes it: calls from within give the number alone. */
export interface PaperInput {
  readonly document: string
  readonly paperKind?: PaperKind | null
  readonly paperIssuedOn?: PlainDate | null
  readonly paperIssuer?: string
  readonly paperFile?: readonly string[]
}

export type UnitAct = 'found' | 'rename' | 'place' | 'end' | 'correct'

/** Which change of which unit a paper stands for. */
export interface UnitChange {
  readonly unitId: string
  readonly act: UnitAct
  readonly effectiveOn: PlainDate
  readonly system?: OrganisationSystem
}

/**
 * Keeps the paper of a change in a unit's life, in the transaction of the change.
 * @throws Refusal `paper_after_today` where it would be issued later than today, `upload_not_yours`
 */
export async function recordPaper(c: Context, change: UnitChange, paper: PaperInput): Promise<void> {
  const issuedOn = paper.paperIssuedOn ?? null
  if (issuedOn !== null && issuedOn > c.today)
    refuseIf([{ code: 'paper_after_today', params: { on: c.today }, field: 'paperIssuedOn' }])
  const [file] = paper.paperFile ?? []
  const upload = file === undefined ? null : await getOwnUpload(c, file)
  await organisationDb(c)
    .insertInto('unit_paper')
    .values({
      id: newId(),
      unit_id: change.unitId,
      act: change.act,
      system: change.system ?? null,
      effective_on: change.effectiveOn,
      kind: paper.paperKind ?? null,
      number: paper.document,
      issued_on: issuedOn,
      issuer: paper.paperIssuer || null,
      upload_id: upload?.id ?? null,
      recorded_at: c.now,
    })
    .execute()
}
