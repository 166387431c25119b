import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { dateOfLunar } from '../src/index.ts'

/** Thirty milliseconds a year, so that the tests of every day ask it for our own years alone. */
test('Tết and Hùng Kings from 1900 to 2100 as date-holidays has them, with exceptions that are known', {
  timeout: 300_000,
}, () => {
  const holidays = new Holidays('VN')
  const different = Array.from({ length: 201 }, (_, at) => 1900 + at).flatMap((year) => {
    const theirs = new Map(holidays.getHolidays(year).map(({ rule, date }) => [rule, date.slice(0, 10)]))
    const ours = (month: number, day: number) => dateOfLunar({ year, month, day, isLeapMonth: false })
    return [
      ...(ours(1, 1) === theirs.get('vietnamese 1-0-1') ? [] : [`${year} Tết`]),
      ...(ours(3, 10) === theirs.get('vietnamese 3-0-10') ? [] : [`${year} Hùng Kings`]),
    ]
  })
  expect(different).toEqual([
    // Before 1968 it follows other zones than UTC+7: these new moons lie in the last hour of our day.
    '1903 Tết',
    '1903 Hùng Kings',
    '1916 Tết',
    '1916 Hùng Kings',
    // It takes the day of the leap month.
    '1917 Hùng Kings',
    '1935 Tết',
    '1939 Hùng Kings',
    '1965 Tết',
    // It is a day early, with new moons at 07:40 and 09:09, far from midnight; the other source agrees with us.
    '2050 Hùng Kings',
    '2083 Hùng Kings',
  ])
})
