import { lunarDateOf } from '../lunar/lunar-date.ts'
import { givenDate } from './given.ts'
import type { Outcome } from './run-command.ts'
import { commandLine, exactly } from './shell/command-line.ts'
import { begun, longDate } from './words.ts'

const usage = 'workdays lunar DATE [--json]'

/** `workdays lunar DATE`: the day of the Vietnamese lunar calendar. */
export function lunarCommand(args: readonly string[]): Outcome {
  const { positionals } = commandLine(args, { json: { type: 'boolean' } }, usage)
  const [given] = exactly(positionals, ['DATE'], usage)
  const date = givenDate(given)
  const lunar = lunarDateOf(date)
  const { day, month, year, isLeapMonth } = lunar
  const long = begun(longDate(date))
  return {
    lines: [
      {
        vi: `${long.vi}: ngày ${day} tháng ${month}${isLeapMonth ? ' nhuận' : ''} năm ${year} âm lịch.`,
        en: `${long.en}: day ${day} of ${isLeapMonth ? 'leap ' : ''}month ${month} of the lunar year ${year}.`,
      },
    ],
    json: { date, lunar },
  }
}
