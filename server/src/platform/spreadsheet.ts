import { writeCsvStream } from 'hucre/csv'
import { type CellValue, writeXlsxStream } from 'hucre/xlsx'
import { daysBetween, formatTypedDate, type PlainDate, plainDate } from './time/plain-date.ts'

/** A date stays a date in a spreadsheet, so that it can be sorted and filtered there. */
export interface DateCell {
  readonly on: PlainDate
}

export type Cell = string | number | boolean | null | DateCell

export interface Column {
  readonly header: string
  readonly kind: 'text' | 'number' | 'date'
  /** In characters. */
  readonly width: number
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

export const spreadsheetFormats = ['xlsx', 'csv'] as const
export type SpreadsheetFormat = (typeof spreadsheetFormats)[number]

export const spreadsheetMediaTypes: Readonly<Record<SpreadsheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/**
 * Writes a sheet while its rows are pulled: only the written bytes are kept, never the rows. CSV is UTF-8 with a byte order
 * mark, without which Excel reads Vietnamese wrongly. No text can become a formula.
 */
export async function writeSpreadsheet(format: SpreadsheetFormat, sheet: Sheet): Promise<Uint8Array> {
  const stream = format === 'xlsx' ? xlsxOf(sheet) : csvOf(sheet)
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function xlsxOf({ name, columns, rows }: Sheet): ReadableStream<Uint8Array> {
  return writeXlsxStream(mapped(rows, xlsxCell), {
    name,
    columns: columns.map(({ header, width, kind }) => ({
      header,
      width,
      ...(kind === 'date' ? { numFmt: 'dd/mm/yyyy' } : {}),
    })),
    freezePane: { rows: 1 },
  })
}

function csvOf({ columns, rows }: Sheet): ReadableStream<Uint8Array> {
  return writeCsvStream(mapped(rows, csvCell), {
    headers: columns.map(({ header }) => header),
    bom: true,
    lineSeparator: '\r\n',
  })
}

async function* mapped(
  rows: AsyncIterable<readonly Cell[]>,
  map: (cell: Cell) => CellValue,
): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield row.map(map)
}

const excelDayZero = plainDate('1899-12-30')

function xlsxCell(cell: Cell): CellValue {
  if (typeof cell === 'string') return guarded(cell)
  // The number of a day, not a Date: that one would pass through a time zone.
  return isDate(cell) ? daysBetween(excelDayZero, cell.on) : cell
}

function csvCell(cell: Cell): CellValue {
  if (typeof cell === 'string') return guarded(cell)
  return isDate(cell) ? formatTypedDate(cell.on) : cell
}

const isDate = (cell: Cell): cell is DateCell => typeof cell === 'object' && cell !== null

/** A text that a spreadsheet could take for a formula is marked as text (CWE-1236); numbers are cells of their own kind. */
export function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
