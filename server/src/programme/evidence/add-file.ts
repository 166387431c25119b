import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { getOwnUpload } from '../../platform/files/uploads.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { isId, newId } from '../../platform/id.ts'
import { notFound, Refusal, refuseIf } from '../../platform/refusal.ts'
import { touch } from '../carrying-out/report-work.ts'
import { requireIssuer } from '../decisions/decision-paper.ts'
import { readableDecisions } from '../decisions/decision-queries.ts'
import { authorize } from '../policy.ts'
import { guarded } from '../rules/guards/standing.ts'
import { programmeDb } from '../tables.ts'
import { doneBy } from '../two-people.ts'
import { getWorkForUpdate, refOf, requireVersion } from '../work.ts'

const oneUpload = field.optionalUpload().transform((id) => id ?? '')

/**
 * Adds the paper of a piece of proof that was offered without one. It is a fact of its own, with its own day: what was
 * offered stands as it was, and a paper that is there is never replaced by this.
 */
export const addEvidenceFile = endpoint({
  name: 'evidence.add_file',
  input: z.strictObject({
    ref: field.text(80),
    version: field.version(),
    evidenceId: field.id(),
    uploadId: oneUpload,
  }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'offerEvidence', work.record)
    requireVersion(work, input.version)
    refuseIf(guarded(work.standing, 'offer_evidence'))
    const piece = await programmeDb(c)
      .selectFrom('evidence')
      .select(['id', 'upload_id', 'state'])
      .where('id', '=', input.evidenceId)
      .where('work_id', '=', work.row.id)
      .executeTakeFirst()
    if (piece === undefined) throw notFound('evidence')
    // What was refused or replaced is over: a better piece is offered in its place.
    if (piece.state === 'refused' || piece.state === 'replaced') throw new Refusal('evidence_closed')
    if (piece.upload_id !== null) throw alreadyThere()
    const sha256 = await keepFile(c, input.uploadId, { evidence_id: piece.id })
    await touch(c, work)
    await audit(
      c,
      'evidence.add_file',
      { kind: 'evidence', id: piece.id },
      { work: work.row.code, uploadId: input.uploadId, sha256 },
    )
    return { id: piece.id, ref: refOf(work.row) }
  },
})

/** Adds the paper of a decision that was recorded before its file was at hand; for the body that decided. */
export const addDecisionFile = endpoint({
  name: 'decision.add_file',
  input: z.strictObject({ decisionId: field.id(), uploadId: oneUpload }),
  async run(c, input) {
    const decision = isId(input.decisionId)
      ? await programmeDb(c)
          .selectFrom('decision')
          .select(['decision.id', 'decision.number', 'decision.issuer_unit_id', 'decision.upload_id'])
          .where('decision.id', '=', input.decisionId)
          .where(readableDecisions(c))
          .executeTakeFirst()
      : undefined
    if (decision === undefined) throw notFound('decision')
    await requireIssuer(c, decision.issuer_unit_id)
    if (decision.upload_id !== null) throw alreadyThere()
    const sha256 = await keepFile(c, input.uploadId, { decision_id: decision.id })
    await audit(
      c,
      'decision.add_file',
      { kind: 'decision', id: decision.id },
      { number: decision.number, uploadId: input.uploadId, sha256 },
    )
    return { decisionId: decision.id, number: decision.number }
  },
})

const alreadyThere = () => new Refusal('file_already_there', {}, { status: 409 })

/** @returns the hash of the file. @throws Refusal `paper_missing`, `file_already_there` also where two add at once */
async function keepFile(
  c: Context,
  uploadId: string,
  of: { readonly evidence_id: string } | { readonly decision_id: string },
): Promise<string> {
  if (uploadId === '')
    throw new Refusal('paper_missing', {}, { reasons: [{ code: 'paper_missing', field: 'uploadId' }] })
  const upload = await getOwnUpload(c, uploadId)
  const kept = await programmeDb(c)
    .insertInto('later_file')
    .values({
      id: newId<'later_file'>(),
      ...of,
      upload_id: upload.id,
      added_on: c.today,
      account_id: c.actor.accountId,
      ...doneBy(c),
      recorded_at: c.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows === 0n) throw alreadyThere()
  return upload.sha256
}
