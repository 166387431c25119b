import type { Line } from './lines.ts'
import { titlesBefore } from './titles.ts'
import { beginsWithOneOf, postBeginnings } from './words.ts'

const longestName = 45
const nameWords = /^\p{Lu}[\p{L}'’]*(?:[\s-]+\p{Lu}[\p{L}'’]*){1,8}$/u
const authority =
  /^(?:T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q|Q)(?:\s*[./:]+\s*|\s+)(?=\p{L})/iu
/** `KT.` alone on its line: the post is missing. */
const prefixAlone = /^(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)[./:]?$|^Q\.$/u
const prefixWithoutSign = /^(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)\s/u

/** `TM. ỦY BAN NHÂN DÂN`, also without its dot, with a slash, in small letters. */
export function isAuthorityLine(line: Line): boolean {
  const { text } = line.piece
  if (prefixAlone.test(text)) return true
  if (text.length > 120 || !authority.test(text)) return false
  if (prefixWithoutSign.test(text)) return true
  return line.look.capital || /^(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)[./:]|^Q\./iu.test(text)
}

export function isPostLine({ piece }: Line): boolean {
  return piece.text.length <= 80 && beginsWithOneOf(piece.text, postBeginnings)
}

/** Two to nine words that begin with capitals, without figures: `Nguyễn Văn An`, `TS. Lê Thị Bình`. */
export function isNameLine({ piece }: Line): boolean {
  const text = piece.text.slice(titlesBefore(piece.text).length)
  return text.length <= longestName && nameWords.test(text)
}

/** `(Chữ ký, dấu)`, `(đã ký)`: neither post nor name. */
export function isRemark({ piece }: Line): boolean {
  return /^[([]/.test(piece.text)
}

const longDate = /^[\p{L}.…][^:;(]{0,60}ngày.{0,30}tháng.{0,30}năm[^:;/]{0,20}$/iu
const shortDate = /^[\p{Lu}.…].{0,40},\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\.?$/u
/** Its place is missing. */
const dateAlone = /^ngày\s.{1,20}\stháng\s.{1,20}\snăm\s.{1,10}$/iu
const talk = /^(?:hôm nay|hồi|vào|thời gian|căn cứ|xét|theo)/iu

/** `Hà Nội, ngày 05 tháng 01 năm 2020`, also with figures alone. */
export function isDateLine({ piece, side }: Line): boolean {
  const { text } = piece
  if (text.length > 90 || talk.test(text)) return false
  return longDate.test(text) || shortDate.test(text) || (side !== 'full' && dateAlone.test(text))
}

const numberWord = /^S[ốôóo]\s*[:.]?(?=[\s\d…._/-]|$)/iu
const symbolBehind = /[\d….\s_][/–—-]\s*\p{Lu}/u

/** `15/QĐ-BNV`, `15-QĐ/TU` alone: a number and nothing but its symbol. */
const bareNumber =
  /^\d{1,5}\s*[/–—-]\s*(?:\d{4}\s*[/–—-]\s*)?\p{Lu}[\p{L}\d.&]*(?:\s*[/–—-]\s*\p{Lu}[\p{L}\d.&]*)+$/u

/** `Số: 15/QĐ-BNV`, also with its number missing, or its word. */
export function isNumberLine({ piece, side }: Line): boolean {
  const { text } = piece
  if (side !== 'full' && text.length <= 40 && bareNumber.test(text)) return true
  if (text.length > 70 || !numberWord.test(text)) return false
  return symbolBehind.test(text) || (side === 'left' && text.length <= 15)
}

export const isDashes = ({ piece }: Line): boolean => /^[-–—_]{3,12}$/.test(piece.text.replaceAll(' ', ''))
export const isStar = ({ piece }: Line): boolean => /^(?:\*|\u2217|x)$/u.test(piece.text)
/** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện:`, above those to whom a công điện goes. */
const telegram = /^\p{Lu}[\p{Lu}\s,-]{5,150}\sđiện\s*:$/u
export const isAddresseeLabel = ({ piece, fold }: Line): boolean =>
  piece.text.length < 300 && (/^kinh(?:gui|trinh)/.test(fold) || telegram.test(piece.text))
