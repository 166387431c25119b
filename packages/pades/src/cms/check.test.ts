import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  type DerPart,
  encode,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  tagged,
  unsigned,
} from '../der/write.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { algorithmOf } from '../testing/certificate.ts'
import { essV1, essV2, makeSignedData, type SignedDataOptions } from '../testing/signed-data.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { attributeOids } from './attributes.ts'
import { attribute, buildSignedData } from './build.ts'
import { checkSignedData, type SignedDataProblem } from './check.ts'
import { parseSignedData } from './signed-data.ts'

const digest = hash('sha256', 'Quyết định', 'buffer')
const ca = testAuthority().intermediate()
const signer = ca.issue()
const other = ca.issue({ commonName: 'Lê Văn Khác' })
const rsa = ca.issue({ keyKind: 'rsa2048' })

const check = (bytes: Uint8Array, expected: Uint8Array = digest) =>
  checkSignedData(parseSignedData(bytes), expected)
const made = (options: SignedDataOptions, identity = signer) =>
  makeSignedData(identity, { digest, ...options })

test.each<[string, SignedDataOptions]>([
  ['with signing-certificate-v2', {}],
  ['with signing-certificate of the first version', { ess: 'v1' }],
  ['with both versions', { ess: 'both' }],
  [
    'with certificates in another order',
    { certificates: [ca.certificate, other.certificate, signer.certificate] },
  ],
  [
    'with the certificate named by its key',
    { identifier: implicit(0, signer.parsed.extensions.subjectKeyId as Buffer) },
  ],
  ['with a signing time', { signingTime: testNow }],
  ['by SHA-512', { hash: 'sha512', digest: hash('sha512', 'Quyết định', 'buffer') }],
  ['by SHA3-256', { hash: 'sha3-256', digest: hash('sha3-256', 'Quyết định', 'buffer') }],
])('a message %s is right', (_, options) => {
  const { problems, signer: found } = check(made(options), options.digest ?? digest)
  expect(problems).toEqual([])
  expect(found?.sha256).toBe(signer.parsed.sha256)
})

test('RSASSA-PSS is right, and plain RSA under its own identifier', () => {
  expect(check(made({ scheme: 'rsa-pss' }, rsa)).problems).toEqual([])
  const plain = sequence(oid('1.2.840.113549.1.1.1'), nothing)
  expect(check(made({ signatureAlgorithm: plain }, rsa))).toMatchObject({
    problems: [],
    scheme: 'rsa-pkcs1',
    hash: 'sha256',
  })
})

/** RSASSA-PSS-params with parts of choice. */
function pss(
  hashName: 'sha256' | 'sha512',
  maskHash: 'sha256' | 'sha512',
  salt: number,
  trailer?: number,
): DerPart {
  const name = (one: 'sha256' | 'sha512'): DerPart => sequence(oid(hashOids[one]), nothing)
  const mask = sequence(oid('1.2.840.113549.1.1.8'), name(maskHash))
  const end = trailer === undefined ? [] : [tagged(3, integer(trailer))]
  const parameters = sequence(tagged(0, name(hashName)), tagged(1, mask), tagged(2, integer(salt)), ...end)
  return sequence(oid('1.2.840.113549.1.1.10'), parameters)
}

const protectedBy = (digestOid: string, signature: DerPart): DerPart => {
  const bytes = Uint8Array.from(encode(signature))
  bytes[0] = 0xa1
  return attribute(attributeOids.algorithmProtection, sequence(sequence(oid(digestOid)), bytes))
}
const ecdsa = (name: 'sha256' | 'sha384') => algorithmOf({ key: signer.key, hash: name, scheme: 'ecdsa' })

test.each<[SignedDataProblem[], string, SignedDataOptions]>([
  [['digest_mismatch'], 'another digest', { digest: hash('sha256', '', 'buffer') }],
  [['value_wrong'], 'a value that was changed', { breakValue: true }],
  [['content_type_wrong'], 'another content type inside', { contentTypeAttribute: '1.2.840.113549.1.7.5' }],
  [['content_type_wrong'], 'no content type attribute', { contentTypeAttribute: null }],
  [
    ['content_type_wrong'],
    'another type of content',
    { contentType: '1.2.840.113549.1.9.16.1.4', contentTypeAttribute: '1.2.840.113549.1.7.1' },
  ],
  [['content_present'], 'the content inside', { content: Buffer.from('Quyết định') }],
  [['certificate_missing'], 'no certificates', { certificates: [] }],
  [['certificate_missing'], "only another's certificate", { certificates: [other.certificate] }],
  [['ess_missing'], 'no signing-certificate', { ess: 'none' }],
  [['ess_mismatch'], "signing-certificate of another's", { essCertificate: other.parsed }],
  [['signer_count'], 'two signers', { twice: true }],
  [['algorithm_mismatch', 'value_wrong'], 'a signature by another hash', { signatureHash: 'sha384' }],
  [['attributes_missing', 'ess_missing'], 'no signed attributes', { attributes: null }],
  [['attribute_repeated'], 'an attribute twice', { signed: [essV2(signer.parsed)] }],
  [
    ['attributes_malformed', 'ess_missing'],
    'a digest that is a number',
    { signed: [attribute(attributeOids.signingTime, integer(5))] },
  ],
  [
    ['digest_missing'],
    'no digest',
    { attributes: [attribute(attributeOids.contentType, oid('1.2.840.113549.1.7.1')), essV2(signer.parsed)] },
  ],
  [
    ['algorithm_protection_mismatch'],
    'another hash under protection',
    { signed: [protectedBy(hashOids.sha384, ecdsa('sha256'))] },
  ],
  [
    ['algorithm_protection_mismatch'],
    'another scheme under protection',
    { signed: [protectedBy(hashOids.sha256, ecdsa('sha384'))] },
  ],
  [
    ['signature_algorithm_unknown', 'value_wrong'],
    'an unknown scheme',
    { signatureAlgorithm: sequence(oid('1.2.3')) },
  ],
])('is told: %s of %s', (problems, _, options) => {
  expect(check(made(options)).problems).toEqual(problems)
})

