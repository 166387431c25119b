import type { Params } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import type { WorkFilter } from '../../filter/filter.ts'
import { addressNames, readFilterAddress } from '../../filter/filter-address.ts'

/** The year of an address such as `/chuong-trinh/2022`. @throws Refusal `not_found` */
export function yearParam(text: string | undefined): number {
  // No programme is of another century, as the table of years says too.
  if (text === undefined || !/^2[01]\d\d$/.test(text)) throw notFound('programme')
  return Number(text)
}

/** The number of a theme or of a part of a list in an address. @throws Refusal `not_found` */
export function numberParam(text: string | undefined, kind: string): number {
  if (text === undefined || !/^[1-9]\d{0,2}$/.test(text)) throw notFound(kind)
  return Number(text)
}

/** What the address of a page about one year asks: the year stands in its path, the rest behind the question mark. */
export function filterOfYear(year: number, query: Params, today: PlainDate): WorkFilter {
  return readFilterAddress({ ...query, [addressNames.year]: String(year) }, today)
}
