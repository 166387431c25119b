import type { JudgeContext } from '../draft.ts'
import { type Piece, wholePiece } from '../recognise/piece.ts'

const date = /^\p{Lu}.{1,40}, ngày.{0,20}tháng.{0,20}năm.{0,12}$/u
const mostLetters = 90

/** A place-and-date line that stands behind the text, where the head has none. */
export function findStrayDate({ read, recognised }: JudgeContext): Piece | null {
  const { head, body } = recognised
  if (head.issued) return null
  const from = body.parts.at(-1)?.piece.paragraph
  const start = from ? read.paragraphs.indexOf(from) : 0
  const found = read.paragraphs.slice(Math.max(0, start)).find(({ text, alignment, cell }) => {
    const tidy = text.trim()
    return tidy.length <= mostLetters && (alignment !== 'both' || cell !== null) && date.test(tidy)
  })
  return found ? wholePiece(found) : null
}
