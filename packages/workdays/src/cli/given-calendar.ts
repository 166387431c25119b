import { readFileSync } from 'node:fs'
import { readExtraDays } from '../calendar/read-extra-days.ts'
import { type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.ts'

/** Options that every command with a calendar takes. */
export const calendarOptions = {
  extra: { type: 'string' },
  json: { type: 'boolean' },
} as const

/**
 * The calendar, with an organisation's own days from a file where one is given.
 *
 * @throws WorkdaysError where its data are wrong, and what the file system throws
 */
export function givenCalendar({ extra }: { readonly extra?: string | undefined }): WorkingCalendar {
  if (extra === undefined) return workingCalendar()
  return workingCalendar({ extraDays: readExtraDays(readFileSync(extra, 'utf8')) })
}
