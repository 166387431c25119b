import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../calendar/working-calendar.ts'
import { parseInstant } from '../vietnam-time.ts'
import { deadline } from './deadline.ts'
import { parseLimit } from './limit-words.ts'
import type { DeadlineRequest, Pause } from './request.ts'
import { timeLeft } from './time-left.ts'
import { usedTime } from './used-time.ts'

const calendar = workingCalendar()
const at = parseInstant
type Parts = Omit<DeadlineRequest, 'from' | 'limit'>
const due = (from: DeadlineRequest['from'], limit: string, parts: Parts = {}) =>
  deadline(calendar, { from, limit: parseLimit(limit), ...parts })
const hourMs = 3_600_000

describe('the end of a limit', () => {
  // Civil Code 2015, art. 147(2) and 148; specification of the calendar, section 3.
  test.each([
    ['2026-01-30', '1 tháng', '2026-03-02', '2026-02-28'],
    ['2026-01-31', '1 tháng', '2026-03-02', '2026-02-28'],
    ['2026-03-31', '1 tháng', '2026-05-04', '2026-04-30'],
    ['2026-01-15', '2 tháng', '2026-03-16', '2026-03-15'],
    ['2026-03-04', '3 tuần', '2026-03-25', null],
    ['2024-02-29', '1 năm', '2025-02-28', null],
    ['2026-02-06', '10 ngày', '2026-02-23', '2026-02-16'],
    ['2026-08-21', '1 ngày', '2026-08-22', null],
    ['2026-02-13', 'trong ngày, chậm nhất là trong ngày làm việc tiếp theo', '2026-02-23', null],
    ['2026-02-14', 'trong ngày, chậm nhất là trong ngày làm việc tiếp theo', '2026-02-23', null],
  ])('from %s, %s: %s', (from, limit, dueOn, movedFrom) => {
    expect(due(from, limit)).toMatchObject({ state: 'running', dueOn, movedFrom, countsFrom: from })
  })

  test('is 24:00 of its day, or close of office where the rule says so', () => {
    expect(due('2026-02-13', '5 ngày làm việc').dueAt).toBe(at('2026-02-27T24:00'))
    const close = due('2026-02-13', '5 ngày làm việc', { ends: 'close_of_office' })
    expect(close.dueAt).toBe(at('2026-02-27T17:00'))
    expect(close.firstDueAt).toBe(at('2026-02-27T17:00'))
  })

  test('of working hours is a moment, and hours by the clock move for no day off', () => {
    expect(due(at('2026-02-13T15:00'), '8 giờ làm việc')).toMatchObject({
      dueAt: at('2026-02-23T15:00'),
      dueOn: '2026-02-23',
    })
    expect(due(at('2026-02-13T15:00'), '24 giờ')).toMatchObject({
      dueAt: at('2026-02-14T15:00'),
      dueOn: '2026-02-14',
      movedFrom: null,
    })
    expect(due(at('2026-02-13T15:00'), '0,5 ngày làm việc').dueAt).toBe(at('2026-02-23T10:00'))
  })
})

describe('a receipt', () => {
  test.each([
    ['in office hours', at('2026-03-06T09:00'), '2026-03-06', '2026-03-09'],
    ['at noon', at('2026-03-06T12:30'), '2026-03-06', '2026-03-09'],
    ['at closing time', at('2026-03-06T17:00'), '2026-03-06', '2026-03-09'],
    ['after closing time', at('2026-03-06T17:01'), '2026-03-09', '2026-03-10'],
    ['on a Saturday', at('2026-03-07T09:00'), '2026-03-09', '2026-03-10'],
    ['on a Saturday, by its date', '2026-03-07', '2026-03-09', '2026-03-10'],
    [
      'in the first minutes of a day in Vietnam',
      new Date('2026-03-05T17:05:00Z'),
      '2026-03-06',
      '2026-03-09',
    ],
  ])('%s counts from the right day', (_, from, countsFrom, dueOn) => {
    expect(due(from, '1 ngày làm việc')).toMatchObject({ countsFrom, dueOn })
  })

  test('keeps its own day, and counts as it came where that is set', () => {
    const late = at('2026-03-06T20:00')
    expect(due(late, '1 ngày làm việc')).toMatchObject({ receivedOn: '2026-03-06', dueOn: '2026-03-10' })
    expect(due(late, '1 ngày làm việc', { receipt: 'as_received' })).toMatchObject({ dueOn: '2026-03-09' })
  })

  test('counts as it came for calendar days', () => {
    expect(due(at('2026-03-06T20:00'), '3 ngày')).toMatchObject({
      countsFrom: '2026-03-06',
      dueOn: '2026-03-09',
    })
  })
})

