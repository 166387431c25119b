import { expect, test } from 'vitest'
import { compare } from './proof.ts'

const drafts = [{ title: 'một', id: 'a', isEdited: true }, { title: 'hai', id: 'b' }, { title: 'ba' }]
const works = [
  { id: 'a', title: 'một (đã sửa)' },
  { id: 'b', title: 'hai' },
]
const entries = [
  { id: 'a', action: 'work.register', count: 1 },
  { id: 'a', action: 'work.edit', count: 1 },
  { id: 'b', action: 'work.register', count: 1 },
]
const nothing = { lost: [], doubled: [], unrecorded: [] }

test('all that was acknowledged is there once, with its entry; what was not may be missing', () => {
  expect(compare(drafts, works, entries)).toEqual(nothing)
})

test('a work that is gone and an edit that was undone are lost', () => {
  expect(compare(drafts, works.slice(0, 1), entries).lost).toEqual(['hai'])
  const undone = [{ id: 'a', title: 'một' }, ...works.slice(1)]
  expect(compare(drafts, undone, entries).lost).toEqual(['một (đã sửa)'])
})

test('an act that left two works or two entries is doubled', () => {
  const twice = [...works, { id: 'c', title: 'hai' }]
  const recorded = [...entries, { id: 'c', action: 'work.register', count: 1 }]
  expect(compare(drafts, twice, recorded).doubled).toEqual(['hai'])
  const repeated = entries.map((entry) => ({ ...entry, count: entry.action === 'work.edit' ? 2 : 1 }))
  expect(compare(drafts, works, repeated).doubled).toEqual(['work.edit a'])
})

test('a work or an edit without its entry is unrecorded', () => {
  expect(compare(drafts, works, entries.slice(0, 2)).unrecorded).toEqual(['register: hai'])
  expect(compare(drafts, works, [...entries.slice(0, 1), ...entries.slice(2)]).unrecorded).toEqual([
    'edit: một (đã sửa)',
  ])
})
