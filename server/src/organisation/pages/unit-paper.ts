import { fileView } from '../../platform/file-view.ts'
import { pageRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'
import { findPaperUpload } from '../unit-life.ts'
import { getUnitByCode } from '../unit-page.ts'

/** The paper of a change in a unit's life: as public as the change itself, for everybody who has signed in. */
export const unitPaperFile = pageRoute('/don-vi/:code/van-ban/:id', async (c, { params }) => {
  const { code = '', id = '' } = params
  if (!isId(id)) throw notFound('file')
  const unit = await getUnitByCode(c, code, c.today)
  return fileView(c, await findPaperUpload(c, unit.id, id))
})
