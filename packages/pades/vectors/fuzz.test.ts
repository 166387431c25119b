import { expect, test } from 'vitest'
import { fuzz } from '../src/testing/fuzz/fuzz.ts'
import { fuzzTargets } from './fuzz-seeds.ts'

// The long run is `npm run test:long`; this one shows that it would find something, and that nothing lies open.

test.each(fuzzTargets().map((target) => [target.name, target] as const))(
  '%s neither crashes nor hangs on what is broken',
  async (_, target) => {
    const { cases, faults } = await fuzz(target, { seed: 20_260_315, cases: 1000 })
    expect(faults.map(({ what }) => what)).toEqual([])
    expect(cases).toBe(1000)
  },
)

test('a crash is found, and told with its input', async () => {
  const [target] = fuzzTargets()
  if (target === undefined) throw new RangeError('there are no targets')
  const run = (bytes: Uint8Array) => {
    if (bytes[0] !== target.seeds[0]?.[0]) throw new TypeError('a crash')
  }
  const { faults } = await fuzz({ ...target, run }, { seed: 1, cases: 2000 })
  expect(faults[0]?.what).toContain('TypeError: a crash')
  expect(faults[0]?.input[0]).not.toBe(target.seeds[0]?.[0])
})
