import { vietnamOffsetMs } from '../vietnam-time.ts'

const shape =
  /^D:(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d))?)?)?)?)?(?:(Z)'?(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/

/**
 * The instant of a PDF date (ISO 32000-2, 7.9.4), or null where it is none. What is left out is the first of its kind;
 * a date without a zone is taken for UTC.
 */
export function parsePdfDate(text: string): Date | null {
  const match = shape.exec(text)
  if (match === null) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // 31/02 would silently be a day of March.
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(day)) return null
  const [sign, hours = '00', minutes = '00'] = [match[8], match[9], match[10]]
  if (sign === undefined) return at
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000
  return new Date(at.getTime() + (sign === '+' ? -offsetMs : offsetMs))
}

/** A PDF date as we write it: in the time of Vietnam, to the second. */
export function formatPdfDate(at: Date): string {
  const local = new Date(at.getTime() + vietnamOffsetMs)
  const day = `${local.getUTCFullYear()}${two(local.getUTCMonth() + 1)}${two(local.getUTCDate())}`
  return `D:${day}${two(local.getUTCHours())}${two(local.getUTCMinutes())}${two(local.getUTCSeconds())}+07'00'`
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)
