import { expect, test } from 'vitest'
import { checkDocument } from '../../src/check/check-document.ts'
import { readDocument } from '../../src/read/read.ts'
import { compare } from '../measure.ts'
import { odd } from './odd.ts'

test.each(odd.map((each) => [each.label.id, each] as const))(
  '%s is sound, and nothing is said of it',
  async (_, { label, bytes }) => {
    const report = checkDocument(await readDocument(await bytes()), { profile: label.profile, at: label.at })
    const { falsely } = compare(label, false, report)
    expect(falsely).toEqual([])
  },
)

test('each of them is recognised as what it is', async () => {
  for (const { label, bytes } of odd) {
    const { kind } = checkDocument(await readDocument(await bytes()), { at: label.at })
    expect(kind, label.id).toBe(label.kind)
  }
})
