import { describe, expect, test } from 'vitest'
import { addWorkingDays, countWorkingDays, isWorkingDay } from '../arithmetic/working-days.ts'
import type { WorkdaysErrorCode } from '../errors.ts'
import { expectedYear } from '../years/expected.ts'
import type { YearFile } from '../years/year-file.ts'
import { specialDaysOf } from './days-of-year.ts'
import { readExtraDays } from './read-extra-days.ts'
import { readYearFile } from './read-year-file.ts'
import { type CalendarOptions, workingCalendar } from './working-calendar.ts'

/** 2027 as it might be announced: option 2 with a Saturday made up for it. Invented for the test. */
const announced2027 = {
  year: 2027,
  status: 'announced',
  notice: { number: '0000/TB-BNV', issuedOn: '2026-12-15' },
  source: 'invented',
  tet: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
  nationalDayAdjacent: '2027-09-03',
  swaps: [{ dayOff: '2027-02-12', makeUpDay: '2027-02-20' }],
  likely: [],
} as const satisfies YearFile

const refusal = (options: CalendarOptions) => {
  try {
    workingCalendar(options)
  } catch (error) {
    return error
  }
  return undefined
}

describe('an organisation', () => {
  test('closes for a storm and works on a Saturday of its own', () => {
    const own = workingCalendar({
      extraDays: [
        { date: '2026-09-10', works: false, name: 'Nghỉ bão' },
        { date: '2026-09-12', works: true, name: 'Làm bù bão' },
      ],
    })
    expect(addWorkingDays(own, '2026-09-09', 2)).toBe('2026-09-12')
    expect(addWorkingDays(workingCalendar(), '2026-09-09', 2)).toBe('2026-09-11')
    expect(specialDaysOf(own, 2026).filter(({ kind }) => kind.startsWith('extra'))).toEqual([
      expect.objectContaining({ date: '2026-09-10', works: false, name: 'Nghỉ bão', certainty: 'certain' }),
      expect.objectContaining({ date: '2026-09-12', works: true, name: 'Làm bù bão' }),
    ])
  })

  test('may name a closing that falls on a day off anyway, which keeps its own reason', () => {
    const own = workingCalendar({ extraDays: [{ date: '2026-09-02', works: false, name: 'Nghỉ bão' }] })
    expect(specialDaysOf(own, 2026).find(({ date }) => date === '2026-09-02')).toMatchObject({
      kind: 'holiday',
    })
  })

  test('that rests on other days has its days in lieu after those, and no swaps of the notice', () => {
    const own = workingCalendar({ weeklyRest: [5, 6] })
    // 1 May 2026 is a Friday, Saturday is rest: in lieu on Sunday.
    expect(isWorkingDay(own, '2026-05-03')).toBe(false)
    expect(isWorkingDay(own, '2026-05-04')).toBe(true)
    expect(isWorkingDay(own, '2026-08-31')).toBe(true)
    expect(isWorkingDay(own, '2026-08-22')).toBe(false)
    expect(specialDaysOf(own, 2026).some(({ kind }) => kind === 'swap_off')).toBe(false)
  })

  test('that works six days has more of them', () => {
    const [five, six] = [workingCalendar(), workingCalendar({ weeklyRest: [7] })]
    const count = (one: typeof five) => countWorkingDays(one, '2026-01-01', '2026-12-31')
    expect(count(six)).toBeGreaterThan(count(five) + 45)
  })
})

