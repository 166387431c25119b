import { dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'

/** A calendar as a question about one day: what a reader would write first, and slow. */
export type Works = (date: PlainDate) => boolean

const step = (date: PlainDate, days: number) => plainDateOf(dayNumber(date) + days)

/** Walks from day to day until so many working days are counted. */
export function walkDays(works: Works, start: PlainDate, days: number): PlainDate {
  let date = start
  for (let left = Math.abs(days); left > 0; ) {
    date = step(date, Math.sign(days))
    if (works(date)) left -= 1
  }
  return date
}

/** The dates after `from` up to and with `to`. */
export function datesAfter(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const dates: PlainDate[] = []
  for (let date = step(from, 1); date <= to; date = step(date, 1)) dates.push(date)
  return dates
}
