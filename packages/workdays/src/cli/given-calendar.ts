import { readFileSync } from 'node:fs'
import { readExtraDays } from '../calendar/read-extra-days.ts'
import { readYearFile } from '../calendar/read-year-file.ts'
import { type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.ts'
import { WorkdaysError } from '../errors.ts'
import type { YearFile } from '../years/year-file.ts'
import { FileError, onFile } from './shell/file-error.ts'
import { readWhole } from './shell/whole-file.ts'

/** Options that every command with a calendar takes. */
export const calendarOptions = {
  years: { type: 'string', multiple: true },
  extra: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const calendarUsage = '[--years FILE]… [--extra FILE] [--json]'

/** A year or an organisation's days are some hundred letters. */
const mostBytes = 1 << 20

/** Editors on Windows put a mark before the text, which is none of JSON. */
const readText = (path: string) =>
  Buffer.from(path === '-' ? standardInput() : readWhole(path, mostBytes))
    .toString()
    .replace(/^\uFEFF/, '')

/** @throws FileError */
function standardInput(): Uint8Array {
  const bytes = onFile('read', '-', () => readFileSync(0))
  if (bytes.length > mostBytes) throw new FileError('read', '-', 'EFBIG')
  return bytes
}

interface Given {
  readonly years?: readonly string[] | undefined
  readonly extra?: string | undefined
}

/**
 * The calendar, with years that were announced since and an organisation's own days, from files where they are given.
 *
 * @throws WorkdaysError where their data are wrong, FileError
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
