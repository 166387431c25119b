import type { PlaceAndDate } from '../document.ts'
import { openPlace, withZero } from './symbol.ts'

/** `ngày 05 tháng 01 năm 2020`: a zero before days below 10 and months 1 and 2 alone (annex I, part II, 4). */
export function dateWords(date: string | null): string {
  if (date === null) return `ngày${openPlace}tháng${openPlace}năm${openPlace}`.trimEnd()
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`date ${date}`)
  return `ngày ${withZero(day)} tháng ${month < 3 ? withZero(month) : month} năm ${year}`
}

/** Ô 4: `Hà Nội, ngày 05 tháng 01 năm 2020` */
export const issuedLine = ({ place, date }: PlaceAndDate): string => `${place}, ${dateWords(date)}`
