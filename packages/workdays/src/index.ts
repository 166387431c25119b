// Working days, working hours and time limits of law in Vietnam. docs/design.md says how it is made.
export { type OpenPeriod, openPeriods } from './arithmetic/open-periods.ts'
export {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  workingDayFrom,
} from './arithmetic/working-days.ts'
export {
  type CalendarOptions,
  type ExtraDay,
  type WorkingCalendar,
  workingCalendar,
} from './calendar/working-calendar.ts'
export type { DayHours, SeasonalHours, WorkingHours } from './calendar/working-hours.ts'
export { errorSentence } from './error-sentence.ts'
export { OutOfCalendarError, WorkdaysError, type WorkdaysErrorCode } from './errors.ts'
export { dateOfLunar, type LunarDate, lunarDateOf } from './lunar/lunar-date.ts'
export type { PlainDate, Weekday } from './plain-date.ts'
export type { Instant } from './vietnam-time.ts'
export { expectedYear, proposal2027, type TetChoice } from './years/expected.ts'
export type { Notice, Swap, YearFile, YearStatus } from './years/year-file.ts'
