import type { ProfileName } from '../../model/document.ts'
import type { Kind } from '../../model/kinds.ts'
import type { BodyBlock, Paragraph } from '../../read/read-document.ts'
import type { Piece } from './piece.ts'

/**
 * Which paragraph of a file is which component, by its words, its place and its look together, so that one that is
 * wrongly formatted is known all the same. What is not found is null or empty. Pieces are in reading order.
 *
 * Ô n is the box of Decree 30/2020/NĐ-CP, annex I, part IV.
 */
export interface Recognised {
  /** `party` where the head holds ĐẢNG CỘNG SẢN VIỆT NAM, beside Quốc hiệu too, else `state`. */
  readonly profile: ProfileName
  /** The kind by its printed name, or `cong-van` where the abstract stands under the symbol; null where neither is. */
  readonly kind: Kind | null
  /** YYYY-MM-DD by the place-and-date line, where it is a date of the calendar. */
  readonly issuedOn: string | null
  readonly head: Head
  readonly addressees: Addressees | null
  /** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …` above the legal bases. */
  readonly competence: readonly Piece[]
  /** Căn cứ, xét, theo: those before the body. */
  readonly bases: readonly Piece[]
  /** `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:` */
  readonly enacting: Piece | null
  readonly body: Body
  readonly foot: Foot
  readonly annexes: readonly AnnexFound[]
  readonly copy: CopyFound | null
  /** What each piece was taken for; those not named are `other`. */
  readonly pieces: readonly { readonly piece: Piece; readonly role: Role }[]
  /** Of a paragraph's first piece; `empty` where it has no letters. */
  roleOf(paragraph: Paragraph): Role | 'empty'
}

export interface Head {
  readonly country: Piece | null
  readonly motto: Piece | null
  readonly partyTitle: Piece | null
  readonly superior: readonly Piece[]
  /** One or more lines of one name; of joint documents all names. */
  readonly issuer: readonly Piece[]
  /** `*` below the issuing body. */
  readonly star: Piece | null
  readonly number: Piece | null
  readonly issued: Piece | null
  readonly kindLine: Piece | null
  readonly abstract: readonly Piece[]
  readonly letterAbstract: readonly Piece[]
  /** `-----` below the Party's abstract. */
  readonly dashes: Piece | null
  readonly urgency: Piece | null
  readonly circulation: Piece | null
  readonly draft: Piece | null
}

export interface Addressees {
  /** The paragraph that begins `Kính gửi`; with one addressee it holds it too. */
  readonly label: Piece
  /** Those on lines of their own. */
  readonly lines: readonly Piece[]
}

export interface Body {
  readonly parts: readonly BodyPart[]
  /** The blocks at the top of the file that belong to it, tables and all. */
  readonly blocks: readonly BodyBlock[]
}

export interface BodyPart {
  readonly role: BodyRole
  readonly piece: Piece
  /** `Điều 5.`, `1.`, `a)`, `-`, `Chương II`: as written, or as Word counts it; null where there is none. */
  readonly label: string | null
  /** True where Word counts by itself: the label is not in the text. */
  readonly automatic: boolean
  /** What stands between the label's words: `5`, `a`, `II`. */
  readonly number: string | null
  /** Within quotation marks that opened in it or in a paragraph before: another text's words. */
  readonly quoted: boolean
}

export type BodyRole =
  /** Lines with the number of phần, chương, mục, tiểu mục, and the title below them. */
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'groupTitle'
  | 'article'
  /** Khoản `1.`; `clauseTitle` where its whole line is a bold title. */
  | 'clause'
  | 'clauseTitle'
  | 'point'
  /** `I. NHỮNG KẾT QUẢ` */
  | 'headingRoman'
  /** A line that begins with a dash or a bullet. */
  | 'item'
  | 'paragraph'
  /** In a cell of a table, in a shape, above or below a table or figure, centred, a formula, a line to fill in. */
  | 'tableText'
  | 'shapeText'
  | 'caption'
  | 'centred'
  | 'form'

export interface Foot {
  readonly signatures: readonly SignatureFound[]
  readonly recipients: RecipientsFound | null
  readonly contact: readonly Piece[]
}

export interface SignatureFound {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: in their order. */
  readonly authority: readonly Piece[]
  readonly position: readonly Piece[]
  readonly name: Piece | null
}

export interface RecipientsFound {
  readonly label: Piece
  /** All of its lines, that of the archive included. */
  readonly lines: readonly Piece[]
  /** `- Lưu: VT, …` */
  readonly archive: Piece | null
  /** `PL.(300)` */
  readonly drafter: Piece | null
}

export interface AnnexFound {
  readonly type: 'annex' | 'attached'
  /** `Phụ lục II`; of what is attached, its kind. */
  readonly label: Piece
  /** `II` or `2`; null where it has none. */
  readonly number: string | null
  readonly title: readonly Piece[]
  readonly reference: readonly Piece[]
  readonly body: Body
}

export interface CopyFound {
  /** `SAO Y` */
  readonly label: Piece
  readonly head: Head
  readonly foot: Foot
}

export type Role =
  | BodyRole
  | 'country'
  | 'motto'
  | 'partyTitle'
  | 'superior'
  | 'issuer'
  | 'star'
  | 'number'
  | 'issued'
  | 'kind'
  | 'abstract'
  | 'letterAbstract'
  | 'dashes'
  | 'urgency'
  | 'circulation'
  | 'draft'
  | 'addressee'
  | 'competence'
  | 'base'
  | 'enacting'
  | 'authority'
  | 'position'
  | 'signer'
  | 'recipientsLabel'
  | 'recipients'
  | 'archive'
  | 'drafter'
  | 'contact'
  | 'annexLabel'
  | 'annexTitle'
  | 'annexReference'
  | 'copyLabel'
  | 'other'
