import { expect, test } from 'vitest'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import { ordinaryAdjustmentsUntil, reportPeriods, usualCalendar } from './periods.ts'

test('a year asks for five reports, each due five days after its data closes (section 3.5)', () => {
  expect(
    reportPeriods(2022).map(({ key, quarter, dataClosesOn, dueOn }) => [key, quarter, dataClosesOn, dueOn]),
  ).toEqual([
    ['q1', 1, '2022-03-31', '2022-04-05'],
    ['h1', 2, '2022-06-30', '2022-07-05'],
    ['m9', 3, '2022-09-30', '2022-10-05'],
    ['estimate', null, '2022-11-15', '2022-11-20'],
    ['final', 4, '2022-12-31', '2023-01-05'],
  ])
})

test('the periods follow one another without gap or overlap from the first day of the year', () => {
  const periods = reportPeriods(2024)
  expect(periods.map(({ opensOn }) => opensOn)).toEqual([
    '2024-01-01',
    ...periods.slice(0, -1).map(({ dataClosesOn }) => addDays(dataClosesOn, 1)),
  ])
})

test('a programme may set its own calendar, but not one that runs backwards', () => {
  const own = reportPeriods(2022, { ...usualCalendar, daysToReport: 10 })
  expect(own[0]?.dueOn).toBe('2022-04-10')
  const backwards = { ...usualCalendar, closes: { ...usualCalendar.closes, h1: '03-30' } }
  expect(() => reportPeriods(2022, backwards)).toThrow(RangeError)
  const none = { ...usualCalendar, closes: { ...usualCalendar.closes, q1: '02-30' } }
  expect(() => reportPeriods(2022, none)).toThrow(RangeError)
})

test('the nine months are the last point for ordinary adjustments', () => {
  expect(ordinaryAdjustmentsUntil(reportPeriods(2022), 2022)).toBe(plainDate('2022-09-30'))
  expect(ordinaryAdjustmentsUntil([], 2022)).toBe(plainDate('2022-12-31'))
})
