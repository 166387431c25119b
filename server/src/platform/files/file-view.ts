import type { Context } from '../context.ts'
import type { FileView } from '../http/view.ts'
import { notFound } from '../refusal.ts'
import { findUpload } from './uploads.ts'

// What a browser shows by itself without running anything; whatever else is handed over to be saved.
const shown = ['application/pdf', 'image/png', 'image/jpeg']

/**
 * A file that was handed in, as a page answers with it; whoever calls this has asked permission for the paper that it
 * hangs on. @throws Refusal `not_found` where there is none
 */
export async function fileView(c: Context, uploadId: string | null | undefined): Promise<FileView> {
  const upload = uploadId == null ? undefined : await findUpload(c, uploadId)
  if (upload === undefined) throw notFound('file')
  return {
    kind: 'file',
    content: await c.blobs.read(upload.sha256),
    mediaType: upload.mediaType,
    fileName: upload.fileName,
    disposition: shown.includes(upload.mediaType) ? 'inline' : 'attachment',
  }
}
