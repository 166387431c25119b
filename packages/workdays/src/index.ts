// Working days, working hours and time limits of law in Vietnam. docs/design.md says how it is made.
export { addWorkingDaysToMany, countWorkingDaysOfMany, type ManyEnds } from './arithmetic/many.ts'
export { openPeriods } from './arithmetic/open-periods.ts'
export {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  workingDayFrom,
} from './arithmetic/working-days.ts'
export {
  addWorkingHours,
  isWorking,
  nextWorkingMoment,
  workingTimeBetween,
} from './arithmetic/working-time.ts'
export { type SpecialDay, specialDaysOf } from './calendar/days-of-year.ts'
export type { OpenPeriod } from './calendar/open-days.ts'
export { readExtraDays } from './calendar/read-extra-days.ts'
export { readYearFile } from './calendar/read-year-file.ts'
export {
  type CalendarOptions,
  type ExtraDay,
  type WorkingCalendar,
  workingCalendar,
} from './calendar/working-calendar.ts'
export {
  type DayHours,
  type SeasonalHours,
  standardHours,
  type WorkingHours,
} from './calendar/working-hours.ts'
export { errorSentence } from './error-sentence.ts'
export { OutOfCalendarError, WorkdaysError, type WorkdaysErrorCode } from './errors.ts'
export type { Amount, Deadline } from './limits/answer.ts'
export { deadline } from './limits/deadline.ts'
export type { CountedIn, Limit, LimitUnit } from './limits/limit.ts'
export { limitWords, parseLimit } from './limits/limit-words.ts'
export {
  type ChangedDay,
  type ChangedDeadline,
  changedDays,
  changedDeadlines,
  type StoredDeadline,
} from './limits/recompute.ts'
export type { DeadlineRequest, Extension, Moment, Pause, WaitingFor } from './limits/request.ts'
export { type ShareMethod, shareLimit, stepDeadlines } from './limits/shares.ts'
export { type TimeLeft, timeLeft } from './limits/time-left.ts'
export { type UsedTime, usedTime } from './limits/used-time.ts'
export type { CountedPause } from './limits/walk.ts'
export { dateOfLunar, type LunarDate, lunarDateOf } from './lunar/lunar-date.ts'
export { type DayNumber, dayNumber, type PlainDate, plainDateOf, type Weekday } from './plain-date.ts'
export { type Instant, parseInstant } from './vietnam-time.ts'
export { expectedYear, proposal2027, type TetChoice } from './years/expected.ts'
export type { Certainty, HolidayReason } from './years/holidays.ts'
export type { Notice, Swap, YearFile, YearStatus } from './years/year-file.ts'
