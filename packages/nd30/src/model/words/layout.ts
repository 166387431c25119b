import type { Profile } from '../../profile/profile.ts'
import type { Contact, CopyBlock, OfficialDocument, Span } from '../document.ts'
import { copyKinds, kindById } from '../kinds.ts'
import { type AnnexWords, annexesWords } from './annex.ts'
import { type BodyLine, bodyLines } from './body.ts'
import { type HeadWords, headWords, type IssuerWords, issuerWords } from './head.ts'
import { issuedLine } from './issued.ts'
import { capital } from './letters.ts'
import { type AddresseesWords, addresseesWords, type RecipientsWords, recipientsWords } from './recipients.ts'
import { type SignatureWords, signatureWords } from './signature.ts'
import { before, ended, spansOf } from './spans.ts'
import { copyNumberLine, documentSymbol } from './symbol.ts'

/** Every word of a document as it is printed, component by component. PDF and DOCX are both made from it. */
export interface DocumentWords {
  /** For the properties of a file: `Quyết định 15/QĐ-UBND về việc …` */
  readonly title: string
  readonly head: HeadWords
  readonly addressees: AddresseesWords | null
  /** Above the legal bases; a công điện has it in the label of its addressees. */
  readonly competence: string | null
  readonly bases: readonly (readonly Span[])[]
  readonly enacting: string | null
  readonly body: readonly BodyLine[]
  readonly signatures: readonly SignatureWords[]
  readonly recipients: RecipientsWords | null
  /** Ô 13, line by line. */
  readonly contact: readonly string[]
  readonly annexes: readonly AnnexWords[]
  readonly copy: CopyWords | null
}

export interface CopyWords extends IssuerWords {
  /** `SAO Y` */
  readonly kind: string
  readonly number: string
  readonly issued: string
  readonly signature: SignatureWords
  readonly recipients: RecipientsWords | null
}

/** What `profile` makes of a document. */
export function layoutWords(document: OfficialDocument, profile: Profile): DocumentWords {
  const kind = kindById(document.profile, document.kind)
  const telegram = document.kind === 'cong-dien' && (document.addressees ?? []).length > 0
  return {
    title: documentTitle(document, profile),
    head: headWords(document, profile),
    addressees: addresseesWords(document),
    competence: document.competence === undefined || telegram ? null : capital(document.competence),
    bases: basesWords(document),
    enacting: enactingOf(document, kind?.enacting),
    body: bodyLines(document.body, document.profile, profile.body.ending),
    signatures: document.signatures.map((block) => signatureWords(block, profile)),
    recipients: document.recipients
      ? recipientsWords(document.recipients, document.profile, (document.addressees ?? []).length > 0)
      : null,
    contact: contactLines(document.contact ?? {}),
    annexes: annexesWords(document, profile),
    copy: document.copy ? copyWords(document.copy, document, profile) : null,
  }
}

export function documentTitle(document: OfficialDocument, profile: Profile): string {
  const kind = kindById(document.profile, document.kind)?.name ?? document.kind
  const symbol = document.number?.value == null ? null : documentSymbol(document, profile)
  const abstract = spansOf(document.abstract ?? '')
    .map((span) => span.text)
    .join('')
  return [kind, symbol, abstract].filter((part) => part).join(' ')
}

/** Each ends with `;`, the last one with `.`; the Party begins each with `- `. */
function basesWords({ bases = [], profile }: OfficialDocument): readonly (readonly Span[])[] {
  return bases.map((base, index) => {
    const words = ended(spansOf(base), index === bases.length - 1 ? '.' : ';')
    return profile === 'party' ? before('- ', words) : words
  })
}

/** A kind's own stands where there are bases or a competence above it: a decision always has them. */
function enactingOf({ enacting, bases, competence }: OfficialDocument, usual: string | undefined) {
  if (enacting !== undefined) return capital(enacting)
  return usual !== undefined && (bases !== undefined || competence !== undefined) ? usual : null
}

/** Annex I, part II, 13: address, phone and fax, e-mail and website. */
function contactLines({ address, phone, fax, email, website }: Contact): readonly string[] {
  const row = (...parts: readonly (readonly [label: string, value: string | undefined])[]) =>
    parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])).join('; ')
  return [
    row(['Địa chỉ', address]),
    row(['Điện thoại', phone], ['Fax', fax]),
    row(['Thư điện tử', email], ['Trang thông tin điện tử', website]),
  ].filter((line) => line !== '')
}

const copyWords = (copy: CopyBlock, document: OfficialDocument, profile: Profile): CopyWords => ({
  ...issuerWords(copy, profile),
  kind: capital(copyKinds[copy.kind].name),
  number: copyNumberLine(copy, profile),
  issued: issuedLine(copy.issued),
  signature: signatureWords(copy.signature, profile),
  recipients: copy.recipients ? recipientsWords(copy.recipients, document.profile, false) : null,
})
