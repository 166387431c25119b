import { type DayNumber, dayNumber, plainDateOf, type Weekday, weekdayOf } from '../plain-date.ts'
import { type Certainty, fixedHolidays, type HolidayReason } from '../years/holidays.ts'
import type { YearFile } from '../years/year-file.ts'
import { followsNotices } from './weekly-rest.ts'

/** A day that is not what its weekday says, or would be off even if its weekday did not say so. */
export interface MarkedDay {
  readonly day: DayNumber
  /** Holiday; day in lieu (nghỉ bù); swapped day off; make-up day (làm bù); an organisation's own. */
  readonly kind: 'holiday' | 'in_lieu' | 'swap_off' | 'make_up' | 'extra_off' | 'extra_work'
  /** The holiday, or that of which this is in lieu. */
  readonly reason: HolidayReason | null
  /** The day of rest that this is in lieu of, or the other day of the swap. */
  readonly other: DayNumber | null
  readonly certainty: Certainty
  /** What an organisation calls its own day. */
  readonly name: string | null
}

export type MarkedDays = Map<DayNumber, MarkedDay>

/** The days of a year by law and notice, for who rests on `rest`. */
export function yearDays(file: YearFile, rest: readonly Weekday[]): MarkedDays {
  const days: MarkedDays = new Map()
  const holidays = holidaysOf(file)
  for (const holiday of holidays) if (!days.has(holiday.day)) days.set(holiday.day, holiday)
  for (const holiday of holidays) addInLieu(days, holiday, rest)
  if (followsNotices(rest)) addSwaps(days, file)
  if (file.status === 'announced')
    for (const date of file.likely) {
      const marked = days.get(dayNumber(date))
      if (marked !== undefined) days.set(marked.day, { ...marked, certainty: 'likely' })
    }
  return days
}

function holidaysOf(file: YearFile): readonly MarkedDay[] {
  const holiday = (day: DayNumber, reason: HolidayReason, certainty: Certainty): MarkedDay => ({
    day,
    kind: 'holiday',
    reason,
    other: null,
    certainty,
    name: null,
  })
  const fixed = fixedHolidays(file.year).map(({ day, reason, certainty }) => holiday(day, reason, certainty))
  const tet = file.tet.map((date) => holiday(dayNumber(date), 'tet', 'certain'))
  const { nationalDayAdjacent: adjacent } = file
  const beside = adjacent === null ? [] : [holiday(dayNumber(adjacent), 'national_adjacent', 'certain')]
  return [...fixed, ...tet, ...beside].sort((a, b) => a.day - b.day)
}

/** A holiday on a weekly day of rest: off on the next working day. Labour Code 2019, art. 111(3). */
function addInLieu(days: MarkedDays, holiday: MarkedDay, rest: readonly Weekday[]): void {
  if (!rest.includes(weekdayOf(holiday.day))) return
  let day = holiday.day + 1
  while (days.has(day) || rest.includes(weekdayOf(day))) day += 1
  days.set(day, { ...holiday, day, kind: 'in_lieu', other: holiday.day })
}

function addSwaps(days: MarkedDays, { swaps, status }: YearFile): void {
  const certainty = status === 'announced' ? 'certain' : 'open'
  const shared = { reason: null, certainty, name: null } as const
  for (const { dayOff, makeUpDay } of swaps) {
    const off = dayNumber(dayOff)
    const work = makeUpDay === null ? null : dayNumber(makeUpDay)
    days.set(off, { ...shared, day: off, kind: 'swap_off', other: work })
    if (work !== null) days.set(work, { ...shared, day: work, kind: 'make_up', other: off })
  }
}

/** Whether a day is worked, by what is known of it and else by its weekday. */
export function isWorked(days: MarkedDays, rest: readonly Weekday[], day: DayNumber): boolean {
  const kind = days.get(day)?.kind
  if (kind === undefined) return !rest.includes(weekdayOf(day))
  return kind === 'make_up' || kind === 'extra_work'
}

export const dateOrNull = (day: DayNumber | null) => (day === null ? null : plainDateOf(day))
