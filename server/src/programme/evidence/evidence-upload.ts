import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { fileView } from '../../platform/files/file-view.ts'
import type { FileView } from '../../platform/http/view.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import { authorize } from '../policy.ts'
import { programmeDb } from '../tables.ts'
import { getWork, refOf } from '../work.ts'

/**
 * The upload with the document of a piece of evidence; the caller has checked that the actor can read evidence.
 * @throws Refusal `not_found` if the work has no such piece
 */
export async function evidenceUpload(c: Context, workId: string, evidenceId: string): Promise<string | null> {
  const found = isId(evidenceId)
    ? await programmeDb(c)
        .selectFrom('evidence')
        .leftJoin('later_file as later', 'later.evidence_id', 'evidence.id')
        .select(['evidence.upload_id', 'later.upload_id as later_upload_id'])
        .where('evidence.id', '=', evidenceId)
        .where('evidence.work_id', '=', workId)
        .executeTakeFirst()
    : undefined
  if (found === undefined) throw notFound('evidence')
  return found.upload_id ?? found.later_upload_id
}

/**
 * The paper of a piece of proof, for those who may read proof; each reading is an entry of the record (design 4).
 * @throws Refusal `not_found`, `forbidden`
 */
export async function readEvidenceFile(c: Context, ref: string, evidenceId: string): Promise<FileView> {
  const work = await getWork(c, ref)
  authorize(c, 'readEvidence', work.record)
  const uploadId = await evidenceUpload(c, work.row.id, evidenceId)
  const view = await fileView(c, uploadId)
  const thing = { kind: 'evidence', id: evidenceId }
  await audit(c, 'evidence.read', thing, { work: refOf(work.row), uploadId }, 'read')
  return view
}
