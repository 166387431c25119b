import { WorkdaysError } from '../errors.ts'
import { findDayNumber, type PlainDate } from '../plain-date.ts'
import type { Notice, Swap, YearFile } from '../years/year-file.ts'

/**
 * Reads the file of a year, as an administrator writes it when the notice is out. Whether its days make sense is looked at
 * when a calendar is built.
 *
 * @param value what `JSON.parse` gave
 * @throws WorkdaysError `year_file_malformed` with the name of the part, `notice_missing`
 */
export function readYearFile(value: unknown): YearFile {
  const file = recordOf(value, '{ }')
  const { year, status, source } = file
  if (!Number.isInteger(year)) throw malformed('year')
  if (status !== 'announced' && status !== 'provisional') throw malformed('status')
  if (typeof source !== 'string') throw malformed('source')
  const shared = {
    year: year as number,
    source,
    tet: listOf(file.tet, 'tet', dateOf),
    nationalDayAdjacent: orNull(file.nationalDayAdjacent, 'nationalDayAdjacent', dateOf),
    swaps: listOf(file.swaps ?? [], 'swaps', swapOf),
    likely: listOf(file.likely ?? [], 'likely', dateOf),
  }
  if (status === 'provisional') return { ...shared, status }
  if (file.notice === undefined || file.notice === null)
    throw new WorkdaysError('notice_missing', { year: shared.year })
  return { ...shared, status, notice: noticeOf(file.notice) }
}

type Read<Value> = (value: unknown, what: string) => Value

function listOf<Value>(value: unknown, what: string, read: Read<Value>): readonly Value[] {
  if (!Array.isArray(value)) throw malformed(what)
  return value.map((one: unknown, at) => read(one, `${what}[${at}]`))
}

function orNull<Value>(value: unknown, what: string, read: Read<Value>): Value | null {
  return value === null ? null : read(value, what)
}

function dateOf(value: unknown, what: string): PlainDate {
  if (findDayNumber(value) === null) throw malformed(what)
  return value as PlainDate
}

function swapOf(value: unknown, what: string): Swap {
  const { dayOff, makeUpDay } = recordOf(value, what)
  return {
    dayOff: dateOf(dayOff, `${what}.dayOff`),
    makeUpDay: orNull(makeUpDay, `${what}.makeUpDay`, dateOf),
  }
}

function noticeOf(value: unknown): Notice {
  const { number, issuedOn } = recordOf(value, 'notice')
  if (typeof number !== 'string' || number.trim() === '') throw malformed('notice.number')
  return { number, issuedOn: dateOf(issuedOn, 'notice.issuedOn') }
}

function recordOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(what)
  return value as Readonly<Record<string, unknown>>
}

function malformed(what: string): WorkdaysError {
  return new WorkdaysError('year_file_malformed', { what })
}
