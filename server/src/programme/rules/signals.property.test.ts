import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../platform/testing/runs.ts'
import { addDays, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { decimal } from './decimal.ts'
import { periodKeys, reportPeriods } from './periods.ts'
import { isBehindLine, straightLine } from './planned-line.ts'
import { causesOn } from './signal-causes.ts'
import { type Signal, type SignalFacts, signalSpans, signals, signalsOn } from './signals.ts'
import { contains } from './spans.ts'
import { nextState, type Transition, transitions, type WorkState } from './states.ts'

const yearStart = plainDate('2022-01-01')
const dayOf = (days: number) => addDays(yearStart, days)
const everyDay = Array.from({ length: 460 }, (_, index) => dayOf(index))
const anyDay = fc.integer({ min: 0, max: 420 }).map(dayOf)

/** A life from the assignment on: moves that the table allows, some of them on one day. */
const anyStates = fc
  .record({
    assigned: fc.integer({ min: 10, max: 200 }),
    moves: fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.nat()), { maxLength: 7 }),
  })
  .map(({ assigned, moves }) => {
    const states: { state: WorkState; from: PlainDate; to: PlainDate | null }[] = []
    let [state, from]: [WorkState, number] = ['approved', 0]
    const move = (next: WorkState, on: number) => {
      states.push({ state, from: dayOf(from), to: dayOf(on) })
      state = next
      from = on
    }
    move('assigned', assigned)
    for (const [days, pick] of moves) {
      const open = (Object.keys(transitions) as Transition[]).filter(
        (action) => nextState(state, action) !== null,
      )
      const action = open[pick % Math.max(1, open.length)]
      const next = action === undefined ? null : nextState(state, action)
      if (next !== null) move(next, from + days)
    }
    states.push({ state, from: dayOf(from), to: null })
    return { states, assignedOn: dayOf(assigned) }
  })

const anyCourse = fc
  .record({
    lines: fc.array(
      fc.tuple(anyDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 5, max: 60 }), anyDay),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    confirmed: fc.array(fc.tuple(anyDay, fc.option(fc.integer({ min: 0, max: 50 }))), { maxLength: 4 }),
  })
  .map(({ lines, confirmed }) => ({
    targetId: 'target',
    lines: lines.map(([effectiveOn, baseline, goal, dueOn]) => ({
      effectiveOn,
      line: straightLine({ operator: 'gte', value: decimal(goal) }, decimal(baseline), dayOf(60), dueOn),
    })),
    confirmed: confirmed.map(([effectiveOn, value]) => ({
      effectiveOn,
      value: value === null ? null : decimal(value),
    })),
  }))

const anyFacts: fc.Arbitrary<SignalFacts> = fc
  .record({
    life: anyStates,
    dueDates: fc.array(fc.record({ effectiveOn: anyDay, dueOn: anyDay }), { minLength: 1, maxLength: 3 }),
    completions: fc.array(fc.record({ effectiveOn: anyDay, doneOn: anyDay }), { maxLength: 2 }),
    reports: fc.array(fc.record({ period: fc.constantFrom(...periodKeys), reportedOn: anyDay }), {
      maxLength: 5,
    }),
    milestones: fc.array(fc.record({ id: fc.string(), dueOn: anyDay, doneOn: fc.option(anyDay) }), {
      maxLength: 2,
    }),
    courses: fc.array(anyCourse, { maxLength: 2 }),
  })
  .map(({ life, ...facts }) => ({ ...facts, ...life, periods: reportPeriods(2022) }))

/** What took effect by the end of a day, and no more. */
function knownBy(facts: SignalFacts, on: PlainDate): SignalFacts {
  const effective = <T extends { readonly effectiveOn: PlainDate }>(list: readonly T[]) =>
    list.filter(({ effectiveOn }) => effectiveOn <= on)
  return {
    ...facts,
    states: facts.states
      .filter(({ from }) => from <= on)
      .map((span) => ({ ...span, to: span.to !== null && span.to <= on ? span.to : null })),
    assignedOn: facts.assignedOn !== null && facts.assignedOn <= on ? facts.assignedOn : null,
    dueDates: effective(facts.dueDates),
    completions: effective(facts.completions),
    reports: facts.reports.filter(({ reportedOn }) => reportedOn <= on),
    milestones: facts.milestones.map((step) => ({
      ...step,
      doneOn: step.doneOn !== null && step.doneOn <= on ? step.doneOn : null,
    })),
    courses: facts.courses.map((course) => ({
      ...course,
      lines: effective(course.lines),
      confirmed: effective(course.confirmed),
    })),
  }
}

