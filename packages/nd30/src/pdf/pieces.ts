import type { Span } from '../model/document.ts'
import { textWidthPt } from '../text/widths.ts'

/** Words as the template sets them: a string in the look around it, or what differs from that. */
export type Piece =
  | string
  | {
      readonly text: string
      readonly bold?: true
      readonly italic?: true
      readonly underline?: true
      readonly raised?: 'superscript' | 'subscript'
      readonly footnote?: readonly Piece[]
      /** A line never ends within it. */
      readonly whole?: true
      /** A line may end behind any letter of it: it is longer than a line may be. */
      readonly long?: true
    }

/** The narrowest text that a form allows, in its largest letters. */
const bodyRoom: Room = { widthPt: 440, sizePt: 14 }

/** How wide a line may be, and how large its letters are. */
export interface Room {
  readonly widthPt: number
  readonly sizePt: number
  readonly bold?: boolean
}

const unbroken = '\u00a0'

/**
 * What belongs together stays on one line: `Điều 5`, `khoản 2`, `ngày 05`, `tháng 01`, `năm 2020`, `Số: 15`, `20 %`.
 * The space between is one that does not break (U+00A0); programs that read words out of a PDF give it back as a space.
 */
const pairs: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(Điều|điều|Khoản|khoản|Chương|chương|Mục|mục|Tiểu mục|tiểu mục|Phần|phần|Phụ lục|phụ lục|Quận|quận|Phường|phường|Tổ|tổ|Kỳ|kỳ|lần|thứ|trang|ngày|tháng|năm|quý|số|Số:?|Quý) (?=[\p{N}IVXLC])/gu,
  /(?<![\p{L}\p{N}])(Điểm|điểm) (?=[a-zđ]\b)/gu,
  /(?<=\p{N}) (?=(?:%|‰|km|m|cm|mm|ha|kg|g|tấn|tạ|lít|đồng|triệu|tỷ|nghìn|giờ|phút|giây|m²|km²|m2|km2)(?![\p{L}\p{N}]))/gu,
]

/** Where a line could end within a word: symbols of documents, hyphenated names, addresses. */
const splittable = /[^\p{L}\p{M}\p{N}.,:;"'“”‘’()\u00a0]./u

export function pieces(spans: readonly Span[], room = bodyRoom): readonly Piece[] {
  return spans.flatMap((span) => piecesOf(span, room))
}

function piecesOf(span: Span, room: Room): readonly Piece[] {
  const text = fitting(typographic(span.text), { ...room, bold: span.bold ?? room.bold ?? false })
  const look = {
    ...(span.bold && { bold: true as const }),
    ...(span.italic && { italic: true as const }),
    ...(span.underline && { underline: true as const }),
    ...(span.raised && { raised: span.raised }),
  }
  const plain = Object.keys(look).length === 0
  const parts = partsOf(text, { ...room, ...look }).map(
    (part): Piece =>
      typeof part === 'string' ? (plain ? part : { ...look, text: part }) : { ...look, ...part },
  )
  if (span.footnote === undefined) return parts
  return [...parts, { text: '', footnote: pieces([{ text: span.footnote }]) }]
}

/** Spaces as they are set: more than one beside each other are kept, and pairs do not part. */
function typographic(text: string): string {
  let set = text.normalize('NFC').replace(/[\t\n\r]/g, ' ')
  set = set.replace(/ {2,}/g, (spaces) => unbroken.repeat(spaces.length))
  set = set.replace(/ (?=[-–] )/g, unbroken)
  for (const pair of pairs) set = set.replace(pair, (found) => found.slice(0, -1) + unbroken)
  return set
}

/** What belongs together is parted after all where it is wider than its line. */
const fitting = (text: string, room: Room): string =>
  text.replace(/[^ ]*\u00a0[^ ]*/gu, (together) =>
    isLonger(together, room) ? together.replaceAll(unbroken, ' ') : together,
  )

type Part = string | { readonly text: string; readonly whole?: true; readonly long?: true }

function partsOf(text: string, room: Room): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  for (const { index, word, kind } of wordsToMark(text, room)) {
    if (index > from) parts.push(text.slice(from, index))
    parts.push({ text: word, [kind]: true })
    from = index + word.length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** Words that must not end a line within them, and words that must be able to. */
function* wordsToMark(text: string, room: Room) {
  for (const { 0: word, index } of text.matchAll(/[^ ]+/gu))
    if (isLonger(word, room)) yield { index, word, kind: 'long' as const }
    else if (splittable.test(word)) yield { index, word, kind: 'whole' as const }
}

/** No letter is wider than its size: most words need no measuring. */
const isLonger = (word: string, room: Room): boolean =>
  word.length * room.sizePt > room.widthPt && textWidthPt(word, room) > room.widthPt

/** The words of a paragraph, each with the space behind it: parted where a line may end. */
export function wordsApart(all: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [[]]
  for (const piece of all.flatMap(splitAtSpaces)) {
    words.at(-1)?.push(piece)
    if ((typeof piece === 'string' ? piece : piece.text).endsWith(' ')) words.push([])
  }
  return words.filter((word) => word.length > 0)
}

function splitAtSpaces(piece: Piece): readonly Piece[] {
  if (typeof piece === 'string') return piece.match(/[^ ]* |[^ ]+$/gu) ?? [piece]
  if (piece.whole || piece.long || piece.footnote) return [piece]
  return (piece.text.match(/[^ ]* |[^ ]+$/gu) ?? [piece.text]).map((text) => ({ ...piece, text }))
}

/** What is read as one in the name of a body, and its unit with what that is called. */
const partsOfNames: readonly RegExp[] = [
  /(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|VĂN PHÒNG|THÀNH PHỐ|ĐẢNG BỘ|ĐẢNG (?:ỦY|UỶ)|ĐẶC KHU|MẶT TRẬN|TỔ QUỐC|VIỆT NAM|LIÊN ĐOÀN|LAO ĐỘNG|HỢP TÁC XÃ/gu,
  /(?:TỈNH|THÀNH.PHỐ|XÃ|PHƯỜNG|ĐẶC.KHU) \S{1,12}(?: \S{1,12}){0,2}$/gu,
]

/** The name of a body in capitals: where it takes two lines, they part between what is read as one. */
export const nameOfBody = (line: string, room: Room): readonly Piece[] =>
  pieces([{ text: withPartsTogether(line) }], room)

function withPartsTogether(line: string): string {
  let set = line.normalize('NFC').replace(/ (?=[-–] )/g, unbroken)
  for (const part of partsOfNames) set = set.replace(part, (found) => found.replaceAll(' ', unbroken))
  return set
}
