import { WorkdaysError } from '../errors.ts'
import { firstDayOf } from '../lunar/lunar-year.ts'
import { dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'
import { nationalDayNeighbours } from '../years/expected.ts'
import { secondNationalDayFrom } from '../years/holidays.ts'
import type { YearFile } from '../years/year-file.ts'
import { standardRest } from './weekly-rest.ts'
import { isWorked, yearDays } from './year-days.ts'

/** Refuses a year whose data contradict the law or themselves. @throws WorkdaysError that names the day */
export function checkYear(file: YearFile): void {
  checkDays(file)
  checkTet(file)
  checkNationalDay(file)
  checkSwaps(file)
}

function checkDays({ year, tet, nationalDayAdjacent, swaps, likely }: YearFile): void {
  const swapped = swaps.flatMap(({ dayOff, makeUpDay }) =>
    makeUpDay === null ? [dayOff] : [dayOff, makeUpDay],
  )
  const ofYear = [...tet, ...(nationalDayAdjacent === null ? [] : [nationalDayAdjacent])]
  requireWithin(ofYear, { year, first: `${year}-01-01`, last: `${year}-12-31` })
  // The eve of New Year has been swapped for a Saturday after it: 31/12/2018 for 05/01/2019.
  requireWithin([...swapped, ...likely], { year, first: `${year - 1}-12-01`, last: `${year + 1}-01-31` })
  refuseTwice([...ofYear, ...swapped])
  refuseTwice(likely)
}

interface Within {
  readonly year: number
  readonly first: PlainDate
  readonly last: PlainDate
}

function requireWithin(dates: readonly PlainDate[], { year, first, last }: Within): void {
  for (const date of dates) {
    dayNumber(date)
    if (date < first || date > last) throw new WorkdaysError('day_outside_year', { date, year })
  }
}

function refuseTwice(dates: readonly PlainDate[]): void {
  const date = dates.find((one, at) => dates.indexOf(one) !== at)
  if (date !== undefined) throw new WorkdaysError('day_twice', { date })
}

function checkTet({ year, tet }: YearFile): void {
  const days = tet.map(dayNumber)
  const inRow = days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1)
  const first = firstDayOf(year)
  if (days.length !== 5 || !inRow || !days.includes(first))
    throw new WorkdaysError('tet_wrong', { year, first: plainDateOf(first) })
}

function checkNationalDay({ year, nationalDayAdjacent: adjacent }: YearFile): void {
  const allowed = year < secondNationalDayFrom ? [] : nationalDayNeighbours(year)
  if (adjacent === null ? allowed.length > 0 : !allowed.includes(adjacent))
    throw new WorkdaysError('national_day_wrong', { year, allowed: allowed.join(' | ') || '–' })
}

function checkSwaps(file: YearFile): void {
  const days = yearDays({ ...file, swaps: [] }, standardRest)
  const isOff = (date: PlainDate) => !isWorked(days, standardRest, dayNumber(date))
  for (const { dayOff, makeUpDay } of file.swaps) {
    if (isOff(dayOff)) throw new WorkdaysError('swap_day_off_not_worked', { date: dayOff })
    if (makeUpDay === null) {
      if (file.status === 'announced')
        throw new WorkdaysError('swap_without_make_up_day', { year: file.year, date: dayOff })
    } else if (!isOff(makeUpDay) || days.has(dayNumber(makeUpDay)))
      throw new WorkdaysError('swap_make_up_day_worked', { date: makeUpDay })
  }
}
