import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specialDaysOf } from '../calendar/days-of-year.ts'
import { workingCalendar } from '../calendar/working-calendar.ts'
import { dayNumber, type PlainDate, plainDateOf, weekdayOf } from '../plain-date.ts'
import { datesAfter, walkDays } from '../testing/walk-days.ts'
import { addWorkingDaysToMany, countWorkingDaysOfMany } from './many.ts'
import { openPeriods } from './open-periods.ts'
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts'

const calendar = workingCalendar()
const [first, last] = [dayNumber('2020-12-01'), dayNumber('2034-12-31')]
const anyDate = fc.integer({ min: first, max: last }).map(plainDateOf)
const anyDays = fc.integer({ min: -200, max: 200 })

/** Made from the list of special days alone, by none of the tables. */
const special = new Map(
  Array.from({ length: 16 }, (_, at) => 2020 + at)
    .flatMap((year) => specialDaysOf(calendar, year))
    .map(({ date, works }) => [date, works]),
)
const works = (date: PlainDate) => special.get(date) ?? weekdayOf(dayNumber(date)) < 6

const open = openPeriods(calendar, '2020-01-01', '2035-12-31')
const isOpen = (date: PlainDate) => open.some(({ from, to }) => from <= date && date <= to)

describe('working days', () => {
  test('are what a walk from day to day finds', () => {
    fc.assert(
      fc.property(anyDate, anyDays, (start, days) => {
        expect(addWorkingDays(calendar, start, days)).toBe(walkDays(works, start, days))
      }),
      { numRuns: 300 },
    )
  })

  test('a limit ends on a working day and counts back to itself', () => {
    fc.assert(
      fc.property(anyDate, anyDays, (start, days) => {
        const end = addWorkingDays(calendar, start, days)
        expect(countWorkingDays(calendar, start, end)).toBe(days)
        if (days !== 0) expect(isWorkingDay(calendar, end)).toBe(true)
      }),
    )
  })

  test('counting is what adding undoes, from any day to any day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -120, max: 120 }), (from, distance) => {
        const to = plainDateOf(dayNumber(from) + distance)
        const days = countWorkingDays(calendar, from, to)
        if (isWorkingDay(calendar, to) && days !== 0) expect(addWorkingDays(calendar, from, days)).toBe(to)
        // Forward the end is counted and the start is not; back, the other way round.
        const between = to > from ? datesAfter(from, to) : [to, ...datesAfter(to, from)].slice(0, -1)
        const counted = between.filter(works).length
        expect(days).toBe(to > from ? counted : 0 - counted)
      }),
    )
  })

  test('a later start or more days never end earlier', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDays, fc.nat(30), (one, other, days, more) => {
        const [early, late] = one <= other ? [one, other] : [other, one]
        // A limit of no days stays on its start, even where that is off.
        if (days !== 0)
          expect(addWorkingDays(calendar, early, days) <= addWorkingDays(calendar, late, days)).toBe(true)
        expect(addWorkingDays(calendar, one, days) <= addWorkingDays(calendar, one, days + more)).toBe(true)
      }),
    )
  })

  test('two limits one after the other are their sum', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(120), fc.nat(120), (start, one, other) => {
        const middle = addWorkingDays(calendar, start, one)
        expect(addWorkingDays(calendar, middle, other)).toBe(addWorkingDays(calendar, start, one + other))
      }),
    )
  })

  test('open periods are found exactly where a day of one lies after the start up to the end', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), (start, days) => {
        const end = addWorkingDays(calendar, start, days)
        expect(openPeriods(calendar, start, end).length > 0).toBe(datesAfter(start, end).some(isOpen))
        const back = addWorkingDays(calendar, start, -days)
        const before = back < start ? [back, ...datesAfter(back, start).slice(0, -1)] : []
        expect(openPeriods(calendar, start, back).length > 0).toBe(before.some(isOpen))
      }),
      { numRuns: 200 },
    )
  })

  test('many at once are each by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDate, anyDays), { maxLength: 20 }), (limits) => {
        const starts = Int32Array.from(limits, ([start]) => dayNumber(start))
        const days = Int32Array.from(limits, ([, count]) => count)
        const { ends, provisional } = addWorkingDaysToMany(calendar, starts, days)
        const single = limits.map(([start, count]) => addWorkingDays(calendar, start, count))
        expect([...ends].map(plainDateOf)).toEqual(single)
        expect([...provisional].map(Boolean)).toEqual(
          limits.map(([start], at) => openPeriods(calendar, start, single[at] ?? '').length > 0),
        )
        expect([...countWorkingDaysOfMany(calendar, starts, ends)]).toEqual([...days])
      }),
    )
  })
})

describe('beyond what the calendar knows', () => {
  const beyond = expect.objectContaining({
    name: 'OutOfCalendarError',
    code: 'out_of_calendar',
    details: { first: '2020-01-01', last: '2035-12-31' },
  })

  test.each([
    ['before the first year', () => addWorkingDays(calendar, '2019-12-31', 1)],
    ['after the last year', () => addWorkingDays(calendar, '2036-01-01', -1)],
    ['a limit that runs past the end', () => addWorkingDays(calendar, '2035-12-31', 1)],
    ['one that goes back past the beginning', () => addWorkingDays(calendar, '2020-01-02', -1)],
    ['one that is far too long', () => addWorkingDays(calendar, '2026-01-02', 1_000_000)],
    ['a count', () => countWorkingDays(calendar, '2026-01-02', '2036-01-01')],
    ['many at once', () => addWorkingDaysToMany(calendar, Int32Array.of(0), Int32Array.of(1))],
    ['many that run past', () => addWorkingDaysToMany(calendar, Int32Array.of(last), Int32Array.of(900))],
    ['many counts', () => countWorkingDaysOfMany(calendar, Int32Array.of(0), Int32Array.of(1))],
  ])('nothing is guessed: %s', (_, act) => {
    expect(act).toThrow(beyond)
  })

  test('what lies on the very edge is known', () => {
    expect(addWorkingDays(calendar, '2020-01-01', 1)).toBe('2020-01-02')
    expect(addWorkingDays(calendar, '2035-12-28', 1)).toBe('2035-12-31')
    expect(addWorkingDays(calendar, '2035-12-31', 0)).toBe('2035-12-31')
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no number of days', (days) => {
    expect(() => addWorkingDays(calendar, '2026-01-05', days)).toThrow(
      expect.objectContaining({ code: 'days_not_whole' }),
    )
  })

  test('lists of two lengths are refused', () => {
    expect(() => addWorkingDaysToMany(calendar, Int32Array.of(last), Int32Array.of())).toThrow(
      expect.objectContaining({ code: 'lengths_differ' }),
    )
  })
})
