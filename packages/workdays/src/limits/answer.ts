import type { OpenPeriod } from '../calendar/open-days.ts'
import type { PlainDate } from '../plain-date.ts'
import type { CountedIn } from './limit.ts'
import type { CountedPause } from './walk.ts'

/** How much of a limit is left, whole. */
export interface Amount {
  readonly amount: number
  readonly unit: CountedIn
}

/** When a limit ends, and what that rests on. */
export interface Deadline {
  readonly state: 'running' | 'paused'
  readonly receivedOn: PlainDate
  /** The day after which counting begins. */
  readonly countsFrom: PlainDate
  /** As it was promised on receipt, without pauses and extensions. */
  readonly firstDueOn: PlainDate
  readonly firstDueAt: number
  /** Null while a pause lasts. */
  readonly dueOn: PlainDate | null
  /** The last instant in time, milliseconds since 1970 in UTC: 24:00 is the beginning of the next day. */
  readonly dueAt: number | null
  /** The day off from which the end has moved, or null. */
  readonly movedFrom: PlainDate | null
  /** While a pause lasts: what was left when it began. */
  readonly left: Amount | null
  /** In the order in which they began. */
  readonly pauses: readonly CountedPause[]
  /** Whether days that are still to be chosen can move the end (tạm tính), and which. */
  readonly provisional: boolean
  readonly because: readonly OpenPeriod[]
}
