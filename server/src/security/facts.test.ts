import { expect, test } from 'vitest'
import { factsOf } from './facts.ts'

test('a change stands as before next to after, and what stayed is left out', () => {
  const payload = {
    before: { dueOn: '2022-06-30', title: 'Cũ' },
    after: { dueOn: '2022-09-30', title: 'Cũ' },
    reason: 'mưa lũ',
  }
  expect(factsOf(payload)).toEqual([
    { key: 'dueOn', before: '2022-06-30', after: '2022-09-30' },
    { key: 'reason', value: 'mưa lũ' },
  ])
})

test('a state before and after is a change of one word', () => {
  expect(factsOf({ work: '2022-tuky-003', before: 'offered', after: 'accepted' })).toEqual([
    { key: '', before: 'offered', after: 'accepted' },
    { key: 'work', value: '2022-tuky-003' },
  ])
})

test('what was not there before is told from what is gone', () => {
  expect(factsOf({ before: null, after: { name: 'Mới' } })).toEqual([
    { key: 'name', before: null, after: 'Mới' },
  ])
  expect(factsOf({ before: { name: 'Cũ' }, after: null })).toEqual([
    { key: 'name', before: 'Cũ', after: null },
  ])
})

test('nested facts stand by their path, lists of words as one fact', () => {
  const payload = {
    works: [{ code: 'a', action: 'assign' }],
    scopes: ['read', 'write'],
    none: null,
    empty: [],
  }
  expect(factsOf(payload)).toEqual([
    { key: 'works.1.code', value: 'a' },
    { key: 'works.1.action', value: 'assign' },
    { key: 'scopes', value: 'read, write' },
  ])
})
