import type { Range } from '../../profile/profile.ts'
import type { RuleId } from '../../rules/catalogue.ts'
import type { Draft, Judge, JudgeContext, Said } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Repair } from '../repair.ts'
import { componentNames } from './component-names.ts'
import { type LineBelow, lineBelow, roomTwips, wordsTwips } from './line-below.ts'
import { figure, none, range } from './say.ts'

/** H03, H05, T05: lines below the motto (the Party's title), the issuing body, the abstract. Annex I, part II, 1, 2, 5. */
export const judgeLines: Judge = (context) => {
  const { head, kind } = context.recognised
  const { title, issuer } = context.profile.under
  const below = (piece: Piece | null) => (piece ? [piece] : [])
  const share: Range = [title.from - title.tolerance, title.from + title.tolerance]
  const titled =
    context.profile.name === 'state'
      ? judgeLine(context, 'H03', 'motto', below(head.motto), share)
      : judgeLine(context, 'H03', 'partyTitle', below(head.partyTitle), share)
  if (!('line' in issuer)) return titled
  const abstract = kind?.shape === 'letter' || kind === null ? [] : head.abstract
  return [
    ...titled,
    ...judgeLine(context, 'H05', 'issuer', head.issuer, issuer.line),
    ...judgeLine(context, 'T05', 'abstract', abstract, issuer.line),
  ]
}

/** What programs round and hands draw may be so much off a share. */
const shareTolerance = 0.02

function judgeLine(
  context: JudgeContext,
  rule: RuleId,
  component: 'motto' | 'partyTitle' | 'issuer' | 'abstract',
  pieces: readonly Piece[],
  share: Range,
): readonly Draft[] {
  const last = pieces.at(-1)
  if (!last) return []
  const line = lineBelow(context, pieces)
  const words = shownWords(context, pieces)
  const middle = (share[0] + share[1]) / 2
  const repairs: readonly Repair[] =
    words && (line.kind === 'none' || line.kind === 'underline')
      ? [
          ...removeUnderline(line, last),
          { type: 'rule-below', paragraph: last.paragraph, lengthTwips: Math.round(words.most * middle) },
        ]
      : []
  const draft = (
    code: Draft['code'],
    found: Said,
    expected: Said,
    own: readonly Repair[],
  ): readonly Draft[] => [
    {
      rule,
      code,
      at: { piece: last },
      found,
      expected,
      details: { component: componentNames[component] },
      repairs: own,
    },
  ]
  const drawn = { vi: 'đường kẻ ngang, nét liền', en: 'a solid line' }
  if (line.kind === 'none') return draft('line_missing', none, drawn, repairs)
  if (line.kind === 'underline')
    return draft('line_by_letters', { vi: 'gạch chân chữ', en: 'underlined words' }, drawn, repairs)
  if (line.kind === 'letters')
    return draft('line_by_letters', { vi: 'các dấu gạch', en: 'signs in a row' }, drawn, [])
  if (line.lengthTwips === null || !words) return []
  const [least, most] = [words.least * (share[0] - shareTolerance), words.most * (share[1] + shareTolerance)]
  const [shortest, longest] = line.lengthTwips
  if (longest >= least && shortest <= most) return []
  const percent = (value: number) => figure(value * 100, '%')
  return draft(
    'line_length',
    percent((shortest + longest) / 2 / words.most),
    range([share[0] * 100, share[1] * 100], '%'),
    [],
  )
}

function removeUnderline(line: LineBelow, { fragments }: Piece): readonly Repair[] {
  if (line.kind !== 'underline') return []
  return fragments.map(({ run }): Repair => ({ type: 'run', run, set: { underline: false } }))
}

/** The lines of the words as they are shown; null where it is not known how they are broken. */
function shownWords(context: JudgeContext, pieces: readonly Piece[]) {
  const words = wordsTwips(pieces)
  const room = pieces[0] ? roomTwips(context, pieces[0].paragraph) : null
  if (room === null) return words
  // Words that are broken over lines are as long as their place at most; the shortest line is not known then.
  return words.most <= room ? words : { least: 0, most: room }
}
