import { outOf, placeOfDay, type Tables } from '../calendar/tables.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import { dayOfInstant, type Instant, minuteMs, msOf, startOfDay } from '../vietnam-time.ts'

const hourMs = 3_600_000

/**
 * Whether an instant lies in working hours; the beginning of a span does, its end does not.
 *
 * @throws WorkdaysError `instant_malformed`, OutOfCalendarError
 */
export function isWorking(calendar: WorkingCalendar, at: Instant): boolean {
  const ms = msOf(at)
  return momentOfDay(calendar.tables, placeOfDay(calendar.tables, dayOfInstant(ms)), ms) === ms
}

/**
 * The instant itself where it lies in working hours, else the beginning of the next.
 *
 * @returns milliseconds since 1970 in UTC
 * @throws WorkdaysError `instant_malformed`, OutOfCalendarError
 */
export function nextWorkingMoment(calendar: WorkingCalendar, at: Instant): number {
  return nextMoment(calendar.tables, msOf(at))
}

function nextMoment(tables: Tables, ms: number): number {
  const place = placeOfDay(tables, dayOfInstant(ms))
  const moment = momentOfDay(tables, place, ms)
  if (moment !== null) return moment
  // The first minute worked after this day: its place is where the running sum grows next.
  const next = placeReaching(tables, (tables.minutesBefore[place + 1] ?? 0) * minuteMs + 1)
  return instantAt(tables, next, tables.spans[next]?.[0] ?? 0)
}

/** The first working moment of a day from an instant of that day on, or null where no more is worked. */
function momentOfDay(tables: Tables, place: number, ms: number): number | null {
  const minute = minuteOfDay(ms)
  const spans = tables.spans[place] ?? []
  for (let at = 0; at < spans.length; at += 2) {
    const [from = 0, to = 0] = [spans[at], spans[at + 1]]
    if (minute < to) return minute >= from ? ms : instantAt(tables, place, from)
  }
  return null
}

/**
 * Working time from one instant to another; negative where `to` lies before `from`.
 *
 * @returns milliseconds
 * @throws WorkdaysError `instant_malformed`, OutOfCalendarError
 */
export function workingTimeBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return workedBefore(calendar.tables, msOf(to)) - workedBefore(calendar.tables, msOf(from))
}

/**
 * The instant at which so many working hours have passed since `at`: the first such, so that a day's whole hours end at its
 * close. Negative hours go back, to the last instant from which so many pass until `at`.
 *
 * @param hours working hours, and parts of them to the nearest millisecond
 * @returns milliseconds since 1970 in UTC
 * @throws WorkdaysError `instant_malformed`, `duration_malformed`; OutOfCalendarError
 */
export function addWorkingHours(calendar: WorkingCalendar, at: Instant, hours: number): number {
  return addWorkingMs(calendar.tables, msOf(at), Math.round(hours * hourMs))
}

export function addWorkingMs(tables: Tables, at: number, ms: number): number {
  if (!Number.isSafeInteger(ms)) throw new WorkdaysError('duration_malformed', { ms: String(ms) })
  const target = workedBefore(tables, at) + ms
  if (ms === 0) return at
  return ms > 0 ? firstReaching(tables, target) : lastBefore(tables, target)
}

/** The first instant before which `target` milliseconds are worked. */
function firstReaching(tables: Tables, target: number): number {
  const place = placeReaching(tables, target)
  let rest = target - (tables.minutesBefore[place] ?? 0) * minuteMs
  const spans = tables.spans[place] ?? []
  for (let at = 0; at < spans.length; at += 2) {
    const [from = 0, to = 0] = [spans[at], spans[at + 1]]
    const length = (to - from) * minuteMs
    if (rest <= length) return instantAt(tables, place, from) + rest
    rest -= length
  }
  throw outOf(tables)
}

/** The last instant before which `target` milliseconds are worked: going back, the mirror of the one above. */
function lastBefore(tables: Tables, target: number): number {
  if (target < 0) throw outOf(tables)
  const place = placeReaching(tables, target + 1)
  let rest = target - (tables.minutesBefore[place] ?? 0) * minuteMs
  const spans = tables.spans[place] ?? []
  for (let at = 0; at < spans.length; at += 2) {
    const [from = 0, to = 0] = [spans[at], spans[at + 1]]
    const length = (to - from) * minuteMs
    if (rest < length) return instantAt(tables, place, from) + rest
    rest -= length
  }
  throw outOf(tables)
}

/** The day within which the running sum of working time reaches `target`, which is more than 0: bisection. */
function placeReaching(tables: Tables, target: number): number {
  const { minutesBefore, length } = tables
  const minutes = target / minuteMs
  if (!(target > 0 && minutes <= (minutesBefore[length] ?? 0))) throw outOf(tables)
  let [low, high] = [0, length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((minutesBefore[middle + 1] ?? 0) >= minutes) high = middle
    else low = middle + 1
  }
  return low
}

/** Milliseconds worked from the calendar's first day until an instant. */
export function workedBefore(tables: Tables, ms: number): number {
  const day = dayOfInstant(ms)
  // The end of the last day is the beginning of one that the calendar does not have.
  const isVeryEnd = day === tables.first + tables.length && ms === startOfDay(day)
  const place = isVeryEnd ? tables.length : placeOfDay(tables, day)
  const minute = minuteOfDay(ms)
  let minutes = tables.minutesBefore[place] ?? 0
  const spans = tables.spans[place] ?? []
  for (let at = 0; at < spans.length; at += 2) {
    const [from = 0, to = 0] = [spans[at], spans[at + 1]]
    if (minute > from) minutes += Math.min(minute, to) - from
  }
  return Math.round(minutes * minuteMs)
}

/** Minutes since the day began, with the parts of a minute. */
export function minuteOfDay(ms: number): number {
  return (ms - startOfDay(dayOfInstant(ms))) / minuteMs
}

export function instantAt({ first }: Tables, place: number, minute: number): number {
  return startOfDay(first + place) + minute * minuteMs
}

/** When work ends on a day, in minutes; null where it is off. */
export function closingMinute({ spans }: Tables, place: number): number | null {
  return spans[place]?.at(-1) ?? null
}
