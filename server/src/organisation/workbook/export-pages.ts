import type { Context } from '../../platform/context.ts'
import { type Params, type Route, recordedPageRoute } from '../../platform/http/route.ts'
import type { FileView } from '../../platform/http/view.ts'
import { notFound } from '../../platform/refusal.ts'
import { spreadsheetMediaTypes } from '../../platform/spreadsheet.ts'
import { dayOf } from '../pages/units-address.ts'
import { addressNames, organisationPaths as paths } from '../paths.ts'
import { getUnitByCode } from '../units/unit-page.ts'
import { sheetAddresses } from './addresses.ts'
import {
  type ExportScope,
  exportDirectory,
  exportDirectoryCsv,
  workbookMediaType,
} from './export-directory.ts'
import { sheetKeys } from './layout.ts'

async function scopeOf(c: Context, query: Params): Promise<ExportScope> {
  const on = dayOf(query, c.today)
  const code = query[addressNames.parent]
  const unit = code ? await getUnitByCode(c, code, on) : null
  return { on, unit: unit === null ? null : { id: unit.id, code: unit.code } }
}

const fileName = (name: string, { on, unit }: ExportScope, ending: string) =>
  `${[name, unit?.code, on].filter(Boolean).join('-')}.${ending}`

/** The directory of a day as a workbook. */
const workbook = recordedPageRoute(paths.exportDirectory(), async (c, { query }): Promise<FileView> => {
  const scope = await scopeOf(c, query)
  const content = await exportDirectory(c, scope)
  return { kind: 'file', content, mediaType: workbookMediaType, fileName: fileName('danh-ba', scope, 'xlsx') }
})

/** One of its sheets as CSV. */
const csv = recordedPageRoute(paths.exportDirectoryCsv(), async (c, { query }): Promise<FileView> => {
  const scope = await scopeOf(c, query)
  const key = sheetKeys.find((one) => sheetAddresses[one] === query[addressNames.sheet])
  if (key === undefined) throw notFound('sheet')
  const content = await exportDirectoryCsv(c, scope, key)
  const name = fileName(`danh-ba-${sheetAddresses[key]}`, scope, 'csv')
  return { kind: 'file', content, mediaType: spreadsheetMediaTypes.csv, fileName: name }
})

export const exportPages: readonly Route[] = [workbook, csv]
