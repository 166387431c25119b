import type { Piece } from '../../check/recognise/piece.ts'
import type { Head } from '../../check/recognise/recognised.ts'
import type { OfficialDocument, ProfileName, Text } from '../../model/document.ts'
import { kindById } from '../../model/kinds.ts'
import { plainText } from '../../model/words/spans.ts'
import { issuedOf } from './issued-of.ts'
import { notFollowed } from './not-followed.ts'
import { isAllBold, type NoteTexts, textOf } from './spans-of.ts'
import { numberOf } from './symbol-of.ts'

type HeadPart = Pick<
  OfficialDocument,
  'superior' | 'issuer' | 'number' | 'issued' | 'abstract' | 'urgency' | 'circulation' | 'draft'
>

export function headOf(head: Head, profile: ProfileName, kind: string, notes: NoteTexts): HeadPart {
  const number = head.number ? numberOf(head.number.text, profile, kind) : null
  if (head.number && !number) throw notFollowed('number')
  const issued = head.issued ? issuedOf(head.issued.text) : null
  if (head.issued && !issued) throw notFollowed('issued')
  const abstract = abstractOf(head, kindById(profile, kind)?.shape === 'letter', notes)
  const draft = /\d{1,2}/.exec(head.draft?.text ?? '')?.[0]
  return {
    ...bodiesOf(head),
    ...(number ? { number } : {}),
    ...(issued ? { issued } : {}),
    ...(abstract === null ? {} : { abstract }),
    ...oneOf('urgency', head.urgency, ['khẩn', 'thượng khẩn', 'hỏa tốc']),
    ...oneOf('circulation', head.circulation, ['xem xong trả lại', 'lưu hành nội bộ']),
    ...(draft === undefined ? {} : { draft: Number(draft) }),
  }
}

/** The superior is not bold, the issuing body is: annex I, part II, 2. */
export function bodiesOf(
  head: Pick<Head, 'superior' | 'issuer'>,
): Pick<OfficialDocument, 'superior' | 'issuer'> {
  const lines = [...head.superior, ...head.issuer]
  const bold = lines.findIndex(({ paragraph }) => isAllBold(paragraph))
  const from = bold < 0 ? head.superior.length : bold
  const issuer = lines.slice(from).map(({ text }) => text)
  if (issuer.length === 0) throw notFollowed('issuer')
  return {
    ...(from > 0
      ? {
          superior: lines
            .slice(0, from)
            .map(({ text }) => text)
            .join('\n'),
        }
      : {}),
    issuer: issuer.join('\n'),
  }
}

const about = /^\s*(?:V\s?\/\s?v|về việc)\s+/iu

function abstractOf(head: Head, letter: boolean, notes: NoteTexts): Text | null {
  const pieces = letter ? head.letterAbstract : head.abstract
  if (pieces.length === 0) return null
  const paragraphs = [...new Set(pieces.map(({ paragraph }) => paragraph))]
  const base = {
    bold: !letter,
    italic: letter && paragraphs.every(({ runs }) => runs.every(({ italic }) => italic)),
  }
  const drop = letter ? (about.exec(plainText(textOf(paragraphs, notes)))?.[0].length ?? 0) : 0
  return textOf(paragraphs, notes, base, drop)
}

function oneOf<const Key extends string, const Value extends string>(
  key: Key,
  piece: Piece | null,
  values: readonly Value[],
): { [K in Key]?: Value } {
  const found = values.find((value) => value === piece?.text.toLocaleLowerCase('vi'))
  return found === undefined ? {} : ({ [key]: found } as { [K in Key]: Value })
}
