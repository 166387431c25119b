import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode, leafOf, merkleRoot } from './hash.ts'
import { partingOf } from './verdict.ts'

const sha256 = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** The definition of RFC 6962, section 2.1, literally: slow, but obviously right. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Buffer.of(1), definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)))
}

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))
const leaves = fc.array(leaf, { maxLength: 70 })

test('the tree that keeps only its peaks has the root that RFC 6962 defines', () => {
  fc.assert(
    fc.property(leaves, (list) => {
      expect(merkleRoot(list)).toEqual(definedRoot(list))
    }),
  )
})

test('leaves of the published test vectors give the published roots', () => {
  // The seven leaf inputs of the certificate-transparency project's own tests, and the roots over the first 1, 2, 3 and 7.
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
  const hashed = inputs.map((hex) => sha256(Buffer.of(0), Buffer.from(hex, 'hex')))
  const roots = [1, 2, 3, 7].map((count) => merkleRoot(hashed.slice(0, count)).toString('hex'))
  expect(roots).toEqual([
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  ])
})

test('changing one leaf, swapping two, adding or removing one changes the root', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(leaf, { minLength: 2, maxLength: 40, selector: String }),
      fc.nat(),
      leaf,
      (list, at, other) => {
        const place = at % list.length
        const root = merkleRoot(list)
        const neighbour = (place + 1) % list.length
        const swapped = list.map(
          (one, index) => list[index === place ? neighbour : index === neighbour ? place : index] ?? one,
        )
        for (const changed of [
          list.toSpliced(place, 1),
          list.toSpliced(place, 0, other),
          swapped,
          ...(list.some((one) => one.equals(other)) ? [] : [list.with(place, other)]),
        ])
          expect(merkleRoot(changed)).not.toEqual(root)
      },
    ),
  )
})

test('two lists of words never have the same encoding', () => {
  const words = fc.array(fc.option(fc.string({ maxLength: 5 })), { maxLength: 5 })
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(encode(one).equals(encode(other))).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})

test('a null is not an empty word', () => {
  const entry = {
    id: '1',
    recordedAt: '',
    action: '',
    outcome: '',
    objectKind: null,
    objectId: null,
    accountId: null,
  }
  const rest = {
    personId: null,
    holdingId: null,
    bodyId: null,
    sourceAddress: null,
    requestId: '',
    commitment: '',
  }
  expect(leafOf({ ...entry, ...rest })).not.toEqual(leafOf({ ...entry, ...rest, objectId: '' }))
})

const marks = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 })

test('the first difference of two lists is classified correctly for one change, removal, insertion and swap', () => {
  fc.assert(
    fc.property(marks, fc.nat(), (should, at) => {
      const place = at % should.length
      expect(partingOf(should, should)).toBeNull()
      expect(partingOf(should.with(place, 'other'), should)).toEqual({ at: place, code: 'entry_changed' })
      expect(partingOf(should.toSpliced(place, 1), should)).toEqual({ at: place, code: 'entry_removed' })
      expect(partingOf(should.toSpliced(place, 0, 'other'), should)).toEqual({
        at: place,
        code: 'entry_inserted',
      })
      const last = should.length - 1
      if (place === last) return
      const swapped = should.with(place, should[last] ?? '').with(last, should[place] ?? '')
      expect(partingOf(swapped, should)).toEqual({ at: place, code: 'entries_reordered' })
    }),
  )
})
