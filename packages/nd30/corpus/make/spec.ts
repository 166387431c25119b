import type { ProfileName } from '../../src/model/document.ts'
import type { Line, Way } from './laid.ts'

/** What a document of the corpus says, and which of the legal choices it makes. */
export interface Spec {
  readonly id: string
  readonly profile: ProfileName
  readonly choices?: Partial<Choices>
  readonly way?: Partial<Way>
  readonly superior?: readonly string[]
  /** Lines as they are typed; a long one wraps by itself. */
  readonly issuer: readonly string[]
  readonly number?: string
  readonly issued?: string
  readonly kind?: string
  /** Paragraphs; of a letter the one below its symbol. */
  readonly abstract?: readonly string[]
  readonly addressLabel?: string
  readonly addressees?: readonly string[]
  readonly competence?: readonly string[]
  readonly bases?: readonly string[]
  readonly enacting?: string
  readonly body: readonly Piece[]
  readonly signatures: readonly Signature[]
  readonly recipients?: readonly string[]
  readonly drafter?: string
  readonly urgency?: string
  readonly circulation?: string
  readonly contact?: readonly string[]
  /** What is issued with the document and follows its signature: a regulation, not an annex. */
  readonly attached?: {
    readonly title: readonly string[]
    readonly note: string
    readonly body: readonly Piece[]
  }
  readonly annexes?: readonly Annex[]
}

export interface Signature {
  /** Authority lines and position, as printed. */
  readonly lines: readonly string[]
  readonly name: string
}

export interface Annex {
  readonly label: string
  readonly title: readonly string[]
  readonly reference?: string
  readonly landscape?: boolean
  readonly body: readonly Piece[]
}

/**
 * A paragraph by its words, which say what it is: `Điều 1.| …` (bold up to the bar), `#1. …` (a clause with a title),
 * `~ …` counted by the word processor, `~- …` with its dash; `^[…]` a footnote, `<address|words>` a link.
 */
export type Piece = string | DataTable | { readonly turn: 'landscape' | 'portrait' }

export interface DataTable {
  readonly columns: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly sizePt?: number
}

export interface Choices {
  readonly marginsMm: Record<'top' | 'bottom' | 'left' | 'right', number>
  /** Of Quốc hiệu; the motto, number and date go with it. */
  readonly countryPt: 12 | 13
  /** Both spellings stand in the decree itself. */
  readonly hoa: 'HÒA' | 'HOÀ'
  readonly bodyPt: number
  readonly kindPt: number
  readonly abstractPt: number
  readonly letterAbstractPt: number
  readonly firstLineMm: number
  readonly beforePt: number
  readonly afterPt: number
  readonly line: Line
  readonly headRows: 1 | 2
  readonly numberPt: number
  /** No numbers of pages at all: a document of one page. */
  readonly unnumbered: boolean
  readonly annexFirstHidden: boolean
  readonly recipientsLabelPt: number
  readonly recipientsPt: number
}
