import { describe, expect, test } from 'vitest'
import { openPeriods } from '../arithmetic/open-periods.ts'
import { countWorkingDays, isWorkingDay } from '../arithmetic/working-days.ts'
import { dayNumber, plainDateOf, weekdayOf } from '../plain-date.ts'
import { expectedYear, proposal2027 } from '../years/expected.ts'
import { specialDaysOf } from './days-of-year.ts'
import { workingCalendar } from './working-calendar.ts'

const calendar = workingCalendar()

/** What differs from the weekday: `-` off, `+` worked; `C` certain, `L` likely. Specification of the calendar, section 5. */
const tables = {
  2020: `-01-01 C, -01-23 L, -01-24 L, -01-27 L, -01-28 L, -01-29 L, -04-02 C, -04-30 C, -05-01 C, -09-02 C`,
  2021: `-01-01 C, -02-10 L, -02-11 L, -02-12 C, -02-15 L, -02-16 L, -04-21 C, -04-30 C, -05-03 C, -09-02 C, -09-03 L`,
  2022: `-01-03 C, -01-31 L, -02-01 C, -02-02 C, -02-03 C, -02-04 L, -04-11 C, -05-02 C, -05-03 C, -09-01 L, -09-02 C`,
  2023: `-01-02 C, -01-20 L, -01-23 C, -01-24 C, -01-25 L, -01-26 L, -05-01 C, -05-02 C, -05-03 C, -09-01 L, -09-04 L`,
  2024: `-01-01 C, -02-08 C, -02-09 C, -02-12 C, -02-13 C, -02-14 C, -04-18 C, -04-29 C, -04-30 C, -05-01 C, +05-04 L,
    -09-02 C, -09-03 C`,
  2025: `-01-01 C, -01-27 C, -01-28 C, -01-29 C, -01-30 C, -01-31 C, -04-07 C, +04-26 C, -04-30 C, -05-01 C, -05-02 C,
    -09-01 C, -09-02 C`,
  2026: `-01-01 C, -01-02 L, +01-10 L, -02-16 C, -02-17 C, -02-18 C, -02-19 C, -02-20 C, -04-27 C, -04-30 C, -05-01 C,
    +08-22 C, -08-31 C, -09-01 C, -09-02 C, -11-24 L`,
  // Without the days that one option has and the other has not.
  2027: `-01-01 C, -02-05 L, -02-08 L, -02-09 L, -02-10 L, -04-16 C, -04-30 C, -05-03 C, -09-02 C, -11-24 L`,
} as const

const marks = { certain: 'C', likely: 'L', open: 'U' } as const

function differences(year: number): readonly string[] {
  return specialDaysOf(calendar, year)
    .filter(({ date, works }) => works === weekdayOf(dayNumber(date)) > 5)
    .map(({ date, works, certainty }) => `${works ? '+' : ''}${date.slice(4)} ${marks[certainty]}`)
    .map((text) => text.replace('+-', '+'))
}

const workingDays = (year: number) =>
  countWorkingDays(calendar, `${year}-01-01`, `${year}-12-31`) +
  (isWorkingDay(calendar, `${year}-01-01`) ? 1 : 0)

describe('the years as announced', () => {
  test.each(Object.entries(tables))('%s has these days off and worked', (year, table) => {
    const decided = differences(Number(year)).filter((text) => !text.endsWith('U'))
    expect(decided).toEqual(table.split(/,\s+/))
  })

  test.each([
    [2020, 252],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 249],
  ])('%i has %i working days', (year, days) => {
    expect(workingDays(year)).toBe(days)
  })

  test('2027 has 251 working days before the days that are still to be chosen', () => {
    const open = differences(2027).filter((text) => text.endsWith('U'))
    expect(open).toEqual(['-02-04 U', '-09-03 U'])
    expect(workingDays(2027) + open.length).toBe(251)
  })

  test('a day says why it is off', () => {
    const find = (date: string) =>
      specialDaysOf(calendar, Number(date.slice(0, 4))).find((one) => one.date === date)
    expect(find('2026-04-27')).toEqual({
      date: '2026-04-27',
      works: false,
      kind: 'in_lieu',
      reason: 'hung_kings',
      other: '2026-04-26',
      certainty: 'certain',
      name: null,
    })
    expect(find('2026-08-22')).toMatchObject({ works: true, kind: 'make_up', other: '2026-08-31' })
    expect(find('2020-09-03')).toBeUndefined()
    expect(find('2025-11-24')).toBeUndefined()
    expect(find('2026-11-24')).toMatchObject({ reason: 'culture', kind: 'holiday' })
  })
})

