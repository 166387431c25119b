import { audit } from '../platform/audit/audit.ts'
import type { Context } from '../platform/context.ts'
import { recordedPageRoute } from '../platform/http/route.ts'
import type { FileView } from '../platform/http/view.ts'
import { codeKey } from '../platform/message-key.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type Cell,
  type Column,
  type SpreadsheetFormat,
  spreadsheetFormats,
  spreadsheetMediaTypes,
  writeSpreadsheet,
} from '../platform/spreadsheet.ts'
import { vietnamDate } from '../platform/time/clock.ts'
import { type RecordFilter, readFilter, saidConditions } from './filter.ts'
import { type EntryRow, listEntries } from './list-entries.ts'
import { securityPaths } from './paths.ts'
import type { Recorded } from './words.ts'
import { actWord, kindWord } from './words.ts'

/** More than anybody reads; a longer list is downloaded in parts. */
const mostEntries = 50_000

/** The entries of the same address as a spreadsheet, without their contents. */
export const recordExports = (recorded: Recorded) =>
  spreadsheetFormats.map((format) =>
    recordedPageRoute(securityPaths.export(format), (c, { query }) =>
      exportEntries(c, recorded, readFilter(query), format),
    ),
  )

async function exportEntries(
  c: Context,
  recorded: Recorded,
  filter: RecordFilter,
  format: SpreadsheetFormat,
): Promise<FileView> {
  const columns = columnsOf(c)
  const content = await writeSpreadsheet(format, {
    name: c.t('security.export_sheet'),
    columns,
    rows: rowsOf(c, recorded, filter, columns),
  })
  await audit(c, 'audit.export', null, { ...saidConditions(filter), format }, 'read')
  return {
    kind: 'file',
    content,
    mediaType: spreadsheetMediaTypes[format],
    fileName: `nhat-ky-${vietnamDate(c.now)}.${format}`,
  }
}

async function* rowsOf(
  c: Context,
  recorded: Recorded,
  filter: RecordFilter,
  columns: readonly EntryColumn[],
): AsyncGenerator<readonly Cell[]> {
  let cursor: string | null = null
  let count = 0
  do {
    const batch = await listEntries(c, recorded, { filter, cursor, limit: 1000 })
    count += batch.items.length
    if (count > mostEntries) throw new Refusal('record_too_long', { most: mostEntries })
    for (const row of batch.items) yield columns.map(({ cell }) => cell(row))
    cursor = batch.next
  } while (cursor !== null)
}

interface EntryColumn extends Column {
  cell(row: EntryRow): Cell
}

function columnsOf(c: Context): readonly EntryColumn[] {
  const text = (key: string, width: number, cell: (row: EntryRow) => Cell): EntryColumn => ({
    header: c.t(codeKey('security', key)),
    kind: 'text',
    width,
    cell,
  })
  return [
    { header: c.t('security.seq'), kind: 'number', width: 10, cell: (row) => row.seq },
    text('when', 22, (row) => row.at.toISOString()),
    text('actor', 28, (row) => row.personName),
    text('body', 36, (row) => row.bodyName),
    text('action', 32, (row) => actWord(c.t, row.action)),
    text('outcome', 14, (row) => c.t(`security.outcome_${row.outcome}`)),
    text('object', 44, (row) => row.object?.name ?? (row.objectKind && kindWord(c.t, row.objectKind))),
    text('source', 18, (row) => row.sourceAddress),
    text('request', 38, (row) => row.requestId),
    text('id', 38, (row) => row.id),
  ]
}
