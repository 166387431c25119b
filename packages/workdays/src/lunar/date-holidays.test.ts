import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { dateOfLunar } from './lunar-date.ts'

// All years from 1900 to 2100 are in vectors/second-source.long.ts: it needs 30 ms for a year.
test('Tết and Hùng Kings of the years of the calendar are those of date-holidays', () => {
  const holidays = new Holidays('VN')
  for (let year = 2020; year <= 2035; year++) {
    const theirs = new Map(holidays.getHolidays(year).map(({ rule, date }) => [rule, date.slice(0, 10)]))
    const ours = (month: number, day: number) => dateOfLunar({ year, month, day, isLeapMonth: false })
    expect(ours(1, 1)).toBe(theirs.get('vietnamese 1-0-1'))
    expect(ours(3, 10)).toBe(theirs.get('vietnamese 3-0-10'))
  }
})
