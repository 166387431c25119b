import { OutOfCalendarError, WorkdaysError } from '../errors.ts'
import {
  type DayNumber,
  dayNumber,
  dayNumberOf,
  type PlainDate,
  plainDateOf,
  type Weekday,
} from '../plain-date.ts'
import { announcedYears } from '../years/announced.ts'
import { expectedYears } from '../years/expected.ts'
import type { YearFile } from '../years/year-file.ts'
import { checkYear } from './check-year.ts'
import { disjoint, expectedCertainty, type OpenPeriod, openDaysOf, periodOf } from './open-days.ts'
import { buildTables, type Tables } from './tables.ts'
import { checkRest, standardRest } from './weekly-rest.ts'
import {
  type DayHours,
  hoursByDay,
  parseHours,
  type Spans,
  standardHours,
  type WorkingHours,
} from './working-hours.ts'
import { isWorked, type MarkedDay, type MarkedDays, yearDays } from './year-days.ts'

/** A day that an organisation sets for itself: a storm, a local closing, a Saturday on which it works. */
export interface ExtraDay {
  readonly date: PlainDate
  readonly works: boolean
  readonly name: string
  /** Hours of that day alone, where it is worked. */
  readonly hours?: DayHours
}

export interface CalendarOptions {
  /** Years in place of those that this library brings, or beyond them; without gaps. */
  readonly years?: readonly YearFile[]
  /** Weekly days of rest, Monday 1 to Sunday 7; Saturday and Sunday where nothing is said. Swaps hold for these alone. */
  readonly weeklyRest?: readonly Weekday[]
  readonly extraDays?: readonly ExtraDay[]
  /** 08:00–12:00 and 13:00–17:00 where nothing is said. */
  readonly hours?: WorkingHours
}

/** Which days and hours are worked. Made once by `workingCalendar`, never changed; its parts are this library's own. */
export interface WorkingCalendar {
  readonly firstDate: PlainDate
  readonly lastDate: PlainDate
  readonly years: ReadonlyMap<number, YearFile>
  readonly weeklyRest: readonly Weekday[]
  /** @internal */
  readonly marked: ReadonlyMap<DayNumber, MarkedDay>
  /** Where somebody has yet to choose; disjoint, in order. */
  readonly open: readonly OpenPeriod[]
  /** @internal */
  readonly tables: Tables
}

/**
 * Builds a calendar: 2020 to 2026 as announced, 2027 to 2035 as expected, with what an organisation adds.
 *
 * @throws WorkdaysError where the data contradict themselves; its code and details name the day
 * @see docs/design.md
 */
export function workingCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const files = yearsOf(options.years ?? [])
  const rest = checkRest(options.weeklyRest ?? standardRest)
  const [firstYear = 0] = files.keys()
  const lastYear = firstYear + files.size - 1
  const [first, last] = [dayNumberOf(firstYear, 1, 1), dayNumberOf(lastYear, 12, 31)]
  const marked = markedDays([...files.values()], rest)
  const own = addExtraDays(marked, options.extraDays ?? [], rest, { first, last })
  const open = disjoint(
    [...files.values()].flatMap((file) => openDaysOf(file, rest)),
    { first, last },
  )
  const usual = hoursByDay(options.hours ?? standardHours)
  const tables = buildTables({
    first,
    last,
    works: (day) => isWorked(marked, rest, day),
    open,
    spansOf: (day) => own.get(day) ?? usual(day),
  })
  return Object.freeze({
    firstDate: plainDateOf(first),
    lastDate: plainDateOf(last),
    years: files,
    weeklyRest: rest,
    marked,
    open: open.map(periodOf),
    tables,
  })
}

function yearsOf(given: readonly YearFile[]): ReadonlyMap<number, YearFile> {
  const givenYears = given.map(({ year }) => year)
  const twice = givenYears.find((year, at) => givenYears.indexOf(year) !== at)
  if (twice !== undefined) throw new WorkdaysError('year_twice', { year: twice })
  const firstExpected = announcedYears.length + 2020
  const all = [...announcedYears, ...expectedYears(firstExpected), ...given].sort((a, b) => a.year - b.year)
  const files = new Map(all.map((file) => [file.year, file]))
  for (const file of given) files.set(file.year, file)
  const years = [...files.keys()]
  for (const [at, year] of years.entries())
    if (at > 0 && years[at - 1] !== year - 1)
      throw new WorkdaysError('years_with_gap', {
        year: years[at - 1] ?? 0,
        missing: (years[at - 1] ?? 0) + 1,
      })
  for (const file of given) checkYear(file)
  return files
}

/** The days of all years together. A swap may reach into the next year, but not onto a day that means something there. */
function markedDays(files: readonly YearFile[], rest: readonly Weekday[]): MarkedDays {
  const all: MarkedDays = new Map()
  for (const file of files)
    for (const [day, marked] of daysOf(file, rest)) {
      if (all.has(day)) throw new WorkdaysError('day_twice', { date: plainDateOf(day) })
      all.set(day, marked)
    }
  return all
}

function daysOf(file: YearFile, rest: readonly Weekday[]): MarkedDays {
  const days = yearDays(file, rest)
  if (file.status === 'announced') return days
  const certaintyOf = expectedCertainty(file, rest)
  for (const marked of days.values()) days.set(marked.day, { ...marked, certainty: certaintyOf(marked) })
  return days
}

function addExtraDays(
  marked: MarkedDays,
  extraDays: readonly ExtraDay[],
  rest: readonly Weekday[],
  { first, last }: { readonly first: DayNumber; readonly last: DayNumber },
): ReadonlyMap<DayNumber, Spans> {
  const own = new Map<DayNumber, Spans>()
  const seen = new Set<DayNumber>()
  for (const { date, works, name, hours } of extraDays) {
    const day = dayNumber(date)
    if (day < first || day > last)
      throw new OutOfCalendarError({ date, first: plainDateOf(first), last: plainDateOf(last) })
    if (seen.has(day)) throw new WorkdaysError('day_twice', { date })
    seen.add(day)
    const isWorkedAnyway = isWorked(marked, rest, day)
    if (works && isWorkedAnyway && hours === undefined)
      throw new WorkdaysError('extra_day_without_effect', { date })
    if (works && hours !== undefined) own.set(day, parseHours(hours))
    // A closing that falls on a day off anyway, as a storm over a weekend, keeps the reason that stands there.
    if (works !== isWorkedAnyway) {
      const kind = works ? 'extra_work' : 'extra_off'
      marked.set(day, { day, kind, reason: null, other: null, certainty: 'certain', name })
    }
  }
  return own
}
