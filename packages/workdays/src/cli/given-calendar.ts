import { readExtraDays } from '../calendar/read-extra-days.ts'
import { readYearFile } from '../calendar/read-year-file.ts'
import { type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import type { YearFile } from '../years/year-file.ts'
import { readText } from './read-text.ts'

/** Options that every command with a calendar takes. */
export const calendarOptions = {
  years: { type: 'string', multiple: true },
  extra: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const calendarUsage = '[--years FILE]… [--extra FILE] [--json]'

interface Given {
  readonly years?: readonly string[] | undefined
  readonly extra?: string | undefined
}

/**
 * The calendar, with years that were announced since and an organisation's own days, from files where they are given.
 *
 * @throws WorkdaysError where their data are wrong, and what the file system throws
 */
export function givenCalendar({ years = [], extra }: Given): WorkingCalendar {
  return workingCalendar({
    years: years.map(yearFrom),
    extraDays: extra === undefined ? [] : readExtraDays(readText(extra)),
  })
}

function yearFrom(path: string): YearFile {
  const text = readText(path)
  try {
    return readYearFile(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new WorkdaysError('year_file_malformed', { what: 'JSON' })
  }
}
