import type { Context } from '../../../platform/context.ts'
import { type Params, pageRoute } from '../../../platform/http/route.ts'
import type { FileView } from '../../../platform/http/view.ts'
import type { SpreadsheetFormat } from '../../../platform/spreadsheet.ts'
import { readWorksAddress } from '../../filter/filter-address.ts'
import { exportWorks } from '../../lists/export-works.ts'
import { chosenIn, listOf } from './chosen-works.tsx'

/** The list as a spreadsheet, by the same address. */
const exporting = (format: SpreadsheetFormat) =>
  pageRoute(`/cong-viec.${format}`, (c, { query }) => exported(c, query, format))

async function exported(c: Context, query: Params, format: SpreadsheetFormat): Promise<FileView> {
  const { filter, sort } = readWorksAddress(listOf(query), c.today)
  const chosen = chosenIn(query)
  return { kind: 'file', ...(await exportWorks(c, filter, format, { sort, chosen })) }
}

export const worksXlsx = exporting('xlsx')
export const worksCsv = exporting('csv')
