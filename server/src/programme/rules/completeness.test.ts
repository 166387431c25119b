import { describe, expect, test } from 'vitest'
import { plainDate } from '../../platform/time/plain-date.ts'
import { completenessOf, type DraftTarget, type RegistrationDraft } from './completeness.ts'
import { decimal } from './decimal.ts'

const target: DraftTarget = {
  measure: 'văn bản đi được ký số',
  unit: '%',
  operator: 'eq',
  value: decimal(100),
  min: null,
  max: null,
  modality: 'committed',
  recognitionRequired: false,
  recognitionBy: null,
  measureKey: null,
}

const complete: RegistrationDraft = {
  ownerKind: 'individual',
  year: 2022,
  title: 'Cải cách hành chính',
  hasTheme: true,
  rationale: 'Văn bản giấy còn nhiều',
  baseline: '',
  product: '',
  proof: 'Sổ văn bản đi',
  minutesReference: '',
  resources: '',
  risks: '',
  dueOn: plainDate('2022-12-31'),
  targets: [target],
  steps: [{ name: 'Tập huấn', dueOn: plainDate('2022-04-30') }],
}

const empty: RegistrationDraft = {
  ...complete,
  ownerKind: 'collective',
  title: '',
  hasTheme: false,
  rationale: '',
  proof: '',
  dueOn: null,
  targets: [],
  steps: [],
}

const lacks = (fields: Partial<RegistrationDraft>) =>
  completenessOf({ ...complete, ...fields }).reasons.map(({ code, field }) => [code, field])
const lacksOfTarget = (fields: Partial<DraftTarget>) => lacks({ targets: [{ ...target, ...fields }] })

test('an individual registration needs no minutes (section 3.2)', () => {
  expect(completenessOf(complete)).toMatchObject({ complete: true, reasons: [] })
  expect(completenessOf(complete).parts.map(({ part }) => part)).not.toContain('minutes')
})

test('an empty form says all that it lacks at once', () => {
  expect(completenessOf(empty).reasons.map(({ code }) => code)).toEqual([
    'title_missing',
    'theme_missing',
    'rationale_missing',
    'target_missing',
    'step_missing',
    'due_on_missing',
    'proof_missing',
    'minutes_missing',
  ])
})

test('what is advised is shown, and keeps nobody from submitting', () => {
  const advised = completenessOf(complete).parts.filter(({ need }) => need === 'advised')
  expect(advised.map(({ part, complete: done }) => [part, done])).toEqual([
    ['baseline', false],
    ['product', false],
    ['binding_target', true],
    ['resources', false],
    ['risks', false],
  ])
})

describe('a target', () => {
  test.each([
    ['without a measure', { measure: ' ' }, [['target_measure_missing', 'targets.0.measure']]],
    ['without an operator', { operator: null }, [['target_operator_missing', 'targets.0.operator']]],
    ['without its number', { value: null }, [['target_value_missing', 'targets.0.value']]],
    ['with a number and no unit', { unit: null }, [['target_unit_missing', 'targets.0.unit']]],
    [
      'with half a range',
      { operator: 'range', min: decimal(1) },
      [['target_value_missing', 'targets.0.max']],
    ],
    [
      'with a range upside down',
      { operator: 'range', min: decimal(2), max: decimal(1) },
      [['target_range_reversed', 'targets.0.min']],
    ],
    ['with the range 1–2', { operator: 'range', min: decimal(1), max: decimal(2) }, []],
    [
      'recognised by nobody named',
      { recognitionRequired: true },
      [['target_recognition_unnamed', 'targets.0.recognitionBy']],
    ],
    ['done, without a product to see it in', { operator: 'done' }, [['product_missing', 'product']]],
    [
      'done, bound to a measure',
      { operator: 'done', measureKey: 'x' },
      [
        ['product_missing', 'product'],
        ['target_measure_needs_number', 'targets.0.operator'],
      ],
    ],
  ] as const)('%s', (_case, fields, expected) => {
    expect(lacksOfTarget(fields)).toEqual(expected)
  })

  test('is called by its place in the list', () => {
    const { reasons } = completenessOf({ ...complete, targets: [target, { ...target, measure: '' }] })
    expect(reasons).toEqual([
      { code: 'target_measure_missing', params: { number: 2 }, field: 'targets.1.measure' },
    ])
  })
})

describe('dates', () => {
  test.each([
    [
      'due before the year',
      { dueOn: plainDate('2021-12-31'), steps: [] },
      ['due_on_outside_year', 'step_missing'],
    ],
    ['a step without a date', { steps: [{ name: 'x', dueOn: null }] }, ['step_date_missing']],
    [
      'a step without a name',
      { steps: [{ name: '', dueOn: plainDate('2022-04-30') }] },
      ['step_name_missing'],
    ],
    [
      'a step of another year',
      { steps: [{ name: 'x', dueOn: plainDate('2023-04-30') }] },
      ['step_outside_year'],
    ],
    ['a step after the end', { dueOn: plainDate('2022-04-29') }, ['step_after_due']],
    ['a step on the last day', { dueOn: plainDate('2022-04-30') }, []],
  ] as const)('%s', (_case, fields, expected) => {
    const codes = lacks(fields).map(([code]) => code)
    expect([...codes].sort()).toEqual([...expected].sort())
  })
})
