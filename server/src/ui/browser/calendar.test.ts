import { expect, test } from 'vitest'
import { isoDate, readTyped, weeksOf, writeTyped } from './calendar.ts'

test('a month is shown in whole weeks from Monday on', () => {
  const weeks = weeksOf(2022, 5)
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.[0]).toBe('2022-04-25')
  expect(weeks.at(-1)?.[6]).toBe('2022-06-05')
  expect(weeks.flat()).toContain('2022-05-18')
})

test('a February that begins on a Monday fills four weeks', () => {
  expect(weeksOf(2021, 2)).toHaveLength(4)
})

test('a day beyond its month is one of the next', () => {
  expect(isoDate(2022, 12, 32)).toBe('2023-01-01')
  expect(isoDate(2022, 3, 0)).toBe('2022-02-28')
})

test('what is typed is read only where the day exists', () => {
  expect(readTyped('18/5/2022')).toBe('2022-05-18')
  expect(readTyped('31/02/2026')).toBeNull()
  expect(readTyped('2022-05-18')).toBeNull()
  expect(writeTyped('2022-05-18')).toBe('18/05/2022')
})
