import {
  addWorkingDays,
  type DayNumber,
  dayNumber,
  type PlainDate,
  plainDateOf,
  type WorkingCalendar,
} from '@dot-pha/workdays'

/** Limits to answer, in the forms in which the contenders take them. */
export interface Limits {
  readonly starts: readonly PlainDate[]
  readonly startDays: Int32Array
  readonly counts: Int32Array
  /** The ends as this library gives them: what the others are checked against. */
  readonly ends: readonly PlainDate[]
}

/** Of a known seed, so that every run answers the same limits (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** So many limits that begin on any day from 2020 to 2027, of lengths between two bounds. */
export function makeLimits(
  calendar: WorkingCalendar,
  {
    times,
    shortest,
    longest,
  }: { readonly times: number; readonly shortest: number; readonly longest: number },
): Limits {
  const draw = random(2026)
  const [first, last] = [dayNumber('2020-01-02'), dayNumber('2027-06-30')]
  const between = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1))
  const startDays: Int32Array<ArrayBuffer> = Int32Array.from({ length: times }, () => between(first, last))
  const counts = Int32Array.from({ length: times }, () => between(shortest, longest))
  const starts = Array.from(startDays, (day: DayNumber) => plainDateOf(day))
  const ends = starts.map((start, at) => addWorkingDays(calendar, start, counts[at] ?? 0))
  return { starts, startDays, counts, ends }
}
