import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DerPart,
  element,
  encode,
  integer,
  oid,
  sequence,
  setOf,
  tagged,
  unsigned,
  utf8,
} from '../der/write.ts'
import { type IssueOptions, testAuthority } from '../testing/authority.ts'
import { alternativeNames, extension, keyUsage, policies } from '../testing/extensions.ts'
import { writeName } from '../testing/names.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { CertificateCache } from './certificate-cache.ts'

const ca = testAuthority()
const malformed = expect.objectContaining({ code: 'certificate_malformed' })
const issue = (options: IssueOptions): Certificate => parseCertificate(ca.issue(options).certificate)

test('the names of an officer are read in each type of string', () => {
  const name = {
    O: 'UBND tỉnh Đắk Lắk',
    OU: 'Văn phòng',
    L: 'Buôn Ma Thuột',
    ST: 'Đắk Lắk',
    title: 'Chủ tịch',
    UID: 'MST:123',
  }
  for (const strings of ['utf8', 'bmp'] as const) {
    const { subject } = issue({ commonName: 'Y Thông Ê-ban', name, strings })
    expect(subject.find('CN')).toBe('Y Thông Ê-ban')
    expect(subject.find('O')).toBe('UBND tỉnh Đắk Lắk')
    expect(subject.all('OU')).toEqual(['Văn phòng'])
    expect(subject.toString()).toBe(
      'CN=Y Thông Ê-ban,UID=MST:123,title=Chủ tịch,ST=Đắk Lắk,L=Buôn Ma Thuột,OU=Văn phòng,O=UBND tỉnh Đắk Lắk,C=VN',
    )
  }
})

test('names are written so that they can be told apart', () => {
  const { subject } = issue({ name: { O: 'A, B + "C"; <D> \\ E=F', OU: ' #x ', L: 'a\nb' }, commonName: 'x' })
  expect(subject.toString()).toBe('CN=x,L=a\\0ab,OU=\\ #x\\ ,O=A\\, B \\+ \\"C\\"\\; \\<D\\> \\\\ E\\=F,C=VN')
})

test('names are equal by RFC 5280, 7.1', () => {
  const { subject: one } = issue({ name: { O: 'Sở  Nội vụ' }, commonName: 'A' })
  const { subject: two } = issue({ name: { O: ' sở nội VỤ ' }, commonName: 'a', strings: 'bmp' })
  const { subject: three } = issue({ name: { O: 'Sở Nội vụ' }, commonName: 'b' })
  expect(one.equals(two)).toBe(true)
  expect(one.equals(three)).toBe(false)
  expect(
    issue({ name: { O: 'a/CN=b' }, commonName: '' }).subject.equals(
      issue({ name: { O: 'a' }, commonName: 'b' }).subject,
    ),
  ).toBe(false)
})

test.each([
  ['p256', { kind: 'ec', bits: 256, name: 'P-256' }],
  ['p384', { kind: 'ec', bits: 384, name: 'P-384' }],
  ['p521', { kind: 'ec', bits: 521, name: 'P-521' }],
  ['brainpool256', { kind: 'ec', bits: 256, name: 'brainpoolP256r1' }],
  ['secp256k1', { kind: 'ec', bits: 0, name: '1.3.132.0.10' }],
  ['rsa1024', { kind: 'rsa', bits: 1024, name: 'RSA' }],
  ['rsa2048', { kind: 'rsa', bits: 2048, name: 'RSA' }],
  ['ed25519', { kind: 'other', bits: 0, name: '1.3.101.112' }],
] as const)('a key of %s is known', (keyKind, key) => {
  const certificate = issue({ keyKind })
  expect(certificate.key).toEqual(key)
  expect(certificate.publicKey?.asymmetricKeyType).toBe(keyKind === 'ed25519' ? keyKind : key.kind)
})

test.each<[string, IssueOptions]>([
  ['a serial number below zero', { serial: integer(-5) }],
  ['a serial number too long', { serial: unsigned(Buffer.alloc(22, 0x7f)) }],
  ['an extension twice', { extensions: [keyUsage(1)] }],
  ['a policy twice', { extensions: [policies(['1.2.3', '1.2.3'])] }],
  ['a version that does not exist', { version: 4 }],
  ['extensions in version 2', { version: 2 }],
  [
    'an extension with more after it',
    { extensions: [extension('2.5.29.54', Buffer.from('0201050500', 'hex'))] },
  ],
  ['a NUL in its name', { commonName: 'a\0b' }],
  ['a NUL in another name', { extensions: [alternativeNames([{ dns: 'a.vn\0.b.vn' }])] }],
  ['an empty part of its name', { subject: sequence(setOf()) }],
  [
    'a name of hundreds of parts',
    { subject: sequence(...Array.from({ length: 100 }, () => setOf(sequence(oid('2.5.4.3'), utf8('x'))))) },
  ],
  ['purposes without one', { extensions: [extension('2.5.29.37', sequence())] }],
])('refuses a certificate with %s', (_, options) => {
  expect(() => issue(options)).toThrow(malformed)
})

test('reads a serial number of zero and of twenty octets', () => {
  expect(issue({ serial: 0n }).serial).toBe('0')
  expect(issue({ serial: unsigned(Buffer.alloc(20, 0xff)) }).serial).toBe('f'.repeat(40))
})