describe('pauses', () => {
  const citizen = (from: Pause['from'], to: Pause['to']): Pause => ({ from, to, waitingFor: 'citizen' })

  test('move the end by the working days that they hold', () => {
    // Sent back on Wednesday, returned on the next Tuesday: four working days.
    const paused = due('2026-03-02', '5 ngày làm việc', { pauses: [citizen('2026-03-04', '2026-03-10')] })
    expect(paused).toMatchObject({
      firstDueOn: '2026-03-09',
      dueOn: '2026-03-13',
      pauses: [{ waitingFor: 'citizen', held: 4, counted: true }],
    })
  })

  test('hold calendar days of a limit in calendar days, before the end moves', () => {
    const paused = due('2026-03-02', '10 ngày', { pauses: [citizen('2026-03-04', '2026-03-06')] })
    expect(paused).toMatchObject({ firstDueOn: '2026-03-12', movedFrom: '2026-03-14', dueOn: '2026-03-16' })
  })

  test('hold working time of a limit in working hours', () => {
    const pauses = [citizen(at('2026-03-02T10:00'), at('2026-03-03T09:00'))]
    const paused = due(at('2026-03-02T09:00'), '8 giờ làm việc', { pauses })
    expect(paused.dueAt).toBe(at('2026-03-03T17:00'))
    expect(paused.pauses).toEqual([{ waitingFor: 'citizen', held: 7 * hourMs, counted: true }])
  })

  test('that last leave no due date, only what is left', () => {
    const open = due('2026-03-02', '5 ngày làm việc', { pauses: [citizen('2026-03-04', null)] })
    expect(open).toMatchObject({
      state: 'paused',
      dueOn: null,
      dueAt: null,
      firstDueOn: '2026-03-09',
      left: { amount: 3, unit: 'working_days' },
    })
    const hours = due(at('2026-03-02T09:00'), '8 giờ làm việc', {
      pauses: [citizen(at('2026-03-02T10:00'), null)],
    })
    expect(hours).toMatchObject({ state: 'paused', left: { amount: 7 * hourMs, unit: 'working_ms' } })
  })

  test('that begin while the end moves over days off leave nothing of the limit', () => {
    const open = due('2026-03-04', '10 ngày', { pauses: [citizen('2026-03-15', null)] })
    expect(open).toMatchObject({ state: 'paused', left: { amount: 0, unit: 'days' } })
  })

  test('that begin after the end change nothing, and are told so', () => {
    const late = due('2026-03-02', '2 ngày làm việc', { pauses: [citizen('2026-03-05', '2026-03-20')] })
    expect(late).toMatchObject({ dueOn: '2026-03-04', pauses: [{ held: 0, counted: false }] })
    const open = due('2026-03-02', '2 ngày làm việc', { pauses: [citizen('2026-03-05', null)] })
    expect(open).toMatchObject({
      state: 'running',
      dueOn: '2026-03-04',
      pauses: [{ held: null, counted: false }],
    })
  })

  test('on the last day itself still hold', () => {
    const last = due('2026-03-02', '2 ngày làm việc', { pauses: [citizen('2026-03-04', '2026-03-06')] })
    expect(last).toMatchObject({ dueOn: '2026-03-06', pauses: [{ held: 2, counted: true }] })
  })

  test('that overlap count once, the later from the end of the earlier', () => {
    const pauses: readonly Pause[] = [
      { from: '2026-03-05', to: '2026-03-11', waitingFor: 'agency' },
      citizen('2026-03-03', '2026-03-09'),
    ]
    expect(due('2026-03-02', '5 ngày làm việc', { pauses })).toMatchObject({
      dueOn: '2026-03-17',
      pauses: [
        { waitingFor: 'citizen', held: 4 },
        { waitingFor: 'agency', held: 2 },
      ],
    })
  })

  test('end on the next working day where the papers came on a day off', () => {
    const saturday = due('2026-03-02', '5 ngày làm việc', { pauses: [citizen('2026-03-04', '2026-03-07')] })
    const monday = due('2026-03-02', '5 ngày làm việc', { pauses: [citizen('2026-03-04', '2026-03-09')] })
    expect(saturday.dueOn).toBe(monday.dueOn)
  })

  test.each<[string, DeadlineRequest['from'], string, readonly Pause[], string]>([
    [
      'begins before the start',
      '2026-03-02',
      '5 ngày',
      [citizen('2026-03-01', '2026-03-03')],
      'pause_before_start',
    ],
    [
      'ends before it begins',
      '2026-03-02',
      '5 ngày',
      [citizen('2026-03-04', '2026-03-03')],
      'pause_malformed',
    ],
    [
      'lasts, and another follows',
      '2026-03-02',
      '5 ngày',
      [citizen('2026-03-03', null), citizen('2026-03-04', '2026-03-05')],
      'pause_open_not_last',
    ],
    [
      'has no time where the limit is in hours',
      at('2026-03-02T09:00'),
      '5 giờ',
      [citizen('2026-03-02', null)],
      'needs_instant',
    ],
    ['has no such day', '2026-03-02', '5 ngày', [citizen('2026-02-30', null)], 'date_malformed'],
  ])('are refused where one %s', (_, from, limit, pauses, code) => {
    expect(() => due(from, limit, { pauses })).toThrow(expect.objectContaining({ code }))
  })

  test('leave the time of each side, which adds up to all of it', () => {
    const request: DeadlineRequest = {
      from: '2026-03-02',
      limit: parseLimit('5 ngày làm việc'),
      pauses: [citizen('2026-03-03', '2026-03-05'), { from: '2026-03-06', to: null, waitingFor: 'agency' }],
    }
    expect(usedTime(calendar, request, '2026-03-10')).toEqual({
      own: 2,
      citizen: 2,
      agency: 2,
      unit: 'working_days',
    })
    expect(usedTime(calendar, request, '2026-03-04')).toMatchObject({ own: 1, citizen: 1, agency: 0 })
    expect(usedTime(calendar, request, '2026-03-02')).toMatchObject({ own: 0, citizen: 0, agency: 0 })
  })
})

