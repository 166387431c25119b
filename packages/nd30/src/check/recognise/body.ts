import type { BodyBlock, Paragraph, ReadDocument } from '../../read/read-document.ts'
import { lookOf } from './look.ts'
import type { Piece } from './piece.ts'
import { wholePiece } from './piece.ts'
import { Quotes } from './quotes.ts'
import type { Body, BodyPart, BodyRole } from './recognised.ts'

/** The text: paragraphs `from` up to `to` of the file, each with its role. */
export function bodyOf(read: ReadDocument, from: number, to: number): Body {
  const paragraphs = read.paragraphs.slice(from, to)
  const quotes = new Quotes(paragraphs)
  const parts: BodyPart[] = []
  for (const [at, paragraph] of paragraphs.entries()) {
    if (paragraph.text.trim() === '') continue
    const piece = wholePiece(paragraph)
    if (piece.text === '') continue
    const quoted = quotes.isWithin(at)
    parts.push(partOf(piece, parts.at(-1), paragraphs, at, quoted))
  }
  return { parts, blocks: blocksWithin(read, new Set(paragraphs)) }
}

/** Blocks at the top of the file; a table belongs to where its first paragraph does. */
function blocksWithin(read: ReadDocument, within: ReadonlySet<Paragraph>): readonly BodyBlock[] {
  return read.blocks.filter((block) => {
    if (block.type === 'paragraph') return within.has(block)
    const first = firstParagraph(block)
    return first !== null && within.has(first)
  })
}

function firstParagraph(block: BodyBlock): Paragraph | null {
  if (block.type === 'paragraph') return block
  for (const row of block.rows)
    for (const cell of row)
      for (const inner of cell.blocks) {
        const found = firstParagraph(inner)
        if (found) return found
      }
  return null
}

interface Labelled {
  readonly role: BodyRole
  readonly label: string
  readonly number: string | null
}

const groups: readonly (readonly [BodyRole, RegExp])[] = [
  ['part', /^(Phần\s+(?:thứ\s+)?([IVXLC]{1,8}|\d{1,3}|\p{L}{2,5}))\s*(?:$|[.:\n–-])/iu],
  ['chapter', /^(Chương\s+([IVXLC]{1,8}|\d{1,3}))\s*(?:$|[.:\n–-])/iu],
  ['subsection', /^(Tiểu mục\s+([IVXLC]{1,8}|\d{1,3}))\s*(?:$|[.:\n–-])/iu],
  ['section', /^(Mục\s+([IVXLC]{1,8}|\d{1,3}))\s*(?:$|[.:\n–-])/iu],
]
const mostGroupLetters = 200
const article = /^(Điều\s+(\d{1,4}[a-zđ]?)\s*[.:])(?:\s|$)/iu
const articleWithoutDot = /^(Điều\s+(\d{1,4}[a-zđ]?))\s*(?:$|\s)/u
const roman = /^(([IVXLC]{1,8})\s?[.–-])\s*\p{L}/u
const clause = /^((\d{1,3})\s?\.)(?:\s|(?=\p{L}))/u
const clauseOtherwise = /^((\d{1,3})\s?[)/-])\s/u
const point = /^((\p{Ll}{1,2})\s?[).])\s/u
const item = /^([-–—+•*])\s?/u

function partOf(
  piece: Piece,
  before: BodyPart | undefined,
  paragraphs: readonly Paragraph[],
  at: number,
  quoted: boolean,
): BodyPart {
  const { paragraph, text } = piece
  const plain = (role: BodyRole): BodyPart => ({
    role,
    piece,
    label: null,
    automatic: false,
    number: null,
    quoted,
  })
  if (paragraph.inShape) return plain('shapeText')
  if (paragraph.cell) return plain('tableText')

  const written = labelIn(piece)
  if (written) return { ...written, role: refine(written.role, piece), piece, automatic: false, quoted }
  const { numbering } = paragraph
  if (numbering && numbering.label !== '') {
    const counted = labelIn({ ...piece, text: `${numbering.label} ${text}` }) ?? {
      role: 'item',
      label: numbering.label,
      number: null,
    }
    return { ...counted, role: refine(counted.role, piece), piece, automatic: true, quoted }
  }
  if (before && isGroup(before.role) && isTitle(piece)) return plain('groupTitle')
  if (isCaption(piece, paragraphs, at)) return plain('caption')
  if (/…{2,}|\.{5,}|_{5,}/u.test(text)) return plain('form')
  const { alignment } = paragraph
  const aside = (alignment === 'center' || alignment === 'right') && !isSentence(piece, paragraphs, at)
  return plain(aside ? 'centred' : 'paragraph')
}

