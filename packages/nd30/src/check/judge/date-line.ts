import type { Draft, Judge } from '../draft.ts'
import { dateIn } from '../recognise/date-in.ts'
import type { Piece } from '../recognise/piece.ts'
import { rewrite } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { quoted } from './say.ts'

/** H07, H08: place and date. Annex I, part II, 4. */
export const judgeDate: Judge = (context) => {
  const { head, copy } = context.recognised
  return [head.issued, copy?.head.issued ?? null]
    .filter((piece) => piece !== null)
    .flatMap((piece) => [...wordFaults(piece), ...lookFaults(context, 'H07', 'issued', [piece])])
}

const blank = String.raw`[\s.…_]{1,20}`
const shape = new RegExp(
  String.raw`^(\S.{0,60}?)(,?)\s*ngày(?:\s+(\d{1,2})|${blank})\s*tháng(?:\s+(\d{1,2})|${blank})\s*năm(?:\s+(\d{4})|[\s.…_]{0,20}(?:20[\s.…_]{0,10})?)$`,
  'u',
)

function wordFaults(piece: Piece): readonly Draft[] {
  const text = piece.text.replace(/\s+/gu, ' ')
  const found = shape.exec(text)
  if (!found) return [otherwise(piece)]
  const [, place = '', comma, day, month, year] = found
  const impossible = day && month && year && dateIn(text) === null
  if (impossible || !/^[\p{Lu}.…]/u.test(place)) return [malformed(piece, [])]
  if (inCapitals.test(place) && !abbreviated.test(place)) return [malformed(piece, [])]
  if (comma === '')
    return [malformed(piece, rewrite(piece, piece.text.replace(/^(.*?)\s*ngày/u, '$1, ngày')))]
  return zeroFaults(piece, day, month)
}

const inCapitals = /^\p{Lu}{2,}(?:[\s-]+\p{Lu}+)*$/u
const abbreviated = /^(?:TP|TX|HN|HCM|TPHCM)(?:\s|$)/u

function malformed(
  piece: Piece,
  repairs: Draft['repairs'],
  expected = 'Hà Nội, ngày 05 tháng 3 năm 2020',
): Draft {
  return { rule: 'H07', code: 'date_malformed', at: { piece }, found: quoted(piece.text), expected, repairs }
}

const placeAndFigures = /^(?![Nn]gày\s)(\p{Lu}[\p{L} .]{0,50}?),?\s*(?:ngày\s*)?\d/u

/** `Hà Nội, 5/3/2020`: a day of the calendar, said in another way. */
function otherwise(piece: Piece): Draft {
  const place = placeAndFigures.exec(piece.text)?.[1]
  const [year, month, day] = dateIn(piece.text)?.split('-') ?? []
  if (place === undefined || !year || !month || !day) return malformed(piece, [])
  const wanted = `${place}, ngày ${day} tháng ${rightMonthOf(Number(month))} năm ${year}`
  return malformed(piece, rewrite(piece, wanted), wanted)
}

/** Days below 10 and the months 1 and 2 have a zero before them; other months have none. */
function zeroFaults(piece: Piece, day: string | undefined, month: string | undefined): readonly Draft[] {
  const rightDay = day === undefined ? undefined : String(Number(day)).padStart(2, '0')
  const rightMonth = month === undefined ? undefined : rightMonthOf(Number(month))
  if (day === rightDay && month === rightMonth) return []
  const wanted = piece.text
    .replace(/ngày(\s+)\d{1,2}/u, (whole, space: string) => (rightDay ? `ngày${space}${rightDay}` : whole))
    .replace(/tháng(\s+)\d{1,2}/u, (whole, space: string) =>
      rightMonth ? `tháng${space}${rightMonth}` : whole,
    )
  return [
    {
      rule: 'H08',
      code: 'date_zero',
      at: { piece },
      found: quoted(piece.text),
      expected: quoted(wanted),
      repairs: rewrite(piece, wanted),
    },
  ]
}

const monthsWithZero = 2

function rightMonthOf(month: number): string {
  return month <= monthsWithZero ? String(month).padStart(2, '0') : String(month)
}
