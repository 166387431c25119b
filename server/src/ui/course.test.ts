import { expect, test } from 'vitest'
import { datesOf, plannedOn, roundSteps, shareOfSpan, valueOn } from './course.ts'
import { strokesOf } from './kept-meter.tsx'

const planned = [
  { on: '2022-01-01', value: 0 },
  { on: '2022-01-11', value: 10 },
  { on: '2022-02-01', value: 10 },
]

test('the planned line runs straight between its points and flat outside', () => {
  expect(plannedOn(planned, '2021-12-01')).toBe(0)
  expect(plannedOn(planned, '2022-01-06')).toBe(5)
  expect(plannedOn(planned, '2022-01-20')).toBe(10)
  expect(plannedOn(planned, '2022-12-31')).toBe(10)
  expect(plannedOn([], '2022-12-31')).toBeNull()
})

test('a value holds until the next one', () => {
  const points = [
    { on: '2022-02-15', value: 0 },
    { on: '2022-04-12', value: 1 },
  ]
  expect(valueOn(points, '2022-02-14')).toBeNull()
  expect(valueOn(points, '2022-04-11')).toBe(0)
  expect(valueOn(points, '2022-04-12')).toBe(1)
})

test('dates outside the picture stay at its edges', () => {
  expect(shareOfSpan('2022-01-01', '2022-12-31', '2021-06-01')).toBe(0)
  expect(shareOfSpan('2022-01-01', '2022-12-31', '2023-06-01')).toBe(1)
  expect(shareOfSpan('2022-01-01', '2022-01-01', '2022-01-01')).toBe(0)
})

test.each([
  [0, 2, [0, 0.5, 1, 1.5, 2]],
  [0, 100, [0, 25, 50, 75, 100]],
  [0, 12, [0, 5, 10, 15]],
  [-3, 5, [-4, -2, 0, 2, 4, 6]],
])('from %d to %d the axis counts in round steps', (low, high, steps) => {
  expect(roundSteps(low, high)).toEqual(steps)
})

test('an axis of nothing but zero still ends', () => {
  expect(roundSteps(0, 0).length).toBeLessThanOrEqual(12)
})

test('each date is named once, in order', () => {
  expect(datesOf(planned, [{ on: '2022-01-11', value: 3 }])).toEqual([
    '2022-01-01',
    '2022-01-11',
    '2022-02-01',
  ])
})

test('the rim shows each promise where there are few', () => {
  const strokes = strokesOf(34, 48, [
    { value: 5, look: 'late' },
    { value: 9, look: 'open' },
  ])
  expect(strokes).toHaveLength(48)
  expect(strokes.filter((stroke) => stroke === 'kept')).toHaveLength(34)
  expect(strokes.filter((stroke) => stroke === 'late')).toHaveLength(5)
})

test('one broken promise among thousands is still seen, and so is one kept', () => {
  expect(strokesOf(9_999, 10_000, [])).toContain('open')
  expect(strokesOf(9_999, 10_000, [])).toHaveLength(60)
  expect(strokesOf(1, 10_000, [])).toContain('kept')
  expect(strokesOf(1, 10_000, [])).toHaveLength(60)
})

test('nothing due shows neither kept nor open promises', () => {
  expect(new Set(strokesOf(0, 0, []))).toEqual(new Set(['none']))
})
