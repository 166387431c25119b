import { expect, test } from 'vitest'
import { toHex } from '../der/bytes.ts'
import { testAuthority } from '../testing/authority.ts'
import { testKey } from '../testing/keys.ts'
import { type P12Content, writeP12 } from '../testing/p12.ts'
import { openP12 } from './p12.ts'
import { passwordForms } from './p12-password.ts'

const root = testAuthority()
const authority = root.intermediate().intermediate()
const signer = authority.issue({ keyKind: 'p256' })
const seal = authority.issue({ keyKind: 'rsa2048', commonName: 'Ủy ban nhân dân huyện' })
const password = 'Mật khẩu của cơ quan Đ-2026'

const fileWith = (content: Partial<P12Content>): Uint8Array =>
  writeP12({ entries: [signer], certificates: [], password, ...content })

const withCode = (code: string): unknown => expect.objectContaining({ name: 'PadesError', code })

test('the chain is sorted, however the file has it', () => {
  const [lower, upper] = authority.chain
  const certificates = [root.certificate, upper, lower].filter((one) => one !== undefined)
  const opened = openP12(fileWith({ certificates }), password)
  expect(certificates).toHaveLength(3)
  expect(opened.certificate).toEqual(signer.certificate)
  expect(opened.issuers.map(toHex)).toEqual(certificates.toReversed().map(toHex))
})

test('certificates of others are no issuers', () => {
  const stranger = testAuthority({ commonName: 'Người lạ' })
  expect(
    openP12(fileWith({ certificates: [stranger.certificate, seal.certificate] }), password).issuers,
  ).toEqual([])
})

test('a wrong password has its own error, with and without marks', () => {
  const file = fileWith({})
  for (const wrong of ['', 'Mat khau cua co quan D-2026', password.toUpperCase(), `${password} `])
    expect(() => openP12(file, wrong)).toThrow(withCode('key_wrong_password'))
})

test('a password opens whether its marks are composed or not', () => {
  const composed = fileWith({ password: password.normalize('NFC') })
  const apart = fileWith({ password: password.normalize('NFD') })
  expect(password.normalize('NFC')).not.toBe(password.normalize('NFD'))
  for (const file of [composed, apart])
    for (const form of ['NFC', 'NFD'] as const)
      expect(openP12(file, password.normalize(form)).certificate).toEqual(signer.certificate)
})

test('a password opens whose producer took octets of UTF-8 for letters', () => {
  const form = passwordForms(password).find(({ bmp }) => bmp.length === 2 * (Buffer.byteLength(password) + 1))
  expect(form).toBeDefined()
  expect(openP12(fileWith({ form }), password).certificate).toEqual(signer.certificate)
})

test('an empty password opens a file that was closed with none', () => {
  const forms = passwordForms('')
  expect(forms).toHaveLength(2)
  for (const form of forms)
    expect(openP12(fileWith({ password: '', form }), '').certificate).toEqual(signer.certificate)
})

test('of several keys the one is taken that was asked for, by name or by number', () => {
  const entries = [
    { ...signer, friendlyName: 'Chữ ký của Chủ tịch' },
    { ...seal, friendlyName: 'Con dấu của Ủy ban' },
  ]
  const file = fileWith({ entries })
  expect(
    openP12(file, password, { friendlyName: 'Con dấu của Ủy ban'.normalize('NFD') }).certificate,
  ).toEqual(seal.certificate)
  const serial = `00:${signer.parsed.serial.toUpperCase()}`
  expect(openP12(file, password, { serial }).certificate).toEqual(signer.certificate)

  const choices = `Chữ ký của Chủ tịch (${signer.parsed.serial}); Con dấu của Ủy ban (${seal.parsed.serial})`
  const ambiguous = expect.objectContaining({ code: 'key_ambiguous', details: { choices } })
  expect(() => openP12(file, password)).toThrow(ambiguous)
  const missing = expect.objectContaining({ code: 'key_not_found', details: { choices } })
  expect(() => openP12(file, password, { friendlyName: 'Con dấu của Đảng ủy' })).toThrow(missing)
})

test('of two certificates for one key the one is taken that is valid longest', () => {
  const key = testKey('p256', 'renewed')
  const old = authority.issue({ key, notAfter: new Date('2026-06-01T00:00:00Z') })
  const renewed = authority.issue({ key, notAfter: new Date('2029-06-01T00:00:00Z') })
  const file = fileWith({ entries: [old], certificates: [renewed.certificate] })
  expect(openP12(file, password).certificate).toEqual(renewed.certificate)
})

test('a key without its certificate and a file without a key are told apart', () => {
  const alone = [{ key: signer.key, certificate: null }]
  expect(() => openP12(fileWith({ entries: alone, certificates: [seal.certificate] }), password)).toThrow(
    withCode('key_mismatch'),
  )
  expect(() => openP12(fileWith({ entries: [], certificates: [seal.certificate] }), password)).toThrow(
    withCode('key_not_found'),
  )
})

test('a file that asks for more work than there is need for is refused before the work', () => {
  const started = performance.now()
  const file = fileWith({ claimedIterations: 10_000_001 })
  expect(() => openP12(file, password)).toThrow(withCode('key_malformed'))
  expect(performance.now() - started).toBeLessThan(2000)
})

test('a file with one octet changed never opens as something else', () => {
  const file = fileWith({ iterations: 10 })
  for (let at = 0; at < file.length; at += 7) {
    const damaged = Buffer.from(file)
    damaged[at] = (damaged[at] ?? 0) ^ 0x01
    let opened: unknown = null
    try {
      opened = openP12(damaged, password).certificate
    } catch (error) {
      expect(error).toMatchObject({ name: 'PadesError' })
      expect(['key_wrong_password', 'key_malformed']).toContain((error as { code: string }).code)
    }
    expect(opened === null).toBe(true)
  }
})

test('a file that breaks off or is none is malformed', () => {
  const file = fileWith({})
  for (const size of [0, 1, 10, 100, file.length - 1])
    expect(() => openP12(file.subarray(0, size), password)).toThrow(withCode('key_malformed'))
  expect(() => openP12(Buffer.from('%PDF-1.7'), password)).toThrow(withCode('key_malformed'))
  expect(() => openP12(Buffer.alloc((4 << 20) + 1, 0x30), password)).toThrow(withCode('key_malformed'))
})
