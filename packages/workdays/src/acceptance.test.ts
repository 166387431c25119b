import { expect, test } from 'vitest'
import {
  addWorkingDays,
  dateOfLunar,
  deadline,
  isWorkingDay,
  lunarDateOf,
  parseLimit,
  workingCalendar,
  workingDayFrom,
} from './index.ts'

// Specification of the calendar, section 7, by number.
const calendar = workingCalendar()

const dueOn = (from: string, limit: string) => deadline(calendar, { from, limit: parseLimit(limit) }).dueOn

test('1: received Friday 2026-02-13, five working days are due on Friday 2026-02-27', () => {
  expect(dueOn('2026-02-13', '5 ngày làm việc')).toBe('2026-02-27')
  expect(addWorkingDays(calendar, '2026-02-13', 5)).toBe('2026-02-27')
})

test('2: received Thursday 2026-08-20, three working days count the Saturday that is worked', () => {
  expect(isWorkingDay(calendar, '2026-08-22')).toBe(true)
  expect(dueOn('2026-08-20', '3 ngày làm việc')).toBe('2026-08-24')
})

test('3: received Wednesday 2026-08-26, three working days pass over National Day', () => {
  expect(dueOn('2026-08-26', '3 ngày làm việc')).toBe('2026-09-03')
})

test('4: sixty calendar days from 2025-12-03 end on a Sunday and move to Monday', () => {
  const sixty = deadline(calendar, { from: '2025-12-03', limit: parseLimit('60 ngày') })
  expect(sixty).toMatchObject({ movedFrom: '2026-02-01', dueOn: '2026-02-02', provisional: false })
})

test('5: one working day from Monday 2026-11-23 passes over 24 November', () => {
  expect(dueOn('2026-11-23', '1 ngày làm việc')).toBe('2026-11-25')
})

test('6: in 2023 three holidays in a row chain their days in lieu to Wednesday', () => {
  expect(workingDayFrom(calendar, '2023-04-29')).toBe('2023-05-04')
  expect(dueOn('2023-04-28', '1 ngày làm việc')).toBe('2023-05-04')
})

test('7: the lunar year 2030 begins on 2030-02-02; leap months of 2020, 2023, 2025, 2028', () => {
  expect(dateOfLunar({ year: 2030, month: 1, day: 1, isLeapMonth: false })).toBe('2030-02-02')
  const leap = { 2020: 4, 2023: 2, 2025: 6, 2028: 5 }
  for (const [year, month] of Object.entries(leap)) {
    const first = dateOfLunar({ year: Number(year), month, day: 1, isLeapMonth: true })
    expect(lunarDateOf(first)).toEqual({ year: Number(year), month, day: 1, isLeapMonth: true })
    const other = { year: Number(year), month: month + 1, day: 1, isLeapMonth: true }
    expect(() => dateOfLunar(other)).toThrow(expect.objectContaining({ code: 'lunar_no_such_day' }))
  }
})

test('8: a limit across Tết or National Day of a year without notice is provisional', () => {
  const across = (from: string) => deadline(calendar, { from, limit: parseLimit('10 ngày làm việc') })
  for (let year = 2027; year <= 2035; year++) {
    expect(across(`${year}-08-25`)).toMatchObject({ provisional: true })
    expect(across(`${year}-08-25`).because.map(({ reason }) => reason)).toContain('national_day')
    const beforeTet = addWorkingDays(
      calendar,
      dateOfLunar({ year, month: 1, day: 1, isLeapMonth: false }),
      -5,
    )
    expect(across(beforeTet).because.map(({ reason }) => reason)).toContain('tet')
    expect(across(`${year}-06-01`)).toMatchObject({ provisional: false, because: [] })
  }
  expect(across('2026-02-10')).toMatchObject({ provisional: false, because: [] })
})
