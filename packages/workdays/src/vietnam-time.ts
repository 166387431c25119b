import { WorkdaysError } from './errors.ts'
import { type DayNumber, dayNumber } from './plain-date.ts'

/** An instant: milliseconds since 1970 in UTC, or a `Date`. */
export type Instant = number | Date

/** Vietnam has had one time zone, seven hours ahead of UTC, without summer time, since 1975. */
const offsetMs = 7 * 3_600_000
export const dayMs = 86_400_000
export const minuteMs = 60_000

/** Milliseconds of an instant. @throws WorkdaysError `instant_malformed` */
export function msOf(instant: Instant): number {
  const ms = typeof instant === 'number' ? instant : instant.getTime()
  if (!Number.isSafeInteger(ms)) throw new WorkdaysError('instant_malformed', { text: String(instant) })
  return ms
}

/** The day in Vietnam of an instant. */
export function dayOfInstant(ms: number): DayNumber {
  return Math.floor((ms + offsetMs) / dayMs)
}

/** The instant at which a day begins in Vietnam, and the one before it ends (24:00). */
export function startOfDay(day: DayNumber): number {
  return day * dayMs - offsetMs
}

const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Reads a time; without a zone it is the time in Vietnam. `24:00` is the end of the day.
 *
 * @returns milliseconds since 1970 in UTC
 * @throws WorkdaysError `instant_malformed`
 */
export function parseInstant(text: string): number {
  const [, date = '', hour, minute, second = '0', fraction = '', zone] = form.exec(text) ?? []
  const wrong = () => new WorkdaysError('instant_malformed', { text })
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  const isClock = h < 24 ? m < 60 && s < 60 : h === 24 && m === 0 && s === 0
  if (!isClock) throw wrong()
  const ofDay = ((h * 60 + m) * 60 + s) * 1000 + Number(fraction.padEnd(3, '0'))
  return dayNumber(date) * dayMs + ofDay - zoneMs(zone, wrong)
}

function zoneMs(zone: string | undefined, wrong: () => WorkdaysError): number {
  if (zone === undefined) return offsetMs
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))]
  if (hours > 14 || minutes > 59) throw wrong()
  return (zone[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * minuteMs
}

/** The time of day in Vietnam, `HH:MM`. */
export function clockOf(ms: number): string {
  const minutes = Math.floor((ms - startOfDay(dayOfInstant(ms))) / minuteMs)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