describe('an extension', () => {
  const more = (limit: string) => [{ limit: parseLimit(limit), reason: 'Hồ sơ phức tạp' }]

  test('runs from the end before, and the first deadline stays', () => {
    expect(due('2026-03-02', '5 ngày làm việc', { extensions: more('3 ngày làm việc') })).toMatchObject({
      firstDueOn: '2026-03-09',
      dueOn: '2026-03-12',
    })
    expect(due('2026-03-02', '30 ngày', { extensions: more('15 ngày') })).toMatchObject({
      firstDueOn: '2026-04-01',
      dueOn: '2026-04-16',
    })
  })

  test('has the pauses that begin within it', () => {
    const pauses: readonly Pause[] = [{ from: '2026-03-10', to: '2026-03-12', waitingFor: 'citizen' }]
    expect(
      due('2026-03-02', '5 ngày làm việc', { pauses, extensions: more('3 ngày làm việc') }),
    ).toMatchObject({
      dueOn: '2026-03-16',
      pauses: [{ held: 2, counted: true }],
    })
  })

  test('is part of what is left while a pause lasts', () => {
    const pauses: readonly Pause[] = [{ from: '2026-03-04', to: null, waitingFor: 'citizen' }]
    const paused = due('2026-03-02', '5 ngày làm việc', { pauses, extensions: more('3 ngày làm việc') })
    expect(paused.left).toEqual({ amount: 6, unit: 'working_days' })
  })

  test('is refused in another kind of time', () => {
    expect(() => due('2026-03-02', '5 ngày làm việc', { extensions: more('3 ngày') })).toThrow(
      expect.objectContaining({ code: 'extension_wrong_unit' }),
    )
  })
})

