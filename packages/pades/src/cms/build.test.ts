import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { normaliseDer } from '../der/normalise.ts'
import { octetString, oid, sequence } from '../der/write.ts'
import { testAuthority } from '../testing/authority.ts'
import { attributeOids } from './attributes.ts'
import { assembleSignedData, attribute, buildSignedData, roomFor, signedAttributes } from './build.ts'
import { checkSignedData } from './check.ts'
import { parseSignedData } from './signed-data.ts'

const ca = testAuthority().intermediate()

test.each([
  ['p256', 'sha256', undefined],
  ['p384', 'sha384', undefined],
  ['p521', 'sha512', undefined],
  ['rsa2048', 'sha256', undefined],
  ['rsa2048', 'sha512', 'rsa-pss'],
  ['rsa3072', 'sha384', 'rsa-pss'],
] as const)(
  'what %s with %s (%s) signs fits its room and is right',
  async (keyKind, hashName, signerScheme) => {
    const options = signerScheme === undefined ? {} : { signerScheme }
    const identity = ca.issue({ keyKind, hash: hashName, ...options })
    const digest = hash(hashName, 'Công văn', 'buffer')
    const bytes = await buildSignedData(identity, digest)
    expect(bytes.length).toBeLessThanOrEqual(roomFor(identity))
    expect(roomFor(identity) - bytes.length).toBeLessThan(100)
    expect(checkSignedData(parseSignedData(bytes), digest).problems).toEqual([])
  },
)

test('attributes come in the order of DER, and the digest alone changes', () => {
  const signer = ca.issue()
  const [one, two] = ['a', 'b'].map((text) => signedAttributes(signer, hash('sha256', text, 'buffer')))
  expect(one).not.toEqual(two)
  const set = parseSignedData(assembleSignedData(signer, one as Buffer, signer.sign(one as Buffer)))
  const encoded = set.signers[0]?.signedAttributes.map(({ oid: type }) => type)
  expect(new Set(encoded)).toEqual(
    new Set([attributeOids.contentType, attributeOids.messageDigest, attributeOids.signingCertificateV2]),
  )
  expect(set.signers[0]?.signedBytes).toEqual(new Uint8Array(one as Buffer))
})

test('further attributes are signed, or put beside', async () => {
  const signer = ca.issue()
  const digest = hash('sha256', 'Thông báo', 'buffer')
  const commitment = attribute(attributeOids.commitmentType, sequence(oid('1.2.840.113549.1.9.16.6.1')))
  const token = attribute(attributeOids.signatureTimestamp, sequence(octetString(Buffer.alloc(40))))
  const bytes = await buildSignedData(signer, digest, { signed: [commitment], unsigned: [token] })
  const data = parseSignedData(bytes)
  expect(checkSignedData(data, digest).problems).toEqual([])
  expect(data.signers[0]?.signedAttributes.map(({ oid: type }) => type)).toContain(
    attributeOids.commitmentType,
  )
  expect(data.signers[0]?.unsignedAttributes.map(({ oid: type }) => type)).toEqual([
    attributeOids.signatureTimestamp,
  ])
  expect(bytes.length).toBeLessThanOrEqual(roomFor(signer, commitment.length + token.length))
  expect(normaliseDer(bytes).wasDer).toBe(true)
})

test('a key that takes its time gives a promise', async () => {
  const signer = ca.issue()
  const digest = hash('sha256', 'x', 'buffer')
  const slow = { ...signer, sign: async (bytes: Uint8Array) => signer.sign(bytes) }
  const built = buildSignedData(slow, digest)
  expect(built).toBeInstanceOf(Promise)
  expect(checkSignedData(parseSignedData(await built), digest).problems).toEqual([])
  expect(buildSignedData(signer, digest)).not.toBeInstanceOf(Promise)
})

test('a digest of another length is refused', () => {
  expect(() => signedAttributes(ca.issue(), Buffer.alloc(20))).toThrow('a digest of 20 bytes')
})
