import { type PlainDate, plainDate } from './plain-date.ts'

/** Where now and today come from. Nothing else may read a clock (design 8.2). */
export interface Clock {
  /** The real instant: sessions, audit, timestamps. */
  now(): Date
}

export const realClock: Clock = { now: () => new Date() }

// Vietnam has kept UTC+7 without summer time since 1975, so that a fixed offset is exact (spec/calendar.md, 3).
const vietnamOffsetMs = 7 * 3_600_000

/** The calendar date in Vietnam at an instant, whatever the time zone of the machine. */
export function vietnamDate(instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + vietnamOffsetMs).toISOString().slice(0, 10))
}
