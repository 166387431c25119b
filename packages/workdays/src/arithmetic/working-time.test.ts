import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../calendar/working-calendar.ts'
import { dayNumber, plainDateOf } from '../plain-date.ts'
import { minuteMs, parseInstant, startOfDay } from '../vietnam-time.ts'
import { isWorkingDay } from './working-days.ts'
import { addWorkingHours, isWorking, nextWorkingMoment, workingTimeBetween } from './working-time.ts'

const calendar = workingCalendar()
const at = parseInstant
const hours = (ms: number) => ms / 3_600_000

describe('working time', () => {
  test.each([
    ['2026-02-13T09:00', 8, '2026-02-23T09:00'],
    ['2026-02-13T08:00', 8, '2026-02-13T17:00'],
    ['2026-02-13T12:30', 4, '2026-02-13T17:00'],
    ['2026-02-13T20:00', 1.5, '2026-02-23T09:30'],
    ['2026-08-21T16:00', 2, '2026-08-22T09:00'],
    ['2026-02-14T10:00', 0, '2026-02-14T10:00'],
    ['2026-02-23T09:00', -8, '2026-02-13T09:00'],
    ['2026-02-13T17:00', -8, '2026-02-13T08:00'],
    ['2026-02-13T13:00', -4, '2026-02-13T08:00'],
    ['2026-02-23T08:00', -4, '2026-02-13T13:00'],
  ])('%s and %d working hours are %s', (from, count, to) => {
    expect(addWorkingHours(calendar, at(from), count)).toBe(at(to))
  })

  test.each([
    ['2026-02-13T07:59', false, '2026-02-13T08:00'],
    ['2026-02-13T08:00', true, '2026-02-13T08:00'],
    ['2026-02-13T12:00', false, '2026-02-13T13:00'],
    ['2026-02-13T16:59', true, '2026-02-13T16:59'],
    ['2026-02-13T17:00', false, '2026-02-23T08:00'],
    ['2026-08-22T10:00', true, '2026-08-22T10:00'],
    ['2026-08-31T10:00', false, '2026-09-03T08:00'],
  ])('%s is working time: %s, the next is %s', (text, works, next) => {
    expect(isWorking(calendar, at(text))).toBe(works)
    expect(nextWorkingMoment(calendar, new Date(at(text)))).toBe(at(next))
  })

  test('after the last hour that is known nothing is worked, and nothing is guessed', () => {
    expect(isWorking(calendar, at('2035-12-31T20:00'))).toBe(false)
    const beyond = expect.objectContaining({ code: 'out_of_calendar' })
    expect(() => nextWorkingMoment(calendar, at('2035-12-31T20:00'))).toThrow(beyond)
    expect(() => addWorkingHours(calendar, at('2035-12-31T16:00'), 2)).toThrow(beyond)
    expect(addWorkingHours(calendar, at('2035-12-31T16:00'), 1)).toBe(at('2035-12-31T17:00'))
    expect(() => addWorkingHours(calendar, at('2020-01-02T09:00'), -2)).toThrow(beyond)
    expect(addWorkingHours(calendar, at('2020-01-02T09:00'), -1)).toBe(at('2020-01-02T08:00'))
    expect(() => isWorking(calendar, at('2036-01-01T09:00'))).toThrow(beyond)
  })

  test('is measured to the millisecond; what is no number or no time is refused', () => {
    expect(workingTimeBetween(calendar, at('2026-02-13T08:00:00.001'), at('2026-02-13T08:00:01'))).toBe(999)
    const wrong = expect.objectContaining({ code: 'duration_malformed' })
    expect(() => addWorkingHours(calendar, at('2026-02-13T08:00'), Number.NaN)).toThrow(wrong)
    expect(() => isWorking(calendar, Number.NaN)).toThrow(
      expect.objectContaining({ code: 'instant_malformed' }),
    )
    expect(() => isWorking(calendar, new Date('hôm nay'))).toThrow(
      expect.objectContaining({ code: 'instant_malformed' }),
    )
  })

  const [first, last] = [at('2021-01-01T00:00'), at('2034-12-31T00:00')]
  const anyInstant = fc.integer({ min: Math.floor(first / 1000), max: last / 1000 }).map((s) => s * 1000)
  const anyMs = fc.integer({ min: -200 * 3600, max: 200 * 3600 }).map((seconds) => seconds * 1000)

  test('what is added is what lies between', () => {
    fc.assert(
      fc.property(anyInstant, anyMs, (from, ms) => {
        const to = addWorkingHours(calendar, from, hours(ms))
        expect(workingTimeBetween(calendar, from, to)).toBe(ms)
        expect(workingTimeBetween(calendar, to, from)).toBe(0 - ms)
      }),
    )
  })

  test('the end is the first moment by which so much has passed', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 100 * 3600 }), (from, seconds) => {
        const to = addWorkingHours(calendar, from, seconds / 3600)
        expect(workingTimeBetween(calendar, from, to - 1)).toBe(seconds * 1000 - 1)
      }),
    )
  })

  test('adds up over any moment between', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyInstant, (a, b, c) => {
        const [one, two] = [workingTimeBetween(calendar, a, b), workingTimeBetween(calendar, b, c)]
        expect(one + two).toBe(workingTimeBetween(calendar, a, c))
      }),
    )
  })

  test('is what a walk from minute to minute counts', () => {
    const minutes = fc.integer({ min: dayNumber('2026-01-01') * 1440, max: dayNumber('2026-12-01') * 1440 })
    const isOffice = (minute: number) => (minute >= 480 && minute < 720) || (minute >= 780 && minute < 1020)
    fc.assert(
      fc.property(minutes, fc.nat(3 * 1440), (start, length) => {
        let walked = 0
        for (let minute = start; minute < start + length; minute++)
          if (isWorkingDay(calendar, plainDateOf(Math.floor(minute / 1440))) && isOffice(minute % 1440))
            walked += 1
        const from = startOfDay(0) + start * minuteMs
        expect(workingTimeBetween(calendar, from, from + length * minuteMs)).toBe(walked * minuteMs)
      }),
      { numRuns: 30 },
    )
  })
})

