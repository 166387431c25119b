import type { Cell, Table } from '../../model/document.ts'
import type { Paragraph, TableBlock, TableCell } from '../../read/read-document.ts'
import { type NoteTexts, textOf } from './spans-of.ts'

/** A table with its repeated heads, its cells over several columns and rows, and its columns in their relation. */
export function tableOf(table: TableBlock, notes: NoteTexts): Table {
  const shares = sharesOf(table)
  const rows = table.rows.map((row, index) =>
    row.flatMap((cell) => (cell.continuesAbove ? [] : [cellOf(cell, table, index, notes)])),
  )
  const heads = headRows(table)
  return {
    type: 'table',
    columns: shares,
    ...(heads > 0 ? { header: rows.slice(0, heads) } : {}),
    rows: rows.slice(heads),
  }
}

function cellOf(cell: TableCell, table: TableBlock, row: number, notes: NoteTexts): Cell {
  const paragraphs = cell.blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []))
  const written = paragraphs.filter(({ text }) => text.trim() !== '')
  const rows = rowsOf(cell, table, row)
  const align = alignOf(written[0] ?? paragraphs[0])
  return {
    text: textOf(written, notes),
    ...(align === null ? {} : { align }),
    ...(cell.columns > 1 ? { columns: cell.columns } : {}),
    ...(rows > 1 ? { rows } : {}),
  }
}

function rowsOf(cell: TableCell, table: TableBlock, row: number): number {
  let rows = 1
  while (
    table.rows[row + rows]?.some(({ column, continuesAbove }) => continuesAbove && column === cell.column)
  )
    rows += 1
  return rows
}

function alignOf(paragraph: Paragraph | undefined): NonNullable<Cell['align']> | null {
  switch (paragraph?.alignment) {
    case 'center':
    case 'right':
      return paragraph.alignment
    case 'both':
    case 'distribute':
      return 'justify'
    default:
      return null
  }
}

/** How many rows at the top are repeated on each page. */
function headRows({ element, rows }: TableBlock): number {
  const written = element.children.filter(({ name }) => name === 'w:tr')
  const first = written.findIndex(
    (row) =>
      !row.children
        .find(({ name }) => name === 'w:trPr')
        ?.children.some(({ name, attributes }) => name === 'w:tblHeader' && isOn(attributes.get('w:val'))),
  )
  return Math.min(Math.max(first, 0), rows.length - 1)
}

const isOn = (value: string | undefined) => value !== '0' && value !== 'false' && value !== 'off'

const mostShares = 120

/** Programs round widths: so many twips, less than a twentieth of a millimetre. */
const tolerance = 2.5

/** The smallest whole numbers that stand to each other as the widths do. */
function sharesOf({ element, rows }: TableBlock): number[] {
  const grid = element.children.find(({ name }) => name === 'w:tblGrid')
  const widths = (grid?.children ?? [])
    .filter(({ name }) => name === 'w:gridCol')
    .map(({ attributes }) => Math.max(1, Number(attributes.get('w:w')) || 1))
  const columns = rows.flat().reduce((most, cell) => Math.max(most, cell.column + cell.columns), 1)
  if (widths.length !== columns) return new Array<number>(columns).fill(1)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  for (let parts = columns; parts <= mostShares; parts += 1) {
    const shares = widths.map((width) => Math.max(1, Math.round((width * parts) / whole)))
    const fits = widths.every(
      (width, index) => Math.abs(((shares[index] ?? 0) * whole) / parts - width) <= tolerance,
    )
    if (fits && shares.reduce((sum, share) => sum + share, 0) === parts) return shares
  }
  return widths
}
