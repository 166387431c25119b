import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  births,
  evidenceStates,
  isEnd,
  isInForce,
  nextEvidenceState,
  nextState,
  openActions,
  owesReports,
  transitions,
  type WorkAction,
  type WorkState,
  wasAssigned,
  workActions,
  workStates,
} from './states.ts'

/** The drawing of the programme specification, section 5, line by line, written a second time and independently. */
const drawing: readonly (readonly [from: string, action: WorkAction, to: WorkState])[] = [
  ['draft', 'submit', 'submitted'],
  ['draft submitted returned', 'withdraw', 'withdrawn'],
  ['submitted', 'open_appraisal', 'appraising'],
  ['appraising', 'return', 'returned'],
  ['returned', 'resubmit', 'submitted'],
  ['appraising', 'reject', 'rejected'],
  ['appraising', 'approve', 'approved'],
  ['approved', 'drop', 'withdrawn'],
  ['approved', 'assign', 'assigned'],
  ['assigned', 'start', 'in_progress'],
  ['in_progress', 'suspend', 'suspended'],
  ['suspended', 'resume', 'in_progress'],
  ['in_progress', 'report_completion', 'completion_reported'],
  ['completion_reported', 'accept_completion', 'completed'],
  ['completion_reported', 'refuse_completion', 'in_progress'],
  ['draft submitted appraising returned approved', 'lapse', 'lapsed'],
  ['assigned in_progress suspended completion_reported', 'record_not_completed', 'not_completed'],
  ['assigned in_progress suspended completion_reported', 'carry_over', 'carried_over'],
  ['assigned in_progress suspended completion_reported', 'terminate', 'terminated'],
  ['completed not_completed carried_over terminated', 'evaluate', 'evaluated'],
  ['evaluated', 'close', 'closed'],
  ['evaluated', 'reopen_work', 'in_progress'],
  ['evaluated', 'reopen_completion', 'completion_reported'],
]

const ends: readonly WorkState[] = ['withdrawn', 'rejected', 'lapsed', 'closed']

describe('the whole table', () => {
  test('is the drawing, no line more and no line less', () => {
    const drawn = new Set(
      drawing.flatMap(([from, action, to]) => from.split(' ').map((state) => `${state} ${action} ${to}`)),
    )
    const coded = new Set(
      workStates.flatMap((state) =>
        workActions
          .filter((action) => action in transitions && nextState(state, action) !== null)
          .map((action) => `${state} ${action} ${nextState(state, action)}`),
      ),
    )
    expect([...coded].sort()).toEqual([...drawn].sort())
  })

  test('ends exactly where the drawing says (end)', () => {
    expect(workStates.filter(isEnd)).toEqual(workStates.filter((state) => ends.includes(state)))
  })

  test('reaches every state from a birth', () => {
    const reached = new Set<WorkState>(Object.values(births))
    for (const state of reached) {
      for (const action of openActions(state)) {
        const next = nextState(state, action)
        if (next !== null) reached.add(next)
      }
    }
    expect([...reached].sort()).toEqual([...workStates].sort())
  })

  test('leads from every state to an end', () => {
    const leads = new Set<WorkState>(ends)
    for (let grown = true; grown; ) {
      const before = leads.size
      for (const state of workStates) {
        if (openActions(state).some((action) => leads.has(nextState(state, action) ?? state)))
          leads.add(state)
      }
      grown = leads.size > before
    }
    expect(leads.size).toBe(workStates.length)
  })
})

/** A life: a birth and any actions, of which those that are not open must change nothing. */
const anyLife = fc.record({
  birth: fc.constantFrom(...Object.values(births)),
  actions: fc.array(fc.constantFrom(...workActions), { maxLength: 60 }),
})

describe('any life', () => {
  test('never leaves an end, and never reaches a result without an assignment', () => {
    fc.assert(
      fc.property(anyLife, ({ birth, actions }) => {
        let state: WorkState = birth
        const passed: WorkState[] = [state]
        for (const action of actions) {
          const next = nextState(state, action)
          if (isEnd(state)) expect(next).toBeNull()
          if (next !== null) {
            state = next
            passed.push(next)
          }
        }
        if (wasAssigned(state)) expect(passed).toContain('assigned')
        if (passed.includes('assigned')) expect(wasAssigned(state)).toBe(true)
        if (passed.includes('completed')) expect(passed).toContain('completion_reported')
        if (birth === 'draft' && passed.includes('assigned')) expect(passed).toContain('appraising')
      }),
    )
  })

  test('never withdraws once an appraisal is open, until it is returned', () => {
    for (const state of ['appraising', 'assigned', 'in_progress', 'completed'] as const) {
      expect(nextState(state, 'withdraw')).toBeNull()
    }
    expect(nextState('returned', 'withdraw')).toBe('withdrawn')
  })

  test('owes reports only while it is in force', () => {
    for (const state of workStates) if (owesReports(state)) expect(isInForce(state)).toBe(true)
    expect(owesReports('suspended')).toBe(false)
  })

  test('an act that is no transition keeps the state', () => {
    for (const state of workStates) {
      for (const action of openActions(state)) {
        if (!(action in transitions)) expect(nextState(state, action)).toBe(state)
      }
    }
  })
})

test('evidence is decided once, and a replaced piece is left as it is', () => {
  expect(nextEvidenceState('offered', 'accept')).toBe('accepted')
  expect(nextEvidenceState('offered', 'refuse')).toBe('refused')
  for (const state of evidenceStates) {
    if (state !== 'offered') {
      expect(nextEvidenceState(state, 'accept')).toBeNull()
      expect(nextEvidenceState(state, 'refuse')).toBeNull()
    }
    expect(nextEvidenceState(state, 'replace')).toBe(state === 'replaced' ? null : 'replaced')
  }
})
