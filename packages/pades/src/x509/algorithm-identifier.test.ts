import { constants, type KeyObject, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import type { KnownHash } from '../algorithms.ts'
import { DerReader } from '../der/read.ts'
import { encode, integer, oid, sequence, unsigned } from '../der/write.ts'
import { testKey } from '../testing/keys.ts'
import {
  hashOids,
  isSignatureRight,
  readHashAlgorithm,
  readSignatureAlgorithm,
} from './algorithm-identifier.ts'

const data = Buffer.from('Tờ trình')
const rsa = testKey('rsa2048', 'holder')
const ec = testKey('p256', 'holder')
const hashes = Object.keys(hashOids) as KnownHash[]
const { RSA_PKCS1_PSS_PADDING: padding } = constants

test.each(hashes)('%s is known by its identifier and by Node', (name) => {
  const identifier = encode(sequence(oid(hashOids[name])))
  expect(readHashAlgorithm(new DerReader(identifier))).toBe(name)
  const right = (scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa', key: KeyObject, value: Uint8Array) =>
    isSignatureRight({ scheme, hash: name, saltLength: 20 }, key, data, value)
  expect(right('rsa-pkcs1', rsa.publicKey, sign(name, data, rsa.privateKey))).toBe(true)
  expect(right('ecdsa', ec.publicKey, sign(name, data, ec.privateKey))).toBe(true)
  const pss = sign(name, data, { key: rsa.privateKey, padding, saltLength: 20 })
  expect(right('rsa-pss', rsa.publicKey, pss)).toBe(true)
  expect(right('rsa-pkcs1', rsa.publicKey, pss)).toBe(false)
})

test('a scheme that does not fit the key is wrong', () => {
  const value = sign('sha256', data, ec.privateKey)
  for (const scheme of ['rsa-pkcs1', 'rsa-pss', 'other'] as const)
    expect(isSignatureRight({ scheme, hash: 'sha256', saltLength: 32 }, ec.publicKey, data, value)).toBe(
      false,
    )
})

/** r and s of a value. */
function numbersOf(value: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const pair = new DerReader(value).sequence()
  return [pair.integerBytes(), pair.integerBytes()]
}

test('a value of ECDSA is strict DER of two numbers above zero', () => {
  const value = sign('sha256', data, ec.privateKey)
  const right = (changed: Uint8Array) =>
    isSignatureRight({ scheme: 'ecdsa', hash: 'sha256', saltLength: null }, ec.publicKey, data, changed)
  const [r, s] = numbersOf(value).map((one) => unsigned(one)) as [Uint8Array, Uint8Array]
  expect(right(encode(sequence(r, s)))).toBe(true)
  expect(right(sign('sha256', data, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }))).toBe(false)
  expect(right(encode(sequence(r, s, integer(0))))).toBe(false)
  expect(right(Buffer.concat([value, Buffer.of(0)]))).toBe(false)
  expect(right(encode(sequence(r)))).toBe(false)
  for (const zero of [0, -1]) {
    expect(right(encode(sequence(integer(zero), s)))).toBe(false)
    expect(right(encode(sequence(r, integer(zero))))).toBe(false)
  }
  expect(right(new Uint8Array(0))).toBe(false)
})

test('parameters other than none and NULL are refused where there are none', () => {
  const identifier = encode(sequence(oid('1.2.840.10045.4.3.2'), integer(1)))
  expect(() => readSignatureAlgorithm(new DerReader(identifier))).toThrow(
    expect.objectContaining({ code: 'der_malformed' }),
  )
})

test('what is not known is read and counts as other', () => {
  const identifier = encode(sequence(oid('1.3.101.112')))
  expect(readSignatureAlgorithm(new DerReader(identifier))).toMatchObject({ scheme: 'other', hash: null })
  expect(readHashAlgorithm(new DerReader(identifier))).toBeNull()
})
