import type { ProfileName } from '../profile/profile.ts'

/**
 * An official document as what it says, without what it looks like: the look is its profile's. Everything is plain JSON.
 * Components follow Decree 30/2020/NĐ-CP, annex I, and for the Party its guidance on form; ô n is the box in which a
 * component stands (annex I, part IV).
 */
export interface OfficialDocument {
  readonly profile: ProfileName
  readonly kind: KindId
  /** Ô 2: the body directly above, where it is printed; its lines where they are set. */
  readonly superior?: string
  /** Ô 2: the issuing body. */
  readonly issuer: string
  /** The issuing body as a sentence names it: `của Ủy ban nhân dân tỉnh …` in the reference of an annex. */
  readonly issuerInText?: string
  /** Ô 3. Biên bản may have none. */
  readonly number?: DocumentNumber
  /** Ô 4: place and date; not in biên bản of the State. */
  readonly issued?: PlaceAndDate
  /** Ô 5: trích yếu, without `V/v` or `về việc` before it in a công văn and without a full stop. */
  readonly abstract?: Text
  /** Ô 9a: whom it is addressed to (Kính gửi, Kính trình). */
  readonly addressees?: readonly string[]
  /** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …` above the legal bases of a quyết định or nghị quyết. */
  readonly competence?: string
  /** Ô 6: căn cứ, xét đề nghị; without `;` or `.` at their ends. */
  readonly bases?: readonly Text[]
  /** `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`; where it is left out, the kind says it. */
  readonly enacting?: string
  /** Ô 6: what it says. Without `./.`, which the profile adds at the end. */
  readonly body: readonly Block[]
  /** Ô 7: one; two in a biên bản, left to right; more in joint documents. */
  readonly signatures: readonly SignatureBlock[]
  /** Ô 9b and 12. */
  readonly recipients?: Recipients
  /** Ô 10b. */
  readonly urgency?: 'khẩn' | 'thượng khẩn' | 'hỏa tốc'
  /** Ô 11. */
  readonly circulation?: 'xem xong trả lại' | 'lưu hành nội bộ'
  /** A draft sent for opinions: its how manieth. */
  readonly draft?: number
  /** Ô 13. */
  readonly contact?: Contact
  readonly annexes?: readonly Annex[]
  /** A paper copy of the document: SAO Y, SAO LỤC, TRÍCH SAO (annex I, part II). */
  readonly copy?: CopyBlock
}

export type { ProfileName }

/** Kinds by a name without accents, such as `quyet-dinh`; their names and abbreviations are in `kinds.ts`. */
export type KindId = string

export interface DocumentNumber {
  /** null in a draft: the place stays empty. */
  readonly value: number | null
  /** Of legal normative documents alone: 30/2020/NĐ-CP. */
  readonly year?: number
  /**
   * What stands behind the abbreviation of the kind: `UBND`, `BNV-VP` (công văn: body-unit), `CTUBND`; for the Party
   * what stands behind the slash: `TU`, `UBKTTW`.
   */
  readonly body: string
  /** Where a kind's usual abbreviation is not used, as `NĐ` or the older `QĐi`. */
  readonly kind?: string
}

export interface PlaceAndDate {
  readonly place: string
  /** YYYY-MM-DD, a date in Vietnam; null in a draft. */
  readonly date: string | null
}

/** Words, or runs of words that differ in look. Unicode NFC; no line ends. */
export type Text = string | readonly Span[]

export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly raised?: 'superscript' | 'subscript'
  /** A note at the foot of the page, hung on this span. */
  readonly footnote?: string
}

/**
 * What it says, in reading order. The hierarchy follows from the order: an article belongs to the last section or
 * chapter before it. Numbers are part of the law's text, so they are written, not counted.
 */
