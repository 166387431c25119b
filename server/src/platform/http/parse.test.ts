import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { messages as english } from '../messages.en.ts'
import { messages as vietnamese } from '../messages.vi.ts'
import { Refusal } from '../refusal.ts'
import { wordsOf } from '../words.ts'
import { choice, date, many, optionalDate, optionalWhole, text, whole } from './fields.ts'
import { parseInput, parseQuery, parseTyped } from './parse.ts'
import { problemOf, refusalOf, sentenceOf } from './problem.ts'

const catalogues = { vi: vietnamese, en: english }
const schema = z.strictObject({
  title: text(5),
  on: date(),
  until: optionalDate(),
  tier: choice(['province', 'district']),
  rows: many(z.strictObject({ value: whole(1, 10) }), 2),
})
const right = { title: 'Một', on: '18/05/2022', tier: 'province' }

const reasonsOf = (input: unknown, parse: typeof parseInput = parseTyped) => {
  try {
    parse(schema, input)
  } catch (error) {
    if (error instanceof Refusal) return error.reasons
  }
  return []
}

describe('parsing', () => {
  test('gives exact values out of what a form sends', () => {
    expect(parseTyped(schema, right)).toEqual({
      title: 'Một',
      on: '2022-05-18',
      until: null,
      tier: 'province',
      rows: [],
    })
  })

  test.each([
    ['a missing field', { title: undefined }, 'title', 'error.required'],
    ['null', { title: null }, 'title', 'error.required'],
    ['spaces only', { title: '  ' }, 'title', 'error.required'],
    ['a long text', { title: 'Một hai' }, 'title', 'error.too_long'],
    ['a number for a text', { title: 5 }, 'title', 'error.wrong_type'],
    ['a list for a text', { title: ['a'] }, 'title', 'error.wrong_type'],
    ['a day that there is not', { on: '31/02/2022' }, 'on', 'error.date'],
    ['no day', { on: '' }, 'on', 'error.required'],
    ['a wrong day where none is needed', { until: '32/01/2022' }, 'until', 'error.date'],
    ['no choice', { tier: '' }, 'tier', 'error.choice'],
    ['another choice', { tier: 'village' }, 'tier', 'error.choice'],
    [
      'a number out of bounds in a row',
      { rows: [{ value: '1' }, { value: '11' }] },
      'rows.1.value',
      'error.whole_number',
    ],
    ['a field too many', { evil: 'x' }, 'evil', 'error.unknown_field'],
    ['a field too many in a row', { rows: [{ value: '1', evil: '' }] }, 'rows.0.evil', 'error.unknown_field'],
  ])('%s is named by its path and a code', (_name, change, field, code) => {
    expect(reasonsOf({ ...right, ...change })).toMatchObject([{ field, code }])
  })

  test.each([
    ['a day as it is typed', { on: '18/05/2022' }, 'on', 'error.date', undefined],
    [
      'a number as text',
      { rows: [{ value: '1' }] },
      'rows.0.value',
      'error.wrong_type',
      ['number', 'string'],
    ],
    ['a list for a text', { title: ['a'] }, 'title', 'error.wrong_type', ['string', 'array']],
    ['a text for a list', { rows: 'a' }, 'rows', 'error.wrong_type', ['array', 'string']],
    ['an empty text for no day', { until: '' }, 'until', 'error.required', undefined],
  ])(
    '%s is not valid JSON input: the expected and the found type are reported',
    (_name, change, field, code, types) => {
      const json = { ...right, on: '2022-05-18', ...change }
      const params = types === undefined ? {} : { params: { expected: types[0], found: types[1] } }
      expect(reasonsOf(json, parseInput)).toMatchObject([{ field, code, ...params }])
    },
  )

  test('an address carries numbers and days as a machine writes them', () => {
    const query = z.strictObject({ on: optionalDate(), limit: optionalWhole(1, 2000) })
    expect(parseQuery(query, { on: '2022-05-18', limit: '12' })).toEqual({ on: '2022-05-18', limit: 12 })
    expect(parseQuery(query, { on: '', limit: '' })).toEqual({ on: null, limit: null })
    expect(() => parseQuery(query, { on: '18/05/2022' })).toThrow()
    expect(() => parseQuery(query, { limit: '1.234' })).toThrow()
  })

  test('names everything that is wrong at once', () => {
    expect(reasonsOf({}).map((reason) => reason.field)).toEqual(['title', 'on', 'tier'])
  })

  test.each([undefined, null, 'text', 7, []])('%j is no form', (input) => {
    expect(reasonsOf(input).length).toBeGreaterThan(0)
  })

  test('every code that it gives has a sentence in both languages, with its parameters filled in', () => {
    const wrong = {
      title: 'Một hai',
      on: 'x',
      until: 'x',
      tier: 'x',
      rows: [{ value: 'x' }, {}, {}],
      evil: 1,
    }
    for (const language of ['vi', 'en'] as const) {
      const words = wordsOf(catalogues, language)
      for (const reason of reasonsOf(wrong)) {
        const sentence = sentenceOf(words, reason)
        expect(sentence).not.toBe(reason.code)
        expect(sentence).not.toMatch(/[{}]/)
      }
    }
  })
})

describe('problem details', () => {
  const refusal = new Refusal(
    'scope_missing',
    { scope: 'write' },
    {
      status: 403,
      reasons: [
        { code: 'scope_missing', params: { scope: 'write' } },
        { code: 'error.required', field: 'title', subject: '2022-tuky-003' },
      ],
    },
  )

  test('speak the reader’s language and keep a stable code', () => {
    const problem = problemOf(wordsOf(catalogues, 'en'), refusal, 'r-1')
    expect(problem).toEqual({
      type: 'urn:dotpha:problem:scope_missing',
      title: 'Not allowed',
      status: 403,
      detail: 'This token is not allowed to “write”. Ask an administrator for one that is.',
      code: 'scope_missing',
      instance: 'urn:dotpha:request:r-1',
      errors: [
        {
          code: 'scope_missing',
          detail: 'This token is not allowed to “write”. Ask an administrator for one that is.',
          params: { scope: 'write' },
        },
        {
          code: 'error.required',
          field: 'title',
          subject: '2022-tuky-003',
          detail: '2022-tuky-003: Fill in this field.',
        },
      ],
    })
    expect(problemOf(wordsOf(catalogues, 'vi'), refusal, 'r-1')).toMatchObject({
      code: 'scope_missing',
      title: 'Không được phép',
    })
  })

  test.each([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'body_too_large', 413],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'media_type_refused', 415],
    ['FST_FILES_LIMIT', 'form_too_large', 413],
    ['FST_PROTO_VIOLATION', 'form_malformed', 400],
    ['22021', 'text_malformed', 400],
  ])('what the framework calls %s is %s to people', (code, ours, status) => {
    expect(refusalOf(Object.assign(new Error('x'), { code }))).toMatchObject({ code: ours, status })
    expect(Object.keys(vietnamese)).toContain(`refusal.${ours}`)
  })

  test('an internal failure is not a refusal, and its message is not shown', () => {
    expect(refusalOf(new Error('password authentication failed'))).toBeUndefined()
    expect(refusalOf(Object.assign(new Error('x'), { code: '23505' }))).toBeUndefined()
    expect(refusalOf('text')).toBeUndefined()
  })
})
