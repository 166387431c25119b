import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesSource, digestSpans } from '../source.ts'
import { FileDigests } from './file-digests.ts'

const sizeBytes = 500
const source = bytesSource(Uint8Array.from({ length: sizeBytes }, (_, i) => (i * 7) % 251))
const place = fc.integer({ min: 0, max: sizeBytes })
const spans = fc
  .tuple(fc.constantFrom(0, 0, 0, 1), place, place, place)
  .map(([first, ...others]) => [first, ...others.sort((a, b) => a - b)] as const)
  .map(([start, a, b, end]) => [
    { start: Math.min(start, a), end: a },
    { start: b, end },
  ])

test('digests are those that each pair of spans has by itself', () => {
  fc.assert(
    fc.property(fc.array(spans), fc.constantFrom('sha256', 'sha512'), spans, (all, hash, further) => {
      const digests = new FileDigests(source, all)
      for (const one of [...all, further, further.slice(1)])
        expect(digests.of(one, hash)).toEqual(digestSpans(source, one, hash))
      const whole = [{ start: 0, end: sizeBytes }]
      expect(digests.whole(hash)).toEqual(digestSpans(source, whole, hash))
      expect(digests.whole('sha384')).toEqual(digestSpans(source, whole, 'sha384'))
    }),
  )
})