describe('a year that has been announced', () => {
  test('takes the place of what was expected, and is no longer open', () => {
    const before = workingCalendar()
    const after = workingCalendar({ years: [announced2027] })
    expect(before.years.get(2027)?.status).toBe('provisional')
    expect(after.years.get(2027)?.status).toBe('announced')
    expect(isWorkingDay(after, '2027-02-12')).toBe(false)
    expect(isWorkingDay(after, '2027-02-20')).toBe(true)
    expect(specialDaysOf(after, 2027).every(({ certainty }) => certainty !== 'open')).toBe(true)
  })

  test('is read from the file that an administrator writes', () => {
    expect(readYearFile(JSON.parse(JSON.stringify(announced2027)))).toEqual(announced2027)
    const { swaps: _, likely: __, ...short } = announced2027
    expect(readYearFile({ ...short, status: 'provisional', notice: undefined })).toEqual({
      ...short,
      status: 'provisional',
      notice: undefined,
      swaps: [],
      likely: [],
    })
  })

  test('may stand after the last one that this library brings', () => {
    const longer = workingCalendar({ years: [expectedYear(2036)] })
    expect(longer.lastDate).toBe('2036-12-31')
    expect(addWorkingDays(longer, '2035-12-31', 1)).toBe('2036-01-02')
  })

  test('may swap the eve of New Year for a Saturday after it', () => {
    const swaps = [{ dayOff: '2027-12-31', makeUpDay: '2028-01-08' }]
    const after = workingCalendar({ years: [{ ...announced2027, swaps }] })
    expect(addWorkingDays(after, '2027-12-30', 5)).toBe('2028-01-08')
    expect(specialDaysOf(after, 2028).find(({ date }) => date === '2028-01-08')).toMatchObject({
      kind: 'make_up',
      other: '2027-12-31',
    })
  })

  const notice = announced2027.notice
  test.each<[string, unknown, string]>([
    ['a list', [], '{ }'],
    ['a year in words', { ...announced2027, year: '2027' }, 'year'],
    ['another status', { ...announced2027, status: 'draft' }, 'status'],
    ['no source', { ...announced2027, source: undefined }, 'source'],
    ['Tết that is no list', { ...announced2027, tet: '2027-02-05' }, 'tet'],
    ['a day that does not exist', { ...announced2027, tet: ['2027-02-30'] }, 'tet[0]'],
    ['a swap without its day', { ...announced2027, swaps: [{ makeUpDay: null }] }, 'swaps[0].dayOff'],
    [
      'a swap that says nothing of making up',
      { ...announced2027, swaps: [{ dayOff: '2027-02-12' }] },
      'swaps[0].makeUpDay',
    ],
    ['a notice without number', { ...announced2027, notice: { ...notice, number: ' ' } }, 'notice.number'],
    ['a notice without day', { ...announced2027, notice: { number: '1' } }, 'notice.issuedOn'],
  ])('is refused as a file: %s', (_, value, what) => {
    expect(() => readYearFile(value)).toThrow(
      expect.objectContaining({ code: 'year_file_malformed', details: { what } }),
    )
  })

  test('is refused without its notice', () => {
    expect(() => readYearFile({ ...announced2027, notice: null })).toThrow(
      expect.objectContaining({ code: 'notice_missing', details: { year: 2027 } }),
    )
  })

  const change = (part: object): CalendarOptions => ({ years: [{ ...announced2027, ...part } as YearFile] })
  const swap = (dayOff: string, makeUpDay: string | null) => change({ swaps: [{ dayOff, makeUpDay }] })
  test.each<[string, CalendarOptions, WorkdaysErrorCode, object]>([
    [
      'a make-up day that is worked anyway',
      swap('2027-02-12', '2027-02-19'),
      'swap_make_up_day_worked',
      { date: '2027-02-19' },
    ],
    [
      'a make-up day on a holiday',
      swap('2027-02-12', '2027-05-01'),
      'swap_make_up_day_worked',
      { date: '2027-05-01' },
    ],
    [
      'a swapped day that is off anyway',
      swap('2027-02-11', '2027-02-20'),
      'swap_day_off_not_worked',
      { date: '2027-02-11' },
    ],
    [
      'a swap on a weekend',
      swap('2027-02-13', '2027-02-20'),
      'swap_day_off_not_worked',
      { date: '2027-02-13' },
    ],
    [
      'a swap without a make-up day',
      swap('2027-02-12', null),
      'swap_without_make_up_day',
      { year: 2027, date: '2027-02-12' },
    ],
    [
      'a swapped day that is a holiday of the next year',
      swap('2028-01-03', '2027-02-20'),
      'day_twice',
      { date: '2028-01-03' },
    ],
    [
      'a day of another year',
      swap('2027-02-12', '2028-02-19'),
      'day_outside_year',
      { date: '2028-02-19', year: 2027 },
    ],
    [
      'a day twice',
      change({ swaps: [...announced2027.swaps, { dayOff: '2027-02-15', makeUpDay: '2027-02-20' }] }),
      'day_twice',
      { date: '2027-02-20' },
    ],
    [
      'Tết of four days',
      change({ tet: announced2027.tet.slice(1) }),
      'tet_wrong',
      { year: 2027, first: '2027-02-06' },
    ],
    [
      'Tết with a gap',
      change({ tet: [...announced2027.tet.slice(0, 4), '2027-02-10'] }),
      'tet_wrong',
      { year: 2027, first: '2027-02-06' },
    ],
    [
      'Tết without its first day',
      change({ tet: ['2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'] }),
      'tet_wrong',
      { year: 2027, first: '2027-02-06' },
    ],
    [
      'National Day beside another day',
      change({ nationalDayAdjacent: '2027-09-06' }),
      'national_day_wrong',
      { year: 2027, allowed: '2027-09-01 | 2027-09-03' },
    ],
    [
      'National Day of one day',
      change({ nationalDayAdjacent: null }),
      'national_day_wrong',
      { year: 2027, allowed: '2027-09-01 | 2027-09-03' },
    ],
    ['a year twice', { years: [announced2027, announced2027] }, 'year_twice', { year: 2027 }],
    ['years with a gap', { years: [expectedYear(2037)] }, 'years_with_gap', { year: 2035, missing: 2036 }],
    ['rest on no weekday', { weeklyRest: [8 as 7] }, 'rest_wrong', {}],
    ['rest on all weekdays', { weeklyRest: [1, 2, 3, 4, 5, 6, 7] }, 'rest_wrong', {}],
    ['rest twice', { weeklyRest: [7, 7] }, 'rest_wrong', {}],
    [
      'an own day beyond the calendar',
      { extraDays: [{ date: '2036-01-02', works: false, name: '' }] },
      'out_of_calendar',
      { date: '2036-01-02', first: '2020-01-01', last: '2035-12-31' },
    ],
    [
      'an own working day that is one anyway',
      { extraDays: [{ date: '2026-09-10', works: true, name: '' }] },
      'extra_day_without_effect',
      { date: '2026-09-10' },
    ],
    [
      'an own day twice',
      {
        extraDays: [
          { date: '2026-09-10', works: false, name: 'a' },
          { date: '2026-09-10', works: false, name: 'b' },
        ],
      },
      'day_twice',
      { date: '2026-09-10' },
    ],
  ])('is refused where it contradicts itself: %s', (_, options, code, details) => {
    expect(refusal(options)).toMatchObject({ code, details })
  })
})

describe('the file of own days', () => {
  test('is a list in JSON', () => {
    const list = [
      { date: '2026-09-10', works: false, name: 'Nghỉ bão' },
      { date: '2026-09-12', works: true, name: 'Làm bù', hours: ['07:30-11:30'] },
    ]
    expect(readExtraDays(JSON.stringify(list))).toEqual(list)
  })

  test.each([
    ['{', 'JSON'],
    ['{}', '[ ]'],
    ['[1]', '[0]'],
    ['[{"date":"2026-02-30","works":false,"name":""}]', '[0].date'],
    ['[{"date":"2026-02-20","works":"no","name":""}]', '[0].works'],
    ['[{"date":"2026-02-20","works":false}]', '[0].name'],
    ['[{"date":"2026-02-20","works":true,"name":"","hours":"08:00-12:00"}]', '[0].hours'],
  ])('%s is refused at %s', (json, what) => {
    expect(() => readExtraDays(json)).toThrow(
      expect.objectContaining({ code: 'extra_days_malformed', details: { what } }),
    )
  })
})

test('the years that this library brings pass what is asked of a given year', () => {
  const own = [...workingCalendar().years.values()]
  expect(refusal({ years: own })).toBeUndefined()
})
