import type { Profile } from '../../profile/profile.ts'
import type { Paragraph } from '../../read/read-document.ts'
import { singleLineEm } from '../../text/widths.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import { lookOf } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'
import { draft, runningOf, textsOf } from './body-texts.ts'
import { type Both, figure, range } from './say.ts'

/** What rounding of sizes may make of a line that is set in points. */
const tolerance = 0.03

const judged = ({ recognised }: JudgeContext): readonly Piece[] => [
  ...recognised.bases,
  ...textsOf(recognised).flatMap((text) => runningOf(text).map(({ piece }) => piece)),
]

/** B04: from single to one and a half lines; for the Party from 18 to 22 points. */
export const judgeLines: Judge = (context) =>
  judged(context).flatMap((piece) => lineDraft(piece, context.profile))

function lineDraft(piece: Piece, { body, font, chosen }: Profile): readonly Draft[] {
  const { paragraph } = piece
  const { line, lineRule } = paragraph.spacing
  const sizePt = lookOf(piece).sizeHalfPoints / 2
  const [least, most] = body.line.range
  const inLines = body.line.unit === 'lines'
  // Only of this typeface is the height of a line known.
  const known = piece.fragments.every(({ run }) => run.font === font)
  if (!known && !(inLines && lineRule === 'auto')) return []
  const height = heightPt(line, lineRule, sizePt)
  const shown = inLines ? height / (sizePt * singleLineEm()) : height
  const slack = inLines && lineRule === 'auto' ? 0.01 : tolerance * (inLines ? 1 : least)
  if (shown >= least - slack && shown <= most + slack) return []
  const found = lineRule === 'auto' ? linesOf(line) : figure(line / 20, 'pt')
  const set = inLines
    ? ({ line: { value: Math.round(chosen.line * 240), rule: 'auto' } } as const)
    : ({ line: { value: chosen.line * 20, rule: 'exact' } } as const)
  const expected = inLines ? inUnit(range(body.line.range, '')) : range(body.line.range, 'pt')
  return [draft('B04', 'line', piece, found, expected, [{ type: 'paragraph', paragraph, set }])]
}

/** `1,55 dòng` */
function linesOf(line: number): Both {
  const text = String(Math.round(line / 2.4) / 100)
  return inUnit({ vi: text.replace('.', ','), en: text })
}

const inUnit = ({ vi, en }: Both): Both => ({ vi: `${vi.trim()} dòng`, en: `${en.trim()} lines` })

function heightPt(line: number, rule: Paragraph['spacing']['lineRule'], sizePt: number): number {
  if (rule === 'auto') return (line / 240) * sizePt * singleLineEm()
  return rule === 'exact' ? line / 20 : Math.max(line / 20, sizePt * singleLineEm())
}

/** B05: at least 6 points between two paragraphs of text. */
export const judgeGaps: Judge = (context) => {
  const pieces = judged(context)
  const least = context.profile.body.gapPt.least * 20
  const setBefore = gapsStandBefore(pieces, least)
  return pieces.flatMap((piece, at) => {
    const next = pieces[at + 1]
    if (next === undefined || !areNeighbours(piece.paragraph, next.paragraph)) return []
    const gap = gapTwips(piece.paragraph, next.paragraph)
    if (gap >= least) return []
    return [gapDraft(setBefore ? next : piece, gap, context.profile, setBefore)]
  })
}

function gapDraft(piece: Piece, gap: number, { body, chosen }: Profile, before: boolean): Draft {
  const { paragraph } = piece
  const expected: Both = {
    vi: `tối thiểu ${body.gapPt.least} pt`,
    en: `at least ${body.gapPt.least} pt`,
  }
  const twips = chosen.gapPt * 20
  const set = {
    ...(before ? { beforeTwips: twips } : { afterTwips: twips }),
    // A gap that is left out between paragraphs of one style would stay so.
    ...(paragraph.spacing.contextual ? { contextual: false } : {}),
  }
  return draft('B05', 'gap', piece, figure(gap / 20, 'pt'), expected, [{ type: 'paragraph', paragraph, set }])
}

/** Whether the document sets gaps before its paragraphs and not after them: that is where one is missing. */
function gapsStandBefore(pieces: readonly Piece[], least: number): boolean {
  const count = (side: 'before' | 'after') =>
    pieces.filter(({ paragraph }) => paragraph.spacing[side] >= least).length
  return count('before') > count('after')
}

/** Directly after each other on the same page, as far as the file tells. */
const areNeighbours = (first: Paragraph, second: Paragraph) =>
  first.part === second.part &&
  second.number === first.number + 1 &&
  first.sectionIndex === second.sectionIndex &&
  !second.pageBreakBefore &&
  !first.pageBreakInside &&
  !second.pageBreakInside &&
  first.cell === null &&
  second.cell === null

/** Programs differ in whether both gaps are added or the larger one is taken: the sum is the most that may be shown. */
function gapTwips(first: Paragraph, second: Paragraph): number {
  const same = first.styleId === second.styleId
  const after = same && first.spacing.contextual ? 0 : first.spacing.after
  const before = same && second.spacing.contextual ? 0 : second.spacing.before
  return after + before
}