describe('hours of an organisation', () => {
  const own = workingCalendar({
    hours: {
      usual: ['07:30-11:30', '13:30-17:00'],
      seasons: [
        { from: '11-01', to: '02-28', hours: ['08:00-12:00', '13:00-16:30'] },
        { from: '07-01', to: '07-31', hours: ['06:00-12:00'] },
      ],
    },
    extraDays: [
      { date: '2026-03-07', works: true, name: 'Thứ Bảy tiếp dân', hours: ['07:30-11:30'] },
      { date: '2026-03-09', works: false, name: 'Nghỉ bão' },
    ],
  })
  const dayHours = (date: string) => hours(workingTimeBetween(own, at(`${date}T00:00`), at(`${date}T24:00`)))

  test.each([
    ['2026-03-02', 7.5],
    ['2026-02-27', 7.5],
    ['2026-07-01', 6],
    ['2026-07-31', 6],
    ['2026-08-03', 7.5],
    ['2026-03-07', 4],
    ['2026-03-09', 0],
    ['2026-03-08', 0],
  ])('%s has %d hours', (date, count) => {
    expect(dayHours(date)).toBe(count)
  })

  test('change with the season, over New Year too', () => {
    expect(nextWorkingMoment(own, at('2026-10-30T06:00'))).toBe(at('2026-10-30T07:30'))
    expect(nextWorkingMoment(own, at('2026-11-02T06:00'))).toBe(at('2026-11-02T08:00'))
    expect(nextWorkingMoment(own, at('2027-01-04T06:00'))).toBe(at('2027-01-04T08:00'))
    expect(addWorkingHours(own, at('2026-06-30T16:00'), 2)).toBe(at('2026-07-01T07:00'))
    expect(addWorkingHours(own, at('2026-03-06T16:00'), 5.5)).toBe(at('2026-03-10T08:00'))
  })

  test.each([
    [{ usual: [] }],
    [{ usual: ['8:00-12:00'] }],
    [{ usual: ['12:00-08:00'] }],
    [{ usual: ['08:00-12:00', '11:00-17:00'] }],
    [{ usual: ['08:00-24:30'] }],
    [{ usual: ['08:00-12:00'], seasons: [{ from: '13-01', to: '02-01', hours: ['08:00-09:00'] }] }],
    [{ usual: ['08:00-12:00'], seasons: [{ from: '01-01', to: '02-01', hours: [] }] }],
  ])('are refused: %j', (wrong) => {
    expect(() => workingCalendar({ hours: wrong })).toThrow(
      expect.objectContaining({ code: 'hours_malformed' }),
    )
  })
})
