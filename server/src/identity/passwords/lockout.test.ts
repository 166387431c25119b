import { describe, expect, test } from 'vitest'
import { countAttempt, type FailureCount, forgetAfterMs, freeFailures } from './lockout.ts'

const start = new Date('2026-11-24T03:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

const count = (failures: number, lockedUntil: Date | null = null): FailureCount => ({
  failures,
  lastFailedAt: start,
  lockedUntil,
})

describe('the lock-out', () => {
  test.each([
    ['a first failure', null, 1, null],
    ['a fourth failure', count(3), 4, null],
    ['a fifth failure', count(4), 5, 1],
    ['a sixth failure', count(5, later(0)), 6, 5],
    ['a seventh failure', count(6, later(0)), 7, 15],
    ['a hundredth failure', count(99, later(0)), 100, 15],
  ])('%s is counted and locks for its time', (_name, before, failures, minutes) => {
    expect(countAttempt(before, start)).toEqual({
      open: true,
      after: {
        failures,
        lastFailedAt: start,
        lockedUntil: minutes === null ? null : later(minutes),
      },
    })
  })

  test('an attempt while locked is refused and prolongs nothing', () => {
    const locked = count(6, later(5))
    expect(countAttempt(locked, later(4.99))).toEqual({ open: false, after: locked })
  })

  test('the lock is over at its very end', () => {
    expect(countAttempt(count(6, later(5)), later(5)).open).toBe(true)
  })

  test('after a day without failure the count starts again, not a moment before', () => {
    const old = count(freeFailures + 3, later(15))
    expect(countAttempt(old, new Date(start.getTime() + forgetAfterMs - 1)).after.failures).toBe(9)
    expect(countAttempt(old, new Date(start.getTime() + forgetAfterMs)).after.failures).toBe(1)
  })

  test('continuous guessing gives at most a hundred guesses a day', () => {
    let before: FailureCount | null = null
    let judged = 0
    for (let minute = 0; minute < 24 * 60; minute += 0.5) {
      const attempt = countAttempt(before, later(minute))
      before = attempt.after
      if (attempt.open) judged += 1
    }
    expect(judged).toBeGreaterThan(freeFailures)
    expect(judged).toBeLessThanOrEqual(105)
  })
})
