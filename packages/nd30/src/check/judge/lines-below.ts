import type { Range } from '../../profile/profile.ts'
import type { RuleId } from '../../rules/catalogue.ts'
import type { Draft, Judge, JudgeContext, Said } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Repair } from '../repair.ts'
import { componentNames } from './component-names.ts'
import { type LineBelow, type LineHolder, lineBelow, roomTwips, wordsTwips } from './line-below.ts'
import { figure, none } from './say.ts'

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

const asLongAsWords = { vi: 'bằng dòng chữ', en: 'as long as the words' }
/** The share of `under.issuer` in both forms that have it. */
const partOfWords = { vi: 'bằng 1/3 đến 1/2 dòng chữ', en: '1/3 to 1/2 of the words' }

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
  const wanted = Math.round(words.most * middle)
  // Centred below its paragraph: where tabs set the words, that is below none of them.
  const repairs: readonly Repair[] = last.paragraph.text.includes('\t')
    ? []
    : [...removeUnderline(line, last), { type: 'rule-below', paragraph: last.paragraph, lengthTwips: wanted }]
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
  if (line.lengthTwips === null) return []
  const [least, most] = [words.least * (share[0] - shareTolerance), words.most * (share[1] + shareTolerance)]
  const [shortest, longest] = line.lengthTwips
  if (longest >= least && shortest <= most) return []
  const percent = (value: number) => figure(value * 100, '%')
  return draft(
    'line_length',
    percent((shortest + longest) / 2 / words.most),
    share[1] > 1 ? asLongAsWords : partOfWords,
    line.holder ? drawnAnew(line.holder, wanted, [least, most]) : [],
  )
}

/**
 * A border is as long as its paragraph's indents leave room: of an empty one they are changed, where it does not matter
 * how much a cell's margins take; words would be broken by them, so they get a drawn line instead.
 */
function drawnAnew(holder: LineHolder, wanted: number, [least, most]: Range): readonly Repair[] {
  const { paragraph } = holder
  const rule: Repair = { type: 'rule-below', paragraph, lengthTwips: wanted }
  if (holder.by === 'shape') return [rule]
  if (holder.by === 'own border')
    return [
      { type: 'paragraph', paragraph, set: { leftTwips: 0, rightTwips: 0, bottomBorder: 'none' } },
      rule,
    ]
  const [narrow, wide] = holder.roomTwips
  const indent = Math.round(((narrow + wide) / 2 - wanted) / 2)
  const sure = narrow - 2 * indent >= least && wide - 2 * indent <= most
  if (indent < 0 || !sure) return []
  return [{ type: 'paragraph', paragraph, set: { leftTwips: indent, rightTwips: indent, firstLineTwips: 0 } }]
}

function removeUnderline(line: LineBelow, { fragments }: Piece): readonly Repair[] {
  if (line.kind !== 'underline') return []
  return fragments.map(({ run }): Repair => ({ type: 'run', run, set: { underline: false } }))
}

/** The lines of the words as they are shown. */
function shownWords(context: JudgeContext, pieces: readonly Piece[]) {
  const words = wordsTwips(pieces)
  const room = pieces[0] ? roomTwips(context, pieces[0].paragraph) : null
  if (room === null) return words
  // Words that are broken over lines are as long as their place at most; the shortest line is not known then.
  return words.most <= room ? words : { least: 0, most: room }
}
