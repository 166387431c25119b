import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { periodKeys, reportPeriods } from './periods.ts'
import {
  type DueBasis,
  hasFallenDue,
  isKept,
  keptRatio,
  onTimeRatio,
  type PromiseFacts,
  reportStanding,
  silentRatio,
} from './promise.ts'
import { type SignalFacts, signalSpans, signalsOn } from './signals.ts'

const day = plainDate
const assignedOn = day('2022-03-15')

function work(fields: {
  due?: string
  moved?: readonly [on: string, due: string]
  done?: string
  accepted?: string
  reopened?: string
  left?: string
  assigned?: string | null
}): PromiseFacts {
  const assigned = fields.assigned === undefined ? assignedOn : fields.assigned
  return {
    assignedOn: assigned === null ? null : day(assigned),
    dueDates: [
      { effectiveOn: assignedOn, dueOn: day(fields.due ?? '2022-11-30') },
      ...(fields.moved ? [{ effectiveOn: day(fields.moved[0]), dueOn: day(fields.moved[1]) }] : []),
    ],
    acceptances: fields.accepted
      ? [
          {
            from: day(fields.accepted),
            to: fields.reopened ? day(fields.reopened) : null,
            doneOn: day(fields.done ?? fields.accepted),
          },
        ]
      : [],
    leftOn: fields.left ? day(fields.left) : null,
  }
}

/** Design 8.15: works accepted by D whose work was done on or before its due date, of assigned works due by D. */
describe.each([
  ['not due yet', {}, '2022-11-29', 'not due', 'not due'],
  ['due that very day and not done', {}, '2022-11-30', 'not due', 'not due'],
  ['due the day before and not done', {}, '2022-12-01', 'broken', 'broken'],
  [
    'due that very day, done and accepted',
    { done: '2022-11-30', accepted: '2022-11-30' },
    '2022-11-30',
    'kept',
    'kept',
  ],
  ['done in time and accepted', { done: '2022-11-20', accepted: '2022-11-25' }, '2022-11-30', 'kept', 'kept'],
  [
    'done early and accepted, and not due yet',
    { accepted: '2022-06-01' },
    '2022-06-30',
    'not due',
    'not due',
  ],
  [
    'done in time, accepted after the day',
    { done: '2022-11-30', accepted: '2022-12-05' },
    '2022-12-04',
    'broken',
    'broken',
  ],
  [
    'done in time, recognised and accepted later (section 8, 7)',
    { done: '2022-11-30', accepted: '2023-01-20' },
    '2023-01-20',
    'kept',
    'kept',
  ],
  ['done late', { done: '2022-12-01', accepted: '2022-12-05' }, '2022-12-31', 'broken', 'broken'],
  [
    'done by the adjusted date',
    { moved: ['2022-09-01', '2022-12-20'], done: '2022-12-10', accepted: '2022-12-12' },
    '2022-12-31',
    'kept',
    'broken',
  ],
  [
    'adjusted, and due by the first date only',
    { moved: ['2022-09-01', '2022-12-20'] },
    '2022-12-01',
    'not due',
    'broken',
  ],
  [
    'before the adjustment took effect',
    { due: '2022-06-30', moved: ['2022-09-01', '2022-12-20'] },
    '2022-08-31',
    'broken',
    'broken',
  ],
  [
    'accepted and reopened',
    { done: '2022-11-20', accepted: '2022-11-25', reopened: '2022-12-10' },
    '2022-12-10',
    'broken',
    'broken',
  ],
  ['taken out of the count by decision', { left: '2022-10-01' }, '2022-12-31', 'not due', 'not due'],
  ['taken out later', { left: '2023-01-01' }, '2022-12-31', 'broken', 'broken'],
  ['never assigned', { assigned: null }, '2022-12-31', 'not due', 'not due'],
] as const)('a work %s', (_case, fields, on, current, first) => {
  test.each([
    ['current', current],
    ['first', first],
  ] as const)('is, by the %s due date, %s', (basis, expected) => {
    const facts = work(fields)
    const standing = hasFallenDue(facts, day(on), basis)
      ? isKept(facts, day(on), basis)
        ? 'kept'
        : 'broken'
      : 'not due'
    expect(standing).toBe(expected)
  })
})

test('nothing due is "không phát sinh", neither 0 % nor 100 % (design 8.15)', () => {
  expect(keptRatio([work({})], day('2022-05-18'), 'current')).toEqual({
    numerator: 0,
    denominator: 0,
    percent: null,
    verdict: 'nothing_due',
  })
  expect(onTimeRatio([], day('2022-05-18'), 'first').verdict).toBe('nothing_due')
})

