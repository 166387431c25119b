import type { Profile } from '../../profile/profile.ts'
import { tolerances, twipsOfMm } from '../../profile/tolerances.ts'
import type { Paragraph } from '../../read/read-document.ts'
import type { Draft, Judge } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import type { Repair } from '../repair.ts'
import { draft, runningOf, textsOf } from './body-texts.ts'
import { editText } from './edit-text.ts'
import { type Both, figure, joined, millimetres } from './say.ts'

/** `10 mm hoặc 12,7 mm` */
const either = (figures: readonly Both[]): Both => ({
  vi: joined(figures, ' hoặc ').vi,
  en: joined(figures, ' or ').en,
})

/** The Party's guidance says `about`. */
const toleranceTwips = { state: tolerances.indentTwips, party: tolerances.aboutTwips } as const

/** B03: first lines are indented by one of the form's lengths, by the paragraph's indent and not by spaces or tabs. */
export const judgeIndent: Judge = ({ recognised, profile }) => {
  const parts = textsOf(recognised).flatMap(runningOf)
  const allowed = profile.body.firstLineMm.map(twipsOfMm)
  const isAllowed = (twips: number) =>
    allowed.some((each) => Math.abs(each - twips) <= toleranceTwips[profile.name])
  const usual = usualIndent(parts, isAllowed) ?? twipsOfMm(profile.chosen.firstLineMm)
  const pieces = [
    ...recognised.bases.map((piece) => ({ piece, loose: false })),
    ...parts.map((part) => ({ piece: part.piece, loose: isLoose(part) })),
  ]
  return pieces.flatMap(({ piece, loose }) => judgePiece(piece, loose, isAllowed, usual, profile))
}

/** Lists may hang, however far from the margin. */
const isLoose = ({ role, automatic }: BodyPart) =>
  automatic || role === 'item' || role === 'point' || role === 'clause' || role === 'clauseTitle'

function usualIndent(parts: readonly BodyPart[], isAllowed: (twips: number) => boolean): number | undefined {
  const counts = new Map<number, number>()
  for (const { piece } of parts) {
    const { firstLine } = piece.paragraph.indent
    if (isAllowed(firstLine)) counts.set(firstLine, (counts.get(firstLine) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function judgePiece(
  piece: Piece,
  loose: boolean,
  isAllowed: (twips: number) => boolean,
  usual: number,
  profile: Profile,
): readonly Draft[] {
  const { paragraph } = piece
  const expected = either(profile.body.firstLineMm.map((mm) => figure(mm, 'mm')))
  const typed = typedIndent(piece)
  if (typed !== null) {
    const found = { vi: typed.vi, en: typed.en }
    const repairs = [...editText(piece, [{ from: 0, to: typed.letters, by: '' }]), indented(paragraph, usual)]
    return [draft('B03', 'indent_typed', piece, found, expected, repairs)]
  }
  if (!isWrong(paragraph, loose, isAllowed) || goesOn(piece)) return []
  const found = millimetres(paragraph.indent.firstLine + paragraph.indent.left)
  return [draft('B03', 'indent', piece, found, expected, [indented(paragraph, usual)])]
}

function isWrong(paragraph: Paragraph, loose: boolean, isAllowed: (twips: number) => boolean): boolean {
  const { left, right, firstLine } = paragraph.indent
  if (paragraph.alignment === 'center' || paragraph.alignment === 'right') return false
  if (isAllowed(firstLine)) return false
  if (Math.abs(left) <= tolerances.indentTwips) return true
  // Indented as a whole: a list that hangs, a quotation; else only a first line that starts in the right place is right.
  return !loose && right <= tolerances.indentTwips && !isAllowed(left + firstLine)
}

/** What a table, a formula or a line set by tabs is followed by, or what begins with none of its own words. */
const goesOn = ({ text }: Piece) => /^\p{Ll}\p{L}/u.test(text) || text.includes('\t')

const leading = /^[ \u00a0\t]{1,100}/

/** Spaces or tabs before the first word; one space is a slip that no eye sees. */
function typedIndent({
  raw,
}: Piece): { readonly letters: number; readonly vi: string; readonly en: string } | null {
  const found = leading.exec(raw)?.[0] ?? ''
  const tabs = found.split('\t').length - 1
  if (tabs === 0 && found.length < 2) return null
  if (tabs > 0) return { letters: found.length, vi: 'tạo bằng phím Tab', en: 'made with tabs' }
  return {
    letters: found.length,
    vi: `tạo bằng ${found.length} dấu cách`,
    en: `made with ${found.length} spaces`,
  }
}

const indented = (paragraph: Paragraph, firstLineTwips: number): Repair => ({
  type: 'paragraph',
  paragraph,
  set: { firstLineTwips, ...(paragraph.indent.left === 0 ? {} : { leftTwips: 0 }) },
})
