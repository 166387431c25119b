import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { OutOfCalendarError } from '../errors.ts'
import type { YearFile } from '../years/year-file.ts'
import { givenNumber } from './given.ts'

/** The year that was asked for. @throws UsageError, OutOfCalendarError */
export function givenYear(calendar: WorkingCalendar, text: string, usage: string): YearFile {
  const file = calendar.years.get(givenNumber(text, usage))
  if (file !== undefined) return file
  throw new OutOfCalendarError({ first: calendar.firstDate, last: calendar.lastDate })
}
