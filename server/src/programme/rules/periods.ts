/**
 * The reports of a programme year (programme specification, 3.5).
 *
 * The half-year and the second quarter close on one day, and so do nine months and the third quarter. They are one report
 * each, with the content of both: an owner who reported the half-year owes no second report for the quarter.
 */
import { addDays, endOfYear, type PlainDate, plainDate, startOfYear } from '../../platform/time/plain-date.ts'

export const periodKeys = ['q1', 'h1', 'm9', 'estimate', 'final'] as const
export type PeriodKey = (typeof periodKeys)[number]

export interface ReportPeriod {
  readonly key: PeriodKey
  /** The quarter whose figures it closes, which are also those of that quarter's classification; else null. */
  readonly quarter: 1 | 2 | 3 | 4 | null
  /** The first day on which it may be reported: the day after the data of the period before it closed. */
  readonly opensOn: PlainDate
  /** The last day whose facts it reports. */
  readonly dataClosesOn: PlainDate
  /** The last day on which it is in time. */
  readonly dueOn: PlainDate
}

/** The calendar of reports as a programme may set it: when the data closes (month-day), and the days given to write. */
export interface ReportCalendar {
  readonly closes: Readonly<Record<PeriodKey, string>>
  readonly daysToReport: number
}

/** The usual calendar. Its numbers come from practice, so a programme may set its own. */
export const usualCalendar: ReportCalendar = {
  closes: { q1: '03-31', h1: '06-30', m9: '09-30', estimate: '11-15', final: '12-31' },
  daysToReport: 5,
}

const QUARTERS: Readonly<Record<PeriodKey, ReportPeriod['quarter']>> = {
  q1: 1,
  h1: 2,
  m9: 3,
  estimate: null,
  final: 4,
}

/** The periods of a year in order. @throws RangeError where the calendar's days are none, or not in order */
export function reportPeriods(
  year: number,
  calendar: ReportCalendar = usualCalendar,
): readonly ReportPeriod[] {
  let opensOn = startOfYear(year)
  return periodKeys.map((key) => {
    const dataClosesOn = plainDate(`${year}-${calendar.closes[key]}`)
    if (dataClosesOn < opensOn) throw new RangeError(`Report period ${key} closes before it opens`)
    const dueOn = addDays(dataClosesOn, calendar.daysToReport)
    const period = { key, quarter: QUARTERS[key], opensOn, dataClosesOn, dueOn }
    opensOn = addDays(dataClosesOn, 1)
    return period
  })
}

/** The last day on which an ordinary reason suffices to ask for an adjustment: the nine months are the last point for it. */
export function ordinaryAdjustmentsUntil(periods: readonly ReportPeriod[], year: number): PlainDate {
  return periods.find(({ key }) => key === 'm9')?.dataClosesOn ?? endOfYear(year)
}
