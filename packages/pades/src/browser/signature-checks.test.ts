import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { KnownHash } from '../algorithms.ts'
import { PadesError } from '../errors.ts'
import { SignatureChecks, type SignatureQuestion } from './signature-checks.ts'

const data = Buffer.from('Ủy ban nhân dân')
const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pss = generateKeyPairSync('rsa-pss', {
  modulusLength: 2048,
  hashAlgorithm: 'sha256',
  mgf1HashAlgorithm: 'sha256',
  // A number in truth; its type is wrong.
  saltLength: 32 as unknown as string,
})
const curves = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' } as const

function byRsa(hash: KnownHash): SignatureQuestion {
  const value = sign(hash, data, rsa.privateKey)
  return { scheme: 'rsa-pkcs1', hash, saltLength: 0, spki: spkiOf(rsa.publicKey), data, value }
}

function byPss(keys: typeof rsa, hash: KnownHash, saltLength: number): SignatureQuestion {
  const padding = constants.RSA_PKCS1_PSS_PADDING
  const value = sign(hash, data, { key: keys.privateKey, padding, saltLength })
  return { scheme: 'rsa-pss', hash, saltLength, spki: spkiOf(keys.publicKey), data, value }
}

function byEcdsa(namedCurve: string, hash: KnownHash): SignatureQuestion {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve })
  return {
    scheme: 'ecdsa',
    hash,
    saltLength: 0,
    spki: spkiOf(publicKey),
    data,
    value: sign(hash, data, privateKey),
  }
}

/** The answer once it is known. */
async function answerOf(question: SignatureQuestion): Promise<boolean> {
  const checks = new SignatureChecks()
  expect(checks.isRight(question)).toBe(true)
  expect(await checks.settle()).toBe(true)
  const answer = checks.isRight(question)
  expect(await checks.settle()).toBe(false)
  return answer
}

const right: readonly (readonly [string, SignatureQuestion])[] = [
  ...(['sha1', 'sha256', 'sha384', 'sha512'] as const).map(
    (hash) => [`RSA with ${hash}`, byRsa(hash)] as const,
  ),
  // WebCrypto has none of these.
  ...(['md5', 'sha224', 'sha512-256', 'sha3-256'] as const).map(
    (hash) => [`RSA with ${hash}`, byRsa(hash)] as const,
  ),
  ['RSASSA-PSS', byPss(rsa, 'sha256', 32)],
  ['RSASSA-PSS with a long salt', byPss(rsa, 'sha384', 60)],
  ['a key for RSASSA-PSS alone', byPss(pss, 'sha256', 32)],
  ...Object.entries(curves).map(([curve, hash]) => [curve, byEcdsa(curve, hash)] as const),
]

const changed = (bytes: Uint8Array) =>
  Uint8Array.from(bytes, (octet, at) => (at === bytes.length - 1 ? octet ^ 1 : octet))

describe('a signature is checked by WebCrypto', () => {
  test.each(right)('%s', async (_, question) => {
    expect(await answerOf(question)).toBe(true)
    expect(await answerOf({ ...question, data: Buffer.from('Ủy ban nhân dần') })).toBe(false)
    expect(await answerOf({ ...question, value: changed(question.value) })).toBe(false)
  })

  test('and is not right by another key, hash or salt', async () => {
    const question = byRsa('sha256')
    expect(await answerOf({ ...question, spki: byPss(pss, 'sha256', 32).spki })).toBe(false)
    expect(await answerOf({ ...question, hash: 'sha512' })).toBe(false)
    expect(await answerOf({ ...byPss(rsa, 'sha256', 32), saltLength: 20 })).toBe(false)
  })

  test('and a point beside its curve is no key', async () => {
    const question = byEcdsa('P-256', 'sha256')
    expect(await answerOf({ ...question, spki: changed(question.spki) })).toBe(false)
  })

  test('and what it cannot check is an error, never an answer', async () => {
    const brainpool = byEcdsa('brainpoolP256r1', 'sha256')
    for (const question of [
      brainpool,
      { ...brainpool, hash: 'sha3-256' as const },
      byPss(rsa, 'sha3-256', 32),
    ]) {
      const checks = new SignatureChecks()
      checks.isRight(question)
      await expect(checks.settle()).rejects.toThrow(PadesError)
    }
  })
})
