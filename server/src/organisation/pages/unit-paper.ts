import { pageRoute } from '../../platform/http/route.ts'
import { readUnitPaper } from '../units/unit-paper-file.ts'

export const unitPaperFile = pageRoute('/don-vi/:code/van-ban/:id', (c, { params: { code = '', id = '' } }) =>
  readUnitPaper(c, code, id),
)
