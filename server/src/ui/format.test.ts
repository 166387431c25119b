import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  formatDate,
  formatDateInput,
  formatDaysAway,
  formatDaysLeft,
  formatInstant,
  formatLongDate,
  formatMonth,
  formatNumber,
  formatPercent,
  formatSize,
  parseDate,
  parseNumber,
} from './format.ts'

test.each([
  ['2022-05-18', '18/05/2022', '18 May 2022'],
  ['2022-12-01', '01/12/2022', '1 Dec 2022'],
])('the date %s is %s in Vietnamese and %s in English', (date, vi, en) => {
  expect(formatDate(date, 'vi')).toBe(vi)
  expect(formatDate(date, 'en')).toBe(en)
  expect(formatDateInput(date)).toBe(vi)
})

test('the day of the week is that of the calendar, on leap days and before 1970 too', () => {
  expect(formatLongDate('2022-05-18', 'vi')).toBe('Thứ Tư, 18/05/2022')
  expect(formatLongDate('2024-02-29', 'en')).toBe('Thursday, 29 Feb 2024')
  expect(formatLongDate('1945-09-02', 'vi')).toBe('Chủ nhật, 02/09/1945')
})

test('days between two dates count every day of the calendar', () => {
  expect(daysBetween('2022-05-18', '2022-12-31')).toBe(227)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2022-01-01', '2021-12-31')).toBe(-1)
})

test('what is not a date is refused, not guessed', () => {
  expect(() => formatDate('18/5/2022', 'vi')).toThrow(RangeError)
})

describe('a typed date', () => {
  test.each([
    ['18/5/2022', '2022-05-18'],
    [' 01-12-2022 ', '2022-12-01'],
    ['29.2.2024', '2024-02-29'],
    ['31/02/2026', null],
    ['29/02/2022', null],
    ['5/2022', null],
    ['18/5/22', null],
    ['', null],
  ])('%s is read as %s', (typed, date) => {
    expect(parseDate(typed)).toBe(date)
  })
})

test.each([
  [1234.5, '1.234,5', '1,234.5'],
  [1_000_000, '1.000.000', '1,000,000'],
  [0.126, '0,13', '0.13'],
  [-3, '-3', '-3'],
])('the number %d is %s in Vietnamese and %s in English', (value, vi, en) => {
  expect(formatNumber(value, 'vi')).toBe(vi)
  expect(formatNumber(value, 'en')).toBe(en)
})

test.each([
  ['1.234,5', 'vi', 1234.5],
  ['1234,5', 'vi', 1234.5],
  ['1,234.5', 'en', 1234.5],
  ['1.23.4', 'vi', null],
  ['12 vùng', 'vi', null],
  ['', 'vi', null],
] as const)('%s in %s is the number %s', (text, language, value) => {
  expect(parseNumber(text, language)).toBe(value)
})

test.each([
  [940 / 950, '98,9%', '98.9%'],
  [1, '100%', '100%'],
  [0.99996, '99,9%', '99.9%'],
  [0.00001, '0,1%', '0.1%'],
  [0, '0%', '0%'],
])('the share %d is never rounded to all or to nothing: %s', (ratio, vi, en) => {
  expect(formatPercent(ratio, 'vi')).toBe(vi)
  expect(formatPercent(ratio, 'en')).toBe(en)
})

test.each([
  [12, 'còn 12 ngày', '12 days left'],
  [1, 'còn 1 ngày', '1 day left'],
  [0, 'đến hạn hôm nay', 'due today'],
  [-3, 'chậm 3 ngày', '3 days late'],
])('%d days to the due date are said as %s', (days, vi, en) => {
  expect(formatDaysLeft(days, 'vi')).toBe(vi)
  expect(formatDaysLeft(days, 'en')).toBe(en)
})

test('a past and a coming day are told apart', () => {
  expect(formatDaysAway(-3, 'vi')).toBe('3 ngày trước')
  expect(formatDaysAway(0, 'vi')).toBe('hôm nay')
  expect(formatDaysAway(1, 'en')).toBe('in 1 day')
})

test('an instant is told by the clock of Vietnam', () => {
  expect(formatInstant('2022-05-18T09:43:00Z', 'vi')).toBe('16:43, 18/05/2022')
  expect(formatInstant(new Date('2022-05-18T20:00:00Z'), 'en')).toBe('03:00, 19 May 2022')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_240_000, '1,2 MB'],
  [85_000, '85 kB'],
])('%d bytes are %s', (size, text) => {
  expect(formatSize(size, 'vi')).toBe(text)
})

test('months have their short names', () => {
  expect(formatMonth(5, 'vi')).toBe('T5')
  expect(formatMonth(5, 'en')).toBe('May')
})
