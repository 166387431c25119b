import type { Figure, OfficialDocument } from '../model/document.ts'
import type { AnnexWords } from '../model/words/annex.ts'
import { type DocumentWords, layoutWords } from '../model/words/layout.ts'
import type { RecipientsWords } from '../model/words/recipients.ts'
import type { SignatureWords } from '../model/words/signature.ts'
import type { Profile } from '../profile/profile.ts'
import { bodySheet } from './body-sheet.ts'
import { withEnd } from './end-of-body.ts'
import { formSheet } from './form-sheet.ts'
import { picturesOf, type SheetPicture } from './pictures.ts'
import { nameOfBody, pieces } from './pieces.ts'

type HeadWords = DocumentWords['head']

export interface SheetOptions {
  /** The family of the font files. */
  readonly font: string
  /** YYYY-MM-DD; the date in the properties of the file where the document has none. */
  readonly at: string
  /** Kept in the properties of the file. */
  readonly id?: string
}

/**
 * Everything that the template sets, as JSON: words from `model/words`, sizes from the profile. The template decides
 * where things stand, and nothing else.
 */
export function sheetOf(document: OfficialDocument, profile: Profile, { font, at, id }: SheetOptions) {
  const words = layoutWords(document, profile)
  const pictures = picturesOf(document)
  const form = formSheet(profile)
  const body = bodySheet(words.body, form, form.width, pictures)
  const annexes = words.annexes.map((annex) => annexSheet(annex, words.head, profile, pictures))
  const date = document.issued?.date ?? at
  const sheet = {
    title: words.title,
    author: document.issuer.replaceAll('\n', ' '),
    keywords: id === undefined ? [] : [id],
    date: date.split('-').map(Number),
    font,
    form,
    head: headSheet(words.head, profile),
    addressees: words.addressees && addresseesSheet(words.addressees),
    competence: words.competence,
    bases: words.bases.map((base) => pieces(base)),
    enacting: words.enacting,
    body: withEnd(body, form),
    signatures: words.signatures.map(signatureSheet),
    recipients: words.recipients && recipientsSheet(words.recipients),
    contact: words.contact.map(plain),
    annexes,
    copy: words.copy && copySheet(words.copy, profile),
  }
  return { sheet, pictures: [...pictures.values()] }
}

const plain = (text: string) => pieces([{ text }])
/** The left column of a head, beside Quốc hiệu or the Party's title. */
const leftRoom = ({ name, looks }: Profile) => ({
  widthPt: name === 'state' ? 172 : 200,
  sizePt: looks.issuer?.chosenPt ?? 12,
  bold: true,
})
/** One of two columns. */
const halfRoom = { widthPt: 215, sizePt: 14, bold: true }
const narrow = (text: string) => pieces([{ text }], halfRoom)

/** Annex I, part II, 10b */
const urgencyMm: Readonly<Record<string, readonly [width: number, height: number]>> = {
  'HỎA TỐC': [30, 8],
  'THƯỢNG KHẨN': [40, 8],
  KHẨN: [20, 8],
}

function headSheet(head: HeadWords, profile: Profile) {
  const [width, height] = urgencyMm[head.urgency ?? ''] ?? [40, 8]
  return {
    ...head,
    ...namesOf(head, profile),
    ruled: true,
    number: head.number === null ? null : numberParts(head.number, profile),
    issued: head.issued === null ? null : spaced(head.issued),
    abstract: head.abstract && pieces(head.abstract),
    // Annex III, samples 1.8 and 1.10: below the kind itself where there is no abstract.
    belowAbstract: head.belowAbstract ?? (profile.name === 'state' ? 'rule' : null),
    letterAbstract: head.letterAbstract && pieces(head.letterAbstract, { widthPt: 140, sizePt: 12 }),
    urgency: head.urgency === null ? null : { text: head.urgency, width, height },
  }
}

/** `Số:`, `15`, `/QĐ-UBND`: where the number of a draft goes is a place of its own. */
function numberParts(line: string, { symbol }: Profile) {
  const [label, rest] = [symbol.label, line.slice(symbol.label.length + 1)]
  const end = rest.search(/[/-]/)
  return { label, value: rest.slice(0, end).trim(), rest: rest.slice(end) }
}

/** Spaces that stand for something stay as many as they are. */
const spaced = (text: string): string => text.replace(/ {2,}/g, (found) => '\u00a0'.repeat(found.length))

const addresseesSheet = ({ label, one, several }: NonNullable<DocumentWords['addressees']>) => ({
  label,
  one: one === null ? null : plain(one),
  several: several.map((text) => pieces([{ text }], { widthPt: 280, sizePt: 14 })),
})

const signatureSheet = ({ authority, position, signer }: SignatureWords) => ({
  authority: authority.map((line) => nameOfBody(line, halfRoom)),
  position: position === null ? null : nameOfBody(position, halfRoom),
  signer: narrow(signer),
})

/** So many lines stand beside a signature without being parted; the others run on over as many pages as they need. */
const beside = 24

const recipientsSheet = ({ label, lines, drafter }: RecipientsWords) => ({
  label,
  lines: lines.slice(0, beside).map(narrow),
  rest: lines.slice(beside).map(narrow),
  drafter,
})

/** What is issued with a document has its body and its Quốc hiệu above it again (annex III, sample 1.3). */
function annexSheet(
  annex: AnnexWords,
  head: HeadWords,
  profile: Profile,
  pictures: ReadonlyMap<Figure, SheetPicture>,
) {
  const form = formSheet(profile)
  const attached = annex.type === 'attached'
  const width = annex.landscape ? form.width + 297 - 210 : form.width
  return {
    attached,
    landscape: annex.landscape,
    head: attached ? { ...bare(head, profile), titles: head.titles } : null,
    label: annex.label,
    title: pieces(annex.title),
    reference: spaced(annex.reference),
    body: bodySheet(annex.body, form, width, pictures),
  }
}

type Names = Pick<HeadWords, 'superior' | 'issuer' | 'belowIssuer'>

const namesOf = ({ superior, issuer }: Names, profile: Profile) => ({
  superior: superior.map((line) => nameOfBody(line, leftRoom(profile))),
  issuer: issuer.map((line) => nameOfBody(line, leftRoom(profile))),
})

const bare = (head: Names, profile: Profile) => ({
  ...namesOf(head, profile),
  belowIssuer: head.belowIssuer,
  ruled: true,
  number: null,
  issued: null,
})

function copySheet(copy: NonNullable<DocumentWords['copy']>, profile: Profile) {
  return {
    head: {
      ...bare(copy, profile),
      titles: [{ component: 'circulation', text: copy.kind }],
      ruled: false,
      number: numberParts(copy.number, profile),
      issued: copy.issued,
    },
    signature: signatureSheet(copy.signature),
    recipients: copy.recipients && recipientsSheet(copy.recipients),
  }
}