export type Block =
  /** Phần, Chương (Roman number), Mục, Tiểu mục (Arabic), each on a line of its own, its title on the next. */
  | {
      readonly type: 'part' | 'chapter' | 'section' | 'subsection'
      readonly number: string
      readonly title?: string
    }
  /** Điều n. Title; its text where the article has no title. */
  | {
      readonly type: 'article'
      readonly number: number
      readonly suffix?: string
      readonly title?: Text
      readonly text?: Text
    }
  /** Khoản: `1.`; a title stands bold on a line of its own, a text runs on. */
  | { readonly type: 'clause'; readonly number: number; readonly title?: Text; readonly text?: Text }
  /** Điểm: `a)`. */
  | { readonly type: 'point'; readonly letter: string; readonly text: Text }
  /** The layout phần, mục, khoản, điểm: `I. TITLE`, `1. Title`; level 1 is Roman and capital, 2 Arabic and bold. */
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly number: string; readonly title: Text }
  | { readonly type: 'paragraph'; readonly text: Text }
  /** A line that begins with `- ` or `+ `. */
  | { readonly type: 'item'; readonly mark: '-' | '+'; readonly text: Text }
  | Table
  | Figure

export interface Table {
  readonly type: 'table'
  /** Above the table, centred. */
  readonly caption?: Text
  /** Widths of the columns in relation to each other; their number is the table's. */
  readonly columns: readonly number[]
  /** Rows repeated at the head of each page. */
  readonly header?: readonly (readonly Cell[])[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  readonly text: Text
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly columns?: number
  readonly rows?: number
}

export interface Figure {
  readonly type: 'figure'
  /** PNG or JPEG in base64. */
  readonly image: string
  /** Width on the page in millimetres. */
  readonly widthMm: number
  /** What the picture shows, for those who cannot see it. */
  readonly alternative: string
  /** Below the figure, centred. */
  readonly caption?: Text
}

/** Ô 7. For a collective under `TM.`, for a deputy under `KT.`; Decree 30, art. 13. */
export interface SignatureBlock {
  /** In the order in which they stand: TM. the body, KT. the head. */
  readonly authority?: readonly { readonly prefix: AuthorityPrefix; readonly of: string }[]
  /** The signer's post: `PHÓ CHỦ TỊCH`; none with `Q. GIÁM ĐỐC`, where the authority line is it. */
  readonly position?: string
  readonly name: string
  /** Rank or title, only in the branches that allow it (annex I, part II, 7.b). */
  readonly title?: string
}

/** On behalf of, for, by order, by authorisation, acting. The profile writes `TM.` or `T/M`. */
export type AuthorityPrefix = 'TM' | 'KT' | 'TL' | 'TUQ' | 'Q'

export interface Recipients {
  /** Without `- ` before and `;` behind. `Như trên` is added where there are addressees. */
  readonly lines: readonly string[]
  /** What stands behind `Lưu:` (State: `VT, NV`) or `Lưu` (Party: `Văn phòng Tỉnh ủy`). */
  readonly archive: string
  /** Ô 12: the drafter's symbol, and how many copies. */
  readonly drafter?: string
  readonly copies?: number
}

export interface Contact {
  readonly address?: string
  readonly phone?: string
  readonly fax?: string
  readonly email?: string
  readonly website?: string
}

export interface Annex {
  /** `annex`: Phụ lục with a Roman number where there are two or more. `attached`: a quy chế, quy định issued with it. */
  readonly type: 'annex' | 'attached'
  /** Of what is attached: its kind (`quy-che`). */
  readonly kind?: KindId
  readonly title: Text
  /** `(Kèm theo …)`: `filled` on paper, `empty` in an electronic document, which is not numbered yet. */
  readonly reference: 'filled' | 'empty'
  readonly landscape?: boolean
  readonly body: readonly Block[]
}

export interface CopyBlock {
  readonly kind: 'sao-y' | 'sao-luc' | 'trich-sao'
  readonly superior?: string
  readonly issuer: string
  readonly number: DocumentNumber
  readonly issued: PlaceAndDate
  readonly signature: SignatureBlock
  readonly recipients?: Recipients
}
