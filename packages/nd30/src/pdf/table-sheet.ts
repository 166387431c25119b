import type { Cell, Table } from '../model/document.ts'
import { spansOf } from '../model/words/spans.ts'
import type { formSheet } from './form-sheet.ts'
import { pieces } from './pieces.ts'

const pointsPerMm = 72 / 25.4
/** A word that needs it comes so near to the lines of its cell; others keep three points away. */
const leastInsetPt = 2
/** Rows with longer cells may be parted by a page. */
const lettersOfUnpartedCell = 400

type Rows = readonly (readonly Cell[])[]

/** @param widthMm of the text */
export function tableSheet(table: Table, form: ReturnType<typeof formSheet>, widthMm: number) {
  const all = table.columns.reduce((sum, share) => sum + share, 0)
  const widthPt = (from: number, count: number): number => {
    const shares = table.columns.slice(from, from + count).reduce((sum, share) => sum + share, 0)
    return (shares / all) * widthMm * pointsPerMm - 2 * leastInsetPt
  }
  const rowsOf = (rows: Rows, usual: NonNullable<Cell['align']>, bold: boolean) =>
    columnsOf(rows, table.columns.length).map((row) => {
      const breakable = row.some(({ cell }) => lengthOf(cell) > lettersOfUnpartedCell)
      return row.map(({ cell, column }) => ({
        words: pieces(spansOf(cell.text), {
          widthPt: widthPt(column, cell.columns ?? 1),
          sizePt: form['table-size'],
          bold,
        }),
        align: cell.align ?? usual,
        breakable,
        ...(cell.columns !== undefined && { columns: cell.columns }),
        ...(cell.rows !== undefined && { rows: cell.rows }),
      }))
    })
  return {
    shape: 'table' as const,
    columns: table.columns,
    header: rowsOf(table.header ?? [], 'center', true),
    rows: rowsOf(table.rows, 'left', false),
    ...(table.caption !== undefined && { caption: pieces(spansOf(table.caption)) }),
  }
}

/** Each cell with the column in which it begins: those that reach down from above are stepped over. */
function columnsOf(rows: Rows, count: number) {
  const taken = new Array<number>(count).fill(0)
  return rows.map((row) => {
    let column = 0
    const placed = row.map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1
      const begins = column
      for (let at = begins; at < begins + (cell.columns ?? 1); at += 1) taken[at] = cell.rows ?? 1
      column += cell.columns ?? 1
      return { cell, column: begins }
    })
    for (let at = 0; at < count; at += 1) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    return placed
  })
}

const lengthOf = ({ text }: Cell): number => spansOf(text).reduce((sum, span) => sum + span.text.length, 0)
