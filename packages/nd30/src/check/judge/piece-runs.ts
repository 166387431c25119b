import type { Run } from '../../read/read-document.ts'
import type { Fragment, Piece } from '../recognise/piece.ts'

/** A letter of a piece's text as it stands in the file. */
export interface PlaceInRun {
  readonly run: Run
  readonly at: number
}

/** Where letter `index` of `piece.text` is; undefined where the text is not letter for letter what the file writes. */
export function placeAt(piece: Piece, index: number): PlaceInRun | undefined {
  const from = piece.raw.length - piece.raw.trimStart().length
  if (piece.raw.trim().length !== piece.text.length) return undefined
  return placeInRaw(piece.fragments, from + index)
}

export function placeInRaw(fragments: readonly Fragment[], index: number): PlaceInRun | undefined {
  let rest = index
  for (const { run, from, to } of fragments) {
    if (rest < to - from) return { run, at: from + rest }
    rest -= to - from
  }
  return undefined
}

/** The run in which letter `index` of the piece's text stands, where the piece has more than one. */
export function runAt(piece: Piece, index: number): Run | undefined {
  return piece.fragments.length > 1 ? placeAt(piece, index)?.run : undefined
}
