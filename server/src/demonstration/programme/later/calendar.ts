import { compareDates, type PlainDate } from '../../../platform/time/plain-date.ts'
import { reportPeriods } from '../../../programme/import/index.ts'
import { dayOf } from '../filling/dates.ts'

/** The last day of which the demonstration tells. */
export const toldUntil = dayOf('12-31')

export const periodsOfYear = reportPeriods(2022)

/** Something that happens on a day. What is planned is carried out in the order of the days. */
export interface Planned {
  readonly on: PlainDate
  readonly act: () => void
}

/** From when to when a work is carried out; it may be paused in between. */
export interface Course {
  readonly from: PlainDate
  /** When its completion is reported, or it ends otherwise; null where the year ends before that. */
  readonly until: PlainDate | null
  readonly paused: { readonly from: PlainDate; readonly to: PlainDate } | null
}

/** Carries out what was planned, day by day. */
export function carryOut(planned: readonly Planned[]): void {
  for (const { act } of planned.toSorted((a, b) => compareDates(a.on, b.on))) act()
}
