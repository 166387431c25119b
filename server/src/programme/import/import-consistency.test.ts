import { expect, test } from 'vitest'
import { inconsistenciesOf } from './import-consistency.ts'
import { noProgrammeData, type ProgrammeData } from './programme-data.ts'

const base = { id: 'w', code: '2022-a-001', programme_id: 'p', owner_kind: 'collective', tier: 'grassroots' }
const work: ProgrammeData['works'][number] = {
  ...base,
  owner_unit_id: 'u',
  custodian_unit_id: 'u',
  title: 'Việc',
  state: 'completed',
  state_since: '2022-05-09',
  assigned_on: '2022-03-10',
  assigner_unit_id: 'btv',
  work_done_on: '2022-05-02',
  accepted_on: '2022-05-09',
}

const course = [
  ['draft', 'register', '2022-01-10', '2022-01-20', null],
  ['submitted', 'submit', '2022-01-20', '2022-02-01', null],
  ['appraising', 'open_appraisal', '2022-02-01', '2022-03-04', null],
  ['approved', 'approve', '2022-03-04', '2022-03-10', 'd1'],
  ['assigned', 'assign', '2022-03-10', '2022-03-20', 'd2'],
  ['in_progress', 'start', '2022-03-20', '2022-05-04', null],
  ['completion_reported', 'report_completion', '2022-05-04', '2022-05-09', null],
  ['completed', 'accept_completion', '2022-05-09', null, null],
] as const

const decision = {
  programme_id: 'p',
  issuer_unit_id: 'btv',
  year: 2022,
  format: 'party',
  title: 'Quyết định',
}

const sound: ProgrammeData = {
  ...noProgrammeData,
  works: [work],
  spans: course.map(([state, action, from_on, to_on, decision_id]) => ({
    id: action,
    work_id: 'w',
    programme_id: 'p',
    state,
    action,
    from_on,
    to_on,
    decision_id,
  })),
  targets: [{ id: 't', work_id: 'w', ord: 1, measure: 'xong', operator: 'done', modality: 'committed' }],
  decisions: [
    { ...decision, id: 'd1', number: '01', decided_on: '2022-03-04' },
    { ...decision, id: 'd2', number: '02', decided_on: '2022-03-10' },
  ],
  decisionItems: [
    { decision_id: 'd1', work_id: 'w', action: 'approve', ord: 1 },
    { decision_id: 'd2', work_id: 'w', action: 'assign', ord: 1 },
  ],
  completions: [
    {
      id: 'c',
      work_id: 'w',
      number: 1,
      reported_on: '2022-05-04',
      work_done_on: '2022-05-02',
      content: 'Xong',
      outcome: 'accepted',
      decided_on: '2022-05-09',
    },
  ],
}

type Span = ProgrammeData['spans'][number]
const withSpan = (action: string, change: Partial<Span>): ProgrammeData => ({
  ...sound,
  spans: sound.spans.map((span) => (span.action === action ? { ...span, ...change } : span)),
})
const withWork = (change: Partial<typeof work>): ProgrammeData => ({
  ...sound,
  works: [{ ...work, ...change }],
})

test('facts that agree are let in', () => {
  expect(inconsistenciesOf(sound)).toEqual([])
})

test('a paper may state only where a work stands', () => {
  const [span] = sound.spans
  const stated = {
    ...noProgrammeData,
    works: [{ ...work, state: 'in_progress', state_since: '2022-05-18' }],
    targets: sound.targets,
    spans:
      span === undefined
        ? []
        : [{ ...span, state: 'in_progress', action: 'import', from_on: '2022-05-18', to_on: null }],
  }
  expect(inconsistenciesOf(stated)).toEqual([])
})

const faults: readonly (readonly [name: string, data: ProgrammeData, problem: string])[] = [
  [
    'a gap between two states',
    withSpan('start', { from_on: '2022-03-21' }),
    'assigned ends 2022-03-20, in_progress begins 2022-03-21',
  ],
  [
    'a state that ends before it begins',
    withSpan('submit', { to_on: '2022-01-19' }),
    'submitted ends before it begins',
  ],
  [
    'an act that is not open',
    withSpan('start', { action: 'resume' }),
    'resume does not lead from assigned to in_progress',
  ],
  [
    'an act that leads elsewhere',
    withSpan('start', { state: 'suspended' }),
    'start does not lead from assigned to suspended',
  ],
  ['an act that nobody knows', withSpan('start', { action: 'jump' }), 'jump does not lead'],
  [
    'a birth in the middle of life',
    withSpan('register', { state: 'assigned' }),
    'nothing begins with register → assigned',
  ],
  [
    'a state that the last span does not say',
    withWork({ state: 'in_progress' }),
    'its last span says completed since 2022-05-09',
  ],
  [
    'a last span that is closed',
    withSpan('accept_completion', { to_on: '2022-05-10' }),
    'its last state span is closed',
  ],
  ['a work without a course', { ...sound, spans: [] }, 'it has no state span'],
  ['a work without a target', { ...sound, targets: [] }, 'it has no target'],
  ['a code given twice', { ...sound, works: [work, work] }, 'the code is given twice'],
  ['an assignment without a decision', withSpan('assign', { decision_id: null }), 'assign names no decision'],
  [
    'a decision of another day',
    withSpan('assign', { decision_id: 'd1' }),
    'assign is not of the day of decision 01',
  ],
  ['a decision that does not list the work', { ...sound, decisionItems: [] }, 'decision 02 does not list it'],
  [
    'another date of assignment',
    withWork({ assigned_on: '2022-03-11' }),
    'its date of assignment is not that of the decision',
  ],
  ['another assigner', withWork({ assigner_unit_id: 'other' }), 'its assigner did not issue the decision'],
  ['acceptance without a completion', { ...sound, completions: [] }, 'it is accepted without a completion'],
  [
    'another day of acceptance',
    withWork({ accepted_on: '2022-05-08' }),
    'the dates of its acceptance differ',
  ],
  [
    'proof of another work’s target',
    {
      ...sound,
      evidence: [
        {
          id: 'e',
          work_id: 'other',
          target_id: 't',
          kind: 'photo',
          title: 'Ảnh',
          effective_on: '2022-05-01',
        },
      ],
    },
    'belongs to the target of another work',
  ],
]

test.each(faults)('%s is named', (_name, data, problem) => {
  expect(inconsistenciesOf(data).join('\n')).toContain(problem)
})
