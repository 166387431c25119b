import {
  AlignmentType,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Cell, Table as ModelTable } from '../../model/document.ts'
import { spansOf } from '../../model/words/spans.ts'
import { type Notes, runsOf } from './runs.ts'
import { otherStyles } from './styles.ts'

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

/** Its caption, the table with repeated heads, and a low paragraph that keeps two tables apart. */
export function tableOf(table: ModelTable, width: number, notes: Notes): readonly FileChild[] {
  const widths = columnWidths(table.columns, width)
  const head = table.header ?? []
  return [
    ...(table.caption === undefined
      ? []
      : [
          new Paragraph({
            style: otherStyles.tableCaption.id,
            children: runsOf(spansOf(table.caption), notes),
          }),
        ]),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: 70, right: 70, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
      rows: [
        ...head.map((row) => rowOf(row, true, notes)),
        ...table.rows.map((row) => rowOf(row, false, notes)),
      ],
    }),
    new Paragraph({ style: otherStyles.gap.id }),
  ]
}

/** Whole twips that add up to the width. */
export function columnWidths(shares: readonly number[], width: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let before = 0
  return shares.map((_, index) => {
    const end = Math.round(
      (shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0) * width) / whole,
    )
    const own = end - before
    before = end
    return own
  })
}

const rowOf = (row: readonly Cell[], isHead: boolean, notes: Notes) =>
  new TableRow({
    ...(isHead ? { tableHeader: true, cantSplit: true } : {}),
    children: row.map(
      (cell) =>
        new TableCell({
          ...(cell.columns === undefined ? {} : { columnSpan: cell.columns }),
          ...(cell.rows === undefined ? {} : { rowSpan: cell.rows }),
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: otherStyles.tableText.id,
              ...(cell.align === undefined ? {} : { alignment: alignments[cell.align] }),
              children: runsOf(spansOf(cell.text), notes),
            }),
          ],
        }),
    ),
  })
