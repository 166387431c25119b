import { describe, expect, test } from 'vitest'
import { plainDate } from '../../platform/time/plain-date.ts'
import { decimal } from './decimal.ts'
import { reportPeriods } from './periods.ts'
import { straightLine } from './planned-line.ts'
import { causesOn } from './signal-causes.ts'
import { owedReports, type Signal, type SignalFacts, signalSpans, signalsOn } from './signals.ts'

const day = plainDate
const assignedOn = day('2022-03-15')

/** A work in progress from its assignment on, due 30/11, that reports in time and has nothing else to miss. */
const onCourse: SignalFacts = {
  states: [
    { state: 'draft', from: day('2022-01-10'), to: day('2022-02-01') },
    { state: 'approved', from: day('2022-02-01'), to: assignedOn },
    { state: 'assigned', from: assignedOn, to: day('2022-04-05') },
    { state: 'in_progress', from: day('2022-04-05'), to: null },
  ],
  assignedOn,
  dueDates: [{ effectiveOn: assignedOn, dueOn: day('2022-11-30') }],
  completions: [],
  periods: reportPeriods(2022),
  reports: [
    { period: 'q1', reportedOn: day('2022-04-05') },
    { period: 'h1', reportedOn: day('2022-07-05') },
    { period: 'm9', reportedOn: day('2022-10-05') },
    { period: 'estimate', reportedOn: day('2022-11-20') },
    { period: 'final', reportedOn: day('2023-01-05') },
  ],
  milestones: [],
  courses: [],
}

const spansOf = (signal: Signal, fields: Partial<SignalFacts>) =>
  signalSpans({ ...onCourse, ...fields })
    .filter((span) => span.signal === signal)
    .map(({ from, to }) => [from, to])

const inProgressUntil = (
  to: string,
  next: SignalFacts['states'][number]['state'],
  back: string | null = null,
) => [
  ...onCourse.states.slice(0, 3),
  { state: 'in_progress' as const, from: day('2022-04-05'), to: day(to) },
  { state: next, from: day(to), to: back === null ? null : day(back) },
  ...(back === null ? [] : [{ state: 'in_progress' as const, from: day(back), to: null }]),
]

describe('late', () => {
  test('from the day after the due date', () => {
    expect(spansOf('late', {})).toEqual([['2022-12-01', null]])
  })

  test('until the work is done, or what ends it is recorded', () => {
    expect(spansOf('late', { states: inProgressUntil('2022-12-20', 'not_completed') })).toEqual([
      ['2022-12-01', '2022-12-20'],
    ])
  })

  test('no more once the due date is adjusted, and never before the adjustment took effect', () => {
    const moved = { effectiveOn: day('2022-12-05'), dueOn: day('2022-12-20') }
    expect(spansOf('late', { dueDates: [...onCourse.dueDates, moved] })).toEqual([
      ['2022-12-01', '2022-12-05'],
      ['2022-12-21', null],
    ])
  })

  test('while suspended too: the due date stays unless it is adjusted (section 5)', () => {
    expect(spansOf('late', { states: inProgressUntil('2022-11-01', 'suspended') })).toEqual([
      ['2022-12-01', null],
    ])
  })

  const judged = { states: inProgressUntil('2022-11-28', 'completion_reported', '2022-12-15') }
  test.each([
    [
      'not while a completion in time is judged, but at once where it is refused',
      '2022-11-25',
      [['2022-12-15', null]],
    ],
    ['all along where the completion says a later day', '2022-12-01', [['2022-11-28', null]]],
  ])('%s', (_case, doneOn, expected) => {
    const completions = [{ effectiveOn: day('2022-11-28'), doneOn: day(doneOn) }]
    expect(spansOf('late', { ...judged, completions })).toEqual(expected)
  })

  test('never before the assignment', () => {
    expect(spansOf('late', { states: onCourse.states.slice(0, 2), dueDates: [], assignedOn: null })).toEqual(
      [],
    )
  })
})

