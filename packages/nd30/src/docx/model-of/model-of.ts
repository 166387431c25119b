import { recognise } from '../../check/recognise/recognise.ts'
import type { Addressees, Recognised } from '../../check/recognise/recognised.ts'
import type { OfficialDocument, ProfileName, Text } from '../../model/document.ts'
import { kindById } from '../../model/kinds.ts'
import { plainText } from '../../model/words/spans.ts'
import type { ReadDocument } from '../../read/read-document.ts'
import { annexOf, copyOf } from './annexes-of.ts'
import { bodyOf } from './body-of.ts'
import { withoutEndMark } from './end-marks.ts'
import { contactOf, footOf } from './foot-of.ts'
import { headOf } from './head-of.ts'
import { notFollowed } from './not-followed.ts'
import { partsOf } from './parts-of.ts'
import { type NoteTexts, textOf } from './spans-of.ts'

/**
 * What a file that follows its form says, as a document. What `writeDocx` wrote comes back equal, but for what the form
 * does not print or prints alike:
 *
 * - small letters of what is printed in capitals (bodies, positions, titles of chapters);
 * - an end mark that the last words had already; bold words in a line that is bold anyway;
 * - a line that is bold or centred right below the abstract, which is taken for the abstract's second;
 * - an article or clause whose text is bold from end to end, which is a title; words that begin as a label does (`1. `);
 * - shares of columns that have a common factor or are not whole; more of a figure's width than tenths of a millimetre; a cell's `left`, which is what it is without;
 * - `issuerInText` where no reference is filled in, and `landscape: false`.
 *
 * The result is not judged: `parseDocument` says what its kind lacks.
 *
 * @throws Nd30Error `form_not_followed`, with what was not found
 */
export function modelOf(read: ReadDocument, profile: ProfileName): OfficialDocument {
  const found = recognise(read, profile)
  judgeHead(found, profile)
  const kind = found.kind?.id
  if (kind === undefined) throw notFollowed('kind')
  const parts = partsOf(read)
  const context = { profile, ...parts }
  const body = bodyOf(found.body, context)
  if (body.length === 0) throw notFollowed('body')
  const annexes = found.annexes.map((annex) => annexOf(annex, read, context))
  const issuerInText = annexes.find((annex) => annex.issuerInText !== null)?.issuerInText ?? null
  const addressees = found.addressees ? addresseesOf(found.addressees) : []
  const contact = contactOf(found.foot.contact.map(({ text }) => text))
  return {
    profile,
    kind,
    ...headOf(found.head, profile, kind, parts.notes),
    ...(issuerInText === null ? {} : { issuerInText }),
    ...(addressees.length > 0 ? { addressees } : {}),
    ...preambleOf(found, kind, profile, parts.notes),
    body,
    ...footOf(found.foot, addressees.length > 0),
    ...(contact ? { contact } : {}),
    ...(annexes.length > 0 ? { annexes: annexes.map(({ annex }) => annex) } : {}),
    ...(found.copy ? { copy: copyOf(found.copy, { profile }) } : {}),
  }
}

/** A file of the other form is not read as one of this. */
function judgeHead({ head }: Recognised, profile: ProfileName): void {
  const title = profile === 'state' ? head.country : head.partyTitle
  if (!title) throw notFollowed('profile')
}

const mark = /^[-–+•]\s*/u

function addresseesOf({ label, lines }: Addressees): readonly string[] {
  if (lines.length > 0) return lines.map(({ text }) => withoutEndMark(text.replace(mark, ''), ';.'))
  const one = label.text.slice(label.text.indexOf(':') + 1).trim()
  return one === '' ? [] : [one]
}

type Preamble = Pick<OfficialDocument, 'competence' | 'bases' | 'enacting'>

function preambleOf(found: Recognised, kind: string, profile: ProfileName, notes: NoteTexts): Preamble {
  const competence = competenceOf(found, kind)
  const bases = found.bases.map((piece) => {
    const text = textOf([piece.paragraph], notes, { italic: profile === 'state' })
    return withoutMarks(text, profile)
  })
  const usual = kindById(profile, kind)?.enacting
  const enacting = found.enacting?.text
  return {
    ...(competence === '' ? {} : { competence }),
    ...(bases.length > 0 ? { bases } : {}),
    ...(enacting === undefined || enacting === usual ? {} : { enacting }),
  }
}

/** In a công điện it stands before `điện:`. */
function competenceOf({ competence, addressees }: Recognised, kind: string): string {
  if (kind === 'cong-dien' && addressees) return addressees.label.text.replace(/ điện ?:$/u, '')
  return competence.map(({ text }) => text).join(' ')
}

function withoutMarks(text: Text, profile: ProfileName): Text {
  const begin = profile === 'party' ? /^[-–]\s*/u : /^(?!)/u
  if (typeof text === 'string') return withoutEndMark(text.replace(begin, ''), ';.,')
  const last = text.length - 1
  const cut = text.map((span, index) => {
    const begun = index === 0 ? span.text.replace(begin, '') : span.text
    return { ...span, text: index === last ? withoutEndMark(begun, ';.,') : begun }
  })
  return plainText(cut) === '' ? '' : cut
}
