import { malformed } from './bytes.ts'

/** UTCTime as RFC 5280, 4.1.2.5.1 wants it: `YYMMDDHHMMSSZ`; years from 50 are of the last century. */
export function utcTime(text: string, offset: number): Date {
  if (!/^\d{12}Z$/.test(text)) malformed('a UTCTime of another form', offset)
  const year = Number(text.slice(0, 2))
  return instant(year < 50 ? 2000 + year : 1900 + year, text.slice(2), 0, offset)
}

/**
 * GeneralizedTime as RFC 5280, 4.1.2.5.2 wants it: `YYYYMMDDHHMMSSZ`, or with the fraction that RFC 3161, 2.4.2
 * allows; of that, milliseconds are kept.
 */
export function generalizedTime(text: string, offset: number): Date {
  const parts = /^(\d{4})(\d{10})(?:\.(\d{0,15}[1-9]))?Z$/.exec(text)
  if (parts === null) malformed('a GeneralizedTime of another form', offset)
  const [, year = '', rest = '', fraction = ''] = parts
  return instant(Number(year), rest, Number(fraction.slice(0, 3).padEnd(3, '0')), offset)
}

function instant(year: number, rest: string, milliseconds: number, offset: number): Date {
  const pair = (at: number): number => Number(rest.slice(at, at + 2))
  const [month, day, hour, minute, second] = [pair(0), pair(2), pair(4), pair(6), pair(8)]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, milliseconds)
  // The 30th of February would have become a day of March, 24:00 the next day.
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour
  if (!same || minute > 59 || second > 59) malformed('a time that does not exist', offset)
  return date
}