describe('the years that are expected', () => {
  test('every one of them has its twelve holidays, each on a day of its own', () => {
    for (let year = 2027; year <= 2035; year++) {
      const holidays = specialDaysOf(calendar, year).filter(({ kind }) => kind === 'holiday')
      expect(holidays).toHaveLength(12)
      const inLieu = specialDaysOf(calendar, year).filter(({ kind }) => kind === 'in_lieu')
      const onRest = holidays.filter(({ date }) => weekdayOf(dayNumber(date)) > 5)
      expect(inLieu.map(({ other }) => other)).toEqual(onRest.map(({ date }) => date))
      for (const { date } of inLieu) expect(weekdayOf(dayNumber(date))).toBeLessThan(6)
    }
  })

  test('2027 has the two options of the ministry, of which the first is expected', () => {
    const off = (one: ReturnType<typeof workingCalendar>, from: string, to: string) => {
      const [first, last] = [dayNumber(from), dayNumber(to)]
      const dates = Array.from({ length: last - first + 1 }, (_, at) => plainDateOf(first + at))
      return dates.filter((date) => !isWorkingDay(one, date)).map((date) => date.slice(5))
    }
    const around = ['2027-02-01', '2027-02-15'] as const
    const option1 = workingCalendar({ years: [proposal2027.option1] })
    const option2 = workingCalendar({ years: [proposal2027.option2] })
    const weekends = ['02-13', '02-14']
    const common = ['02-05', '02-06', '02-07', '02-08', '02-09', '02-10']
    expect(off(option1, ...around)).toEqual(['02-04', ...common, ...weekends])
    expect(off(option2, ...around)).toEqual([...common, '02-11', '02-12', ...weekends])
    expect(off(calendar, ...around)).toEqual(off(option1, ...around))
    const byRule = workingCalendar({ years: [expectedYear(2027)] })
    expect(off(byRule, ...around)).toEqual([...common, '02-11', ...weekends])
  })

  test('Tết, the days of National Day and what may be swapped are open, and nothing else', () => {
    const told = openPeriods(calendar, '2027-01-01', '2027-12-31').map(
      ({ reason, from, to }) => `${reason} ${from.slice(5)} ${to.slice(5)}`,
    )
    expect(told.filter((text) => !text.startsWith('make_up'))).toEqual([
      'tet 02-04 02-11',
      'bridge 02-12 02-12',
      'national_day 09-01 09-03',
    ])
    expect(openPeriods(calendar, '2020-01-01', '2026-12-31')).toEqual([])
  })

  test('a Saturday that may make up for a swapped day lies within two weeks of it and is a plain day of rest', () => {
    const saturdays = openPeriods(calendar, '2027-01-01', '2027-12-31').filter(
      ({ reason }) => reason === 'make_up',
    )
    expect(saturdays.map(({ from }) => from.slice(5))).toEqual([
      '01-30',
      '02-13',
      '02-20',
      '08-21',
      '08-28',
      '09-04',
      '09-11',
    ])
    for (const { from } of saturdays) expect(weekdayOf(dayNumber(from))).toBe(6)
  })

  test('whether 24 November has a day in lieu is open where it falls on a weekend', () => {
    const open = openPeriods(calendar, '2027-01-01', '2035-12-31').filter(
      ({ reason }) => reason === 'culture_day',
    )
    expect(open.map(({ from }) => from)).toEqual(['2029-11-26', '2030-11-25', '2035-11-26'])
    for (const { from, to, year } of open) {
      expect(to).toBe(from)
      expect(specialDaysOf(calendar, year).find(({ date }) => date === from)).toMatchObject({
        kind: 'in_lieu',
        certainty: 'open',
      })
    }
  })

  test('days of law are certain, days that every choice has off are likely, the others are open', () => {
    const certainty = new Map(specialDaysOf(calendar, 2027).map((one) => [one.date, one.certainty]))
    expect(certainty.get('2027-02-06')).toBe('certain')
    expect(certainty.get('2027-02-05')).toBe('likely')
    expect(certainty.get('2027-02-04')).toBe('open')
    expect(certainty.has('2027-02-11')).toBe(false)
    expect(certainty.get('2027-09-02')).toBe('certain')
    expect(certainty.get('2027-09-03')).toBe('open')
    // 2 September 2029 is a Sunday: Monday and Tuesday are off under either choice.
    const later = new Map(specialDaysOf(calendar, 2029).map((one) => [one.date, one.certainty]))
    expect(later.get('2029-09-03')).toBe('likely')
  })
})
