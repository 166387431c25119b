import type { Context } from '../../platform/context.ts'
import { pageRoute } from '../../platform/http/route.ts'
import type { FileView } from '../../platform/http/view.ts'
import { notFound } from '../../platform/refusal.ts'
import { findUpload } from '../../platform/uploads.ts'
import { evidenceUpload } from '../evidence-upload.ts'
import { authorize } from '../policy.ts'
import { getWork } from '../work.ts'

/** The paper of a piece of proof, for those who may read proof. */
export const evidenceFile = pageRoute('/cong-viec/:ref/minh-chung/:id/tep', async (c, { params }) => {
  const work = await getWork(c, params.ref ?? '')
  authorize(c, 'readEvidence', work.record)
  return fileOf(c, await evidenceUpload(c, work.row.id, params.id ?? ''))
})

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
