import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '../../platform/plain-date.ts'
import { type AssignmentDecision, checkAssignment } from './assignment.ts'
import type { AssignableWork } from './guards/assigning.ts'
import { type WorkState, workStates } from './states.ts'

const today = plainDate('2022-05-18')

function head(fields: { isHead?: boolean; state?: WorkState; year?: number } = {}): AssignableWork {
  return {
    standing: { state: fields.state ?? 'approved', year: fields.year ?? 2022, programmeClosed: false },
    changedOn: plainDate('2022-03-10'),
    owner: {
      kind: 'individual',
      post: 'Giám đốc Sở A',
      isHead: fields.isHead ?? true,
      held: true,
      managingRootId: 'tinh-uy',
    },
  }
}

function decision(works: AssignmentDecision['works']): AssignmentDecision {
  return {
    decision: { number: '100-QĐ/TU', decidedOn: plainDate('2022-03-15'), today },
    issuer: { name: 'Ban Thường vụ Tỉnh ủy', unitId: 'btv', rootId: 'tinh-uy', headsOnly: true },
    year: 2022,
    works,
  }
}

const codeOf = (index: number) => `2022-so-${String(index).padStart(3, '0')}`
const listed = (works: readonly (AssignableWork | null)[]) =>
  works.map((work, index) => ({ code: codeOf(index), work }))

test('one decision assigns 178 works (scenario 2)', () => {
  expect(checkAssignment(decision(listed(Array.from({ length: 178 }, () => head()))))).toEqual({ ok: true })
})

test('one work of 178 whose registrant is no head is refused by name, and with it the whole list (scenario 2)', () => {
  const works = Array.from({ length: 178 }, (_, index) => head({ isHead: index !== 42 }))
  expect(checkAssignment(decision(listed(works)))).toEqual({
    ok: false,
    decision: [],
    works: [
      {
        code: '2022-so-042',
        reasons: [
          { code: 'post_not_head', params: { issuer: 'Ban Thường vụ Tỉnh ủy', post: 'Giám đốc Sở A' } },
        ],
      },
    ],
  })
})

test('names what is unknown, listed twice, or of another year', () => {
  const check = checkAssignment(
    decision([
      { code: 'a', work: head() },
      { code: 'a', work: head() },
      { code: 'b', work: null },
      { code: 'c', work: head({ year: 2021 }) },
      { code: 'd', work: head({ state: 'submitted' }) },
    ]),
  )
  expect(
    check.ok ? [] : check.works.map(({ code, reasons }) => [code, ...reasons.map((r) => r.code)]),
  ).toEqual([
    ['a', 'work_listed_twice'],
    ['b', 'work_unknown'],
    ['c', 'work_of_other_programme'],
    ['d', 'action_not_open'],
  ])
})

test('says what is wrong with the decision once, not with each work', () => {
  const faulty = {
    ...decision(listed([head(), head()])),
    decision: { number: '', decidedOn: plainDate('2022-06-01'), today },
  }
  const check = checkAssignment(faulty)
  expect(check).toMatchObject({ ok: false, works: [] })
  expect(check.ok ? [] : check.decision.map(({ code }) => code)).toEqual([
    'decision_number_missing',
    'decision_in_future',
  ])
  expect(checkAssignment(decision([]))).toMatchObject({ ok: false, decision: [{ code: 'no_works_listed' }] })
})

test('is all or nothing: it is open exactly where each work alone is, and names exactly those that are not', () => {
  const anyWork = fc.option(
    fc.record({ isHead: fc.boolean(), state: fc.constantFrom(...workStates) }).map(head),
    {
      nil: null,
    },
  )
  fc.assert(
    fc.property(fc.array(anyWork, { minLength: 1, maxLength: 12 }), (works) => {
      const check = checkAssignment(decision(listed(works)))
      const alone = listed(works).filter((work) => !checkAssignment(decision([work])).ok)
      expect(check.ok).toBe(alone.length === 0)
      expect(check.ok ? [] : check.works.map(({ code }) => code)).toEqual(alone.map(({ code }) => code))
    }),
  )
})
