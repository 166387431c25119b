import { textWidthPt } from '../text/widths.ts'
import type { bodySheet } from './body-sheet.ts'
import type { formSheet } from './form-sheet.ts'
import { type Piece, wordsApart } from './pieces.ts'

type Body = ReturnType<typeof bodySheet>
type Form = ReturnType<typeof formSheet>

const pointsPerMm = 72 / 25.4
/** A paragraph of fewer than four lines is never parted. */
const mostWhole = 3
/** No font of Times' kind sets on one line what these letters need one and a half for. */
const surelyLonger = 1.5
/** More than a line holds of the narrowest letters. Measuring a long paragraph as one line takes the square of its letters. */
const lettersOfLine = 200

/**
 * The paragraphs that may have to go over to the page of the signature; where they may be long enough to be parted, with
 * their words one by one. What is sure without Typst is not asked of it: each measure costs as much as setting a line.
 */
export function withEnd(body: Body, form: Form) {
  const [before, last] = [body.at(-2), body.at(-1)]
  if (last?.shape !== 'paragraph') return body
  const end = { ...last, apart: partable(last.words, form) }
  if (before?.shape !== 'paragraph' || isLonger(last.words, form)) return [...body.slice(0, -1), end]
  const open = { ...before, apart: partable(before.words, form), 'followed-by': last.words }
  return [...body.slice(0, -2), open, end]
}

/** Surely longer than a line. */
const isLonger = (words: readonly Piece[], form: Form): boolean =>
  words.reduce((sum, piece) => sum + textOf(piece).length, 0) > lettersOfLine ||
  widthOf(words, form) > surelyLonger * form.width * pointsPerMm

/**
 * Null where it surely has no more than three lines: each is full but for less than the longest word, and a little is
 * left for lines that are broken for their looks.
 */
function partable(words: readonly Piece[], form: Form): ReturnType<typeof wordsApart> | null {
  const apart = wordsApart(words)
  const widths = apart.map((word) => widthOf(word, form))
  const all = widths.reduce((sum, width) => sum + width, form.indent * pointsPerMm)
  const fullness = form.width * pointsPerMm - widths.reduce((most, width) => Math.max(most, width), 0)
  return all < 0.95 * mostWhole * fullness ? null : apart
}

function widthOf(words: readonly Piece[], form: Form): number {
  const sizePt = form.looks.body?.size ?? 14
  return words.reduce((sum, piece) => sum + textWidthPt(textOf(piece), { sizePt, ...lookOf(piece) }), 0)
}

const textOf = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.text)
const lookOf = (piece: Piece) =>
  typeof piece === 'string' ? {} : { bold: piece.bold ?? false, italic: piece.italic ?? false }
