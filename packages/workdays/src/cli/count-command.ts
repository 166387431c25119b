import { openPeriods } from '../arithmetic/open-periods.ts'
import { countWorkingDays } from '../arithmetic/working-days.ts'
import { givenDate } from './given.ts'
import { calendarOptions, calendarUsage, givenCalendar } from './given-calendar.ts'
import type { Outcome } from './run-command.ts'
import { commandLine, exactly } from './shell/command-line.ts'
import { longDate, provisionalLines } from './words.ts'

const usage = `workdays count FROM TO ${calendarUsage}`

/** `workdays count FROM TO`: the working days after one date up to and with another; negative where it lies before. */
export function countCommand(args: readonly string[]): Outcome {
  const { values, positionals } = commandLine(args, calendarOptions, usage)
  const [first, last] = exactly(positionals, ['FROM', 'TO'], usage)
  const calendar = givenCalendar(values)
  const [from, to] = [givenDate(first), givenDate(last)]
  const days = countWorkingDays(calendar, from, to)
  const because = openPeriods(calendar, from, to)
  const [begin, end] = [longDate(from), longDate(to)]
  const sentence = {
    vi: `${days} ngày làm việc sau ${begin.vi} đến hết ${end.vi}.`,
    en: `${days} working day${Math.abs(days) === 1 ? '' : 's'} after ${begin.en} up to and with ${end.en}.`,
  }
  return {
    lines: [sentence, ...provisionalLines(because)],
    json: { from, to, days, provisional: because.length > 0 },
  }
}
