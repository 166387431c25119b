import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../../platform/words.ts'
import { parts } from './completeness.ts'
import { tiers } from './guards/registration.ts'
import { periodKeys } from './periods.ts'
import { refusals as en } from './refusals.en.ts'
import { reason, reasonIf, refusalParams } from './refusals.ts'
import { refusals as vi } from './refusals.vi.ts'
import { signals } from './signals.ts'
import { births, evidenceStates, workActions, workStates } from './states.ts'
import { modalities, operators } from './targets.ts'
import { words as wordsEn } from './words.en.ts'
import { words as wordsVi } from './words.vi.ts'

const names = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

describe.each<[string, Catalogue]>([
  ['Vietnamese', vi],
  ['English', en],
])('the %s catalogue of refusals', (_language, catalogue) => {
  test('has a sentence for every code, and none for any other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(
      Object.keys(refusalParams)
        .map((code) => `refusal.${code}`)
        .sort(),
    )
  })

  test.each(Object.entries(refusalParams))('says %s with every parameter, once', (code, params) => {
    expect(names(catalogue[`refusal.${code}`] ?? '')).toEqual([...params].sort())
  })

  test.each(Object.keys(refusalParams))('says of %s what is so and what is to be done', (code) => {
    const sentence = catalogue[`refusal.${code}`] ?? ''
    expect(sentence).toMatch(/^[\p{Lu}{“].*[.]$/u)
    expect(sentence.length).toBeGreaterThan(40)
  })
})

test('every code is raised by some rule, or by the decision that lists works', () => {
  const rules = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.includes('.test.') && !/refusals\.|words\./.test(path),
  )
  const sources = [...rules, '../decisions/record-decision.ts']
    .map((path) => readFileSync(`${import.meta.dirname}/${path}`, 'utf8'))
    .join('\n')
  expect(Object.keys(refusalParams).filter((code) => !sources.includes(`'${code}'`))).toEqual([])
})

describe('the code words', () => {
  test('have the same keys in both languages', () => {
    expect(Object.keys(wordsEn)).toEqual(Object.keys(wordsVi))
  })

  test('cover every code word that a rule can name', () => {
    const needed = [
      ...[...workStates, ...evidenceStates].map((state) => `state.${state}`),
      ...[...workActions, ...Object.keys(births)].map((action) => `action.${action}`),
      ...operators.map((operator) => `operator.${operator}`),
      ...modalities.map((modality) => `modality.${modality}`),
      ...signals.map((signal) => `signal.${signal}`),
      ...periodKeys.map((period) => `period.${period}`),
      ...tiers.map((tier) => `tier.${tier}`),
      ...parts.map((part) => `part.${part}`),
    ]
    expect(needed.filter((key) => !Object.hasOwn(wordsVi, key))).toEqual([])
  })
})

test('a reason carries its code, its parameters and its field', () => {
  expect(reason('due_on_missing', {}, 'dueOn')).toEqual({
    code: 'due_on_missing',
    params: {},
    field: 'dueOn',
  })
  expect(reasonIf(false, 'reason_missing', {})).toEqual([])
  // @ts-expect-error a sentence must get all its parameters
  expect(reason('due_on_outside_year', { year: 2022 }).params).toEqual({ year: 2022 })
})
