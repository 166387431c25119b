import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { type Decimal, decimal } from './decimal.ts'
import {
  assessTarget,
  blocksCompletion,
  type Goal,
  goalOf,
  judge,
  type LiveCount,
  type Proof,
  ratioWithExclusions,
  type Target,
  type TargetFacts,
} from './targets.ts'

const on = plainDate('2022-12-20')
const yearStart = plainDate('2022-01-01')

function aTarget(fields: Partial<Target>): Target {
  return {
    id: 'target',
    measure: 'vùng sản xuất được công nhận',
    unit: 'vùng',
    goal: { operator: 'range', min: decimal(1), max: decimal(2) },
    modality: 'committed',
    exceptions: [],
    recognitionRequired: false,
    measureKey: null,
    ...fields,
  }
}

function facts(fields: Partial<TargetFacts>): TargetFacts {
  return { claims: [], proofs: [], live: null, countsFrom: yearStart, ...fields }
}

function proof(fields: Partial<Proof>): Proof {
  return {
    effectiveOn: plainDate('2022-11-01'),
    acceptedOn: plainDate('2022-11-10'),
    replacedOn: null,
    reading: null,
    recognition: null,
    ...fields,
  }
}

function recognised(quantity: number, recognisedOn = '2022-11-01', validUntil: string | null = null): Proof {
  return proof({
    recognition: {
      quantity: decimal(quantity),
      recognisedOn: plainDate(recognisedOn),
      validUntil: validUntil === null ? null : plainDate(validUntil),
    },
  })
}

const number = (operator: 'eq' | 'gte' | 'lte', value: string): Goal => ({ operator, value: decimal(value) })
const oneToTwo: Goal = { operator: 'range', min: decimal(1), max: decimal(2) }

describe('a goal', () => {
  test.each([
    ['range 1–2, scenario 3', oneToTwo, '0', 'not_met'],
    ['range 1–2, scenario 3', oneToTwo, '1', 'met'],
    ['range 1–2, scenario 3', oneToTwo, '2', 'met'],
    ['range 1–2, scenario 3', oneToTwo, '3', 'exceeded'],
    ['range, between whole numbers', oneToTwo, '1.5', 'met'],
    ['gte', number('gte', '5'), '4.999999', 'not_met'],
    ['gte', number('gte', '5'), '5', 'met'],
    ['gte, section 3.6: measured beyond', number('gte', '5'), '5.1', 'exceeded'],
    ['lte', number('lte', '3'), '3.1', 'not_met'],
    ['lte', number('lte', '3'), '3', 'met'],
    ['lte', number('lte', '3'), '2', 'exceeded'],
    ['eq: exactly', number('eq', '100'), '100', 'met'],
    ['eq: exactly', number('eq', '100'), '98.9', 'not_met'],
    ['eq: more can be worse', number('eq', '0'), '1', 'not_met'],
  ] as const)('%s: %j read as %s is %s', (_source, goal, value, met) => {
    expect(judge(goal, decimal(value))).toBe(met)
  })

  test('without a number is done or not done, and cannot be exceeded (scenario 5, section 3.6)', () => {
    expect(judge({ operator: 'done' }, true)).toBe('met')
    expect(judge({ operator: 'done' }, false)).toBe('not_met')
    expect(judge({ operator: 'done' }, null)).toBe('undetermined')
    expect(judge({ operator: 'done' }, decimal(100))).toBe('undetermined')
    expect(judge(oneToTwo, true)).toBe('undetermined')
  })

  test.each([
    [
      'no operator and no number printed (the digitisation target)',
      null,
      null,
      null,
      null,
      { operator: 'done' },
    ],
    ['a value', 'gte', '5', null, null, { operator: 'gte', value: '5' }],
    ['a missing value', 'gte', null, null, null, null],
    ['a range', 'range', null, '1', '2', { operator: 'range', min: '1', max: '2' }],
    ['half a range', 'range', null, '1', null, null],
    ['a range upside down', 'range', null, '2', '1', null],
  ] as const)('is made of its fields: %s', (_case, operator, value, min, max, goal) => {
    const read = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
    expect(goalOf({ operator, value: read(value), min: read(min), max: read(max) })).toEqual(goal)
  })
})

