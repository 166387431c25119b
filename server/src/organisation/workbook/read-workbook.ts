import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import { guardZip } from '../../platform/files/zip-guard.ts'
import { Refusal } from '../../platform/refusal.ts'
import { messages as english } from '../messages.en.ts'
import type { BadCells, FaultCode, RowPlace, WarningCode } from './bad-cell.ts'
import {
  foldedText,
  foundText,
  isBlank,
  labelsOf,
  type RawValue,
  readChoice,
  readDate,
  readFlag,
  readText,
} from './cell-values.ts'
import { cellAddress, guideSheet, type SheetKey, sheetKeys, sheets, type WorkbookColumn } from './layout.ts'
import { vietnamese } from './vietnamese.ts'

/** A value that stands in a row; a key that is missing was not said, and changes nothing. */
export type RowValues = Readonly<Record<string, string | boolean>>

/** A row whose cells are each what they should be. */
export interface SheetRow {
  readonly place: RowPlace
  readonly values: RowValues
}

/** The directory's workbook as a file says it. */
export interface ReadWorkbook {
  readonly rows: Readonly<Record<SheetKey, readonly SheetRow[]>>
  /** Sheets of which nothing was taken. */
  readonly ignoredSheets: readonly string[]
}

// A workbook of 14,000 units and 60,000 holders unpacks to some 60 MB.
const zipLimits = { entries: 300, unpackedBytes: 200 * 1024 * 1024 }
const maxColumns = 80

/**
 * Reads the directory's workbook. What is wrong with single cells is collected in `bad`, and these rows are left out.
 * @throws Refusal where it is no workbook, or one that would not fit
 */
export async function readWorkbook(
  bytes: Uint8Array,
  bad: BadCells,
  warnings: BadCells<WarningCode>,
): Promise<ReadWorkbook> {
  guardZip(bytes, zipLimits)
  const workbook = await parsed(bytes)
  const rows: Record<SheetKey, readonly SheetRow[]> = { units: [], posts: [], persons: [], holdings: [] }
  let found = 0
  for (const key of sheetKeys) {
    const sheet = sheetFor(workbook, key, bad)
    if (sheet === undefined) continue
    found += 1
    rows[key] = readSheet(sheet, key, workbook.dateSystem === '1904' ? 1904 : 1900, { bad, warnings })
  }
  if (found === 0) throw new Refusal('workbook_without_sheets')
  const known = new Set([guideSheet, ...sheetKeys.map((key) => sheets[key].name)].map(foldedText))
  const ignoredSheets = workbook.sheets.map(({ name }) => name).filter((name) => !known.has(foldedText(name)))
  return { rows, ignoredSheets: ignoredSheets.slice(0, 20) }
}

async function parsed(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes)
  } catch {
    // What the reader says is for programmers; the file is not ours.
    throw new Refusal('workbook_unreadable')
  }
}

function sheetFor(workbook: Workbook, key: SheetKey, bad: BadCells): Sheet | undefined {
  const { name } = sheets[key]
  const [sheet, second] = workbook.sheets.filter((one) => foldedText(one.name) === foldedText(name))
  if (sheet === undefined) return undefined
  const fault = (code: FaultCode, cell = 'A1', params = {}) =>
    bad.add({ sheet: name, cell, found: '', code, params })
  if (second !== undefined) fault('sheet_twice')
  if (sheet.hidden === true || sheet.veryHidden === true) fault('sheet_hidden')
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const first = cellAddress(startRow, startCol)
    fault('merged', first, { range: `${first}:${cellAddress(endRow, endCol)}` })
  }
  return sheet
}

interface Found {
  readonly bad: BadCells
  readonly warnings: BadCells<WarningCode>
}

function readSheet(sheet: Sheet, key: SheetKey, dates: 1900 | 1904, { bad, warnings }: Found): SheetRow[] {
  const layout = sheets[key]
  if (sheet.rows.length - 1 > layout.maxRows) {
    const params = { most: layout.maxRows }
    const cell = `A${layout.maxRows + 2}`
    bad.breaks(key, null, bad.add({ sheet: layout.name, cell, found: '', code: 'too_many_rows', params }))
    return []
  }
  const columns = readHeadings(sheet, key, bad)
  if (columns === null) return []
  const read = readersOf(key, dates)
  const at = new Map([...columns].map(([index, column]) => [column.key, index]))
  const rows: SheetRow[] = []
  for (let row = 1; row < sheet.rows.length; row += 1) {
    const cells = (sheet.rows[row] ?? []) as readonly RawValue[]
    if (cells.every(isBlank)) continue
    const footer = footerOf(cells)
    if (footer !== null) {
      const found = foundText(cells[footer])
      const cell = cellAddress(row, footer)
      warnings.add({ sheet: layout.name, cell, found, code: 'footer_left', params: {} })
      continue
    }
    const one = readRow({ sheet, key, row, cells, columns, at }, read, bad)
    if (one !== null) rows.push(one)
  }
  return rows
}

