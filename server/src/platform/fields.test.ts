import { expect, test } from 'vitest'
import { optionalDecimal } from './fields.ts'

test.each([
  ['1.234,5', 1234.5],
  ['98,9', 98.9],
  ['0,123456', 0.123456],
  [98.9, 98.9],
  ['', null],
  [null, null],
])('reads a number as it is typed or sent: %s', (typed, read) => {
  expect(optionalDecimal().parse(typed)).toBe(read)
})

test.each(['1,1234567', 'một', '1.23.4', 0.0000001, Number.NaN, '1'.repeat(13)])('refuses %s', (typed) => {
  expect(optionalDecimal().safeParse(typed).success).toBe(false)
})
