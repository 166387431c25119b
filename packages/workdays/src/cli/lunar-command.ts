import { lunarDateOf } from '../lunar/lunar-date.ts'
import { givenDate, givenWords } from './given.ts'
import { parseOnce } from './parse-once.ts'
import type { Outcome } from './run-command.ts'
import { begun, longDate } from './words.ts'

/** `workdays lunar DATE`: the day of the Vietnamese lunar calendar. */
export function lunarCommand(args: readonly string[]): Outcome {
  const { positionals } = parseOnce(args, { json: { type: 'boolean' } })
  const [given] = givenWords(positionals, ['DATE'], 'workdays lunar DATE [--json]')
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
