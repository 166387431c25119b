import type { Context } from '../../platform/context.ts'
import { fileView } from '../../platform/files/file-view.ts'
import type { FileView } from '../../platform/http/view.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getDecision } from './decision-queries.ts'

/**
 * The paper itself. It names all its works, so that it is not for those from whom some of them are kept back.
 * @throws Refusal `not_found`, `decision_file_closed`
 */
export async function readDecisionFile(c: Context, decisionId: string): Promise<FileView> {
  const decision = await getDecision(c, decisionId)
  if (decision.uploadId !== null && !decision.mayOpenFile)
    throw new Refusal('decision_file_closed', {}, { status: 403 })
  return fileView(c, decision.uploadId)
}
