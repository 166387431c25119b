import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, countWorkingDays, workingDayFrom } from '../arithmetic/working-days.ts'
import { addWorkingHours } from '../arithmetic/working-time.ts'
import { workingCalendar } from '../calendar/working-calendar.ts'
import { dayNumber, type PlainDate, plainDateOf } from '../plain-date.ts'
import { startOfDay } from '../vietnam-time.ts'
import { deadline } from './deadline.ts'
import type { Limit, LimitUnit } from './limit.ts'
import type { DeadlineRequest, Pause, WaitingFor } from './request.ts'
import { shareLimit, stepDeadlines } from './shares.ts'
import { usedTime } from './used-time.ts'

const calendar = workingCalendar()
const anyDate = fc.integer({ min: dayNumber('2020-06-01'), max: dayNumber('2033-12-31') }).map(plainDateOf)
const later = (date: PlainDate, days: number) => plainDateOf(dayNumber(date) + days)
const anyWaiting = fc.constantFrom<WaitingFor>('citizen', 'agency')

/** Pauses one after the other, from working day to working day: so many days after the last, so many days long. */
const anyPauses = fc.array(fc.tuple(fc.nat(8), fc.nat(12), anyWaiting), { maxLength: 4 })
function pausesFrom(
  start: PlainDate,
  drawn: readonly (readonly [number, number, WaitingFor])[],
): readonly Pause[] {
  let free = start
  return drawn.map(([gap, length, waitingFor]) => {
    const from = workingDayFrom(calendar, later(free, gap))
    free = workingDayFrom(calendar, later(from, length))
    return { from, to: free, waitingFor }
  })
}

