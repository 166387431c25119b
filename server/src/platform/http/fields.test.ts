import { expect, test } from 'vitest'
import { z } from 'zod'
import { date, flag, lines, optionalDecimal, optionalUpload, whole } from './fields.ts'
import { readTyped } from './typed-values.ts'

const typedIn = (schema: z.ZodType, typed: unknown, dialect: 'form' | 'query' = 'form') =>
  schema.safeParse(readTyped(schema, typed, dialect))

test.each([
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['98,9', 98.9],
  ['12.34', 12.34],
  ['0,123456', 0.123456],
  ['', null],
  [null, null],
])('reads a number as it is typed: %s', (typed, read) => {
  expect(typedIn(optionalDecimal(), typed)).toMatchObject({ success: true, data: read })
})

test.each(['1,1234567', 'một', '1.23.4', '1'.repeat(13)])('refuses %s', (typed) => {
  expect(typedIn(optionalDecimal(), typed).success).toBe(false)
})

test.each([1.234, 12.34, 98.9, -3, 0])('a JSON number is a JSON number: %s', (value) => {
  expect(optionalDecimal().parse(value)).toBe(value)
})

test.each(['1.234', '12.34', '', 0.0000001, Number.NaN, 1e12, true])(
  'JSON does not carry %j for a number',
  (value) => {
    expect(optionalDecimal().safeParse(value).success).toBe(false)
  },
)

test.each([
  [date(), '18/05/2022'],
  [flag(), 'on'],
  [whole(1, 5), '3'],
  [lines(10, 5), 'a\nb'],
  [optionalUpload(), ['01900000-0000-7000-8000-000000000001']],
])('what only a form sends is refused in JSON', (schema, typed) => {
  expect(typedIn(schema, typed).success).toBe(true)
  expect(schema.safeParse(typed).success).toBe(false)
})

test('an address has the numbers of machines, not those of offices', () => {
  expect(typedIn(whole(1, 5000), '1.234', 'query').success).toBe(false)
  expect(typedIn(whole(1, 5000), '1234', 'query')).toMatchObject({ data: 1234 })
  expect(typedIn(date(), '18/05/2022', 'query').success).toBe(false)
})

test('a mark is found through what wraps it', () => {
  const schema = z.strictObject({ rows: z.array(z.union([whole(1, 9).describe('x'), date()])).nullish() })
  expect(typedIn(schema, { rows: ['7', '18/05/2022'] })).toMatchObject({ data: { rows: [7, '2022-05-18'] } })
})
