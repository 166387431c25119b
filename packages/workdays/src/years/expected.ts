import { firstDayOf } from '../lunar/lunar-year.ts'
import { type DayNumber, dateOf, type PlainDate, plainDateOf, weekdayOf } from '../plain-date.ts'
import { nationalDay } from './holidays.ts'
import type { YearFile } from './year-file.ts'

/** How many of the five days of Tết lie before the first day of the lunar year, the rest after. */
export type TetChoice = '1+4' | '2+3'

export const tetChoices = ['1+4', '2+3'] as const satisfies readonly TetChoice[]

/** The five days of Tết in a row under a choice. */
export function tetDays(year: number, choice: TetChoice): readonly PlainDate[] {
  const first = firstDayOf(year) - (choice === '1+4' ? 1 : 2)
  return Array.from({ length: 5 }, (_, at) => plainDateOf(first + at))
}

/** The two days of which one is off beside National Day. */
export const nationalDayNeighbours = (year: number): readonly PlainDate[] => [
  dateOf(year, 9, 1),
  dateOf(year, 9, 3),
]

/** The neighbour that joins 2 September to a weekend; on a Wednesday the day before, as in 2026. */
function joiningNeighbour(day: DayNumber): DayNumber {
  const isEarlyInWeek = weekdayOf(day) === 1 || weekdayOf(day) === 7
  return isEarlyInWeek || weekdayOf(day) === 4 ? day + 1 : day - 1
}

/**
 * What is expected of a year that has not been announced. A swap is never expected: only a notice makes one.
 *
 * @param tet how the days of Tết are parted; `1+4` where nothing is said
 */
export function expectedYear(year: number, tet: TetChoice = '1+4'): YearFile {
  return {
    year,
    status: 'provisional',
    source: `expected: Tết ${tet}, National Day with the day that joins a weekend`,
    tet: tetDays(year, tet),
    nationalDayAdjacent: plainDateOf(joiningNeighbour(nationalDay(year))),
    swaps: [],
    likely: [],
  }
}

/**
 * The two options of the Ministry of Home Affairs for 2027, as reported on 22 September 2026. Option 1 is said to have been
 * agreed to by letter 10065/VPCP-KGVX of 2 October 2026, which we know from second hand only: it is what we expect, and stays
 * provisional until somebody who has read the notice says otherwise.
 */
export const proposal2027 = {
  /** Off from 4 to 10 February. */
  option1: {
    ...expectedYear(2027, '2+3'),
    source:
      'option 1 of the ministry, reported on 22/9/2026; said to be agreed to by 10065/VPCP-KGVX (2/10/2026)',
  },
  /** Off from 5 to 14 February; which Saturday makes up for Friday 12 is not known. */
  option2: {
    ...expectedYear(2027, '1+4'),
    source: 'option 2 of the ministry, reported on 22/9/2026',
    swaps: [{ dayOff: '2027-02-12', makeUpDay: null }],
  },
} as const satisfies Record<string, YearFile>

const lastExpected = 2035

/** The years that are not announced, up to the last that this library speaks of. */
export function expectedYears(firstYear: number): readonly YearFile[] {
  const years = Array.from({ length: lastExpected - firstYear + 1 }, (_, at) => firstYear + at)
  return years.map((year) => (year === 2027 ? proposal2027.option1 : expectedYear(year)))
}
