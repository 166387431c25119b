import { expect, test } from 'vitest'
import { layOf } from '../files.ts'
import { unseen } from './unseen.ts'

test('forty documents are labelled, and every damage can be done', () => {
  expect(unseen.labels).toHaveLength(40)
  for (const label of unseen.labels)
    expect(layOf(unseen, label, true), label.id).not.toEqual(layOf(unseen, label, false))
})
