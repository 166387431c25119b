import type { Range } from '../../profile/profile.ts'
import type { Border, Paragraph, Shape, TableBlock } from '../../read/read-document.ts'
import { textWidthPt } from '../../text/widths.ts'
import type { JudgeContext } from '../draft.ts'
import { lookOf, shownText } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'

/** What stands for a line below a component. */
export type LineBelow =
  /** Drawn; between which lengths it is, in twips, where the file tells, and whose it is where it can be made anew. */
  | { readonly kind: 'drawn'; readonly lengthTwips: Range | null; readonly holder?: LineHolder }
  | { readonly kind: 'letters' }
  | { readonly kind: 'underline' }
  | { readonly kind: 'none' }

/** A paragraph that has the line as its only shape, the words' own whose border it is, or an empty one. */
export type LineHolder =
  | { readonly by: 'shape'; readonly paragraph: Paragraph }
  | { readonly by: 'own border'; readonly paragraph: Paragraph }
  | { readonly by: 'border'; readonly paragraph: Paragraph; readonly roomTwips: Range }

const emuPerTwip = 635
const twipsPerPoint = 20
/** So many paragraphs below may still hold the line. */
const mostBelow = 3

export function lineBelow(context: JudgeContext, pieces: readonly Piece[]): LineBelow {
  const last = pieces.at(-1)
  if (!last) return { kind: 'none' }
  const { paragraphs } = context.read
  const below = paragraphsBelow(paragraphs, paragraphs.indexOf(last.paragraph))
  const own = [...new Set(pieces.map(({ paragraph }) => paragraph)), ...below]
  const lines = own.flatMap(({ shapes }) => shapes.filter(isLine))
  if (lines.length > 0) return drawnBy(lines, last.paragraph, below)
  const bordered = borderedOf(last.paragraph, below)
  if (bordered) return borderOf(context, bordered)
  if (own.some(hasOtherShape) || hasCellBorder(last.paragraph)) return { kind: 'drawn', lengthTwips: null }
  if (below.some(({ text }) => signs.test(text)) || signsLast.test(last.paragraph.text))
    return { kind: 'letters' }
  if (lookOf(last).underline === 'all') return { kind: 'underline' }
  return isElsewhere(paragraphs, last, own) ? { kind: 'drawn', lengthTwips: null } : { kind: 'none' }
}

const signs = /^\s*[-–—_=]{3,}\s*$/u
const signsLast = /\n[ \t]{0,40}[-–—_=]{3,}\s*$/u

/** Until the next words in the same place. */
function paragraphsBelow(paragraphs: readonly Paragraph[], at: number): readonly Paragraph[] {
  const here = paragraphs[at]
  const found: Paragraph[] = []
  for (const paragraph of paragraphs.slice(at + 1, at + 1 + mostBelow)) {
    if (!here || paragraph.inShape) continue
    if (paragraph.cell?.table !== here.cell?.table) break
    if (paragraph.cell?.column !== here.cell?.column) continue
    if (paragraph.text.trim() !== '' && /[\p{L}\p{N}*]/u.test(paragraph.text)) break
    found.push(paragraph)
  }
  return found
}

/** Longer than high; one that is drawn as an arrow or a box without text is `other`. */
const isLine = ({ kind, widthEmu, heightEmu }: Shape) => kind === 'line' && widthEmu >= heightEmu

const hasOtherShape = ({ shapes }: Paragraph) =>
  shapes.some(({ kind, paragraphs }) => kind !== 'line' && paragraphs.every(({ text }) => text.trim() === ''))

/** One that hangs from an earlier line of the words, or beside another shape, is not made anew. */
function drawnBy(lines: readonly Shape[], last: Paragraph, below: readonly Paragraph[]): LineBelow {
  const [line] = lines
  const lengthTwips = lines.length === 1 ? lengthOf(line) : null
  const paragraph = [last, ...below].find(({ shapes }) => shapes.length === 1 && shapes[0] === line)
  const parted = /[\t\n]/u.test(paragraph?.text ?? '')
  if (!paragraph || parted) return { kind: 'drawn', lengthTwips }
  return { kind: 'drawn', lengthTwips, holder: { by: 'shape', paragraph } }
}

