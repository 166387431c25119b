import { WorkdaysError } from '../errors.ts'
import type { Weekday } from '../plain-date.ts'

/** Saturday and Sunday, for bodies of state and party: decision 188/1999/QĐ-TTg. */
export const standardRest: readonly Weekday[] = [6, 7]

/** Notices swap days for those who rest on Saturday and Sunday; others have their own roster. */
export function followsNotices(rest: readonly Weekday[]): boolean {
  return rest.length === standardRest.length && standardRest.every((weekday) => rest.includes(weekday))
}

/** @throws WorkdaysError `rest_wrong` */
export function checkRest(rest: readonly Weekday[]): readonly Weekday[] {
  const isWeekday = (value: number) => Number.isInteger(value) && value >= 1 && value <= 7
  if (!rest.every(isWeekday) || new Set(rest).size !== rest.length || rest.length > 6)
    throw new WorkdaysError('rest_wrong')
  return [...rest].sort()
}
