import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import { normaliseDer } from './normalise.ts'
import { DerReader, tags } from './read.ts'
import {
  bmp,
  type DerPart,
  element,
  encode,
  flags,
  generalizedTime,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  unsigned,
  utf8,
  writeHead,
} from './write.ts'

const reader = (part: DerPart): DerReader => new DerReader(encode(part))

test('numbers go round', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
      (n) => reader(integer(n)).integer() === n,
    ),
  )
})

test('magnitudes go round as numbers of 0 or more', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (octets) => {
      const value = BigInt(`0x${Buffer.from(octets).toString('hex')}`)
      return reader(unsigned(octets)).integer() === value
    }),
  )
})

test('identifiers go round', () => {
  const arcs = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n }), { maxLength: 5 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 39 }),
      arcs,
      (first, second, rest) => {
        const dotted = [first, second, ...rest].join('.')
        return reader(oid(dotted)).oid() === dotted
      },
    ),
  )
})

test('named bits go round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (value) => reader(flags(value)).flags() === value),
  )
})

test('texts go round', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(fc.property(text, (value) => reader(utf8(value)).text() === value))
  fc.assert(fc.property(text, (value) => reader(bmp(value)).text(tags.bmp) === value))
})

test('times go round', () => {
  const whole = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(whole, (date) => {
      const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000)
      expect(reader(time(date)).time()).toEqual(seconds)
      expect(reader(generalizedTime(date, { fraction: true })).time()).toEqual(date)
    }),
  )
})

test('lengths of every size go round', () => {
  for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536, 16_777_216])
    expect(reader(octetString(Buffer.alloc(length))).octets().length).toBe(length)
})

test('a SET OF is in its order', () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 8 })
  fc.assert(
    fc.property(parts, (contents) => {
      const set = reader(setOf(...contents.map((one) => octetString(one)))).set()
      const encoded: Uint8Array[] = []
      while (!set.done) encoded.push(set.raw())
      expect(encoded).toEqual([...encoded].sort(Buffer.compare))
      expect(encoded.length).toBe(contents.length)
    }),
  )
})

/** A tree of elements, and how BER may write it. */
interface Tree {
  readonly content: Uint8Array | readonly Tree[]
  readonly style: number
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    content: fc.oneof(
      { maxDepth: 5 },
      fc.uint8Array({ maxLength: 300 }),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
    style: fc.integer({ min: 0, max: 3 }),
  }),
}))

const asDer = ({ content }: Tree): DerPart =>
  content instanceof Uint8Array ? octetString(content) : sequence(...content.map(asDer))

/** Definite, indefinite, padded, or in pieces. */
function asBer({ content, style }: Tree): Buffer {
  if (content instanceof Uint8Array) {
    if (style === 1 || style === 2) {
      const cut = Math.floor(content.length / 2)
      const pieces = [content.subarray(0, cut), content.subarray(cut)].map((one) => encode(octetString(one)))
      return style === 1 ? indefinite(0x24, pieces) : Buffer.from(encode(element(0x24, ...pieces)))
    }
    return style === 3 ? padded(tags.octetString, content) : Buffer.from(encode(octetString(content)))
  }
  const inner = content.map(asBer)
  if (style === 1) return indefinite(tags.sequence, inner)
  return style === 3 ? padded(tags.sequence, Buffer.concat(inner)) : Buffer.from(encode(sequence(...inner)))
}

const indefinite = (tag: number, parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.of(tag, 0x80), ...parts, Buffer.of(0, 0)])

function padded(tag: number, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([Buffer.of(tag, 0x84), length, content])
}

test('BER becomes the DER of the same', () => {
  fc.assert(
    fc.property(tree, fc.uint8Array({ maxLength: 5 }), (one, after) => {
      const ber = asBer(one)
      const der = Buffer.from(encode(asDer(one)))
      const normalised = normaliseDer(Buffer.concat([ber, after]))
      expect(Buffer.from(normalised.der)).toEqual(der)
      expect(normalised.sizeBytes).toBe(ber.length)
      expect(normalised.wasDer).toBe(der.equals(ber))
    }),
  )
})

test('DER stays the same memory', () => {
  const der = encode(sequence(octetString(Buffer.from('abc')), integer(5)))
  const normalised = normaliseDer(der)
  expect(normalised.wasDer).toBe(true)
  expect(normalised.der.buffer).toBe(der.buffer)
})

test('any bytes give DER or an error of ours', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const { der } = normaliseDer(bytes)
        return normaliseDer(der).wasDer
      } catch (error) {
        return error instanceof PadesError && error.code === 'der_malformed'
      }
    }),
    { numRuns: 2000 },
  )
})

test('a thousand indefinite lengths in one another are refused', () => {
  const deep = Buffer.concat([Buffer.alloc(2000, '3080', 'hex'), Buffer.alloc(2000)])
  expect(() => normaliseDer(deep)).toThrow(expect.objectContaining({ code: 'der_malformed' }))
})

test('a head is written as long as is said', () => {
  const target = Buffer.alloc(6)
  expect(writeHead(target, 0, tags.sequence, 0x10000)).toBe(5)
  expect(target).toEqual(Buffer.from('308301000000', 'hex'))
})