describe('at risk', () => {
  const milestone = { id: 'm', dueOn: day('2022-06-30'), doneOn: null }

  test('from the day after a milestone is missed until it is done', () => {
    expect(spansOf('at_risk', { milestones: [milestone] })).toEqual([['2022-07-01', null]])
    expect(spansOf('at_risk', { milestones: [{ ...milestone, doneOn: day('2022-07-20') }] })).toEqual([
      ['2022-07-01', '2022-07-20'],
    ])
    expect(spansOf('at_risk', { milestones: [{ ...milestone, doneOn: day('2022-06-30') }] })).toEqual([])
    // Due before the assignment: nobody had promised it then.
    const earlier = { ...milestone, dueOn: day('2022-03-14') }
    expect(spansOf('at_risk', { milestones: [earlier] })).toEqual([])
    expect(causesOn({ ...onCourse, milestones: [earlier] }, day('2022-04-05'))).toEqual([])
  })

  test('while a confirmed value lies more than a tenth of the span behind its line', () => {
    const line = straightLine({ operator: 'gte', value: decimal(26) }, null, assignedOn, day('2022-11-30'))
    const course = {
      targetId: 't',
      lines: [{ effectiveOn: assignedOn, line }],
      confirmed: [{ effectiveOn: day('2022-07-01'), value: decimal(13) }],
    }
    // 260 days for 26 projects: a tenth of the span is 26 days.
    expect(spansOf('at_risk', { courses: [course] })).toEqual([
      ['2022-04-11', '2022-07-01'],
      ['2022-08-19', null],
    ])
    expect(causesOn({ ...onCourse, courses: [course] }, day('2022-08-19'))).toEqual([
      { signal: 'at_risk', targetId: 't', confirmed: '13' },
    ])
  })
})

describe('silent', () => {
  const without = (...periods: readonly string[]) => ({
    reports: onCourse.reports.filter(({ period }) => !periods.includes(period)),
  })

  test('from the day after a report was due until it comes', () => {
    const late = { period: 'q1' as const, reportedOn: day('2022-04-20') }
    expect(spansOf('silent', { reports: [late, ...without('q1').reports] })).toEqual([
      ['2022-04-06', '2022-04-20'],
    ])
  })

  test('until a later report makes up for it', () => {
    expect(spansOf('silent', without('h1'))).toEqual([['2022-07-06', '2022-10-05']])
  })

  test('not for a period whose data closed by the day of the assignment', () => {
    const assigned = day('2022-03-31')
    expect(owedReports({ ...onCourse, assignedOn: assigned }).map(({ period }) => period)).not.toContain('q1')
    expect(owedReports(onCourse).map(({ period }) => period)).toEqual(['q1', 'h1', 'm9', 'estimate', 'final'])
  })

  test('not for a period in which the work was suspended, nor while it is judged', () => {
    const suspended = { ...without('h1'), states: inProgressUntil('2022-06-20', 'suspended', '2022-07-20') }
    expect(spansOf('silent', suspended)).toEqual([])
    const judged = { ...without('h1'), states: inProgressUntil('2022-07-02', 'completion_reported') }
    expect(spansOf('silent', judged)).toEqual([])
  })
})

describe('stale', () => {
  test('after a period and five days without a report, 97 days', () => {
    expect(spansOf('stale', { reports: [] })).toEqual([['2022-06-21', null]])
    expect(spansOf('stale', { reports: [{ period: 'q1', reportedOn: day('2022-04-05') }] })).toEqual([
      ['2022-07-12', null],
    ])
  })

  test('never where each quarter is reported on its last day', () => {
    expect(spansOf('stale', {})).toEqual([['2023-04-13', null]])
  })

  test('is counted again from the day on which reports are due again', () => {
    const suspended = { reports: [], states: inProgressUntil('2022-06-01', 'suspended', '2022-08-01') }
    expect(spansOf('stale', suspended)).toEqual([['2022-11-07', null]])
  })
})

test('the weightiest signal comes first, and on course is if there is none', () => {
  const silentAndLate = signalSpans({ ...onCourse, reports: [] })
  expect(signalsOn(silentAndLate, day('2022-12-10'))).toEqual(['late', 'silent', 'stale'])
  expect(signalsOn(signalSpans(onCourse), day('2022-08-01'))).toEqual([])
})