describe('a target that an authority must recognise (scenario 3)', () => {
  const zones = aTarget({ recognitionRequired: true })
  const claims = [{ reportedOn: plainDate('2022-11-01'), reading: decimal(2) }]

  test('2 built and 0 recognised: claimed 2, confirmed 0, not met', () => {
    expect(assessTarget(zones, facts({ claims }), on)).toEqual({
      claimed: '2',
      confirmed: '0',
      met: 'not_met',
      basis: 'not_recognised',
    })
  })

  test.each([
    [[1], '1', 'met'],
    [[1, 1], '2', 'met'],
    [[1, 2], '3', 'exceeded'],
  ])('with %j recognised, %s is confirmed: %s', (quantities, confirmed, met) => {
    const proofs = quantities.map((quantity) => recognised(quantity))
    expect(assessTarget(zones, facts({ claims, proofs }), on)).toMatchObject({ claimed: '2', confirmed, met })
  })

  test('the 6 organic zones that were there before never count', () => {
    const proofs = [recognised(6, '2021-06-30')]
    expect(assessTarget(zones, facts({ proofs }), on)).toMatchObject({ confirmed: '0', met: 'not_met' })
  })

  test('a value that was merely accepted is no recognition', () => {
    const proofs = [proof({ reading: decimal(2) })]
    expect(assessTarget(zones, facts({ proofs }), on)).toMatchObject({
      confirmed: '0',
      basis: 'not_recognised',
    })
  })

  test.each([
    ['offered only', proof({ ...recognised(1), acceptedOn: null })],
    ['accepted later', proof({ ...recognised(1), acceptedOn: plainDate('2022-12-21') })],
    ['no longer valid', recognised(1, '2022-11-01', '2022-12-19')],
    ['dated later', recognised(1, '2022-12-21')],
    ['replaced', proof({ ...recognised(1), replacedOn: on })],
  ])('a recognition that is %s does not count', (_case, piece) => {
    expect(assessTarget(zones, facts({ proofs: [piece] }), on).confirmed).toBe('0')
  })

  test('is valid on its last day, and counts until it is replaced', () => {
    const proofs = [
      recognised(1, '2022-11-01', '2022-12-20'),
      proof({ ...recognised(1), replacedOn: addDays(on, 1) }),
    ]
    expect(assessTarget(zones, facts({ proofs }), on).confirmed).toBe('2')
  })

  test('without a number is done once anything is recognised', () => {
    const target = aTarget({ recognitionRequired: true, goal: { operator: 'done' } })
    expect(assessTarget(target, facts({}), on)).toMatchObject({ confirmed: false, met: 'not_met' })
    expect(assessTarget(target, facts({ proofs: [recognised(1)] }), on)).toMatchObject({
      confirmed: true,
      met: 'met',
    })
  })
})

describe('a target bound to evidence', () => {
  const target = aTarget({ goal: number('gte', '20') })

  test('claimed moves by reports, confirmed only by accepted evidence', () => {
    const claims = [
      { reportedOn: plainDate('2022-07-01'), reading: decimal(12) },
      { reportedOn: plainDate('2022-10-01'), reading: decimal(25) },
    ]
    const proofs = [proof({ reading: decimal(12) }), proof({ reading: decimal(25), acceptedOn: null })]
    expect(assessTarget(target, facts({ claims, proofs }), on)).toEqual({
      claimed: '25',
      confirmed: '12',
      met: 'not_met',
      basis: 'accepted_evidence',
    })
  })

  test('the value of the later day holds, whichever was accepted last', () => {
    const proofs = [
      proof({
        reading: decimal(18),
        effectiveOn: plainDate('2022-09-30'),
        acceptedOn: plainDate('2022-12-01'),
      }),
      proof({
        reading: decimal(12),
        effectiveOn: plainDate('2022-06-30'),
        acceptedOn: plainDate('2022-12-15'),
      }),
    ]
    expect(assessTarget(target, facts({ proofs }), on).confirmed).toBe('18')
  })

  test('without accepted evidence nothing can be said', () => {
    const claims = [{ reportedOn: plainDate('2022-07-01'), reading: decimal(30) }]
    expect(assessTarget(target, facts({ claims }), on)).toMatchObject({
      confirmed: null,
      met: 'undetermined',
    })
  })

  test('a day asked for does not know what came after it', () => {
    const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(yearStart, days))
    const anyProof = fc.record({
      effectiveOn: anyDay,
      acceptedOn: fc.option(anyDay),
      replacedOn: fc.option(anyDay),
      reading: fc.integer({ min: 0, max: 30 }).map((value) => decimal(value)),
      recognition: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(anyProof, { maxLength: 6 }), anyDay, (proofs, day: PlainDate) => {
        const known = proofs
          .filter((piece) => piece.acceptedOn !== null && piece.acceptedOn <= day && piece.effectiveOn <= day)
          .map((piece) => ({
            ...piece,
            replacedOn: piece.replacedOn !== null && piece.replacedOn <= day ? piece.replacedOn : null,
          }))
        expect(assessTarget(target, facts({ proofs }), day)).toEqual(
          assessTarget(target, facts({ proofs: known }), day),
        )
      }),
    )
  })
})

