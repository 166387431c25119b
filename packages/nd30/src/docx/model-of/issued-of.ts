import type { PlaceAndDate } from '../../model/document.ts'

const withDate = /^(.+?),\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$/u
const withoutDate = /^(.+?),\s*ngày[\s….]*tháng[\s….]*năm[\s….]*(?:\d{4})?$/u

/** What stands in `Hà Nội, ngày 05 tháng 01 năm 2020`; null where it is none. */
export function issuedOf(line: string): PlaceAndDate | null {
  const found = withDate.exec(line)
  if (found) {
    const [, place = '', day = '', month = '', year = ''] = found
    return { place, date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
  }
  const place = withoutDate.exec(line)?.[1]
  return place === undefined ? null : { place, date: null }
}