function lengthOf(shape: Shape | undefined): Range | null {
  if (!shape || shape.widthEmu <= 0) return null
  const twips = Math.round(shape.widthEmu / emuPerTwip)
  return [twips, twips]
}

const isDrawn = (border: Border | undefined) =>
  border !== undefined && border.style !== 'none' && border.style !== 'nil'

/** The paragraph whose own border is the line. */
function borderedOf(paragraph: Paragraph, below: readonly Paragraph[]): Paragraph | undefined {
  if (isDrawn(paragraph.borders.bottom)) return paragraph
  return below.find(({ borders }) => isDrawn(borders.top) || isDrawn(borders.bottom))
}

/** What the margins of a cell take from its width at both sides together, at most. */
const cellMarginsTwips = 400

/** A border is as long as its paragraph: the room between its indents. */
function borderOf(context: JudgeContext, paragraph: Paragraph): LineBelow {
  const most = roomTwips(context, paragraph)
  if (most === null) return { kind: 'drawn', lengthTwips: null }
  const room: Range = [paragraph.cell ? Math.max(0, most - cellMarginsTwips) : most, most]
  const { left, right } = paragraph.indent
  const lengthTwips: Range = [Math.max(0, room[0] - left - right), room[1] - left - right]
  const empty = paragraph.text.trim() === ''
  if (empty && !paragraph.relative)
    return { kind: 'drawn', lengthTwips, holder: { by: 'border', paragraph, roomTwips: room } }
  if (empty || paragraph.alignment !== 'center' || paragraph.text.includes('\t'))
    return { kind: 'drawn', lengthTwips }
  return { kind: 'drawn', lengthTwips, holder: { by: 'own border', paragraph } }
}

/** A line of the cell itself, of the one below, or of an empty cell below. */
function hasCellBorder({ cell }: Paragraph): boolean {
  if (!cell) return false
  const of = (table: TableBlock, row: number) =>
    table.rows[row]?.find(({ column, columns }) => cell.column >= column && cell.column < column + columns)
  const own = of(cell.table, cell.row)
  const next = of(cell.table, cell.row + 1)
  return [own?.borders.bottom, next?.borders.top, next?.borders.bottom].some(isDrawn)
}

/** So many lines in a head are those of both of its columns, wherever each of them is anchored. */
const linesOfHead = 2
const reach = 8

/** A line anchored in another paragraph of the same place may be drawn here: that is not known, so it counts. */
function isElsewhere(paragraphs: readonly Paragraph[], last: Piece, own: readonly Paragraph[]): boolean {
  const { cell } = last.paragraph
  const at = paragraphs.indexOf(last.paragraph)
  if (cell) {
    const inTable = paragraphs.filter((paragraph) => paragraph.cell?.table === cell.table)
    return inTable.flatMap(({ shapes }) => shapes.filter(isLine)).length >= linesOfHead
  }
  const near = paragraphs.slice(Math.max(0, at - reach), at + reach)
  return near.some(
    (paragraph) => !own.includes(paragraph) && !paragraph.cell && paragraph.shapes.some(isLine),
  )
}

/** How long the words are as they are shown, in twips: of the shortest and the longest of the lines. */
export function wordsTwips(pieces: readonly Piece[]): { readonly least: number; readonly most: number } {
  const widths = pieces.map((piece) => {
    const look = lookOf(piece)
    const points = textWidthPt(shownText(piece), {
      sizePt: look.sizeHalfPoints / 2,
      bold: look.bold === 'all',
      italic: look.italic === 'all',
    })
    return Math.round(points * twipsPerPoint)
  })
  return { least: Math.min(...widths), most: Math.max(...widths) }
}

/** How long a line of the words can be where they stand, in twips; null where the file does not say. */
export function roomTwips({ read }: JudgeContext, paragraph: Paragraph): number | null {
  const section = read.sections[paragraph.sectionIndex]
  if (!paragraph.cell)
    return section ? section.widthTwips - section.marginsTwips.left - section.marginsTwips.right : null
  const { table, row, column } = paragraph.cell
  return table.rows[row]?.find((cell) => cell.column === column)?.widthTwips ?? null
}
