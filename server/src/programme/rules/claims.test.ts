import { expect, test } from 'vitest'
import { reconcile, reconciliationWords } from './claims.ts'
import { words as en } from './words.en.ts'
import { words as vi } from './words.vi.ts'

/** Programme specification 6.1 and acceptance scenario 1. */
test.each([
  [143, 143, 0, 'agrees', 'khớp'],
  [143, 142, -1, 'differs', 'lệch 1'],
  [234, 240, 6, 'differs', 'lệch 6'],
  [36, 0, -36, 'differs', 'lệch 36'],
  [null, 12, null, 'not_stated', 'không nêu'],
] as const)(
  'published %s, register %i: deviation %s, %s',
  (published, register, deviation, verdict, said) => {
    const reconciliation = reconcile(published, register)
    expect(reconciliation).toEqual({ published, register, deviation, verdict })
    const { key, params } = reconciliationWords(reconciliation)
    expect(vi[key]?.replace('{count}', String(params.count))).toBe(said)
    expect(en[key]).toBeDefined()
  },
)
