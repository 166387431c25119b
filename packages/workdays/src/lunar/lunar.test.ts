import fc from 'fast-check'
import secondSource from 'vietnamese-lunar-calendar/build/solar-lunar/index.js'
import { describe, expect, test } from 'vitest'
import { WorkdaysError } from '../errors.ts'
import { civilOf, dayNumber, plainDateOf } from '../plain-date.ts'
import { dateOfLunar, lunarDateOf } from './lunar-date.ts'
import { lunarMonthsOf } from './lunar-year.ts'
import { newMoonJulian } from './new-moon.ts'
import { sunLongitude } from './sun.ts'

const day = (year: number, month: number, date: number, isLeapMonth = false) => ({
  year,
  month,
  day: date,
  isLeapMonth,
})

describe('the sky', () => {
  test('the new moon of Meeus, example 49.a, to a second', () => {
    expect(newMoonJulian(-283)).toBeCloseTo(2443192.65118, 5)
  })

  // Times of equinoxes and solstices as almanacs print them, to the minute.
  test.each([
    ['1950-12-22T10:13Z', 270],
    ['2000-12-21T13:37Z', 270],
    ['2020-03-20T03:50Z', 0],
    ['2024-12-21T09:21Z', 270],
    ['2025-03-20T09:01Z', 0],
  ])('the sun stands at %s where the almanac says', (time, degrees) => {
    const off = Math.abs(((sunLongitude(Date.parse(time)) - degrees + 540) % 360) - 180)
    // The sun moves 0.0007 degrees in a minute.
    expect(off).toBeLessThan(0.0007)
  })
})

describe('the Vietnamese lunar calendar', () => {
  // Specification of the calendar, section 4: first day of Tết, days of the twelfth month before it, Hùng Kings.
  test.each([
    [2020, '2020-01-25', 30, '2020-04-02'],
    [2021, '2021-02-12', 30, '2021-04-21'],
    [2022, '2022-02-01', 29, '2022-04-10'],
    [2023, '2023-01-22', 30, '2023-04-29'],
    [2024, '2024-02-10', 30, '2024-04-18'],
    [2025, '2025-01-29', 29, '2025-04-07'],
    [2026, '2026-02-17', 29, '2026-04-26'],
    [2027, '2027-02-06', 29, '2027-04-16'],
    [2028, '2028-01-26', 29, '2028-04-04'],
    [2029, '2029-02-13', 29, '2029-04-23'],
    [2030, '2030-02-02', 29, '2030-04-12'],
  ])('%i begins on %s after a month of %i days, Hùng Kings is %s', (year, tet, days, hungKings) => {
    expect(dateOfLunar(day(year, 1, 1))).toBe(tet)
    expect(lunarMonthsOf(year - 1).at(-1)?.days).toBe(days)
    expect(dateOfLunar(day(year, 3, 10))).toBe(hungKings)
  })

  test('differs from the Chinese one where a new moon lies between the midnights of the two zones', () => {
    // 1985: Tết was a month earlier in Vietnam. 2007 and 2030: a day.
    expect(dateOfLunar(day(1985, 1, 1))).toBe('1985-01-21')
    expect(dateOfLunar(day(2007, 1, 1))).toBe('2007-02-17')
    expect(dateOfLunar(day(2030, 1, 1))).toBe('2030-02-02')
  })

  test.each([
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2033, 11],
  ])('%i has a leap month after month %i', (year, month) => {
    expect(lunarMonthsOf(year).flatMap((one) => (one.isLeap ? [one.month] : []))).toEqual([month])
  })

  test('equals a second source on the first day of every month from 1900 to 2100, with six exceptions', () => {
    const months = Array.from({ length: 201 }, (_, at) => 1900 + at).flatMap((year) =>
      lunarMonthsOf(year).map((month) => ({ year, ...month })),
    )
    const different = months.filter((ours) => {
      const civil = civilOf(ours.firstDay)
      const theirs = secondSource.convertSolar2Lunar(civil.day, civil.month, civil.year, 7)
      return (
        theirs.date !== 1 ||
        theirs.month !== ours.month ||
        theirs.year !== ours.year ||
        theirs.isLeap !== ours.isLeap
      )
    })
    expect(months).toHaveLength(2486)
    expect(different.map(({ firstDay }) => plainDateOf(firstDay))).toEqual([
      // The autumn equinox of 1938 falls on midnight within a second: which of two months is the leap one, nobody can say.
      '1938-08-25',
      '1938-09-24',
      // The new moon is at 23:59:35 and 23:59:58; the source computes it to minutes.
      '1944-06-20',
      '1967-07-07',
      // At 23:58:48 and 23:59:50, by a forecast of the earth's rotation that is no better than a minute.
      '2072-12-09',
      '2077-11-15',
    ])
  })

  test('converts every day there and back', () => {
    const [first, last] = [dayNumber('1900-01-31'), dayNumber('2101-01-28')]
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (number) => {
        const date = plainDateOf(number)
        expect(dateOfLunar(lunarDateOf(date))).toBe(date)
      }),
      { numRuns: 300 },
    )
  })

  test('the days of a lunar year follow each other without a gap', () => {
    for (let year = 1900; year < 2100; year += 9) {
      const months = lunarMonthsOf(year)
      const end = months.reduce((next, { firstDay, days }) => {
        expect(firstDay).toBe(next)
        expect([29, 30]).toContain(days)
        return firstDay + days
      }, months[0]?.firstDay ?? 0)
      expect(end).toBe(lunarMonthsOf(year + 1)[0]?.firstDay)
    }
  })

  test.each([
    [day(2026, 12, 30), 'lunar_no_such_day'],
    [day(2026, 1, 0), 'lunar_no_such_day'],
    [day(2026, 4, 1, true), 'lunar_no_such_day'],
    [day(2026, 13, 1), 'lunar_no_such_day'],
    [day(1899, 1, 1), 'lunar_out_of_range'],
    [day(2101, 1, 1), 'lunar_out_of_range'],
  ])('refuses %j as %s', (lunar, code) => {
    expect(() => dateOfLunar(lunar)).toThrow(expect.objectContaining({ code }))
  })

  test('refuses dates beyond the years it computes', () => {
    for (const date of ['1900-01-30', '2101-01-29', '1066-10-14', '2500-01-01'])
      expect(() => lunarDateOf(date)).toThrow(WorkdaysError)
    expect(lunarDateOf('2101-01-28')).toMatchObject({ year: 2100, month: 12 })
  })
})
