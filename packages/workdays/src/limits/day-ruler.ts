import { countBetween, placeAfter, workedPlaceFrom } from '../arithmetic/working-days.ts'
import { closingMinute, minuteOfDay } from '../arithmetic/working-time.ts'
import { isWorkedAt, outOf, placeOf, placeOfDay, type Tables } from '../calendar/tables.ts'
import { addMonths } from '../plain-date.ts'
import { dayOfInstant, msOf } from '../vietnam-time.ts'
import type { Limit } from './limit.ts'
import type { Arrival } from './place-pauses.ts'
import type { Moment } from './request.ts'
import type { Ruler } from './walk.ts'

/** Working days: the end is worked and never moves. */
export const workingDayRuler: Ruler = {
  place: arrivalOf,
  end: (tables, from, { amount }, held) => {
    const place = placeAfter(tables, from, amount + held)
    return { nominal: place, due: place }
  },
  between: countBetween,
}

/** Days, weeks, months, years. A last day that is off moves to the next working day: Civil Code 2015, art. 148(5). */
export const calendarDayRuler: Ruler = {
  place: arrivalOf,
  end: (tables, from, limit, held) => {
    const nominal = nominalEnd(tables, from, limit) + held
    if (!(nominal < tables.length)) throw outOf(tables)
    return { nominal, due: isWorkedAt(tables, nominal) ? nominal : placeAfter(tables, nominal, 1) }
  },
  between: (_, from, to) => to - from,
}

function arrivalOf(tables: Tables, moment: Moment, moves: boolean): Arrival {
  if (typeof moment === 'string') {
    const place = placeOf(tables, moment)
    return { place, counts: moves ? workedPlaceFrom(tables, place) : place }
  }
  const ms = msOf(moment)
  const place = placeOfDay(tables, dayOfInstant(ms))
  if (!moves) return { place, counts: place }
  const closes = closingMinute(tables, place)
  const isLate = closes !== null && minuteOfDay(ms) > closes
  return { place, counts: isLate ? placeAfter(tables, place, 1) : workedPlaceFrom(tables, place) }
}

function nominalEnd({ first }: Tables, from: number, { amount, unit }: Limit): number {
  switch (unit) {
    case 'weeks':
      return from + amount * 7
    case 'months':
      return addMonths(from + first, amount) - first
    case 'years':
      return addMonths(from + first, amount * 12) - first
    default:
      return from + amount
  }
}