/** The certificate with its two outer parts changed. */
function rebuilt(change: (parts: Uint8Array[]) => readonly DerPart[]): Uint8Array {
  const { certificate, parsed } = ca.issue()
  const algorithm = parsed.signatureAlgorithm.raw
  const value = certificate.subarray(certificate.length - parsed.signature.length - 3)
  return encode(sequence(...change([parsed.tbs, algorithm, value])))
}

test('refuses two different signature algorithms, and more than belongs there', () => {
  const rsa = sequence(oid('1.2.840.113549.1.1.11'), element(5))
  expect(() => parseCertificate(rebuilt((parts) => parts))).not.toThrow()
  expect(() => parseCertificate(rebuilt(([tbs, , value]) => [tbs as Buffer, rsa, value as Buffer]))).toThrow(
    malformed,
  )
  expect(() => parseCertificate(rebuilt((parts) => [...parts, integer(1)]))).toThrow(malformed)
  expect(() => parseCertificate(Buffer.concat([ca.certificate, Buffer.of(0)]))).toThrow(malformed)
  expect(() => parseCertificate(new Uint8Array(300_000))).toThrow(malformed)
})

test('a wrong signature is not right the second time either', () => {
  const other = testAuthority()
  const { parsed } = ca.issue()
  for (const _ of [1, 2]) {
    expect(parsed.isSignedBy(other.parsed)).toBe(false)
    expect(parsed.isSignedBy(ca.parsed)).toBe(true)
  }
})

test('a key that is no point of its curve has no key', () => {
  const bytes = Buffer.from(ca.issue().certificate)
  const { publicKeyInfo } = parseCertificate(bytes)
  const at = bytes.indexOf(publicKeyInfo.bits)
  bytes.fill(1, at + 1, at + 33)
  const broken = parseCertificate(bytes)
  expect(broken.publicKey).toBeNull()
  expect(ca.issue().parsed.isSignedBy(broken)).toBe(false)
})

test('a cache gives the same object for the same bytes, and forgets the oldest', () => {
  const cache = new CertificateCache(2)
  const [a, b, c] = [ca.issue(), ca.issue(), ca.issue()].map(({ certificate }) => certificate) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const first = cache.parse(a)
  expect(cache.parse(Buffer.from(a))).toBe(first)
  cache.parse(b)
  cache.parse(c)
  expect(cache.parse(a)).not.toBe(first)
})

test("fields agree with those of Node's own reader", () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((one) => !/[\p{Cc}\p{Cs}\p{Co}]/u.test(one))
  const year = 365 * 86_400_000
  const options = fc.record({
    commonName: text,
    name: fc.record({ O: text, OU: text, L: text }),
    serial: fc.bigInt({ min: 1n, max: 2n ** 159n }),
    notBefore: fc.date({ min: new Date('1970-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
    days: fc.integer({ min: 0, max: 20_000 }),
    purposes: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
    keyKind: fc.constantFrom('p256' as const, 'p384' as const),
    ca: fc.boolean(),
  })
  fc.assert(
    fc.property(options, ({ days, purposes, ...given }) => {
      const notAfter = new Date(given.notBefore.getTime() + (days / 365) * year)
      const oids = purposes.map((one) => `1.3.6.1.5.5.7.3.${one}`)
      const { certificate } = ca.issue({ ...given, notAfter, purposes: oids })
      const [ours, node] = [parseCertificate(certificate), new X509Certificate(certificate)]
      expect(ours.serial.toUpperCase().padStart(node.serialNumber.length, '0')).toBe(node.serialNumber)
      expect(ours.notBefore).toEqual(node.validFromDate)
      expect(ours.notAfter).toEqual(node.validToDate)
      expect(ours.sha256).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase())
      expect(ours.extensions.basicConstraints?.ca).toBe(node.ca)
      expect(ours.extensions.extendedKeyUsage).toEqual(node.keyUsage)
      expect(ours.publicKey?.equals(node.publicKey)).toBe(true)
      expect(ours.isSignedBy(ca.parsed)).toBe(node.verify(ca.parsed.publicKey as never))
      const named = node.toLegacyObject().subject as unknown as Record<string, string>
      expect([named.CN, named.O, named.OU, named.L]).toEqual(
        (['CN', 'O', 'OU', 'L'] as const).map((field) => ours.subject.find(field)),
      )
    }),
    { numRuns: 60 },
  )
})

test('writes an address book of general names', () => {
  const { extensions } = issue({
    extensions: [
      alternativeNames([
        { email: 'a@b.vn' },
        { uri: 'http://b.vn/' },
        { ip: Uint8Array.of(127, 0, 0, 1) },
        { directory: writeName({ CN: 'x' }) },
        { other: tagged(0, oid('1.3.6.1.4.1.311.20.2.3'), tagged(0, utf8('a@tinh.vn'))) },
        { other: tagged(0, oid('1.2.3'), tagged(0, integer(5))) },
        { other: element(0x88, Buffer.from('2a03', 'hex')) },
      ]),
    ],
  })
  expect(extensions.subjectAltNames).toMatchObject([
    { form: 'email', value: 'a@b.vn' },
    { form: 'uri', value: 'http://b.vn/' },
    { form: 'ip' },
    { form: 'directory' },
    { form: 'upn', value: 'a@tinh.vn' },
    { form: 'other', oid: '1.2.3' },
    { form: 'registered', oid: '1.2.3' },
  ])
})
