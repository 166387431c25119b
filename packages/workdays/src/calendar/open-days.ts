import { firstDayOf } from '../lunar/lunar-year.ts'
import {
  civilOf,
  type DayNumber,
  dayNumberOf,
  type PlainDate,
  plainDateOf,
  type Weekday,
  weekdayOf,
} from '../plain-date.ts'
import { nationalDayNeighbours, tetChoices, tetDays } from '../years/expected.ts'
import type { Certainty, HolidayReason } from '../years/holidays.ts'
import type { YearFile } from '../years/year-file.ts'
import { followsNotices, standardRest } from './weekly-rest.ts'
import { isWorked, type MarkedDay, type MarkedDays, yearDays } from './year-days.ts'

/** Days, both ends included, on which somebody has yet to choose. */
export interface OpenDays {
  readonly from: DayNumber
  readonly to: DayNumber
  /**
   * The choice of Tết; the day beside National Day; whether 24 November has a day in lieu; a day that may be swapped; a
   * Saturday that may make up for one.
   */
  readonly reason: 'tet' | 'national_day' | 'culture_day' | 'bridge' | 'make_up'
}

/** Days of a year that is not announced, on which somebody has yet to choose (tạm tính). */
export interface OpenPeriod {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly reason: OpenDays['reason']
  readonly year: number
}

export function periodOf({ from, to, reason }: OpenDays): OpenPeriod {
  return { from: plainDateOf(from), to: plainDateOf(to), reason, year: civilOf(from).year }
}

/** In order, those that lie within two days, and of those that overlap the first. */
export function disjoint(
  open: readonly OpenDays[],
  { first, last }: { readonly first: DayNumber; readonly last: DayNumber },
): readonly OpenDays[] {
  return open
    .filter(({ from, to }) => from >= first && to <= last)
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, at, all) => at === 0 || from > (all[at - 1]?.to ?? 0))
}

/** A make-up day lay at most nine days from its day off in the swaps since 2024. */
const makeUpWithinDays = 14
const saturday = 6

/** What may still be announced for a year, each choice once. */
function choicesFor(file: YearFile): readonly YearFile[] {
  const { year } = file
  return tetChoices.flatMap((choice) =>
    nationalDayNeighbours(year).map((nationalDayAdjacent) => ({
      ...file,
      tet: tetDays(year, choice),
      nationalDayAdjacent,
      swaps: [],
    })),
  )
}

/** The open days of a year that is not announced; none of one that is. */
export function openDaysOf(file: YearFile, rest: readonly Weekday[]): readonly OpenDays[] {
  if (file.status === 'announced') return []
  const choices = [file, ...choicesFor(file)].map((one) => yearDays(one, rest))
  const spans = [
    spanOf(choices, 'tet', ['tet']),
    spanOf(choices, 'national_day', ['national', 'national_adjacent']),
    ...cultureDayInLieu(choices[0] ?? new Map()),
  ]
  if (!followsNotices(rest)) return spans
  // What is open already need not be told twice.
  const isWithin = ({ from, to }: OpenDays) => spans.some((span) => span.from <= from && to <= span.to)
  return [...spans, ...swapDays(file.year, choices).filter((one) => !isWithin(one))]
}

function spanOf(
  choices: readonly MarkedDays[],
  reason: OpenDays['reason'],
  holidays: readonly HolidayReason[],
): OpenDays {
  const days = choices
    .flatMap((days) => [...days.values()])
    .flatMap(({ day, reason: of }) => (of !== null && holidays.includes(of) ? [day] : []))
  return { from: Math.min(...days), to: Math.max(...days), reason }
}

const isCultureInLieu = ({ kind, reason }: MarkedDay) => kind === 'in_lieu' && reason === 'culture'

/**
 * Days in lieu are promised for the holidays of article 112(1) of the Labour Code alone, and 24 November stands in a
 * resolution. We expect that it will be treated as they are, but nobody has had to say so before 2029.
 */
function cultureDayInLieu(days: MarkedDays): readonly OpenDays[] {
  return [...days.values()]
    .filter(isCultureInLieu)
    .map(({ day }) => ({ from: day, to: day, reason: 'culture_day' }))
}

/** Days that a notice may swap: one working day alone between days off, under one of the choices; and what is swapped already. */
function swapDays(year: number, choices: readonly MarkedDays[]): readonly OpenDays[] {
  const bridges = new Set(choices.flatMap((days) => [...bridgesOf(year, days), ...daysSwapped(days)]))
  const isPlainRest = (day: DayNumber) => choices.every((days) => !days.has(day))
  const makeUpDays = new Set([...bridges].flatMap((bridge) => saturdaysAround(bridge).filter(isPlainRest)))
  const each = (days: ReadonlySet<DayNumber>, reason: OpenDays['reason']) =>
    [...days].sort((a, b) => a - b).map((day) => ({ from: day, to: day, reason }))
  return [...each(bridges, 'bridge'), ...each(makeUpDays, 'make_up')]
}

function bridgesOf(year: number, days: MarkedDays): readonly DayNumber[] {
  const isOff = (day: DayNumber) => !isWorked(days, standardRest, day)
  // The first notice of a year may swap its eve.
  const first = dayNumberOf(year, 1, 1) - 1
  const all = Array.from({ length: dayNumberOf(year, 12, 30) - first + 1 }, (_, at) => first + at)
  return all.filter((day) => !isOff(day) && isOff(day - 1) && isOff(day + 1))
}

function daysSwapped(days: MarkedDays): readonly DayNumber[] {
  return [...days.values()].flatMap(({ day, kind }) => (kind === 'swap_off' ? [day] : []))
}

function saturdaysAround(day: DayNumber): readonly DayNumber[] {
  const all = Array.from({ length: 2 * makeUpWithinDays + 1 }, (_, at) => day - makeUpWithinDays + at)
  return all.filter((one) => weekdayOf(one) === saturday)
}

/**
 * How sure a day of a provisional year is: what every choice has off is likely (the first day of Tết and National Day
 * itself are certain), what only some have is open.
 */
export function expectedCertainty(
  file: YearFile,
  rest: readonly Weekday[],
): (marked: MarkedDay) => Certainty {
  const choices = choicesFor(file).map((one) => yearDays(one, rest))
  const first = firstDayOf(file.year)
  return (marked) => {
    const { day, reason, certainty } = marked
    if (certainty === 'open' || isCultureInLieu(marked)) return 'open'
    if (choices.some((days) => isWorked(days, rest, day))) return 'open'
    const isChosen = (reason === 'tet' && day !== first) || reason === 'national_adjacent'
    return isChosen ? 'likely' : certainty
  }
}
