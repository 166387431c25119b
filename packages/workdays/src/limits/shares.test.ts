import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../calendar/working-calendar.ts'
import type { Limit } from './limit.ts'
import { parseLimit } from './limit-words.ts'
import { type ShareMethod, shareLimit, stepDeadlines } from './shares.ts'

const amounts = (limit: string, weights: readonly number[], method?: ShareMethod) =>
  shareLimit(parseLimit(limit), weights, method).map(({ amount }) => amount)

describe('a limit that is shared', () => {
  test('gives what is left over to the largest remainders, the earlier first', () => {
    expect(amounts('5 ngày làm việc', [1, 3, 1])).toEqual([1, 3, 1])
    expect(amounts('10 ngày', [1, 1, 1])).toEqual([4, 3, 3])
    expect(amounts('7 ngày làm việc', [10, 55, 35])).toEqual([1, 4, 2])
    expect(amounts('2 ngày làm việc', [1, 1, 1, 1])).toEqual([1, 1, 0, 0])
    expect(amounts('1 tuần', [1, 1])).toEqual([4, 3])
  })

  test('or rounds the running sum', () => {
    expect(amounts('10 ngày', [1, 1, 1], 'in_order')).toEqual([3, 4, 3])
    expect(amounts('2 ngày làm việc', [1, 1, 1, 1], 'in_order')).toEqual([1, 0, 1, 0])
  })

  test('is parted into minutes where it is in hours', () => {
    expect(shareLimit(parseLimit('8 giờ làm việc'), [1, 2])).toEqual([
      { amount: 160, unit: 'working_minutes' },
      { amount: 320, unit: 'working_minutes' },
    ])
    expect(shareLimit(parseLimit('1 giờ'), [1])).toEqual([{ amount: 60, unit: 'minutes' }])
  })

  test.each<[string, readonly number[], string]>([
    ['2 tháng', [1, 1], 'limit_not_shareable'],
    ['1 năm', [1, 1], 'limit_not_shareable'],
    ['the same day, at the latest the next working day', [1], 'limit_not_shareable'],
    ['5 ngày', [], 'shares_wrong'],
    ['5 ngày', [0, 0], 'shares_wrong'],
    ['5 ngày', [1, -1, 5], 'shares_wrong'],
    ['5 ngày', [0.5, 0.5], 'shares_wrong'],
    ['5 ngày', [Number.MAX_SAFE_INTEGER, 1], 'shares_wrong'],
  ])('is refused: %s by %j', (limit, weights, code) => {
    expect(() => amounts(limit, weights)).toThrow(expect.objectContaining({ code }))
  })
})

describe('steps', () => {
  const calendar = workingCalendar()
  const parts = shareLimit(parseLimit('5 ngày làm việc'), [1, 3, 1])
  const dues = (pauses: Parameters<typeof stepDeadlines>[1]['pauses'] = []) =>
    stepDeadlines(calendar, { from: '2026-03-02', pauses }, parts).map(({ dueOn }) => dueOn)

  test('have their own deadlines, the last that of the whole', () => {
    expect(dues()).toEqual(['2026-03-03', '2026-03-06', '2026-03-09'])
  })

  test('that were over when a pause began are not moved by it', () => {
    expect(dues([{ from: '2026-03-04', to: '2026-03-06', waitingFor: 'citizen' }])).toEqual([
      '2026-03-03',
      '2026-03-10',
      '2026-03-11',
    ])
  })

  test('are refused in units that do not add up', () => {
    const mixed: readonly Limit[] = [parseLimit('1 ngày'), parseLimit('1 ngày làm việc')]
    expect(() => stepDeadlines(calendar, { from: '2026-03-02' }, mixed)).toThrow(
      expect.objectContaining({ code: 'shares_wrong' }),
    )
  })
})
