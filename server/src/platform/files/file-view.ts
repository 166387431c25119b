import type { Context } from '../context.ts'
import type { FileView } from '../http/view.ts'
import { notFound } from '../refusal.ts'
import { findUpload } from './uploads.ts'

// What a browser shows by itself without running anything; whatever else is handed over to be saved.
const shown = ['application/pdf', 'image/png', 'image/jpeg']

/**
 * An uploaded file as the response of a page; the caller has checked permission for the record that it belongs to.
 * @throws Refusal `not_found` if there is none
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
