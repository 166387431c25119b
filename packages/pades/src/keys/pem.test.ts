import { createCipheriv, randomBytes, scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { toHex } from '../der/bytes.ts'
import { encode, integer, octetString, oid, sequence } from '../der/write.ts'
import { testAuthority } from '../testing/authority.ts'
import { openPem } from './pem.ts'

const root = testAuthority()
const authority = root.intermediate()
const rsa = authority.issue({ keyKind: 'rsa2048' })
const ec = authority.issue({ keyKind: 'p256' })
const password = 'Mật khẩu'

const pem = (der: Uint8Array, label = 'CERTIFICATE'): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`

const withCode = (code: string): unknown => expect.objectContaining({ name: 'PadesError', code })

const plain = rsa.key.export({ type: 'pkcs8', format: 'pem' }).toString()
const closed = { format: 'pem', cipher: 'aes-256-cbc', passphrase: password } as const

test('a key and its certificates are read as files have them', () => {
  const issuers = [pem(root.certificate) + pem(authority.certificate)]
  const signer = openPem({ key: plain, certificate: pem(rsa.certificate), issuers })
  expect(toHex(signer.certificate)).toBe(toHex(rsa.certificate))
  expect(signer.issuers.map(toHex)).toEqual([authority.certificate, root.certificate].map(toHex))
  expect(
    openPem({ key: plain, certificate: pem(rsa.certificate), scheme: 'rsa-pss', hash: 'sha384' }),
  ).toMatchObject({
    scheme: 'rsa-pss',
    hash: 'sha384',
    issuers: [],
  })
})

test('one file may hold the certificate and its issuers in any order', () => {
  const certificate = `Chứng thư số\n${pem(root.certificate)}${pem(rsa.certificate)}\r\n${pem(authority.certificate)}`
  const signer = openPem({ key: Buffer.from(plain), certificate: Buffer.from(certificate) })
  expect(toHex(signer.certificate)).toBe(toHex(rsa.certificate))
  expect(signer.issuers.map(toHex)).toEqual([authority.certificate, root.certificate].map(toHex))
})

test.each([
  ['PKCS #8', ec.key.export({ type: 'pkcs8', format: 'pem' }), undefined],
  ['PKCS #8, closed', ec.key.export({ type: 'pkcs8', ...closed }), password],
  ['SEC 1', ec.key.export({ type: 'sec1', format: 'pem' }), undefined],
  ['SEC 1, closed', ec.key.export({ type: 'sec1', ...closed }), password],
  ['DER of PKCS #8', ec.key.export({ type: 'pkcs8', format: 'der' }), undefined],
  ['DER of PKCS #8, closed', ec.key.export({ type: 'pkcs8', ...closed, format: 'der' }), password],
])('a key is read in the form %s', (_, key, password) => {
  const signer = openPem({
    key,
    certificate: ec.certificate,
    ...(password === undefined ? {} : { password }),
  })
  expect(signer).toMatchObject({ scheme: 'ecdsa', hash: 'sha256' })
  if (password === undefined) return
  expect(() => openPem({ key, certificate: ec.certificate, password: 'Mat khau' })).toThrow(
    withCode('key_wrong_password'),
  )
})

test.each(['pkcs8', 'pkcs1'] as const)('a closed key of the form %s needs its password', (type) => {
  const key = rsa.key.export({ type, ...closed })
  expect(openPem({ key, password, certificate: rsa.certificate }).scheme).toBe('rsa-pkcs1')
  expect(() => openPem({ key, certificate: rsa.certificate })).toThrow(withCode('key_wrong_password'))
})

test('a key closed in a way that is not read is told so, not taken for a wrong password', () => {
  const [salt, iv] = [randomBytes(16), randomBytes(16)]
  const cipher = createCipheriv('aes-256-cbc', scryptSync(password, salt, 32), iv)
  const content = Buffer.concat([
    cipher.update(ec.key.export({ type: 'pkcs8', format: 'der' })),
    cipher.final(),
  ])
  const scrypt = sequence(octetString(salt), integer(16384), integer(8), integer(1))
  const parameters = sequence(
    sequence(oid('1.3.6.1.4.1.11591.4.11'), scrypt),
    sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv)),
  )
  const der = encode(sequence(sequence(oid('1.2.840.113549.1.5.13'), parameters), octetString(content)))
  const key = pem(der, 'ENCRYPTED PRIVATE KEY')
  expect(() => openPem({ key, password, certificate: ec.certificate })).toThrow(withCode('key_malformed'))
})

test('what does not belong together or is no key is refused, each with its own error', () => {
  expect(() => openPem({ key: plain, certificate: ec.certificate })).toThrow(withCode('key_mismatch'))
  expect(() => openPem({ key: pem(rsa.certificate), certificate: rsa.certificate })).toThrow(
    withCode('key_malformed'),
  )
  expect(() => openPem({ key: plain.slice(0, 200), certificate: rsa.certificate })).toThrow(
    withCode('key_malformed'),
  )
  expect(() => openPem({ key: plain.replace('MII', 'M!!'), certificate: rsa.certificate })).toThrow(
    withCode('key_malformed'),
  )
  expect(() => openPem({ key: plain, certificate: 'không có gì' })).toThrow(withCode('certificate_malformed'))
  expect(() => openPem({ key: plain, certificate: Buffer.alloc(10) })).toThrow(
    withCode('certificate_malformed'),
  )
})
