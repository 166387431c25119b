import { OutOfCalendarError } from '../errors.ts'
import { type DayNumber, dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'
import type { OpenDays } from './open-days.ts'
import { minutesOf, type Spans } from './working-hours.ts'

/** What every answer is looked up in; *i* is a day's place from the first day of the calendar, of *n* days. */
export interface Tables {
  readonly first: DayNumber
  readonly length: number
  /** Of n + 1: the working days before day i. */
  readonly before: Int32Array
  /** The place of the k-th working day: the inverse of `before`. */
  readonly nth: Int32Array
  /** Of n + 1: the open periods that begin before day i. They are disjoint and in order. */
  readonly openBegun: Int32Array
  /** Of n + 1: the open periods that end before day i. */
  readonly openOver: Int32Array
  /** Of n + 1: the working minutes before day i. */
  readonly minutesBefore: Int32Array
  /** The spans of each day; empty where it is off. */
  readonly spans: readonly Spans[]
  readonly dates: readonly PlainDate[]
}

interface Facts {
  readonly first: DayNumber
  readonly last: DayNumber
  readonly works: (day: DayNumber) => boolean
  readonly open: readonly OpenDays[]
  readonly spansOf: (day: DayNumber) => Spans
}

const nothing: Spans = []

export function buildTables({ first, last, works, open, spansOf }: Facts): Tables {
  const length = last - first + 1
  const before = new Int32Array(length + 1)
  const minutesBefore = new Int32Array(length + 1)
  const nth = new Int32Array(length)
  const spans: Spans[] = []
  for (let i = 0; i < length; i++) {
    const isWorked = works(first + i)
    const ofDay = isWorked ? spansOf(first + i) : nothing
    const rank = before[i] ?? 0
    if (isWorked) nth[rank] = i
    spans.push(ofDay)
    before[i + 1] = rank + (isWorked ? 1 : 0)
    minutesBefore[i + 1] = (minutesBefore[i] ?? 0) + minutesOf(ofDay)
  }
  return {
    first,
    length,
    before,
    nth: nth.slice(0, before[length]),
    openBegun: countBefore(
      open.map(({ from }) => from - first),
      length,
    ),
    openOver: countBefore(
      open.map(({ to }) => to - first),
      length,
    ),
    minutesBefore,
    spans,
    dates: Array.from({ length }, (_, i) => plainDateOf(first + i)),
  }
}

/** Of n + 1: how many of some places in order lie before place i. */
function countBefore(places: readonly number[], length: number): Int32Array {
  const counts = new Int32Array(length + 1)
  for (const place of places) counts.fill((counts[length] ?? 0) + 1, place + 1)
  return counts
}

/** The place of a date. @throws WorkdaysError `date_malformed`, OutOfCalendarError */
export function placeOf(tables: Tables, date: PlainDate): number {
  return placeOfDay(tables, dayNumber(date))
}

/** The place of a day. @throws OutOfCalendarError */
export function placeOfDay(tables: Tables, day: DayNumber): number {
  const place = day - tables.first
  if (!(place >= 0 && place < tables.length)) throw outOf(tables)
  return place
}

export function outOf({ dates }: Tables): OutOfCalendarError {
  return new OutOfCalendarError({ first: dates[0] ?? '', last: dates.at(-1) ?? '' })
}

/** The date at a place that is in the calendar. */
export function dateAt(tables: Tables, place: number): PlainDate {
  const date = tables.dates[place]
  if (date === undefined) throw outOf(tables)
  return date
}

export function isWorkedAt({ before }: Tables, place: number): boolean {
  return before[place] !== before[place + 1]
}

/** Whether an open day lies among the places from `from` to `to`, both included. */
export function isOpenWithin({ openBegun, openOver }: Tables, from: number, to: number): boolean {
  return from <= to && openBegun[to + 1] !== openOver[from]
}
