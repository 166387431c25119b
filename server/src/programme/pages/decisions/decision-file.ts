import { pageRoute } from '../../../platform/http/route.ts'
import { readDecisionFile } from '../../decisions/decision-file.ts'

export const decisionFile = pageRoute('/quyet-dinh/:id/tep', (c, { params }) =>
  readDecisionFile(c, params.id ?? ''),
)
