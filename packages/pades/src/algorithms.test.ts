import { expect, test } from 'vitest'
import { type AlgorithmUse, type AlgorithmVerdict, judgeAlgorithm, type KeyKind } from './algorithms.ts'

const at = new Date('2026-03-15T02:00:00Z')
const rsa = (bits: number): KeyKind => ({ kind: 'rsa', bits, name: 'RSA' })
const ec = (name: string, bits = 256): KeyKind => ({ kind: 'ec', bits, name })

// TT15/2025, annex I; ETSI TS 119 312.
test.each<[AlgorithmUse, AlgorithmVerdict]>([
  [
    { hash: 'sha256', scheme: 'rsa-pss', key: rsa(2048) },
    { ok: true, note: null },
  ],
  [
    { hash: 'sha512', scheme: 'ecdsa', key: ec('P-256') },
    { ok: true, note: null },
  ],
  [
    { hash: 'sha3-384', scheme: 'ecdsa', key: ec('P-384', 384) },
    { ok: true, note: null },
  ],
  [
    { hash: 'sha256', scheme: 'ecdsa', key: ec('brainpoolP256r1') },
    { ok: true, note: null },
  ],
  [
    { hash: 'sha256', scheme: 'rsa-pkcs1', key: rsa(4096) },
    { ok: true, note: 'rsa_pkcs1' },
  ],
  [
    { hash: 'sha256', scheme: 'rsa-pss', key: rsa(2047) },
    { ok: false, reason: 'key_too_short', what: 'RSA 2047' },
  ],
  [
    { hash: 'sha256', scheme: 'rsa-pkcs1', key: rsa(1024) },
    { ok: false, reason: 'key_too_short', what: 'RSA 1024' },
  ],
  [
    { hash: 'sha1', scheme: 'rsa-pkcs1', key: rsa(4096) },
    { ok: false, reason: 'hash_weak', what: 'sha1' },
  ],
  [
    { hash: 'md5', scheme: 'rsa-pkcs1', key: rsa(4096) },
    { ok: false, reason: 'hash_weak', what: 'md5' },
  ],
  [
    { hash: 'sha224', scheme: 'ecdsa', key: ec('P-256') },
    { ok: false, reason: 'hash_weak', what: 'sha224' },
  ],
  [
    { hash: null, scheme: 'rsa-pss', key: rsa(2048) },
    { ok: false, reason: 'hash_unknown', what: 'rsa-pss' },
  ],
  [
    { hash: 'sha256', scheme: 'ecdsa', key: ec('explicit', 0) },
    { ok: false, reason: 'curve_not_allowed', what: 'explicit' },
  ],
  [
    { hash: 'sha256', scheme: 'ecdsa', key: ec('1.3.132.0.10', 0) },
    { ok: false, reason: 'curve_not_allowed', what: '1.3.132.0.10' },
  ],
  [
    { hash: 'sha256', scheme: 'other', key: { kind: 'other', bits: 0, name: '1.2.840.10040.4.1' } },
    { ok: false, reason: 'scheme_unknown', what: '1.2.840.10040.4.1' },
  ],
])('%o', (use, verdict) => {
  expect(judgeAlgorithm(use, at)).toEqual(verdict)
})
