import { pageRoute } from '../../../platform/http/route.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findDecision } from '../../decisions/decision-queries.ts'
import { fileOf } from '../files.ts'

/** The paper itself. It names all its works, so that it is not for those from whom some of them are kept back. */
export const decisionFile = pageRoute('/quyet-dinh/:id/tep', async (c, { params }) => {
  const decision = await findDecision(c, params.id ?? '')
  if (decision.uploadId !== null && !decision.mayOpenFile)
    throw new Refusal('decision_file_closed', {}, { status: 403 })
  return fileOf(c, decision.uploadId)
})
