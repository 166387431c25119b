import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import { lineBelow } from './line-below.ts'
import { none, quoted } from './say.ts'

/** D03, D04: the star below the issuing body and the five dashes below the abstract. */
export const judgePartySigns: Judge = (context) => {
  const { profile, recognised } = context
  if (!('star' in profile.under.issuer)) return []
  const { issuer, star, abstract, dashes } = recognised.head
  const wantsDashes = recognised.kind?.shape !== 'letter' && abstract.length > 0
  return [
    ...(star || issuer.length === 0 ? [] : [starMissing(context, issuer, profile.under.issuer.star)]),
    ...(wantsDashes ? dashFault(abstract, dashes) : []),
  ]
}

function starMissing(context: JudgeContext, issuer: readonly Piece[], star: string): Draft {
  const last = issuer.at(-1)
  if (!last) throw new RangeError('no issuing body')
  const line = lineBelow(context, issuer)
  const drawn = line.kind !== 'none'
  return {
    rule: 'D03',
    code: drawn ? 'star_is_line' : 'star_missing',
    at: { piece: last },
    found: drawn ? { vi: 'đường kẻ', en: 'a line' } : none,
    expected: star,
    repairs: [],
  }
}

const five = '-----'

function dashFault(abstract: readonly Piece[], dashes: Piece | null): readonly Draft[] {
  const last = abstract.at(-1)
  if (!last || dashes?.text.replaceAll(' ', '') === five) return []
  return [
    {
      rule: 'D04',
      code: dashes ? 'dashes_wrong' : 'dashes_missing',
      at: { piece: dashes ?? last },
      found: dashes ? quoted(dashes.text) : none,
      expected: five,
      repairs: [],
    },
  ]
}