describe('a deadline in working days', () => {
  const limitOf = (amount: number): Limit => ({ amount, unit: 'working_days' })

  test('is found by a walk that gives each day to who has it', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), anyPauses, (from, amount, drawn) => {
        const start = workingDayFrom(calendar, from)
        const pauses = pausesFrom(start, drawn)
        const found = deadline(calendar, { from, limit: limitOf(amount), pauses })
        const isHeld = (date: PlainDate) =>
          pauses.some(({ from: begins, to }) => begins < date && date <= (to ?? ''))
        let date = start
        for (let left = amount; left > 0; ) {
          date = addWorkingDays(calendar, date, 1)
          if (!isHeld(date)) left -= 1
        }
        // A pause that begins on the last day takes the end along.
        for (const { from: begins, to } of pauses) if (begins === date) date = to as PlainDate
        expect(found.dueOn).toBe(date)
      }),
      { numRuns: 300 },
    )
  })

  test('moves by exactly the working days of its pauses', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), anyPauses, (from, amount, drawn) => {
        const start = workingDayFrom(calendar, from)
        const { firstDueOn, dueOn, pauses } = deadline(calendar, {
          from,
          limit: limitOf(amount),
          pauses: pausesFrom(start, drawn),
        })
        const held = pauses.reduce((sum, one) => sum + (one.held ?? 0), 0)
        expect(dueOn).toBe(addWorkingDays(calendar, firstDueOn, held))
      }),
    )
  })

  test('an extension of so many days is a limit that is so much longer', () => {
    const anyAmount = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(anyDate, anyAmount, anyAmount, anyPauses, (from, amount, more, drawn) => {
        const pauses = pausesFrom(workingDayFrom(calendar, from), drawn)
        const extensions = [{ limit: limitOf(more), reason: 'r' }]
        const extended = deadline(calendar, { from, limit: limitOf(amount), extensions, pauses })
        expect(extended.dueOn).toBe(deadline(calendar, { from, limit: limitOf(amount + more), pauses }).dueOn)
      }),
    )
  })

  test('that is paused has left what a pause ending at once would leave', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), fc.nat(20), (from, amount, after) => {
        const start = workingDayFrom(calendar, from)
        const begins = workingDayFrom(calendar, later(start, after))
        const request = (to: PlainDate | null): DeadlineRequest => ({
          from,
          limit: limitOf(amount),
          pauses: [{ from: begins, to, waitingFor: 'citizen' }],
        })
        const [open, ended] = [deadline(calendar, request(null)), deadline(calendar, request(begins))]
        if (open.left === null) expect(open.dueOn).toBe(ended.dueOn)
        else expect(addWorkingDays(calendar, begins, open.left.amount)).toBe(ended.dueOn)
      }),
    )
  })

  test('the times of all sides add up to the time between', () => {
    fc.assert(
      fc.property(anyDate, anyPauses, fc.nat(60), (from, drawn, after) => {
        const start = workingDayFrom(calendar, from)
        const until = workingDayFrom(calendar, later(start, after))
        const request: DeadlineRequest = { from, limit: limitOf(5), pauses: pausesFrom(start, drawn) }
        const { own, citizen, agency } = usedTime(calendar, request, until)
        expect(own + citizen + agency).toBe(countWorkingDays(calendar, start, until))
        expect(Math.min(own, citizen, agency)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('any deadline', () => {
  const dayUnits: readonly LimitUnit[] = ['working_days', 'days', 'weeks', 'months', 'same_day']
  const anyLimit = fc.record({
    amount: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom(...dayUnits),
  })

  test('in days ends on a working day, not before its first end, and later limits not earlier', () => {
    fc.assert(
      fc.property(anyDate, anyLimit, anyPauses, (from, limit, drawn) => {
        const pauses = pausesFrom(workingDayFrom(calendar, from), drawn)
        const { dueOn, firstDueOn } = deadline(calendar, { from, limit, pauses })
        expect(workingDayFrom(calendar, dueOn ?? '')).toBe(dueOn)
        expect((dueOn ?? '') >= firstDueOn).toBe(true)
        const next = deadline(calendar, { from: later(from, 1), limit })
        expect(next.firstDueOn >= firstDueOn).toBe(true)
      }),
    )
  })

  test('in working hours moves by exactly the working time of a pause', () => {
    const minutes = fc.integer({ min: 0, max: 20 * 1440 })
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 80 }), minutes, minutes, (date, amount, gap, length) => {
        const from = startOfDay(dayNumber(date)) + 9 * 3_600_000
        const begins = from + gap * 60_000
        const pauses = [{ from: begins, to: begins + length * 60_000, waitingFor: 'agency' as const }]
        const found = deadline(calendar, { from, limit: { amount, unit: 'working_hours' }, pauses })
        const held = found.pauses[0]?.held ?? 0
        expect(found.dueAt).toBe(addWorkingHours(calendar, found.firstDueAt, held / 3_600_000))
      }),
    )
  })
})

describe('shares of steps', () => {
  const anyWeights = fc
    .array(fc.nat(50), { minLength: 1, maxLength: 8 })
    .filter((weights) => weights.some((weight) => weight > 0))
  const shareable: readonly LimitUnit[] = [
    'working_days',
    'days',
    'weeks',
    'working_hours',
    'hours',
    'minutes',
  ]
  const anyLimit = fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom(...shareable),
  })
  const anyMethod = fc.constantFrom('largest_remainder' as const, 'in_order' as const)

  test('add up to the limit, each within a unit of its part', () => {
    fc.assert(
      fc.property(anyLimit, anyWeights, anyMethod, (limit, weights, method) => {
        const parts = shareLimit(limit, weights, method)
        const units = { weeks: 7, working_hours: 60, hours: 60 } as Partial<Record<LimitUnit, number>>
        const whole = limit.amount * (units[limit.unit] ?? 1)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole)
        for (const [at, { amount }] of parts.entries()) {
          expect(amount).toBeGreaterThanOrEqual(0)
          const off = Math.abs(amount * total - whole * (weights[at] ?? 0))
          expect(off).toBeLessThanOrEqual(total)
        }
      }),
    )
  })

  test('end in order, the last with the whole, and a step is counted from the one before', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), anyWeights, (from, amount, weights) => {
        const limit: Limit = { amount, unit: 'working_days' }
        const parts = shareLimit(limit, weights)
        const steps = stepDeadlines(calendar, { from }, parts)
        expect(steps.at(-1)?.dueOn).toBe(deadline(calendar, { from, limit }).dueOn)
        let before = workingDayFrom(calendar, from)
        for (const [at, { dueOn }] of steps.entries()) {
          expect(dueOn).toBe(addWorkingDays(calendar, before, parts[at]?.amount ?? 0))
          before = dueOn ?? before
        }
      }),
    )
  })
})
