import { recordedPageRoute } from '../../platform/http/route.ts'
import { readEvidenceFile } from '../evidence/evidence-upload.ts'

/** The paper of a piece of proof, for those who may read proof. */
export const evidenceFile = recordedPageRoute(
  '/cong-viec/:ref/minh-chung/:id/tep',
  (c, { params: { ref = '', id = '' } }) => readEvidenceFile(c, ref, id),
)