describe('the time left', () => {
  const five = due('2026-03-02', '5 ngày làm việc').dueAt ?? 0

  test.each([
    ['2026-03-05T09:00', 2, 23, false],
    ['2026-03-06T16:00', 1, 9, false],
    ['2026-03-09T09:00', 0, 7, false],
    ['2026-03-09T24:00', -1, 0, false],
    ['2026-03-10T09:00', -1, -1, true],
    ['2026-03-12T08:00', -3, -16, true],
  ])('at %s is %i working days, %d working hours, late: %s', (now, workingDays, workingHours, isLate) => {
    expect(timeLeft(calendar, five, at(now))).toEqual({
      clockMs: five - at(now),
      workingMs: workingHours * hourMs,
      workingDays,
      isLate,
    })
  })
})

describe('a provisional result', () => {
  test('says which days it rests on', () => {
    expect(due('2027-08-30', '5 ngày làm việc').because).toEqual([
      { from: '2027-09-01', to: '2027-09-03', reason: 'national_day', year: 2027 },
      { from: '2027-09-04', to: '2027-09-04', reason: 'make_up', year: 2027 },
    ])
  })

  test.each([
    ['calendar days that end on a certain working day', '2027-01-20', '40 ngày', false],
    ['calendar days that end on an open day', '2027-01-20', '15 ngày', true],
    ['calendar days that end on the first day of Tết', '2027-01-20', '17 ngày', true],
    ['working days that end before the first open day', '2027-02-01', '2 ngày làm việc', false],
    ['working days that end on it', '2027-02-01', '3 ngày làm việc', true],
    ['a receipt on an open day', '2027-09-03', '1 ngày làm việc', true],
    [
      'a receipt on a day off that is certain, counted past nothing open',
      '2027-05-01',
      '1 ngày làm việc',
      false,
    ],
    ['working days of an announced year', '2026-02-10', '5 ngày làm việc', false],
  ])('%s', (_, from, limit, provisional) => {
    const found = due(from, limit)
    expect(found.provisional).toBe(provisional)
    expect(found.because.length > 0).toBe(provisional)
  })

  test('rests on the day of receipt with a pause too', () => {
    const pauses: readonly Pause[] = [{ from: '2027-09-14', to: '2027-09-14', waitingFor: 'citizen' }]
    expect(due('2027-09-03', '2 ngày làm việc', { pauses }).because).toEqual([
      { from: '2027-09-01', to: '2027-09-03', reason: 'national_day', year: 2027 },
      { from: '2027-09-04', to: '2027-09-04', reason: 'make_up', year: 2027 },
    ])
  })

  test('rests on the last day of a pause, even where the limit ends before it', () => {
    // Were Saturday 30 January worked, it would be held, and the end would be on it.
    const pauses: readonly Pause[] = [{ from: '2027-01-29', to: '2027-01-30', waitingFor: 'citizen' }]
    const parts = { pauses, receipt: 'as_received' } as const
    expect(due('2027-01-28', '1 ngày làm việc', parts)).toMatchObject({
      dueOn: '2027-01-29',
      provisional: true,
    })
  })

  test('of working hours rests on the days from the first to the last', () => {
    expect(due(at('2027-02-03T09:00'), '6 giờ làm việc').provisional).toBe(false)
    expect(due(at('2027-02-03T09:00'), '8 giờ làm việc').provisional).toBe(true)
    expect(due(at('2027-02-04T09:00'), '1 giờ làm việc').provisional).toBe(true)
    expect(due(at('2027-02-03T09:00'), '48 giờ').provisional).toBe(false)
  })
})

test.each([-1, 0.5, Number.NaN])('a limit of %s is refused', (amount) => {
  expect(() => deadline(calendar, { from: '2026-03-02', limit: { amount, unit: 'days' } })).toThrow(
    expect.objectContaining({ code: 'limit_not_positive' }),
  )
})

test.each([
  ['2035-12-20', '30 ngày'],
  ['2035-12-20', '9 ngày làm việc'],
  ['2020-01-01', '20 năm'],
  ['2035-12-30', '1 tháng'],
])('a limit that ends beyond the calendar is refused: %s, %s', (from, limit) => {
  expect(() => due(from, limit)).toThrow(expect.objectContaining({ code: 'out_of_calendar' }))
})
