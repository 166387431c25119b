/** In what a time limit (thời hạn) is counted. `same_day`: on the day, at the latest on the next working day. */
export type LimitUnit =
  | 'working_days'
  | 'days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'working_hours'
  | 'working_minutes'
  | 'hours'
  | 'minutes'
  | 'same_day'

/** A time limit of law. `amount` is whole and not negative; of `same_day` it is 1. */
export interface Limit {
  readonly amount: number
  readonly unit: LimitUnit
}

const hourMs = 3_600_000
const minuteMs = 60_000

/** The length of a limit that is counted by the clock, in milliseconds. */
export function limitMs({ amount, unit }: Limit): number {
  return amount * (unit === 'working_hours' || unit === 'hours' ? hourMs : minuteMs)
}

/** What is counted: whole working or calendar days, or milliseconds of working or clock time. */
export type CountedIn = 'working_days' | 'days' | 'working_ms' | 'ms'

export function countedIn(unit: LimitUnit): CountedIn {
  switch (unit) {
    case 'working_days':
    case 'same_day':
      return 'working_days'
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
      return 'days'
    case 'working_hours':
    case 'working_minutes':
      return 'working_ms'
    case 'hours':
    case 'minutes':
      return 'ms'
  }
}
