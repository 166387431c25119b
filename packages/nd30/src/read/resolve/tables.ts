import type { BodyBlock, Border, TableBlock, TableCell } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { shownBranch } from './alternate.ts'
import type { CellLook } from './resolver.ts'
import { shownBorders } from './resolver.ts'
import { holdsBlocks } from './sections.ts'
import type { Setting, Surroundings } from './surroundings.ts'
import {
  cellLook,
  conditionsOf,
  type Edges,
  readEdges,
  readShown,
  readTableStyle,
  type Shown,
  type TableStyle,
} from './table-style.ts'
import { integer, onOff, twips, valOf } from './values.ts'

/** The story in which tables stand, and which reads their cells. */
interface Host {
  readonly part: string
  readonly sectionIndex: number
  readonly setting: Setting
  blocks(container: XmlElement, around: Surroundings): BodyBlock[]
}

export interface ReadTables {
  table(element: XmlElement, around: Surroundings): TableBlock
}

/** Word allows 63. */
const mostColumns = 200

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface OpenTable {
  readonly block: Mutable<TableBlock> & { rows: TableCell[][] }
  readonly style: TableStyle
  readonly shown: Shown
  readonly edges: Edges
  readonly columnWidths: readonly number[]
  readonly rowElements: readonly XmlElement[]
  readonly around: Surroundings
}

export function tableReader(story: Host): ReadTables {
  const styles = new Map<string, TableStyle>()
  const looks = new Map<string, CellLook>()
  let count = 0

  function table(element: XmlElement, around: Surroundings): TableBlock {
    count += 1
    const open = openTable(element, around, count)
    open.rowElements.forEach((row, index) => {
      open.block.rows.push(readRow(open, row, index))
    })
    open.block.borderless = open.block.rows.every((row) =>
      row.every((cell) => Object.keys(cell.borders).length === 0),
    )
    return open.block
  }

  function openTable(element: XmlElement, around: Surroundings, number: number): OpenTable {
    const tblPr = childOf(element, 'w:tblPr')
    const style = styleOf(valOf(tblPr, 'w:tblStyle'))
    const grid = childOf(element, 'w:tblGrid')
    const columnWidths = (grid?.children ?? [])
      .filter((each) => each.name === 'w:gridCol')
      .slice(0, mostColumns)
      .map((each) => twips(each.attributes.get('w:w')) ?? 0)
    return {
      block: {
        type: 'table',
        part: story.part,
        sectionIndex: story.sectionIndex,
        number,
        rows: [],
        borderless: true,
        widthTwips: widthOf(childOf(tblPr, 'w:tblW')) ?? sum(columnWidths),
        alignment: alignmentOf(valOf(tblPr, 'w:jc')),
        element,
      },
      style,
      shown: readShown(childOf(tblPr, 'w:tblLook')),
      edges: { ...style.parts.get('wholeTable')?.edges, ...readEdges(childOf(tblPr, 'w:tblBorders')) },
      columnWidths,
      rowElements: rowsOf(element),
      around,
    }
  }

  function styleOf(id: string | undefined): TableStyle {
    const kept = styles.get(id ?? '')
    if (kept) return kept
    const style = readTableStyle(story.setting.styles, id, story.setting.theme)
    styles.set(id ?? '', style)
    return style
  }

  function readRow(open: OpenTable, row: XmlElement, rowIndex: number): TableCell[] {
    const trPr = childOf(row, 'w:trPr')
    const exceptions = readEdges(childOf(childOf(row, 'w:tblPrEx'), 'w:tblBorders'))
    const edges = { ...open.edges, ...exceptions }
    const cells: TableCell[] = []
    let column = integer(valOf(trPr, 'w:gridBefore')) ?? 0
    for (const element of cellsOf(row)) {
      const tcPr = childOf(element, 'w:tcPr')
      const columns = Math.min(mostColumns, Math.max(1, integer(valOf(tcPr, 'w:gridSpan')) ?? 1))
      cells.push(readCell({ ...open, edges }, element, { row: rowIndex, column, columns }))
      column += columns
    }
    return cells
  }

  function readCell(
    open: OpenTable,
    element: XmlElement,
    at: { readonly row: number; readonly column: number; readonly columns: number },
  ): TableCell {
    const tcPr = childOf(element, 'w:tcPr')
    const rows = open.rowElements.length
    const allColumns = open.columnWidths.length
    const conditions = conditionsOf(open.style, open.shown, { ...at, rows, allColumns })
    const merge = childOf(tcPr, 'w:vMerge')
    const cell = { table: open.block, row: at.row, column: at.column }
    return {
      ...at,
      continuesAbove: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
      widthTwips:
        widthOf(childOf(tcPr, 'w:tcW')) ?? sum(open.columnWidths.slice(at.column, at.column + at.columns)),
      borders: cellBorders(open, tcPr, conditions, { ...at, rows, allColumns }),
      blocks: story.blocks(element, {
        cell,
        look: cellLook(open.style, conditions, looks),
        inShape: open.around.inShape,
      }),
    }
  }

  return { table }
}

/** The table's own edges at the rim and inside, then the style's conditions, then the cell's own (17.4.66). */
function cellBorders(
  open: OpenTable,
  tcPr: XmlElement | undefined,
  conditions: readonly string[],
  at: { row: number; rows: number; column: number; columns: number; allColumns: number },
): Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', Border>>> {
  const { edges } = open
  const first = at.row === 0
  const last = at.row === at.rows - 1
  const left = at.column === 0
  const right = at.column + at.columns >= at.allColumns
  let found: Edges = {
    top: (first ? edges.top : edges.insideH) ?? null,
    bottom: (last ? edges.bottom : edges.insideH) ?? null,
    left: (left ? edges.left : edges.insideV) ?? null,
    right: (right ? edges.right : edges.insideV) ?? null,
  }
  for (const each of ['wholeTable', ...conditions])
    found = { ...found, ...open.style.parts.get(each)?.cellEdges }
  return shownBorders({ ...found, ...readEdges(childOf(tcPr, 'w:tcBorders')) })
}

function widthOf(width: XmlElement | undefined): number | null {
  const type = width?.attributes.get('w:type') ?? 'dxa'
  const value = type === 'dxa' ? twips(width?.attributes.get('w:w')) : undefined
  return value === undefined || value <= 0 ? null : value
}

const sum = (widths: readonly number[]) => widths.reduce((all, each) => all + each, 0) || null

function alignmentOf(value: string | undefined): TableBlock['alignment'] {
  if (value === 'center') return 'center'
  return value === 'right' || value === 'end' ? 'right' : 'left'
}

/** Rows that were deleted are not seen. */
function rowsOf(table: XmlElement): XmlElement[] {
  return within(table, 'w:tr').filter((row) => !childOf(childOf(row, 'w:trPr'), 'w:del') && !isHidden(row))
}

const isHidden = (row: XmlElement) => onOff(childOf(row, 'w:trPr'), 'w:hidden') ?? false

const cellsOf = (row: XmlElement) => within(row, 'w:tc')

function within(container: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const child of container.children) {
    if (child.name === name) found.push(child)
    else if (holdsBlocks(child.name)) {
      const shown = shownBranch(child)
      if (shown) within(shown, name, found)
    }
  }
  return found
}