const shortestSentence = 70

/** Text that was centred: long, plain, ended, and no note to a table or figure. */
function isSentence(piece: Piece, paragraphs: readonly Paragraph[], at: number): boolean {
  const { text } = piece
  if (text.length < shortestSentence || !/^\p{Lu}/u.test(text) || !/[.;:]$/u.test(text)) return false
  const look = lookOf(piece)
  if (look.bold !== 'none' || look.italic !== 'none' || look.capital) return false
  return ![paragraphs[at - 1], paragraphs[at + 1]].some(
    (each) => each && (each.cell || each.shapes.length > 0),
  )
}

const isGroup = (role: BodyRole) =>
  role === 'part' || role === 'chapter' || role === 'section' || role === 'subsection'

function labelIn(piece: Piece): Labelled | null {
  const text = piece.text.replace(/^[“"]\s*/u, '')
  if (text.length <= mostGroupLetters)
    for (const [role, pattern] of groups) {
      const found = pattern.exec(text)
      if (found) return { role, label: found[1] ?? '', number: found[2] ?? null }
    }
  const of = (role: BodyRole, pattern: RegExp): Labelled | null => {
    const found = pattern.exec(text)
    return found ? { role, label: found[1] ?? '', number: found[2] ?? null } : null
  }
  return (
    of('article', article) ??
    articleByLook(piece, of('article', articleWithoutDot)) ??
    romanHeading(piece, of('headingRoman', roman)) ??
    of('clause', clause) ??
    of('point', point) ??
    of('clause', clauseOtherwise) ??
    (item.test(text) ? { role: 'item', label: text[0] ?? '-', number: null } : null)
  )
}

/** `Điều 5 Luật này …` begins a sentence; a bold `Điều 5` begins an article whose dot was forgotten. */
function articleByLook(piece: Piece, found: Labelled | null): Labelled | null {
  if (!found) return null
  const first = piece.fragments.find(({ run, from, to }) => /\S/.test(run.text.slice(from, to)))
  const alone = piece.text.length === found.label.length
  return alone || (first?.run.bold ?? false) ? found : null
}

/** `I. NHỮNG KẾT QUẢ`; `C. Mác` and `I. Newton` begin names, `C.` alone is a letter. */
function romanHeading(piece: Piece, found: Labelled | null): Labelled | null {
  if (!found) return null
  const look = lookOf(piece)
  const heads = look.capital || look.bold === 'all'
  const number = found.number ?? ''
  const sure = /^[IVX]+$/.test(number) || number.length > 1
  return sure && (heads || /^[IVX]{2,}$/.test(number)) && piece.text.length < 300 ? found : null
}

function refine(role: BodyRole, piece: Piece): BodyRole {
  if (role !== 'clause') return role
  return isTitle(piece) && !/[.;:,]$/.test(piece.text) && lookOf(piece).bold === 'all' ? 'clauseTitle' : role
}

/** Short, and bold, capital or centred. */
function isTitle(piece: Piece): boolean {
  if (piece.text.length > 250) return false
  const look = lookOf(piece)
  return look.bold === 'all' || look.capital || piece.paragraph.alignment === 'center'
}

const captionWords =
  /^(?:Bảng|Biểu|Hình|Sơ đồ|Biểu đồ|Đồ thị|Bản đồ|Ảnh|Nguồn|Đơn vị tính|ĐVT|Ghi chú)(?:\s|:|$)/u

function isCaption(piece: Piece, paragraphs: readonly Paragraph[], at: number): boolean {
  if (piece.text.length > 250 || !captionWords.test(piece.text)) return false
  const { alignment } = piece.paragraph
  if (alignment === 'center' || alignment === 'right') return true
  const beside = [paragraphs[at - 1], paragraphs[at + 1]]
  return beside.some((each) => each !== undefined && (each.cell !== null || each.shapes.length > 0))
}
