import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareDecimals,
  compareShare,
  decimal,
  parseDecimal,
  parseTypedDecimal,
  percentOf,
  sumDecimals,
  toCommonScale,
} from './decimal.ts'

test.each([
  ['1.500000', '1.5'],
  ['100', '100'],
  ['007', '7'],
  ['-0.0', '0'],
  ['0.000001', '0.000001'],
])('%s is kept as %s', (text, kept) => {
  expect(parseDecimal(text)).toBe(kept)
})

test.each(['', '.5', '5.', '1e3', 'NaN', '1,5', ' 1', '0.0000001', '1234567890123456'])(
  'refuses %j',
  (text) => {
    expect(parseDecimal(text)).toBeNull()
    expect(() => decimal(text)).toThrow(RangeError)
  },
)

describe('what a person types', () => {
  test.each([
    ['5.830', '5830'],
    ['14,2', '14.2'],
    ['1.234.567,25', '1234567.25'],
    ['1 234', '1234'],
    [' 98,9 ', '98.9'],
    ['-3', '-3'],
    ['1000', '1000'],
  ])('%j is %s', (typed, value) => {
    expect(parseTypedDecimal(typed)).toBe(value)
  })

  test.each(['14.2', '0.125', '1.23.456', '1.234 567', 'một', '', '1,2,3', '12,'])(
    '%j is refused',
    (typed) => {
      expect(parseTypedDecimal(typed)).toBeNull()
    },
  )
})

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
    const point = text.length - scale
    return decimal(
      `${digits < 0n ? '-' : ''}${text.slice(0, point)}${scale > 0 ? `.${text.slice(point)}` : ''}`,
    )
  })

describe('reckoning', () => {
  test('adds what floating point would not', () => {
    expect(sumDecimals([decimal('0.1'), decimal('0.2')])).toBe('0.3')
    expect(sumDecimals([])).toBe('0')
  })

  test('does not depend on the order of what is added', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal, { maxLength: 8 }), (values) => {
        expect(sumDecimals([...values].reverse())).toBe(sumDecimals(values))
      }),
    )
  })

  test('orders as whole numbers of one scale do', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const [x = 0n, y = 0n] = toCommonScale(a, b)
        expect(compareDecimals(a, b)).toBe(x === y ? 0 : x < y ? -1 : 1)
        expect(compareDecimals(a, b) === 0).toBe(a === b)
      }),
    )
  })
})

describe('a share', () => {
  test.each([
    [940, 950, '98.9'],
    [950, 950, '100'],
    [9_999, 10_000, '99.9'],
    [1, 100_000, '0.1'],
    [0, 10, '0'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [3, 2, '150'],
  ])('%i of %i is %s %%', (numerator, denominator, percent) => {
    expect(percentOf({ numerator, denominator })).toBe(percent)
  })

  test('of nothing is no number', () => {
    expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull()
  })

  test('is compared exactly, not as it is shown', () => {
    expect(compareShare({ numerator: 9_999, denominator: 10_000 }, decimal(100))).toBe(-1)
    expect(compareShare({ numerator: 9_999, denominator: 10_000 }, decimal('99.99'))).toBe(0)
    expect(compareShare({ numerator: 1, denominator: 3 }, decimal('33.3'))).toBe(1)
  })

  test('shows 100 only where nothing is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (denominator, less) => {
        const numerator = Math.max(0, denominator - less)
        expect(percentOf({ numerator, denominator }) === '100').toBe(numerator === denominator)
        expect(percentOf({ numerator, denominator }) === '0').toBe(numerator === 0)
      }),
    )
  })
})