test('on time is asked of what is accepted, due already or not', () => {
  const works = [
    work({ accepted: '2022-06-01' }),
    work({ done: '2022-12-01', accepted: '2022-12-05' }),
    work({}),
    work({ accepted: '2022-06-01', left: '2022-07-01' }),
  ]
  expect(onTimeRatio(works, day('2022-12-31'), 'current')).toMatchObject({
    numerator: 1,
    denominator: 2,
    percent: '50',
  })
  expect(keptRatio(works, day('2022-12-31'), 'current')).toMatchObject({
    numerator: 1,
    denominator: 3,
    percent: '33.3',
  })
})

const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2022-01-01'), days))
const anyWork: fc.Arbitrary<PromiseFacts> = fc
  .record({
    assignedOn: fc.option(anyDay),
    due: anyDay,
    moves: fc.array(fc.record({ effectiveOn: anyDay, dueOn: anyDay }), { maxLength: 2 }),
    acceptances: fc.array(fc.record({ from: anyDay, to: fc.option(anyDay), doneOn: anyDay }), {
      maxLength: 1,
    }),
    leftOn: fc.option(anyDay),
  })
  .map(({ due, moves, ...facts }) => {
    const start: PlainDate = facts.assignedOn ?? day('2022-01-01')
    const later = moves.filter(({ effectiveOn }) => effectiveOn > start)
    const sorted = later.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
    return { ...facts, dueDates: [{ effectiveOn: start, dueOn: due }, ...sorted] }
  })

test('the kept are among the due, and without an adjustment both due dates say the same', () => {
  const bases: readonly DueBasis[] = ['current', 'first']
  fc.assert(
    fc.property(fc.array(anyWork, { maxLength: 12 }), anyDay, (works, on) => {
      for (const basis of bases) {
        const { numerator, denominator } = keptRatio(works, on, basis)
        expect(numerator).toBeLessThanOrEqual(denominator)
        expect(denominator).toBeLessThanOrEqual(works.length)
      }
      for (const facts of works.filter(({ dueDates }) => dueDates.length === 1)) {
        expect(isKept(facts, on, 'current')).toBe(isKept(facts, on, 'first'))
      }
    }),
  )
})

describe('silent', () => {
  const inProgress: SignalFacts = {
    states: [{ state: 'in_progress', from: assignedOn, to: null }],
    assignedOn,
    dueDates: [],
    completions: [],
    periods: reportPeriods(2022),
    reports: [],
    milestones: [],
    courses: [],
  }
  const reported: SignalFacts = { ...inProgress, reports: [{ period: 'q1', reportedOn: day('2022-04-05') }] }
  const suspended: SignalFacts = {
    ...inProgress,
    states: [{ state: 'suspended', from: assignedOn, to: null }],
  }

  test.each([
    ['before the first due date', inProgress, '2022-04-05', 'nothing_due'],
    ['after it', inProgress, '2022-04-06', 'silent'],
    ['after it, reported', reported, '2022-04-06', 'reported'],
    ['after the next', reported, '2022-07-06', 'silent'],
    ['suspended', suspended, '2022-04-06', 'nothing_due'],
  ] as const)('%s', (_case, facts, on, standing) => {
    expect(reportStanding(facts, day(on))).toBe(standing)
  })

  test('is a share of those of whom a report was due', () => {
    const works = [inProgress, reported, suspended]
    expect(silentRatio(works, day('2022-04-06'))).toMatchObject({
      numerator: 1,
      denominator: 2,
      percent: '50',
    })
    expect(silentRatio(works, day('2022-04-05')).verdict).toBe('nothing_due')
  })

  test('is the signal of the same name', () => {
    fc.assert(
      fc.property(anyDay, fc.option(anyDay), fc.array(anyDay, { maxLength: 3 }), (on, left, days) => {
        const states: SignalFacts['states'] =
          left === null || left <= assignedOn
            ? inProgress.states
            : [
                { state: 'in_progress', from: assignedOn, to: left },
                { state: 'completion_reported', from: left, to: null },
              ]
        const reports: SignalFacts['reports'] = days.map((reportedOn, index) => ({
          period: periodKeys[index] ?? 'final',
          reportedOn,
        }))
        const facts = { ...inProgress, states, reports }
        const signal = signalsOn(signalSpans(facts), on).includes('silent')
        expect(reportStanding(facts, on) === 'silent').toBe(signal)
      }),
    )
  })
})
