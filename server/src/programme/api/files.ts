import { apiFile, type Route } from '../../platform/http/route.ts'
import { readDecisionFile } from '../decisions/decision-file.ts'
import { readEvidenceFile } from '../evidence/evidence-upload.ts'

/** The papers themselves, under the very permission of the pages that open them. */
export const fileReads: readonly Route[] = [
  apiFile({
    path: '/works/:ref/evidence/:evidenceId/file',
    name: 'evidence.read_file',
    recorded: true,
    run: (c, { ref = '', evidenceId = '' }) => readEvidenceFile(c, ref, evidenceId),
  }),
  apiFile({
    path: '/decisions/:decisionId/file',
    name: 'decision.read_file',
    run: (c, { decisionId = '' }) => readDecisionFile(c, decisionId),
  }),
]
