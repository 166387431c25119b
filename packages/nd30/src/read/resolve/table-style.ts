import type { Border } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { type ParagraphProperties, readBorder, readParagraphProperties } from './paragraph-properties.ts'
import type { CellLook } from './resolver.ts'
import { type RunProperties, readRunProperties } from './run-properties.ts'
import type { Styles } from './styles.ts'
import type { Theme } from './theme.ts'
import { integer, valOf } from './values.ts'

export type Edge = 'top' | 'bottom' | 'left' | 'right' | 'insideH' | 'insideV'
export type Edges = Partial<Record<Edge, Border | null>>

interface Part {
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
  /** Of the table. */
  readonly edges: Edges
  /** Of its cells. */
  readonly cellEdges: Edges
}

/** A table's style with what it says of single rows, columns and corners (ECMA-376 part 1, 17.7.6). */
export interface TableStyle {
  readonly id: string
  readonly parts: ReadonlyMap<string, Part>
  readonly rowBand: number
  readonly columnBand: number
}

export function readTableStyle(styles: Styles, id: string | undefined, theme: Theme): TableStyle {
  const parts = new Map<string, Part>()
  let rowBand = 1
  let columnBand = 1
  for (const style of styles.chain('table', id)) {
    add(parts, 'wholeTable', readPart(style.element, theme))
    const tblPr = childOf(style.element, 'w:tblPr')
    rowBand = integer(valOf(tblPr, 'w:tblStyleRowBandSize')) ?? rowBand
    columnBand = integer(valOf(tblPr, 'w:tblStyleColBandSize')) ?? columnBand
    for (const each of style.element.children)
      if (each.name === 'w:tblStylePr') add(parts, each.attributes.get('w:type') ?? '', readPart(each, theme))
  }
  return { id: id ?? '', parts, rowBand, columnBand }
}

function readPart(element: XmlElement, theme: Theme): Part {
  return {
    paragraph: readParagraphProperties(childOf(element, 'w:pPr')),
    run: readRunProperties(childOf(element, 'w:rPr'), theme),
    edges: readEdges(childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')),
    cellEdges: readEdges(childOf(childOf(element, 'w:tcPr'), 'w:tcBorders')),
  }
}

function add(parts: Map<string, Part>, type: string, part: Part) {
  const below = parts.get(type)
  parts.set(
    type,
    below
      ? {
          paragraph: { ...below.paragraph, ...part.paragraph },
          run: { ...below.run, ...part.run },
          edges: { ...below.edges, ...part.edges },
          cellEdges: { ...below.cellEdges, ...part.cellEdges },
        }
      : part,
  )
}

const edgeNames: Readonly<Record<string, Edge>> = {
  'w:top': 'top',
  'w:bottom': 'bottom',
  'w:left': 'left',
  'w:start': 'left',
  'w:right': 'right',
  'w:end': 'right',
  'w:insideH': 'insideH',
  'w:insideV': 'insideV',
}

export function readEdges(element: XmlElement | undefined): Edges {
  const edges: Edges = {}
  for (const child of element?.children ?? []) {
    const edge = edgeNames[child.name]
    if (edge !== undefined) edges[edge] = readBorder(child)
  }
  return edges
}

/** Which special rows and columns a table shows (17.4.55): attributes, or the bits of older files. */
export interface Shown {
  readonly firstRow: boolean
  readonly lastRow: boolean
  readonly firstColumn: boolean
  readonly lastColumn: boolean
  readonly rowBands: boolean
  readonly columnBands: boolean
}

export function readShown(tblLook: XmlElement | undefined): Shown {
  const bits = Number.parseInt(tblLook?.attributes.get('w:val') ?? '0', 16) || 0
  const on = (name: string, bit: number) => {
    const value = tblLook?.attributes.get(`w:${name}`)
    return value === undefined ? (bits & bit) !== 0 : value === '1' || value === 'true' || value === 'on'
  }
  return {
    firstRow: on('firstRow', 0x20),
    lastRow: on('lastRow', 0x40),
    firstColumn: on('firstColumn', 0x80),
    lastColumn: on('lastColumn', 0x100),
    rowBands: !on('noHBand', 0x200),
    columnBands: !on('noVBand', 0x400),
  }
}

export interface CellAt {
  readonly row: number
  readonly rows: number
  readonly column: number
  readonly columns: number
  readonly allColumns: number
}

/** The special parts that a cell is of, those that prevail last. */
export function conditionsOf(style: TableStyle, shown: Shown, at: CellAt): string[] {
  const top = shown.firstRow && at.row === 0
  const bottom = shown.lastRow && at.row === at.rows - 1
  const left = shown.firstColumn && at.column === 0
  const right = shown.lastColumn && at.column + at.columns >= at.allColumns
  const row = at.row - (shown.firstRow ? 1 : 0)
  const column = at.column - (shown.firstColumn ? 1 : 0)
  const band = (index: number, size: number) => (Math.floor(index / Math.max(1, size)) % 2 === 0 ? 1 : 2)
  const found = [
    shown.columnBands && !left && !right && `band${band(column, style.columnBand)}Vert`,
    shown.rowBands && !top && !bottom && `band${band(row, style.rowBand)}Horz`,
    left && 'firstCol',
    right && 'lastCol',
    top && 'firstRow',
    bottom && 'lastRow',
    top && right && 'neCell',
    top && left && 'nwCell',
    bottom && right && 'seCell',
    bottom && left && 'swCell',
  ]
  return found.filter((each) => each !== false).filter((each) => style.parts.has(each))
}

/** What a style says of the paragraphs and letters in cells of these conditions. */
export function cellLook(
  style: TableStyle,
  conditions: readonly string[],
  kept: Map<string, CellLook>,
): CellLook {
  const key = [style.id, ...conditions].join(' ')
  const found = kept.get(key)
  if (found) return found
  const parts = ['wholeTable', ...conditions].map((each) => style.parts.get(each)).filter((each) => !!each)
  const look = {
    key,
    paragraph: Object.assign({}, ...parts.map((part) => part.paragraph)),
    run: Object.assign({}, ...parts.map((part) => part.run)),
  }
  kept.set(key, look)
  return look
}
