import type { Profile, Range } from '../../profile/profile.ts'
import type { Draft, Judge } from '../draft.ts'
import { inkOf } from '../recognise/look.ts'
import type { Fragment, Piece } from '../recognise/piece.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import type { Repair } from '../repair.ts'
import { type BodyText, draft, lookFor, runningOf, textsOf } from './body-texts.ts'
import { points, range } from './say.ts'

/** B01: sizes of letters in the range of their component, and one size for all running text. */
export const judgeSize: Judge = ({ recognised, profile }) => [
  ...[...recognised.competence, ...recognised.bases].flatMap((piece) =>
    ofPiece(piece, profile.looks.base, null),
  ),
  ...(recognised.enacting ? ofPiece(recognised.enacting, profile.looks.enacting, null) : []),
  ...textsOf(recognised).flatMap((text) => ofText(text, profile)),
]

function ofText(text: BodyText, profile: Profile): readonly Draft[] {
  const common = commonSize(runningOf(text), profile.looks.body?.sizePt)
  return runningOf(text).flatMap(({ piece, role }) => ofPiece(piece, lookFor(profile, role), common))
}

/** Letters whose size the eye takes for that of the text: notes, symbols and spaces are set otherwise. */
const sized = (piece: Piece): readonly Fragment[] =>
  inkOf(piece).filter(({ run }) => run.raised === null && !run.symbol)

/** The size of most letters among those that the form allows. */
function commonSize(parts: readonly BodyPart[], sizePt: Range | undefined): number | null {
  const letters = new Map<number, number>()
  for (const { piece } of parts)
    for (const { run, from, to } of sized(piece))
      letters.set(run.sizeHalfPoints, (letters.get(run.sizeHalfPoints) ?? 0) + to - from)
  let common: number | null = null
  for (const [size, count] of letters)
    if (isWithin(size, sizePt) && (common === null || count > (letters.get(common) ?? 0))) common = size
  return common
}

const isWithin = (halfPoints: number, sizePt: Range | undefined) =>
  sizePt !== undefined && halfPoints >= sizePt[0] * 2 && halfPoints <= sizePt[1] * 2

function ofPiece(
  piece: Piece,
  look: { readonly sizePt: Range; readonly chosenPt: number } | undefined,
  common: number | null,
): readonly Draft[] {
  if (look === undefined) return []
  const { sizePt } = look
  const fragments = sized(piece)
  const outside = fragments.filter(({ run }) => !isWithin(run.sizeHalfPoints, sizePt))
  const target = common !== null && isWithin(common, sizePt) ? common : null
  if (outside.length > 0) {
    const repairs = resized(fragments, target ?? nearest(outside[0], sizePt, look.chosenPt))
    return [sizeDraft(piece, outside, fragments, 'size_outside', range(sizePt, 'pt'), repairs)]
  }
  const other = target === null ? [] : fragments.filter(({ run }) => run.sizeHalfPoints !== target)
  if (target === null || other.length === 0) return []
  return [sizeDraft(piece, other, fragments, 'size_differs', points(target), resized(fragments, target))]
}

function sizeDraft(
  piece: Piece,
  wrong: readonly Fragment[],
  all: readonly Fragment[],
  code: 'size_outside' | 'size_differs',
  expected: Draft['expected'],
  repairs: Draft['repairs'],
): Draft {
  const run = wrong.length < all.length ? wrong[0]?.run : undefined
  const found = points(wrong[0]?.run.sizeHalfPoints ?? 0)
  return draft('B01', code, run ? { piece, run } : { piece }, found, expected, repairs)
}

const nearest = (fragment: Fragment | undefined, [least, most]: Range, chosenPt: number): number => {
  if (fragment === undefined) return chosenPt * 2
  return fragment.run.sizeHalfPoints < least * 2 ? least * 2 : most * 2
}

function resized(fragments: readonly Fragment[], sizeHalfPoints: number): readonly Repair[] {
  return fragments
    .filter(({ run }) => run.sizeHalfPoints !== sizeHalfPoints)
    .map(({ run }): Repair => ({ type: 'run', run, set: { sizeHalfPoints } }))
}
