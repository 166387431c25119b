import { audit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { recordedPageRoute } from '../../platform/http/route.ts'
import type { FileView } from '../../platform/http/view.ts'
import { notFound } from '../../platform/refusal.ts'
import { findUpload } from '../../platform/uploads.ts'
import { evidenceUpload } from '../evidence/evidence-upload.ts'
import { authorize } from '../policy.ts'
import { getWork, refOf } from '../work.ts'

/** The paper of a piece of proof, for those who may read proof; each reading is an entry of the record (design 4). */
export const evidenceFile = recordedPageRoute(
  '/cong-viec/:ref/minh-chung/:id/tep',
  async (c, { params: { ref = '', id = '' } }) => {
    const work = await getWork(c, ref)
    authorize(c, 'readEvidence', work.record)
    const uploadId = await evidenceUpload(c, work.row.id, id)
    const view = await fileOf(c, uploadId)
    await audit(c, 'evidence.read', { kind: 'evidence', id }, { work: refOf(work.row), uploadId }, 'read')
    return view
  },
)

// What a browser shows by itself without running anything; whatever else is handed over to be saved.
const shown = ['application/pdf', 'image/png', 'image/jpeg']

export async function fileOf(c: Context, uploadId: string | null): Promise<FileView> {
  const upload = uploadId === null ? undefined : await findUpload(c, uploadId)
  if (upload === undefined) throw notFound('file')
  return {
    kind: 'file',
    content: await c.blobs.read(upload.sha256),
    mediaType: upload.mediaType,
    fileName: upload.fileName,
    disposition: shown.includes(upload.mediaType) ? 'inline' : 'attachment',
  }
}
