import { expect, test } from 'vitest'
import { workingCalendar } from '../calendar/working-calendar.ts'
import { expectedYear } from '../years/expected.ts'
import type { YearFile } from '../years/year-file.ts'
import { deadline } from './deadline.ts'
import { parseLimit } from './limit-words.ts'
import { changedDays, changedDeadlines } from './recompute.ts'

const before = workingCalendar()
/** Announced with 1 + 4, which was not expected. Invented for the test. */
const announced: YearFile = {
  ...expectedYear(2027, '1+4'),
  status: 'announced',
  notice: { number: '0000/TB-BNV', issuedOn: '2026-12-15' },
}
const after = workingCalendar({ years: [announced] })

const stored = [
  ['not-near', '2027-03-01'],
  ['moved', '2027-01-29'],
  ['settled', '2027-08-30'],
  ['other-year', '2028-01-20'],
].map(([id = '', from = '']) => {
  const request = { from, limit: parseLimit('4 ngày làm việc') }
  const { dueAt, provisional } = deadline(before, request)
  return { id, request, dueAt, provisional }
})

test('a notice changes the days that it decides otherwise than was expected', () => {
  expect(changedDays(before, after)).toEqual([
    { date: '2027-02-04', works: true },
    { date: '2027-02-11', works: false },
  ])
  expect(changedDays(before, before)).toEqual([])
  expect(changedDays(before, workingCalendar({ years: [expectedYear(2036)] }))).toEqual([])
})

test('a notice moves some stored deadlines, settles others, and leaves the rest', () => {
  const changed = changedDeadlines(after, stored)
  expect(changed.map(({ id, hasMoved, now }) => [id, hasMoved, now.dueOn, now.provisional])).toEqual([
    ['moved', true, '2027-02-04', false],
    ['settled', false, '2027-09-07', false],
  ])
  expect(changed[0]?.before).toBe(stored[1]?.dueAt)
  expect(changedDeadlines(before, stored)).toEqual([])
})
