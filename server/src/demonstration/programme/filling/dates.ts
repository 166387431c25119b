import { addDays, daysBetween, type PlainDate, plainDate } from '../../../platform/time/plain-date.ts'
import type { Choices } from './random.ts'

/** A day of the programme's year, by month and day. */
export const dayOf = (monthDay: string): PlainDate => plainDate(`2022-${monthDay}`)

/** A day from `from` to `to`, both included; `from` itself where `to` lies before it. */
export function dayBetween(choices: Choices, from: PlainDate, to: PlainDate): PlainDate {
  return to <= from ? from : addDays(from, choices.whole(0, daysBetween(from, to)))
}

/** How much of the way from one day to another lies behind on a third, 0 to 1. */
export function shareOfWay(from: PlainDate, to: PlainDate, on: PlainDate): number {
  const whole = daysBetween(from, to)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(from, on) / whole))
}
