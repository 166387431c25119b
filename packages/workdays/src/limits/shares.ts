import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import type { Deadline } from './answer.ts'
import { deadline } from './deadline.ts'
import { countedIn, type Limit, limitMs } from './limit.ts'
import type { DeadlineRequest } from './request.ts'

/** `largest_remainder`: no step is off by a whole unit. `in_order`: every running sum is rounded, so that no step begins late. */
export type ShareMethod = 'largest_remainder' | 'in_order'

/**
 * Parts a limit among steps by their weights, in whole units (minutes of a limit in hours). The parts add up to the limit
 * exactly; a step may get nothing.
 *
 * @param weights whole numbers, none negative, one of them more than 0
 * @throws WorkdaysError `limit_not_shareable` for months, years and the same day, `shares_wrong`
 */
export function shareLimit(
  limit: Limit,
  weights: readonly number[],
  method: ShareMethod = 'largest_remainder',
): readonly Limit[] {
  const { amount, unit } = inSmallUnits(limit)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const areWeights = weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)
  if (!(areWeights && total > 0 && Number.isSafeInteger(total * amount)))
    throw new WorkdaysError('shares_wrong')
  const share = method === 'in_order' ? sharesInOrder : sharesByRemainder
  return share(amount, weights, total).map((part) => ({ amount: part, unit }))
}

function inSmallUnits(limit: Limit): Limit {
  switch (limit.unit) {
    case 'months':
    case 'years':
    case 'same_day':
      throw new WorkdaysError('limit_not_shareable', { unit: limit.unit })
    case 'weeks':
      return { amount: limit.amount * 7, unit: 'days' }
    case 'working_days':
    case 'days':
      return limit
    default:
      return {
        amount: limitMs(limit) / 60_000,
        unit: countedIn(limit.unit) === 'ms' ? 'minutes' : 'working_minutes',
      }
  }
}

function sharesInOrder(amount: number, weights: readonly number[], total: number): readonly number[] {
  let [weight, given] = [0, 0]
  return weights.map((one) => {
    weight += one
    // Half a unit goes to the earlier step.
    const until = Math.floor((2 * amount * weight + total) / (2 * total))
    const part = until - given
    given = until
    return part
  })
}

function sharesByRemainder(amount: number, weights: readonly number[], total: number): readonly number[] {
  const parts = weights.map((weight) => Math.floor((amount * weight) / total))
  const missing = amount - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (amount * weight) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  const lucky = new Set(byRemainder.slice(0, missing).map(({ at }) => at))
  return parts.map((part, at) => (lucky.has(at) ? part + 1 : part))
}

/**
 * The deadline of each step when the steps follow each other: that of the parts up to and with it, so that the last is that
 * of the whole. A pause moves the steps that were not over when it began.
 *
 * @param parts as `shareLimit` gives them, in the unit of one kind
 * @throws WorkdaysError as `deadline` does
 */
export function stepDeadlines(
  calendar: WorkingCalendar,
  request: Omit<DeadlineRequest, 'limit'>,
  parts: readonly Limit[],
): readonly Deadline[] {
  let amount = 0
  return parts.map((part) => {
    if (part.unit !== parts[0]?.unit) throw new WorkdaysError('shares_wrong')
    amount += part.amount
    return deadline(calendar, { ...request, limit: { amount, unit: part.unit } })
  })
}
