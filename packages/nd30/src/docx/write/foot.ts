import { type FileChild, Paragraph } from 'docx'
import type { RecipientsWords } from '../../model/words/recipients.ts'
import type { SignatureWords } from '../../model/words/signature.ts'
import type { Profile } from '../../profile/profile.ts'
import { columns } from './columns.ts'
import { line, orEmpty } from './head.ts'
import { textWidth } from './page.ts'
import { otherStyles } from './styles.ts'

/** So many lines of recipients still fit on a page with the signature; more may be parted. */
const longestKept = 35

/**
 * Ô 7 and 9b: recipients left, the signature right, on one level. Where several sign (minutes, joint documents), they
 * stand side by side, their names level in a row of their own however many lines stand above each, and the recipients
 * below them: annex III, sample 1.9.
 */
export function footOf(
  signatures: readonly SignatureWords[],
  recipients: RecipientsWords | null,
  profile: Profile,
  landscape: boolean,
): readonly FileChild[] {
  const width = textWidth(profile, landscape)
  const left = Math.round(width * 0.45)
  const gap = new Paragraph({ style: otherStyles.gap.id, keepNext: true })
  // A section does not end with a table: what Word would put there is a line of 14 points.
  const end = new Paragraph({ style: otherStyles.gap.id })
  const [first, ...others] = signatures
  if (first && others.length === 0) {
    const rows = [[orEmpty(recipientLines(recipients)), signatureLines(first)]]
    const keep = (recipients?.lines.length ?? 0) <= longestKept
    return [gap, columns([left, width - left], rows, { keep }), end]
  }
  const share = Math.floor(width / signatures.length)
  return [
    gap,
    columns(
      signatures.map(() => share),
      [
        signatures.map((each) => orEmpty(authorityLines(each, true))),
        signatures.map(({ signer }) => [line('signer', signer)]),
      ],
    ),
    ...(recipients ? [gap, ...recipientLines(recipients)] : [end]),
  ]
}

function recipientLines(recipients: RecipientsWords | null): readonly Paragraph[] {
  if (!recipients) return []
  return [
    line('recipientsLabel', recipients.label),
    ...recipients.lines.map((words) => line('recipients', words)),
    ...(recipients.drafter === null ? [] : [line('drafter', recipients.drafter)]),
  ]
}

const authorityLines = ({ authority, position }: SignatureWords, keepNext?: true): readonly Paragraph[] => [
  ...authority.map((words) => line('authority', words, keepNext)),
  ...(position === null ? [] : [line('position', position, keepNext)]),
]

const signatureLines = (words: SignatureWords): readonly Paragraph[] => [
  ...authorityLines(words),
  line('signer', words.signer),
]
