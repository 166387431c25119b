import type { PlainDate } from '../plain-date.ts'
import type { Instant } from '../vietnam-time.ts'
import type { Limit } from './limit.ts'

/** A day, or a time of that day. A limit in hours needs the time. */
export type Moment = PlainDate | Instant

/** For whom one waits while a limit stands still: who asked, or another agency. */
export type WaitingFor = 'citizen' | 'agency'

/** The time in which a limit stands still (tạm dừng), from the day on which it was sent back to that on which it came again. */
export interface Pause {
  readonly from: Moment
  /** Null while it lasts. */
  readonly to: Moment | null
  readonly waitingFor: WaitingFor
}

/** More time, counted from the end before (gia hạn). */
export interface Extension {
  readonly limit: Limit
  readonly reason: string
}

export interface DeadlineRequest {
  /** When it was received, or the day of the event. It is not counted itself: Civil Code 2015, art. 147(2). */
  readonly from: Moment
  readonly limit: Limit
  readonly pauses?: readonly Pause[]
  readonly extensions?: readonly Extension[]
  /** Limits in days end at 24:00 of their last day (Civil Code 2015, art. 148), or when the office closes. */
  readonly ends?: 'day' | 'close_of_office'
  /**
   * Of limits in working days: what comes after closing time or on a day off counts from the next working day on, unless it is
   * to count as it came.
   */
  readonly receipt?: 'next_working_day' | 'as_received'
}
