/** What went wrong, for a program to tell apart. Each has its sentences in `error-sentences.vi.ts` and `.en.ts`. */
export type WorkdaysErrorCode =
  | 'date_malformed'
  | 'instant_malformed'
  | 'out_of_calendar'
  | 'days_not_whole'
  | 'lengths_differ'
  | 'year_file_malformed'
  | 'year_twice'
  | 'years_with_gap'
  | 'day_outside_year'
  | 'day_twice'
  | 'tet_wrong'
  | 'national_day_wrong'
  | 'notice_missing'
  | 'swap_day_off_not_worked'
  | 'swap_make_up_day_worked'
  | 'swap_without_make_up_day'
  | 'extra_day_without_effect'
  | 'extra_days_malformed'
  | 'rest_wrong'
  | 'hours_malformed'
  | 'duration_malformed'
  | 'limit_malformed'
  | 'limit_not_positive'
  | 'limit_too_large'
  | 'limit_not_shareable'
  | 'shares_wrong'
  | 'pause_malformed'
  | 'pause_before_start'
  | 'needs_instant'
  | 'extension_wrong_unit'
  | 'pause_open_not_last'
  | 'lunar_out_of_range'
  | 'lunar_no_such_day'

type Details = Readonly<Record<string, string | number>>

/** An error of this library. `code` is stable; `details` hold what a sentence about it needs. */
export class WorkdaysError extends Error {
  override readonly name: string = 'WorkdaysError'
  readonly code: WorkdaysErrorCode
  readonly details: Details

  constructor(code: WorkdaysErrorCode, details: Details = {}) {
    const told = Object.entries(details).map(([key, value]) => ` ${key}=${value}`)
    super(`${code}${told.join('')}`)
    this.code = code
    this.details = details
  }
}

/** A day, or the end of a limit, lies where the calendar knows nothing: nothing is guessed there. */
export class OutOfCalendarError extends WorkdaysError {
  override readonly name = 'OutOfCalendarError'

  constructor(details: Details) {
    super('out_of_calendar', details)
  }
}
