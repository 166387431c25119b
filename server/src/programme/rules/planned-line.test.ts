import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../../platform/time/plain-date.ts'
import { type Decimal, decimal } from './decimal.ts'
import { behindLine, isBehindLine, type PlannedLine, plannedValue, straightLine } from './planned-line.ts'
import { contains } from './spans.ts'
import type { Goal } from './targets.ts'

const assignedOn = plainDate('2022-03-15')
const dueOn = plainDate('2022-12-10')
const gte = (value: number): Goal => ({ operator: 'gte', value: decimal(value) })
const lte = (value: number): Goal => ({ operator: 'lte', value: decimal(value) })
const range: Goal = { operator: 'range', min: decimal(1), max: decimal(2) }

describe('the straight line', () => {
  test.each([
    ['grows from the baseline', gte(30), '10', ['10', '30']],
    ['grows from nothing where no baseline is declared', gte(30), null, ['0', '30']],
    ['goes to the minimum of a range', range, null, ['0', '1']],
    ['falls to what must not be exceeded', lte(5), '20', ['20', '5']],
    ['goes either way to an exact value', { operator: 'eq', value: decimal(3) } as Goal, '9', ['9', '3']],
    ['is none where the goal is reached already', gte(30), '30', null],
    ['is none where the goal is passed already', lte(5), '4', null],
    ['is none where nobody says from where to fall', lte(5), null, null],
    ['is none without a number', { operator: 'done' } as Goal, '0', null],
  ] as const)('%s', (_case, goal, baseline, values) => {
    const line = straightLine(goal, baseline === null ? null : decimal(baseline), assignedOn, dueOn)
    expect(line?.map(({ value }) => value) ?? null).toEqual(values)
  })

  test('needs a day to go in', () => {
    expect(straightLine(gte(30), null, dueOn, dueOn)).toBeNull()
  })
})

/** 100 days from 0 to 100, so that a day is a point and a tenth of the span is ten. */
const hundred: PlannedLine = [
  { on: plainDate('2022-01-01'), value: decimal(0) },
  { on: plainDate('2022-04-11'), value: decimal(100) },
]
const dayOf = (days: number) => addDays(plainDate('2022-01-01'), days)

describe('a confirmed value', () => {
  test.each([
    [0, 10, false],
    [0, 11, true],
    [50, 60, false],
    [50, 61, true],
    [90, 400, false],
    [89, 99, false],
    [89, 100, true],
    [0, -1, false],
  ])('of %i on day %i of 100 is more than a tenth behind: %s (design 8.15)', (value, day, behind) => {
    expect(isBehindLine(hundred, decimal(value), dayOf(day))).toBe(behind)
  })

  test('that nobody moves falls behind on a day that can be told in advance, and stays there', () => {
    expect(behindLine(hundred, decimal(50), { from: dayOf(0), to: null })).toEqual([
      { from: dayOf(61), to: null },
    ])
    expect(behindLine(hundred, decimal(50), { from: dayOf(0), to: dayOf(61) })).toEqual([])
    expect(behindLine(hundred, decimal(50), { from: dayOf(200), to: null })).toEqual([
      { from: dayOf(200), to: null },
    ])
  })

  test('is behind above the line where the way goes down', () => {
    const down: PlannedLine = [
      { on: dayOf(0), value: decimal(100) },
      { on: dayOf(100), value: decimal(0) },
    ]
    expect(isBehindLine(down, decimal(60), dayOf(50))).toBe(false)
    expect(isBehindLine(down, decimal('60.1'), dayOf(50))).toBe(true)
    expect(isBehindLine(down, decimal(10), dayOf(50))).toBe(false)
  })
})

test('the planned value is shown rounded', () => {
  expect(plannedValue(hundred, dayOf(37))).toBe('37')
  const third: PlannedLine = [
    { on: dayOf(0), value: decimal('-1') },
    { on: dayOf(3), value: decimal(0) },
  ]
  expect(plannedValue(third, dayOf(1))).toBe('-0.67')
  expect(plannedValue(third, dayOf(2), 0)).toBe('0')
  expect(plannedValue(third, dayOf(9))).toBe('0')
})

const anyValue: fc.Arbitrary<Decimal> = fc
  .integer({ min: -500, max: 1500 })
  .map((tenths) => decimal((tenths / 10).toFixed(1)))

/** Two to five points, some of them on the way back. */
const anyLine = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), anyValue), { minLength: 1, maxLength: 4 }),
    anyValue,
  )
  .map(([steps, start]): PlannedLine => {
    let day = 0
    const rest = steps.map(([days, value]) => {
      day += days
      return { on: dayOf(day), value }
    })
    return [{ on: dayOf(0), value: start }, ...rest] as unknown as PlannedLine
  })

test('the spans behind a line are those of the days taken one by one', () => {
  const during = fc.record({
    from: fc.integer({ min: -20, max: 200 }).map(dayOf),
    to: fc.option(fc.integer({ min: -10, max: 320 }).map(dayOf)),
  })
  fc.assert(
    fc.property(anyLine, anyValue, during, (line, confirmed, span) => {
      const spans = behindLine(line, confirmed, span)
      const days = Array.from({ length: 350 }, (_, index) => dayOf(index - 20))
      const behind = days.filter((on) => contains(span, on) && isBehindLine(line, confirmed, on))
      expect(days.filter((on) => spans.some((piece) => contains(piece, on)))).toEqual(behind)
    }),
  )
})
