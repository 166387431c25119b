import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Foot, RecipientsFound } from '../recognise/recognised.ts'
import { rewrite } from './edit-text.ts'
import { fixedWords } from './fixed-words.ts'
import { listFault } from './list-lines.ts'
import { lookFaults } from './look-fault.ts'
import { none, quoted } from './say.ts'

export const labelWords = 'Nơi nhận:'

/** R01, R02, R04: the recipients. Annex I, part II, 9.b and 12. */
export const judgeRecipients: Judge = (context) => {
  const { foot, copy } = context.recognised
  return [foot, ...(copy ? [copy.foot] : [])].flatMap((each) => judgeList(context, each))
}

function judgeList(context: JudgeContext, { recipients }: Foot): readonly Draft[] {
  if (!recipients) return []
  const { label, lines, drafter } = recipients
  // With recipients on the same line the label's own letters are not told apart here.
  const alone = /^Nơi nhận\s*:?$/iu.test(label.text)
  return [
    ...(alone ? fixedWords('R01', 'recipientsLabel', label, labelWords) : []),
    ...(alone ? lookFaults(context, 'R01', 'recipientsLabel', [label]) : []),
    ...lookFaults(context, 'R02', 'recipients', lines),
    ...lookFaults(context, 'R02', 'drafter', [drafter]),
    ...(context.profile.name === 'state' ? signs(recipients) : []),
    ...archiveFaults(context, recipients),
  ]
}

/**
 * Each line begins `- ` and ends `;`, the last one `.`: the State's form. One that runs on over two is not judged. Where
 * the archive's line is not the last one, the list is to be mended first: what its last lines end with is left.
 */
function signs({ lines, archive }: RecipientsFound): readonly Draft[] {
  const last = lines.length - 1
  const complete = archive !== null && lines[last] === archive
  return lines
    .map((piece, at) => {
      if (runsOn(lines, at) || runsOn(lines, at + 1)) return null
      const open = !complete && (at === last || piece === archive)
      return listFault('R02', piece, open ? piece.text.endsWith('.') : at === last)
    })
    .filter((draft) => draft !== null)
}

/** Without a dash, behind a line that did not end: the same recipient. */
function runsOn(lines: readonly Piece[], at: number): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  if (!line || !above || line.paragraph.numbering) return false
  return !/^[-–—+•*]/u.test(line.text) && !/[;.,]$/u.test(above.text)
}

/** The last line is that of the archive: `- Lưu: VT, …` of the State, `- Lưu …` of the Party. */
function archiveFaults(
  { profile }: JudgeContext,
  { label, lines, archive }: RecipientsFound,
): readonly Draft[] {
  if (lines.length === 0) return []
  if (!archive)
    return [
      archiveFault('archive_missing', label, none, profile.name === 'state' ? '- Lưu: VT, …' : '- Lưu …'),
    ]
  const behind = lines.slice(lines.indexOf(archive) + 1)
  if (behind.some((line) => !runsOn(lines, lines.indexOf(line))))
    return [
      archiveFault('archive_not_last', archive, quoted(archive.text), {
        vi: 'dòng cuối cùng',
        en: 'the last line',
      }),
    ]
  return profile.name === 'state' ? stateArchive(archive) : partyArchive(archive)
}

function stateArchive(piece: Piece): readonly Draft[] {
  if (!/^(?:[-–+•]\s*)?Lưu\s*:/iu.test(piece.text)) {
    const mended = piece.text.replace(/^([-–+•]?\s*)Lưu\s+/iu, '$1Lưu: ')
    return [archiveFault('archive_words', piece, quoted(piece.text), '- Lưu: VT, …', rewrite(piece, mended))]
  }
  if (/VT|văn thư/iu.test(piece.text)) return []
  return [archiveFault('archive_words', piece, quoted(piece.text), '- Lưu: VT, …')]
}

function partyArchive(piece: Piece): readonly Draft[] {
  const colon = /^([-–+•]?\s*Lưu)\s*:\s*/iu
  if (colon.test(piece.text))
    return [
      archiveFault(
        'archive_words',
        piece,
        quoted(piece.text),
        '- Lưu …',
        rewrite(piece, piece.text.replace(colon, '$1 ')),
      ),
    ]
  return /\bVT\b/u.test(piece.text)
    ? [archiveFault('archive_words', piece, quoted(piece.text), '- Lưu …')]
    : []
}

function archiveFault(
  code: 'archive_missing' | 'archive_not_last' | 'archive_words',
  piece: Piece,
  found: Draft['found'],
  expected: Draft['expected'],
  repairs: Draft['repairs'] = [],
): Draft {
  return { rule: 'R04', code, at: { piece }, found, expected, repairs }
}

/** R03: with `Kính gửi` above, the first recipient is `- Như trên;`. Of the `… điện:` of a telegram that is not said. */
export const judgeAsAbove: Judge = ({ recognised }) => {
  const first = recognised.foot.recipients?.lines[0]
  const addressed = /^Kính/iu.test(recognised.addressees?.label.text ?? '')
  if (!addressed || !first || /^(?:[-–+•]\s*)?Như\s+(?:trên|kính gửi)/iu.test(first.text)) return []
  return [
    {
      rule: 'R03',
      code: 'as_above_missing',
      at: { piece: first },
      found: quoted(first.text),
      expected: '- Như trên;',
      repairs: [],
    },
  ]
}
