import type { XmlElement } from '../xml.ts'
import { type Piece, piecesOf, softHyphen } from './run-pieces.ts'

/** A piece of a run that has a part in its text. */
export type ShownPiece = Extract<Piece, { type: 'text' } | { type: 'sign' }>

/**
 * The pieces of which a run's text is made; null where they do not give the text that was read (parts of it stand in the
 * code of a field), so that where a letter stands cannot be told.
 */
export function shownPiecesOf(run: XmlElement, text: string): readonly ShownPiece[] | null {
  const all = piecesOf(run)
  const gives = (pieces: readonly ShownPiece[]) => pieces.map((piece) => piece.text).join('') === text
  const plain = all.filter((piece) => piece.type === 'text' || piece.type === 'sign')
  if (gives(plain)) return plain
  const withHyphens = all.flatMap((piece): readonly ShownPiece[] => {
    if (piece.type === 'soft-hyphen')
      return [{ type: 'sign', text: softHyphen, element: piece.element, symbol: false }]
    return piece.type === 'text' || piece.type === 'sign' ? [piece] : []
  })
  return gives(withHyphens) ? withHyphens : null
}
