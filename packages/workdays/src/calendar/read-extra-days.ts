import { WorkdaysError } from '../errors.ts'
import { findDayNumber } from '../plain-date.ts'
import type { ExtraDay } from './working-calendar.ts'

/**
 * Reads an organisation's own days: a JSON list of `{ "date", "works", "name", "hours"? }`.
 *
 * @throws WorkdaysError `extra_days_malformed` with the place in the list
 */
export function readExtraDays(json: string): readonly ExtraDay[] {
  const list = parsed(json)
  if (!Array.isArray(list)) throw malformed('[ ]')
  return list.map((entry: unknown, at) => extraDay(entry, `[${at}]`))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw malformed('JSON')
  }
}

function extraDay(entry: unknown, place: string): ExtraDay {
  if (typeof entry !== 'object' || entry === null) throw malformed(place)
  const { date, works, name, hours } = entry as Readonly<Record<string, unknown>>
  if (typeof date !== 'string' || findDayNumber(date) === null) throw malformed(`${place}.date`)
  if (typeof works !== 'boolean') throw malformed(`${place}.works`)
  if (typeof name !== 'string') throw malformed(`${place}.name`)
  if (hours === undefined) return { date, works, name }
  if (!Array.isArray(hours) || !hours.every((one) => typeof one === 'string'))
    throw malformed(`${place}.hours`)
  return { date, works, name, hours }
}

function malformed(what: string): WorkdaysError {
  return new WorkdaysError('extra_days_malformed', { what })
}
