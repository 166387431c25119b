import type { Context } from '../../platform/context.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import { programmeDb } from '../tables.ts'

/**
 * The upload that is the paper of a piece of proof; whoever calls this has asked whether the actor may read proof.
 * @throws Refusal `not_found` where the work has no such piece
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
