import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareDates,
  daysBetween,
  endOfQuarter,
  formatTypedDate,
  isPlainDate,
  type PlainDate,
  parsePlainDate,
  parseTypedDate,
  plainDate,
  plainDateOf,
  quarterOf,
} from './plain-date.ts'

const anyDate = fc.integer({ min: 0, max: 3_000_000 }).map((days) => addDays(plainDate('1000-01-01'), days))

describe('reading a date', () => {
  test.each(['2022-05-18', '2024-02-29', '1000-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parsePlainDate(text)).toBe(text)
    expect(isPlainDate(text)).toBe(true)
  })

  test.each([
    '2022-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-5-18',
    '18/05/2022',
    '2022-05-18T00:00:00Z',
    ' 2022-05-18',
    '0999-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parsePlainDate(text)).toBeNull()
    expect(isPlainDate(text)).toBe(false)
    expect(() => plainDate(text)).toThrow(RangeError)
  })

  test('refuses what is not text', () => {
    expect(isPlainDate(20220518)).toBe(false)
    expect(isPlainDate(null)).toBe(false)
  })

  test.each([
    ['18/05/2022', '2022-05-18'],
    ['18/5/2022', '2022-05-18'],
    [' 1/1/2022 ', '2022-01-01'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s as a person types it', (typed, date) => {
    expect(parseTypedDate(typed)).toBe(date)
  })

  // A date picker that turns 31/02 into 03/03 without a word is the fault that this must never have.
  test.each([
    '31/02/2026',
    '29/02/2022',
    '31/04/2022',
    '05/18/2022',
    '18/05/22',
    '18-05-2022',
    '0/1/2022',
    '',
  ])('refuses %j as typed', (typed) => {
    expect(parseTypedDate(typed)).toBeNull()
  })

  test('refuses parts that are not whole numbers of the calendar', () => {
    expect(plainDateOf(2022, 0, 1)).toBeNull()
    expect(plainDateOf(2022.5, 1, 1)).toBeNull()
    expect(plainDateOf(2022, 1, 1.5)).toBeNull()
  })
})

describe('counting days', () => {
  test.each([
    ['2022-12-31', 1, '2023-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-03-31', 5, '2022-04-05'],
    ['2022-01-01', -1, '2021-12-31'],
  ])('%s and %i days give %s', (from, days, to) => {
    expect(addDays(plainDate(from), days)).toBe(to)
  })

  test('does not leave the calendar', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(plainDate('2022-01-01'), 1e15)).toThrow(RangeError)
    expect(() => addDays(plainDate('2022-01-01'), 0.5)).toThrow(RangeError)
  })

  test('adding and counting undo each other, and order follows the text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const days = daysBetween(a, b)
        expect(addDays(a, days)).toBe(b)
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(-days) + 0)
        expect(parseTypedDate(formatTypedDate(a))).toBe(a)
      }),
    )
  })

  test('a quarter ends with the last of its days', () => {
    for (const quarter of [1, 2, 3, 4] as const) {
      const end: PlainDate = endOfQuarter(2022, quarter)
      expect(quarterOf(end)).toBe(quarter)
      expect(quarterOf(addDays(end, 1))).toBe((quarter % 4) + 1)
    }
  })
})
