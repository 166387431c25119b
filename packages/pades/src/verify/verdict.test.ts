import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from './report.ts'
import { indicationOf, isGood, verdictOf, verdictOfFile } from './verdict.ts'

type Weight = Finding['weight']
const weights = fc.array(fc.constantFrom<Weight>('fails', 'unknown', 'changed', 'note'))
const withWeights = (list: readonly Weight[]) => list.map((weight) => ({ weight }))

describe('the verdict on a signature', () => {
  test.each<[readonly Weight[], boolean, string]>([
    [[], false, 'valid'],
    [[], true, 'valid_no_tsa'],
    [['note'], false, 'valid'],
    [['unknown'], false, 'indeterminate'],
    [['unknown', 'changed'], false, 'modified_after'],
    [['changed'], true, 'modified_after'],
    [['changed', 'fails', 'unknown'], false, 'invalid'],
  ])('of %j, time claimed: %s, is %s', (list, timeIsClaimed, verdict) => {
    expect(verdictOf(withWeights(list), timeIsClaimed)).toBe(verdict)
  })

  test('is good only where nothing failed, nothing changed and nothing is unknown', () => {
    fc.assert(
      fc.property(weights, fc.boolean(), (list, timeIsClaimed) => {
        const isSound = list.every((weight) => weight === 'note')
        expect(isGood(verdictOf(withWeights(list), timeIsClaimed))).toBe(isSound)
      }),
    )
  })

  test('never becomes better by one more finding', () => {
    const order = ['invalid', 'modified_after', 'indeterminate', 'valid_no_tsa', 'valid']
    fc.assert(
      fc.property(weights, weights, fc.boolean(), (list, more, timeIsClaimed) => {
        const before = order.indexOf(verdictOf(withWeights(list), timeIsClaimed))
        expect(order.indexOf(verdictOf(withWeights([...list, ...more]), timeIsClaimed))).toBeLessThanOrEqual(
          before,
        )
      }),
    )
  })

  test('keeps changes made afterwards out of the indication', () => {
    expect(indicationOf(withWeights(['changed']))).toBe('VALID')
    expect(indicationOf(withWeights(['changed', 'unknown']))).toBe('INDETERMINATE')
  })
})

test('a file is as good as its worst signature, and without one it is its own answer', () => {
  expect(verdictOfFile([])).toBe('not_signed')
  expect(verdictOfFile(['valid', 'valid_no_tsa'])).toBe('valid_no_tsa')
  expect(verdictOfFile(['valid', 'indeterminate', 'modified_after'])).toBe('modified_after')
  expect(verdictOfFile(['modified_after', 'invalid'])).toBe('invalid')
  expect(isGood('not_signed')).toBe(false)
  expect(isGood('error')).toBe(false)
})
