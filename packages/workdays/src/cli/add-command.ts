import { openPeriods } from '../arithmetic/open-periods.ts'
import { addWorkingDays } from '../arithmetic/working-days.ts'
import type { PlainDate } from '../plain-date.ts'
import { givenDate, givenNumber } from './given.ts'
import { calendarOptions, calendarUsage, givenCalendar } from './given-calendar.ts'
import type { Outcome } from './run-command.ts'
import { commandLine, exactly } from './shell/command-line.ts'
import type { Said } from './terminal.ts'
import { begun, longDate, provisionalLines } from './words.ts'

const usage = `workdays add DATE N ${calendarUsage}`

/** `workdays add DATE N`: the day that is N working days after a date, or before it where N is negative. */
export function addCommand(args: readonly string[]): Outcome {
  // A negative number is no option, which is what the parser would take it for.
  const marked = args.map((arg) => (/^-\d+$/.test(arg) ? `−${arg.slice(1)}` : arg))
  const { values, positionals } = commandLine(marked, calendarOptions, usage)
  const [start, number] = exactly(positionals, ['DATE', 'N'], usage)
  const calendar = givenCalendar(values)
  const from = givenDate(start)
  const days = givenNumber(number.replace('−', '-'), usage)
  const date = addWorkingDays(calendar, from, days)
  const because = openPeriods(calendar, from, date)
  return {
    lines: [sentence(from, days, date), ...provisionalLines(because)],
    json: { from, days, date, provisional: because.length > 0 },
  }
}

function sentence(from: PlainDate, days: number, date: PlainDate): Said {
  const [begin, end] = [longDate(from), begun(longDate(date))]
  const count = Math.abs(days)
  return {
    vi: `${end.vi}: ${count} ngày làm việc ${days < 0 ? 'trước' : 'sau'} ${begin.vi}.`,
    en: `${end.en}: ${count} working day${count === 1 ? '' : 's'} ${days < 0 ? 'before' : 'after'} ${begin.en}.`,
  }
}
