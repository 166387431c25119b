import type { Paragraph, ReadDocument } from '../../read/read-document.ts'
import { textWidthPt } from '../../text/widths.ts'
import type { Draft, Judge } from '../draft.ts'
import { lookOf } from '../recognise/look.ts'
import { wholePiece } from '../recognise/piece.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import { draft, isRunning, textsOf } from './body-texts.ts'

/** B02: running text is justified. What fills one line looks the same either way, and nothing is said of it. */
export const judgeAlignment: Judge = ({ recognised, read }) => {
  const parts = textsOf(recognised).flat()
  const bases = recognised.bases.filter((piece) => isLeft(piece.paragraph) && isLong(read, piece.paragraph))
  return [
    ...bases.map((piece) => alignmentDraft(piece)),
    ...parts.filter((part) => isWrong(read, part)).map(({ piece }) => alignmentDraft(piece)),
  ]
}

const names: Readonly<Record<Paragraph['alignment'], { readonly vi: string; readonly en: string }>> = {
  left: { vi: 'canh trái', en: 'aligned left' },
  center: { vi: 'canh giữa', en: 'centred' },
  right: { vi: 'canh phải', en: 'aligned right' },
  both: { vi: 'canh đều hai lề', en: 'justified' },
  distribute: { vi: 'dàn đều', en: 'distributed' },
}

function alignmentDraft(piece: BodyPart['piece']): Draft {
  const { paragraph } = piece
  const set = { alignment: 'both' } as const
  return draft('B02', 'alignment', piece, names[paragraph.alignment], names.both, [
    { type: 'paragraph', paragraph, set },
  ])
}

const isLeft = ({ alignment }: Paragraph) => alignment === 'left' || alignment === 'right'

function isWrong(read: ReadDocument, part: BodyPart): boolean {
  const { paragraph, text } = part.piece
  const { alignment } = paragraph
  if (alignment === 'both' || alignment === 'distribute' || part.quoted) return false
  // Lines that are broken or set by hand would be torn apart.
  if (/[\t\n]/.test(text)) return false
  if (part.role === 'centred') return isLong(read, paragraph) && /[.;:]$/.test(text)
  if (!isRunning(part)) return false
  const labelled = part.role === 'article' || part.role === 'clause' || part.role === 'point'
  if (alignment === 'center' || alignment === 'right') return labelled || isLong(read, paragraph)
  return isLong(read, paragraph)
}

/** Surely longer than a line, set in Times New Roman. */
function isLong(read: ReadDocument, paragraph: Paragraph): boolean {
  const section = read.sections[paragraph.sectionIndex]
  if (section === undefined) return false
  const { left, right, gutter } = section.marginsTwips
  const indent = paragraph.indent.left + paragraph.indent.right
  const linePt = (section.widthTwips - left - right - gutter - indent) / 20
  const sizePt = lookOf(wholePiece(paragraph)).sizeHalfPoints / 2
  return textWidthPt(paragraph.text.slice(0, mostMeasured), { sizePt }) > linePt
}

/** More letters than a line holds in the smallest size that is met. */
const mostMeasured = 600
