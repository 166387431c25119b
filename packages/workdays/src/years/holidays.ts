import { dayOfLunar } from '../lunar/lunar-date.ts'
import { type DayNumber, dayNumberOf } from '../plain-date.ts'

/** Why a day is a public holiday: Labour Code 45/2019/QH14, art. 112, and resolution 28/2026/QH16. */
export type HolidayReason =
  | 'new_year'
  | 'tet'
  | 'hung_kings'
  | 'victory'
  | 'labour'
  | 'national'
  | 'national_adjacent'
  | 'culture'

/** How sure we are: read in the law or a quoted notice; from second hand; still to be chosen by somebody. */
export type Certainty = 'certain' | 'likely' | 'open'

interface HolidayOfLaw {
  readonly reason: HolidayReason
  readonly dayIn: (year: number) => DayNumber
  /** The first year in which it holds, within what the calendar covers. */
  readonly fromYear: number
  readonly certainty: Certainty
}

const solar = (month: number, day: number) => (year: number) => dayNumberOf(year, month, day)

/** Hùng Kings: the tenth of the third lunar month, never of a leap month. */
const hungKings = (year: number) => dayOfLunar({ year, month: 3, day: 10, isLeapMonth: false })

/** The day of National Day itself. */
export const nationalDay = solar(9, 2)

const holidaysOfLaw: readonly HolidayOfLaw[] = [
  { reason: 'new_year', dayIn: solar(1, 1), fromYear: 0, certainty: 'certain' },
  { reason: 'hung_kings', dayIn: hungKings, fromYear: 0, certainty: 'certain' },
  { reason: 'victory', dayIn: solar(4, 30), fromYear: 0, certainty: 'certain' },
  { reason: 'labour', dayIn: solar(5, 1), fromYear: 0, certainty: 'certain' },
  { reason: 'national', dayIn: nationalDay, fromYear: 0, certainty: 'certain' },
  // In force from 1 July 2026; we know the resolution from the Government's portal, not from its text.
  { reason: 'culture', dayIn: solar(11, 24), fromYear: 2026, certainty: 'likely' },
]

/** Under the Labour Code of 2012 National Day was one day; that of 2019 is in force from 1 January 2021. */
export const secondNationalDayFrom = 2021

/** The holidays of a year that nobody chooses. */
export function fixedHolidays(year: number) {
  return holidaysOfLaw
    .filter(({ fromYear }) => year >= fromYear)
    .map(({ reason, dayIn, certainty }) => ({ reason, day: dayIn(year), certainty }))
}
