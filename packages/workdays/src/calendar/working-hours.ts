import { WorkdaysError } from '../errors.ts'
import { civilOf, type DayNumber } from '../plain-date.ts'

/** Spans of one day in order, `HH:MM-HH:MM` by the clock in Vietnam. */
export type DayHours = readonly string[]

/** Hours of a part of each year, both days included, as `MM-DD`; a season may run over New Year. */
export interface SeasonalHours {
  readonly from: string
  readonly to: string
  readonly hours: DayHours
}

/** When an organisation works on its working days. */
export interface WorkingHours {
  readonly usual: DayHours
  /** The first season that holds a day counts. */
  readonly seasons?: readonly SeasonalHours[]
}

/** Eight hours: Labour Code 2019, art. 105. Each body sets its own clock times. */
export const standardHours: WorkingHours = { usual: ['08:00-12:00', '13:00-17:00'] }

/** Minutes of the day at which working begins and ends, in turn. */
export type Spans = readonly number[]

const spanForm = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/
const dayForm = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** @throws WorkdaysError `hours_malformed` */
export function parseHours(hours: DayHours): Spans {
  const spans = hours.flatMap((text) => {
    const [, fromHour, fromMinute, toHour, toMinute] = spanForm.exec(text) ?? []
    return [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)]
  })
  const inOrder = spans.every((minute, at) => minute <= 1440 && (at === 0 || minute > (spans[at - 1] ?? 0)))
  if (spans.length === 0 || !inOrder) throw new WorkdaysError('hours_malformed', { text: hours.join(', ') })
  return spans
}

export function minutesOf(spans: Spans): number {
  return spans.reduce((sum, minute, at) => sum + (at % 2 === 0 ? -minute : minute), 0)
}

/** The spans of any day. @throws WorkdaysError `hours_malformed` */
export function hoursByDay({ usual, seasons = [] }: WorkingHours): (day: DayNumber) => Spans {
  const usualSpans = parseHours(usual)
  const parsed = seasons.map(({ from, to, hours }) => {
    for (const text of [from, to])
      if (!dayForm.test(text)) throw new WorkdaysError('hours_malformed', { text })
    return { from, to, spans: parseHours(hours) }
  })
  if (parsed.length === 0) return () => usualSpans
  return (day) => {
    const civil = civilOf(day)
    const text = `${String(civil.month).padStart(2, '0')}-${String(civil.day).padStart(2, '0')}`
    return parsed.find((season) => holds(season, text))?.spans ?? usualSpans
  }
}

function holds({ from, to }: { readonly from: string; readonly to: string }, text: string): boolean {
  return from <= to ? text >= from && text <= to : text >= from || text <= to
}
