import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayNumber, findDayNumber, plainDateOf, weekdayOf } from './plain-date.ts'
import { clockOf, dayOfInstant, parseInstant, startOfDay } from './vietnam-time.ts'

describe('dates', () => {
  test('are those of the language, over four hundred years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 150_000 }), (day) => {
        const utc = new Date(day * 86_400_000)
        expect(plainDateOf(day)).toBe(utc.toISOString().slice(0, 10))
        expect(dayNumber(plainDateOf(day))).toBe(day)
        expect(weekdayOf(day) % 7).toBe(utc.getUTCDay())
      }),
    )
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00',
    '2026/01/01',
    '',
    ' 026-01-01',
  ])('refuses “%s”', (text) => {
    expect(findDayNumber(text)).toBeNull()
    expect(() => dayNumber(text)).toThrow(expect.objectContaining({ code: 'date_malformed' }))
  })

  test.each([null, undefined, 20_000, new Date(0)])('refuses %s, which is no text', (value) => {
    expect(findDayNumber(value)).toBeNull()
  })

  // Civil Code 2015, art. 148: the same day of the month, or its last where there is none.
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-15', 2, '2026-03-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(plainDateOf(addMonths(dayNumber(from), months))).toBe(to)
  })
})

describe('instants', () => {
  test.each([
    ['2026-02-13T09:30+07:00', '2026-02-13T02:30:00.000Z'],
    ['2026-02-13T09:30', '2026-02-13T02:30:00.000Z'],
    ['2026-02-13 09:30:15.5', '2026-02-13T02:30:15.500Z'],
    ['2026-02-13T02:30Z', '2026-02-13T02:30:00.000Z'],
    ['2026-02-12T22:30-04:00', '2026-02-13T02:30:00.000Z'],
    ['2026-02-13T24:00', '2026-02-13T17:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(utc)
  })

  test.each(['2026-02-13', '2026-02-13T24:01', '2026-02-13T09:60', '2026-02-13T09:30+15:00', 'hôm nay'])(
    'refuses “%s”',
    (text) => {
      expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'instant_malformed' }))
    },
  )

  test('belong to the day in Vietnam, which begins at 17:00 UTC', () => {
    expect(plainDateOf(dayOfInstant(Date.parse('2026-02-12T16:59:59.999Z')))).toBe('2026-02-12')
    expect(plainDateOf(dayOfInstant(Date.parse('2026-02-12T17:00:00Z')))).toBe('2026-02-13')
    expect(startOfDay(dayNumber('2026-02-13'))).toBe(Date.parse('2026-02-12T17:00:00Z'))
    expect(clockOf(Date.parse('2026-02-12T17:05:00Z'))).toBe('00:05')
  })
})
