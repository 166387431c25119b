import type { Paragraph, Run } from '../../read/read-document.ts'
import { composed } from '../../text/compose.ts'
import { meantAnyhow, meantText } from './meant-text.ts'

/**
 * A line of a document that is one component: a paragraph, or a part of one where tabs or breaks of lines stand between
 * two components (a head made with tabs; a position and a name in one paragraph).
 */
export interface Piece {
  readonly paragraph: Paragraph
  /** As its letters are meant: composed, legacy encodings read by their typeface, without spaces at its ends. */
  readonly text: string
  /** As written, with spaces. */
  readonly raw: string
  /** The parts of runs that it is made of, in order. */
  readonly fragments: readonly Fragment[]
  /**
   * Which line of the paragraph, from 0, and which part of the line between tabs: a part alone on its line has as many
   * as tabs before it, those that share a line are counted from 0, for the first may be set by a tab as well.
   */
  readonly line: number
  readonly tab: number
}

/** Letters `from` to `to` (UTF-16 units) of a run's text. */
export interface Fragment {
  readonly run: Run
  readonly from: number
  readonly to: number
}

/** The whole paragraph as one piece. */
export function wholePiece(paragraph: Paragraph): Piece {
  const fragments = paragraph.runs
    .filter((run) => !run.hidden && run.text !== '')
    .map((run) => ({ run, from: 0, to: run.text.length }))
  return pieceOf(paragraph, fragments, 0, 0)
}

/** The parts of a paragraph between breaks of lines and, where `byTabs`, between tabs; empty ones are left out. */
export function splitPieces(paragraph: Paragraph, byTabs: boolean): readonly Piece[] {
  if (!paragraph.text.includes('\n') && !(byTabs && paragraph.text.includes('\t'))) {
    const whole = wholePiece(paragraph)
    return whole.text === '' ? [] : [whole]
  }
  const pieces: Piece[] = []
  let fragments: Fragment[] = []
  let line = 0
  let tab = 0
  const close = () => {
    const piece = pieceOf(paragraph, fragments, line, tab)
    if (piece.text !== '') pieces.push(piece)
    fragments = []
  }
  for (const run of paragraph.runs) {
    if (run.hidden) continue
    let from = 0
    for (let at = 0; at < run.text.length; at++) {
      const letter = run.text[at]
      if (letter !== '\n' && !(byTabs && letter === '\t')) continue
      if (at > from) fragments.push({ run, from, to: at })
      close()
      from = at + 1
      if (letter === '\n') line++
      tab = letter === '\n' ? 0 : tab + 1
    }
    if (from < run.text.length) fragments.push({ run, from, to: run.text.length })
  }
  close()
  return pieces.map((piece) => countedFrom(pieces, piece))
}

function countedFrom(pieces: readonly Piece[], piece: Piece): Piece {
  const beside = pieces.filter(({ line }) => line === piece.line)
  return beside.length === 1 ? piece : { ...piece, tab: beside.indexOf(piece) }
}

function pieceOf(paragraph: Paragraph, fragments: readonly Fragment[], line: number, tab: number): Piece {
  const raw = fragments.map(({ run, from, to }) => run.text.slice(from, to)).join('')
  const shown = meantText(fragments.map(({ run, from, to }) => ({ run, text: run.text.slice(from, to) })))
  const text = meantAnyhow(composed(shown)).replaceAll('\u00a0', ' ').trim()
  return { paragraph, text, raw, fragments, line, tab }
}