test.each<[SignedDataProblem, string, DerPart]>([
  ['signature_algorithm_unknown', 'a mask of another hash', pss('sha256', 'sha512', 32)],
  ['algorithm_mismatch', 'another hash', pss('sha512', 'sha512', 64)],
  ['value_wrong', 'another length of salt', pss('sha256', 'sha256', 20)],
])('is told: %s of RSASSA-PSS with %s', (problem, _, signatureAlgorithm) => {
  expect(check(made({ scheme: 'rsa-pss', signatureAlgorithm }, rsa)).problems).toContain(problem)
})

test('a trailer of RSASSA-PSS that nobody has is malformed', () => {
  const bytes = made({ scheme: 'rsa-pss', signatureAlgorithm: pss('sha256', 'sha256', 32, 2) }, rsa)
  expect(() => parseSignedData(bytes)).toThrow(expect.objectContaining({ code: 'der_malformed' }))
})

test('protected algorithms that fit are right', () => {
  expect(check(made({ signed: [protectedBy(hashOids.sha256, ecdsa('sha256'))] })).problems).toEqual([])
})

test('of two certificates of the same name and number the one that was meant is taken', () => {
  const serial = 77n
  const [first, second] = [ca.issue({ serial }), ca.issue({ serial })]
  for (const certificates of [
    [first.certificate, second.certificate],
    [second.certificate, first.certificate],
  ]) {
    const { problems, signer: found } = check(made({ certificates }, first))
    expect(problems).toEqual([])
    expect(found?.sha256).toBe(first.parsed.sha256)
  }
  const unnamed = check(made({ certificates: [second.certificate, first.certificate], ess: 'none' }, first))
  expect(unnamed.problems).toContain('certificate_ambiguous')
})

test("a revoked signer's message with another's certificate at its end names the signer", () => {
  // pkijs takes the last certificate for the signer's.
  const { signer: found } = check(
    made({ certificates: [signer.certificate, ca.certificate, other.certificate] }),
  )
  expect(found?.subject.find('CN')).toBe('Nguyễn Thị Ánh')
})

test('the certificate may come from elsewhere', () => {
  const data = parseSignedData(made({ certificates: [] }))
  expect(checkSignedData(data, digest, { certificates: [other.parsed, signer.parsed] }).problems).toEqual([])
})

test('issuer and serial number beside the hash must be those of the certificate', () => {
  const issuerSerial = (serial: Uint8Array) =>
    sequence(sequence(tagged(4, ca.parsed.subject.raw)), unsigned(serial))
  const attributes = (serial: Uint8Array) => [
    attribute(attributeOids.contentType, oid('1.2.840.113549.1.7.1')),
    attribute(attributeOids.messageDigest, octetString(digest)),
    essV2(signer.parsed, 'sha384', issuerSerial(serial)),
  ]
  expect(check(made({ attributes: attributes(signer.parsed.serialBytes) })).problems).toEqual([])
  expect(check(made({ attributes: attributes(other.parsed.serialBytes) })).problems).toEqual(['ess_mismatch'])
})

test('both versions of signing-certificate must name the same', () => {
  const bytes = made({ ess: 'v2', signed: [essV1(other.parsed)] })
  expect(check(bytes).problems).toEqual(['ess_mismatch'])
})

test('a certificate that cannot be read does not hide the others', () => {
  const broken = Uint8Array.from(other.certificate)
  broken[20] = 0xff
  const data = parseSignedData(made({ certificates: [sequenceOf(broken), signer.certificate] }))
  expect(data).toMatchObject({ unreadCertificates: 1 })
  expect(checkSignedData(data, digest).problems).toEqual([])
})

// The outer form stays right, so that it is the certificate alone that cannot be read.
const sequenceOf = (bytes: Uint8Array): Uint8Array => encode(sequence(octetString(bytes)))

test('what follows the message is told: zeros of the room, or more', async () => {
  const bytes = await buildSignedData(signer, digest)
  const padded = Buffer.concat([bytes, Buffer.alloc(100)])
  expect(parseSignedData(bytes).trailing).toBe('none')
  expect(parseSignedData(padded)).toMatchObject({ trailing: 'zeros', wasDer: true })
  expect(check(padded).problems).toEqual([])
  expect(check(Buffer.concat([padded, Buffer.from('x')])).problems).toEqual(['trailing_bytes'])
})

test('the signer keeps his object where a cache reads the certificates', () => {
  const own = parseCertificate(signer.certificate)
  const data = parseSignedData(made({}), (der) =>
    Buffer.compare(der, own.der) === 0 ? own : parseCertificate(der),
  )
  expect(checkSignedData(data, digest).signer).toBe(own)
})
