import { countWorkingDays, isWorkingDay } from '../arithmetic/working-days.ts'
import { type SpecialDay, specialDaysOf } from '../calendar/days-of-year.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { dateOf } from '../plain-date.ts'
import type { YearFile } from '../years/year-file.ts'
import { dayWords } from './day-words.ts'
import { calendarOptions, calendarUsage, givenCalendar } from './given-calendar.ts'
import { givenYear } from './given-year.ts'
import type { Outcome } from './run-command.ts'
import { commandLine, exactly } from './shell/command-line.ts'
import type { Said } from './terminal.ts'
import { begun, longDate, typedDate } from './words.ts'

const usage = `workdays year YYYY ${calendarUsage}`

/** `workdays year YYYY`: the days off and the swaps of a year, and where they are known from. */
export function yearCommand(args: readonly string[]): Outcome {
  const { values, positionals } = commandLine(args, calendarOptions, usage)
  const [year] = exactly(positionals, ['YYYY'], usage)
  const calendar = givenCalendar(values)
  const file = givenYear(calendar, year, usage)
  const days = specialDaysOf(calendar, file.year)
  const workingDays = workingDaysOf(calendar, file.year)
  const notice = file.status === 'announced' ? file.notice : null
  return {
    lines: [headline(file, workingDays), ...days.map(dayLine)],
    json: {
      year: file.year,
      status: file.status,
      notice,
      source: file.source,
      workingDays,
      days: days.map((day) => ({ ...day, text: dayWords(day) })),
      open: calendar.open.filter((one) => one.year === file.year),
    },
  }
}

function workingDaysOf(calendar: WorkingCalendar, year: number): number {
  const [first, last] = [dateOf(year, 1, 1), dateOf(year, 12, 31)]
  return countWorkingDays(calendar, first, last) + (isWorkingDay(calendar, first) ? 1 : 0)
}

function headline(file: YearFile, days: number): Said {
  if (file.status === 'provisional')
    return {
      vi: `Năm ${file.year}: tạm tính, chưa công bố; ${days} ngày làm việc.`,
      en: `Year ${file.year}: provisional, not announced yet; ${days} working days.`,
    }
  const { notice } = file
  const by = notice === null ? '' : ` (${notice.number}, ${typedDate(notice.issuedOn)})`
  return {
    vi: `Năm ${file.year}: đã công bố${by}; ${days} ngày làm việc.`,
    en: `Year ${file.year}: announced${by}; ${days} working days.`,
  }
}

const doubts = {
  certain: { vi: '', en: '' },
  likely: { vi: ' [nhiều khả năng]', en: ' [likely]' },
  open: { vi: ' [còn chọn]', en: ' [still to be chosen]' },
} as const

function dayLine(day: SpecialDay): Said {
  const [date, words, doubt] = [begun(longDate(day.date)), dayWords(day), doubts[day.certainty]]
  return {
    vi: `${date.vi}: ${day.works ? 'làm việc' : 'nghỉ'} – ${words.vi}${doubt.vi}`,
    en: `${date.en}: ${day.works ? 'worked' : 'off'} – ${words.en}${doubt.en}`,
  }
}