const total = /^(tong( cong| so)?|cong|total|sum)\b[\s:.]*[\d.,]*(\s\p{L}+)?$/u

/** The column of the word in a row that sums others up, `Tổng cộng | 948`; null where the row says anything else. */
function footerOf(cells: readonly RawValue[]): number | null {
  const [first, ...others] = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [index]))
  if (first === undefined || !total.test(foldedText(foundText(cells[first])))) return null
  return others.every((index) => /^[\d.,\s]+$/.test(foundText(cells[index]))) ? first : null
}

/** The columns of the file by their number; null where a heading that is needed is missing or one is in doubt. */
function readHeadings(
  sheet: Sheet,
  key: SheetKey,
  bad: BadCells,
): ReadonlyMap<number, WorkbookColumn> | null {
  const layout = sheets[key]
  const byHeading = new Map(layout.columns.map((column) => [foldedText(column.header), column]))
  const columns = new Map<number, WorkbookColumn>()
  const before = bad.count
  const heads = (sheet.rows[0] ?? []).slice(0, maxColumns) as readonly RawValue[]
  const fault = (index: number, code: FaultCode, found: string, params = {}) =>
    bad.breaks(key, null, bad.add({ sheet: layout.name, cell: cellAddress(0, index), found, code, params }))
  for (const [index, raw] of heads.entries()) {
    const found = foundText(raw)
    if (found === '') continue
    const column = byHeading.get(foldedText(found))
    if (column === undefined) fault(index, 'heading_unknown', found)
    else if ([...columns.values()].includes(column)) fault(index, 'heading_twice', found)
    else columns.set(index, column)
  }
  const present = new Set([...columns.values()].map((column) => column.key))
  for (const column of layout.columns)
    if (column.required && !present.has(column.key))
      fault(0, 'heading_missing', '', { heading: column.header })
  return bad.count === before ? columns : null
}

type Reader = (raw: RawValue) => { readonly value: string | boolean } | { readonly fault: FaultCode }

function readersOf(key: SheetKey, dates: 1900 | 1904): ReadonlyMap<string, Reader> {
  return new Map(sheets[key].columns.map((column) => [column.key, readerOf(column, dates)]))
}

function readerOf(column: WorkbookColumn, dates: 1900 | 1904): Reader {
  switch (column.kind) {
    case 'date':
      return (raw) => readDate(raw, dates)
    case 'flag':
      return readFlag
    case 'choice': {
      const labels = labelsOf(column, [vietnamese, english])
      return (raw) => readChoice(raw, labels)
    }
    case 'text':
      return (raw) => readText(raw, column.maxLength ?? 1000)
  }
}

interface RawRow {
  readonly sheet: Sheet
  readonly key: SheetKey
  readonly row: number
  readonly cells: readonly RawValue[]
  readonly columns: ReadonlyMap<number, WorkbookColumn>
  readonly at: ReadonlyMap<string, number>
}

/** One row; null where a cell of it is bad. */
function readRow(raw: RawRow, readers: ReadonlyMap<string, Reader>, bad: BadCells): SheetRow | null {
  const { sheet, key, row, cells, columns, at } = raw
  const values: Record<string, string | boolean> = {}
  const found: Record<string, string> = {}
  let cause: ReturnType<BadCells['add']> | undefined
  for (const [index, column] of columns) {
    if (column.readOnly) continue
    const cell = cells[index]
    const fault = (code: FaultCode) => {
      const params =
        code === 'too_long' ? { most: column.maxLength ?? 0 } : code === 'no_choice' ? wordsOf(column) : {}
      const address = cellAddress(row, index)
      const added = bad.add({ sheet: sheets[key].name, cell: address, found: foundText(cell), code, params })
      cause ??= added
    }
    if (sheet.cells?.get(`${row},${index}`)?.formula !== undefined) {
      fault('formula')
      continue
    }
    found[column.key] = foundText(cell)
    if (isBlank(cell)) {
      if (column.required) fault('required')
      else if (column.kind === 'flag') values[column.key] = false
      continue
    }
    const read = readers.get(column.key)?.(cell) ?? { fault: 'no_text' as const }
    if ('fault' in read) fault(read.fault)
    else values[column.key] = read.value
  }
  if (cause === undefined) return { place: { sheet: key, row, columns: at, found }, values }
  const mark = found[sheets[key].columns[0]?.key ?? '']
  if (mark !== undefined && mark !== '') bad.breaks(key, mark, cause)
  return null
}

const wordsOf = (column: WorkbookColumn) => ({
  words: (column.choice?.words ?? [])
    .map((word) => vietnamese[`${column.choice?.prefix}.${word}`] ?? word)
    .join(', '),
})
