import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testAuthority } from '../testing/authority.ts'
import { type TestKeyKind, testKey } from '../testing/keys.ts'
import { isSignatureRight } from '../x509/algorithm-identifier.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { chooseAlgorithm } from './algorithm.ts'
import { keySigner } from './key-signer.ts'
import type { Signer } from './signer.ts'

const authority = testAuthority()
const data = Buffer.from('những thuộc tính được ký')

/** Whether the value that a signer gives is right by its own certificate. */
async function isRight(signer: Signer): Promise<boolean> {
  const { publicKey } = parseCertificate(signer.certificate)
  const { scheme, hash } = signer
  const saltLength = { sha256: 32, sha384: 48, sha512: 64 }[hash]
  if (publicKey === null) return false
  return isSignatureRight({ scheme, hash, saltLength }, publicKey, data, await signer.sign(data))
}

describe('a key in memory', () => {
  const usual: readonly [TestKeyKind, string, string][] = [
    ['rsa2048', 'rsa-pkcs1', 'sha256'],
    ['p256', 'ecdsa', 'sha256'],
    ['p384', 'ecdsa', 'sha384'],
    ['p521', 'ecdsa', 'sha512'],
  ]

  test.each(usual)('%s signs by %s with %s where nothing else is asked', async (keyKind, scheme, hash) => {
    const { key, certificate } = authority.issue({ keyKind })
    const signer = keySigner({ key, certificate })
    expect(signer).toMatchObject({ scheme, hash, issuers: [] })
    expect(await isRight(signer)).toBe(true)
  })

  test('of RSA signs with a longer hash where it is as long as that deserves', () => {
    const rsa = (bits: number) => ({ kind: 'rsa', bits, name: 'RSA' }) as const
    expect(chooseAlgorithm(rsa(3072), {})).toEqual({ scheme: 'rsa-pkcs1', hash: 'sha256' })
    expect(chooseAlgorithm(rsa(4096), {})).toEqual({ scheme: 'rsa-pkcs1', hash: 'sha512' })
    expect(chooseAlgorithm(rsa(4096), { hash: 'sha256' }).hash).toBe('sha256')
  })

  test.each(['sha256', 'sha384', 'sha512'] as const)(
    'signs by RSASSA-PSS with %s where it is asked',
    async (hash) => {
      const { key, certificate } = authority.issue({ keyKind: 'rsa2048' })
      const signer = keySigner({ key, certificate, scheme: 'rsa-pss', hash })
      expect(signer).toMatchObject({ scheme: 'rsa-pss', hash })
      expect(await isRight(signer)).toBe(true)
    },
  )

  test('that may only sign by RSASSA-PSS does so, and with its own hash alone', async () => {
    const pair = generateKeyPairSync('rsa-pss', {
      modulusLength: 2048,
      hashAlgorithm: 'sha384',
      mgf1HashAlgorithm: 'sha384',
    })
    const { certificate } = authority.issue({ key: pair })
    const signer = keySigner({ key: pair.privateKey, certificate, hash: 'sha384' })
    expect(signer.scheme).toBe('rsa-pss')
    expect(await isRight(signer)).toBe(true)
    const refused = expect.objectContaining({ code: 'algorithm_not_allowed' })
    expect(() => keySigner({ key: pair.privateKey, certificate, hash: 'sha512' })).toThrow(refused)
    expect(() => keySigner({ key: pair.privateKey, certificate, scheme: 'rsa-pkcs1' })).toThrow(refused)
  })

  test('is refused with the certificate of another key', () => {
    const { key } = authority.issue({ keyKind: 'rsa2048' })
    const { certificate } = authority.issue({ key: testKey('rsa2048', 'another') })
    expect(() => keySigner({ key, certificate })).toThrow(expect.objectContaining({ code: 'key_mismatch' }))
  })

  test('of RSA with 1024 bits is refused, whatever hash is asked', () => {
    const { key, certificate } = authority.issue({ keyKind: 'rsa1024' })
    const refused = expect.objectContaining({ code: 'key_too_weak', details: { key: 'RSA', bits: 1024 } })
    expect(() => keySigner({ key, certificate })).toThrow(refused)
    expect(() => keySigner({ key, certificate, hash: 'sha512' })).toThrow(refused)
  })

  test('on P-224 is too weak', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'secp224r1' })
    const { certificate } = authority.issue({ key: pair })
    expect(() => keySigner({ key: pair.privateKey, certificate })).toThrow(
      expect.objectContaining({ code: 'key_too_weak' }),
    )
  })

  test.each(['brainpool256', 'secp256k1', 'ed25519'] as const)(
    'of the kind %s does not sign here',
    (keyKind) => {
      const { key, certificate } = authority.issue({ keyKind, hash: 'sha256' })
      expect(() => keySigner({ key, certificate })).toThrow(
        expect.objectContaining({ code: 'algorithm_not_allowed' }),
      )
    },
  )

  test('on a curve does not sign by RSA, nor an RSA key by ECDSA', () => {
    const ec = authority.issue({ keyKind: 'p256' })
    const rsa = authority.issue({ keyKind: 'rsa2048' })
    const refused = expect.objectContaining({ code: 'algorithm_not_allowed' })
    expect(() => keySigner({ key: ec.key, certificate: ec.certificate, scheme: 'rsa-pss' })).toThrow(refused)
    expect(() => keySigner({ key: rsa.key, certificate: rsa.certificate, scheme: 'ecdsa' })).toThrow(refused)
  })
})