describe('a target bound to a live measure', () => {
  const signed = aTarget({ goal: number('eq', '100'), unit: '%', measureKey: 'documents.signed_ratio' })
  const live = (numerator: number, denominator: number, unit: LiveCount['unit'] = '%'): TargetFacts =>
    facts({ live: { numerator, denominator, unit } })

  test('is judged by the exact share, not by the rounded one', () => {
    expect(assessTarget(signed, live(940, 950), on)).toMatchObject({ confirmed: '98.9', met: 'not_met' })
    expect(assessTarget(signed, live(99_999, 100_000), on)).toMatchObject({
      confirmed: '99.9',
      met: 'not_met',
    })
    expect(assessTarget(signed, live(950, 950), on)).toMatchObject({ confirmed: '100', met: 'met' })
  })

  test('of nothing is undetermined, never 100 % (design 8.15)', () => {
    expect(assessTarget(signed, live(0, 0), on)).toEqual({
      claimed: null,
      confirmed: null,
      met: 'undetermined',
      basis: 'nothing_due',
    })
  })

  test('knows neither claims nor evidence', () => {
    const typed = {
      ...live(1, 2),
      claims: [{ reportedOn: yearStart, reading: decimal(100) }],
      proofs: [proof({ reading: decimal(100) })],
    }
    expect(assessTarget(signed, typed, on)).toMatchObject({ claimed: null, confirmed: '50' })
  })

  test('counts, where its unit is no share', () => {
    const target = aTarget({ goal: number('gte', '10'), measureKey: 'exchange.sent' })
    expect(assessTarget(target, live(12, 12, 'count'), on)).toMatchObject({
      confirmed: '12',
      met: 'exceeded',
    })
  })

  test('without its measure is undetermined', () => {
    expect(assessTarget(signed, facts({}), on)).toMatchObject({
      met: 'undetermined',
      basis: 'measure_missing',
    })
  })
})

describe('the exception list (scenario 4)', () => {
  const counted = {
    total: 1_000,
    achieved: 940,
    exclusions: [
      { reason: 'secret', count: 30 },
      { reason: 'not_on_list', count: 20 },
    ],
  }

  test('leaves 30 secret and 20 unlisted out: 940 of 950 is 98,9 %, and 100 % is not met', () => {
    const share = ratioWithExclusions(counted, ['secret', 'not_on_list'])
    expect(share).toMatchObject({ numerator: 940, denominator: 950, percent: '98.9', kept: [] })
    const target = aTarget({ goal: number('eq', '100'), measureKey: 'documents.signed_ratio' })
    expect(assessTarget(target, facts({ live: { ...share, unit: '%' } }), on).met).toBe('not_met')
  })

  test('belongs to one target: the sentence without an exception keeps its own denominator', () => {
    expect(ratioWithExclusions(counted, [])).toMatchObject({
      denominator: 1_000,
      percent: '94',
      excluded: [],
    })
  })

  test('refuses counts that cannot be of one whole', () => {
    expect(() => ratioWithExclusions({ ...counted, achieved: 960 }, ['secret', 'not_on_list'])).toThrow(
      RangeError,
    )
    expect(() => ratioWithExclusions({ ...counted, total: 10 }, ['secret'])).toThrow(RangeError)
    expect(() => ratioWithExclusions({ ...counted, achieved: 1.5 }, [])).toThrow(RangeError)
  })
})

test('an aspiration never blocks; the other two promises do until they are met (scenario 6)', () => {
  expect(blocksCompletion({ modality: 'aspirational' }, 'not_met')).toBe(false)
  expect(blocksCompletion({ modality: 'aspirational' }, 'undetermined')).toBe(false)
  for (const modality of ['committed', 'carry_out'] as const) {
    expect(blocksCompletion({ modality }, 'not_met')).toBe(true)
    expect(blocksCompletion({ modality }, 'undetermined')).toBe(true)
    expect(blocksCompletion({ modality }, 'met')).toBe(false)
    expect(blocksCompletion({ modality }, 'exceeded')).toBe(false)
  }
})
