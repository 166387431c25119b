import type { Context } from '../../platform/context.ts'
import { fileView } from '../../platform/files/file-view.ts'
import type { FileView } from '../../platform/http/view.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import { findPaperUpload } from './unit-life.ts'
import { getUnitByCode } from './unit-page.ts'

/** The paper of a change in a unit's life: as public as the change itself, for everybody who has signed in. */
export async function readUnitPaper(c: Context, code: string, uploadId: string): Promise<FileView> {
  if (!isId(uploadId)) throw notFound('file')
  const unit = await getUnitByCode(c, code, c.today)
  return fileView(c, await findPaperUpload(c, unit.id, uploadId))
}
