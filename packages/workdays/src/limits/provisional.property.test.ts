import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../arithmetic/working-days.ts'
import { type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.ts'
import { dateOf, dayNumber, type PlainDate, plainDateOf, weekdayOf } from '../plain-date.ts'
import { datesAfter } from '../testing/walk-days.ts'
import { expectedYear, nationalDayNeighbours, type TetChoice, tetChoices } from '../years/expected.ts'
import type { Swap, YearFile } from '../years/year-file.ts'
import { deadline } from './deadline.ts'
import type { LimitUnit } from './limit.ts'

const calendar = workingCalendar()
const provisionalYears = Array.from({ length: 9 }, (_, at) => 2027 + at)
const later = (date: PlainDate, days: number) => plainDateOf(dayNumber(date) + days)

/** Every day that may be swapped is, for the Saturday before it or after it. */
function swapsOf(one: WorkingCalendar, year: number, weeks: number): readonly Swap[] {
  const taken = new Set<PlainDate>()
  return datesAfter(dateOf(year - 1, 12, 30), dateOf(year, 12, 30)).flatMap((dayOff) => {
    const isBridge =
      isWorkingDay(one, dayOff) &&
      !isWorkingDay(one, later(dayOff, -1)) &&
      !isWorkingDay(one, later(dayOff, 1))
    const saturday = later(dayOff, 6 - weekdayOf(dayNumber(dayOff)) + 7 * weeks)
    const isFree =
      !taken.has(saturday) && !one.marked.has(dayNumber(saturday)) && saturday.startsWith(`${year}`)
    if (!isBridge || !isFree) return []
    taken.add(saturday)
    return [{ dayOff, makeUpDay: saturday }]
  })
}

const cultureDaysInLieu = ['2029-11-26', '2030-11-25', '2035-11-26']

/** The years as they may still be announced, one choice for all of them. */
function announcedAs(tet: TetChoice, beside: 0 | 1, weeks: number | null): WorkingCalendar {
  // In half of them 24 November has no day in lieu.
  const extraDays = beside === 0 ? [] : cultureDaysInLieu.map((date) => ({ date, works: true, name: '' }))
  const plain = provisionalYears.map(
    (year): YearFile => ({
      ...expectedYear(year, tet),
      status: 'announced',
      notice: { number: 'invented', issuedOn: `${year - 1}-11-01` },
      nationalDayAdjacent: nationalDayNeighbours(year)[beside] ?? null,
    }),
  )
  const without = workingCalendar({ years: plain, extraDays })
  if (weeks === null) return without
  return workingCalendar({
    extraDays,
    years: plain.map((file) => ({ ...file, swaps: swapsOf(without, file.year, weeks) })),
  })
}

const futures = tetChoices.flatMap((tet) =>
  ([0, 1] as const).flatMap((beside) => [null, -1, 0, 1].map((weeks) => announcedAs(tet, beside, weeks))),
)

const units: readonly LimitUnit[] = ['working_days', 'days', 'weeks', 'months', 'same_day']
const anyLimit = fc.record({ amount: fc.integer({ min: 1, max: 25 }), unit: fc.constantFrom(...units) })
const anyDate = fc.integer({ min: dayNumber('2026-10-01'), max: dayNumber('2033-06-30') }).map(plainDateOf)

describe('what is not provisional', () => {
  test('is the same whatever is announced', () => {
    expect(futures).toHaveLength(16)
    fc.assert(
      fc.property(anyDate, anyLimit, fc.nat(futures.length - 1), (from, limit, which) => {
        const now = deadline(calendar, { from, limit })
        if (now.provisional) return
        const then = deadline(futures[which] ?? calendar, { from, limit })
        expect(then.dueOn).toBe(now.dueOn)
        expect(then.countsFrom).toBe(now.countsFrom)
      }),
      { numRuns: 2000 },
    )
  })

  test('is all that touches no open day, and nothing else', () => {
    const isOpen = (date: PlainDate) => calendar.open.some((one) => one.from <= date && date <= one.to)
    fc.assert(
      fc.property(anyDate, anyLimit, (from, limit) => {
        const { dueOn, movedFrom, provisional, because } = deadline(calendar, { from, limit })
        const end = dueOn ?? ''
        const touched = {
          working_days: [from, ...datesAfter(from, end)],
          same_day: datesAfter(from, end),
        }[limit.unit as string] ?? [movedFrom ?? end, ...datesAfter(movedFrom ?? end, end)]
        expect(provisional).toBe(touched.some(isOpen))
        expect(because).toEqual(
          calendar.open.filter((one) => touched.some((date) => one.from <= date && date <= one.to)),
        )
      }),
      { numRuns: 500 },
    )
  })
})

test('the futures are not all one', () => {
  const dates = datesAfter('2026-12-31', '2035-12-31')
  const worked = futures.map((future) => dates.filter((date) => isWorkingDay(future, date)).join())
  expect(new Set(worked).size).toBe(16)
})