/** The last of a list of dated facts that took effect by a day, found the plain way. */
function last<T extends { readonly effectiveOn: PlainDate }>(
  list: readonly T[],
  on: PlainDate,
): T | undefined {
  return list
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
    .at(-1)
}

/** The words of design 8.15 read for one day, without spans. */
function naive(facts: SignalFacts, on: PlainDate): readonly Signal[] {
  const stateOn = (day: PlainDate) => facts.states.find((span) => contains(span, day))?.state
  const state = stateOn(on)
  const owes = (day: PlainDate) => ['assigned', 'in_progress'].includes(stateOn(day) ?? '')
  const unfinished = owes(on) || state === 'suspended'
  const dueOn = last(facts.dueDates, on)?.dueOn
  const doneOn = last(facts.completions, on)?.doneOn
  const late =
    dueOn !== undefined &&
    ((unfinished && on > dueOn) ||
      (state === 'completion_reported' && doneOn !== undefined && doneOn > dueOn))

  const { assignedOn } = facts
  const missed = facts.milestones.some(
    (step) =>
      assignedOn !== null &&
      step.dueOn >= assignedOn &&
      step.dueOn < on &&
      !(step.doneOn !== null && step.doneOn <= on),
  )
  const behind = facts.courses.some(({ lines, confirmed }) => {
    const line = last(lines, on)?.line
    if (line === undefined || line === null) return false
    return isBehindLine(line, last(confirmed, on)?.value ?? line[0].value, on)
  })

  const closesOf = new Map(facts.periods.map(({ key, dataClosesOn }) => [key, dataClosesOn]))
  const silent = facts.periods.some(
    ({ dataClosesOn, dueOn: reportDueOn }) =>
      facts.assignedOn !== null &&
      dataClosesOn > facts.assignedOn &&
      owes(dataClosesOn) &&
      on > reportDueOn &&
      !facts.reports.some(
        ({ period, reportedOn }) =>
          reportedOn <= on && (closesOf.get(period) ?? dataClosesOn) >= dataClosesOn,
      ),
  )
  // A sign of life in the last 97 days: a report, or a day on which no reports were owed.
  const lastDays = Array.from({ length: 98 }, (_, back) => addDays(on, -back))
  const alive =
    lastDays.some((day) => facts.reports.some(({ reportedOn }) => reportedOn === day)) ||
    lastDays.some((day) => !owes(addDays(day, -1)))

  const standing: Readonly<Record<Signal, boolean>> = {
    late,
    at_risk: unfinished && (missed || behind),
    silent: owes(on) && silent,
    stale: owes(on) && !alive,
  }
  return signals.filter((signal) => standing[signal])
}

test('the spans agree, day by day over the year and beyond, with the words read for each day', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const spans = signalSpans(facts)
      const differing = everyDay.filter((on) => signalsOn(spans, on).join() !== naive(facts, on).join())
      expect(differing).toEqual([])
    }),
    { numRuns: runs(12, { long: 40 }) },
  )
})

test('the spans of one signal are in order, have days, and neither overlap nor touch', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const signal of signals) {
        const spans = signalSpans(facts).filter((span) => span.signal === signal)
        for (const [index, { from, to }] of spans.entries()) {
          const next = spans[index + 1]
          if (to !== null) expect(from < to).toBe(true)
          if (next !== undefined) expect(to !== null && to < next.from).toBe(true)
        }
      }
    }),
  )
})

test('what takes effect later changes nothing of a day before', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, on) => {
      expect(signalsOn(signalSpans(knownBy(facts, on)), on)).toEqual(signalsOn(signalSpans(facts), on))
    }),
    { numRuns: 300 },
  )
})

test('a signal stands exactly where a cause can be named', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, on) => {
      const named = new Set(causesOn(facts, on).map(({ signal }) => signal))
      expect(signals.filter((signal) => named.has(signal))).toEqual(signalsOn(signalSpans(facts), on))
    }),
    { numRuns: 300 },
  )
})
