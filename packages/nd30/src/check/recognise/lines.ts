import type { Paragraph, ReadDocument, TableBlock } from '../../read/read-document.ts'
import { folded } from './fold.ts'
import { lookOf, type PieceLook } from './look.ts'
import { type Piece, splitPieces, wholePiece } from './piece.ts'

/** A piece with what its place and look say of it. */
export interface Line {
  readonly piece: Piece
  readonly fold: string
  readonly look: PieceLook
  /** `left` and `right` beside each other, in a table or by tabs; `full` alone on its line. */
  readonly side: 'left' | 'right' | 'full'
  readonly centred: boolean
  readonly table: TableBlock | null
  readonly column: number
  /** Stands first on a page, as far as breaks that are written down tell. */
  readonly startsPage: boolean
  /** Where its paragraph stands among all of the file. */
  readonly paragraphIndex: number
}

/** Longer paragraphs are text: they are taken whole, whatever tabs or breaks are in them. */
const longestToSplit = 400

/** Every piece with letters or signs, in reading order. */
export function linesOf(read: ReadDocument): readonly Line[] {
  const lines: Line[] = []
  let startsPage = false
  let section = 0
  for (const [paragraphIndex, paragraph] of read.paragraphs.entries()) {
    if (paragraph.pageBreakBefore || isNewPage(read, paragraph, section)) startsPage = true
    section = paragraph.sectionIndex
    const pieces =
      paragraph.text.length > longestToSplit ? [wholePiece(paragraph)] : splitPieces(paragraph, true)
    for (const piece of pieces) {
      if (piece.text === '') continue
      lines.push(lineOf(piece, pieces, paragraphIndex, startsPage || paragraph.pageBreakInside))
      startsPage = false
    }
    if (paragraph.pageBreakInside) startsPage = true
  }
  return lines
}

function isNewPage(read: ReadDocument, paragraph: Paragraph, sectionBefore: number): boolean {
  return (
    paragraph.sectionIndex !== sectionBefore &&
    read.sections[paragraph.sectionIndex]?.startsOn !== 'continuous'
  )
}

function lineOf(piece: Piece, siblings: readonly Piece[], paragraphIndex: number, startsPage: boolean): Line {
  const { paragraph } = piece
  let fold: string | undefined
  return {
    piece,
    // Of most lines of a long text nobody asks.
    get fold() {
      fold ??= folded(piece.text)
      return fold
    },
    get look() {
      return lookOf(piece)
    },
    side: sideOf(piece, siblings),
    centred: paragraph.alignment === 'center',
    table: paragraph.cell?.table ?? null,
    column: paragraph.cell?.column ?? 0,
    startsPage,
    paragraphIndex,
  }
}

function sideOf(piece: Piece, siblings: readonly Piece[]): Line['side'] {
  const { cell } = piece.paragraph
  if (cell) {
    const row = cell.table.rows[cell.row]
    const columns = Math.max(...(row ?? []).map((each) => each.column + each.columns), 1)
    if (columns > 1 && (row?.length ?? 0) > 1) return cell.column < columns / 2 ? 'left' : 'right'
  }
  if (piece.tab > 0) return 'right'
  return siblings.some((each) => each.line === piece.line && each.tab > 0) ? 'left' : 'full'
}
