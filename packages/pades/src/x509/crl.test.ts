import { expect, test } from 'vitest'
import { integer, sequence, time, unsigned } from '../der/write.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { makeCrl } from '../testing/revocation.ts'
import { parseCrl } from './crl.ts'

const ca = testAuthority()

test('an empty list names nobody', () => {
  const crl = parseCrl(makeCrl(ca))
  expect(crl.count).toBe(0)
  expect(crl.find(Uint8Array.of(5))).toBeNull()
  expect(crl.isSignedBy(ca.parsed)).toBe(true)
})

test('a list of version 1 is read', () => {
  const certificate = ca.issue().parsed
  const crl = parseCrl(makeCrl(ca, { version: 1, revoked: [{ certificate, at: testNow }] }))
  expect(crl.find(certificate.serialBytes)).toEqual({
    revokedAt: testNow,
    reason: 'unspecified',
    invalidSince: null,
  })
})

test('each of many entries is found, and nothing else', () => {
  const serials = Array.from({ length: 300 }, (_, n) => BigInt(n) * 7919n + (n % 3 === 0 ? 2n ** 120n : 1n))
  const entries = serials.map((serial) => sequence(integer(serial), time(testNow)))
  const crl = parseCrl(makeCrl(ca, { entries }))
  expect(crl.count).toBe(300)
  const content = (serial: bigint): Uint8Array => {
    const hex = serial.toString(16)
    const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
    return (octets[0] ?? 0) >= 0x80 ? Buffer.concat([Uint8Array.of(0), octets]) : octets
  }
  for (const serial of serials) {
    expect(crl.find(content(serial))?.revokedAt).toEqual(testNow)
    expect(crl.find(content(serial + 1n))).toBeNull()
  }
})

test('a hundred thousand entries cost milliseconds', () => {
  const entries = Array.from({ length: 100_000 }, (_, n) =>
    sequence(
      unsigned(Buffer.from((0x10_0000_0000 + n * 7).toString(16).padStart(32, '5'), 'hex')),
      time(testNow),
    ),
  )
  const der = makeCrl(ca, { entries })
  const start = performance.now()
  const crl = parseCrl(der)
  expect(crl.find(Buffer.from('00', 'hex'))).toBeNull()
  // Measured at 15 to 30 ms; the bound leaves room for a machine that is busy.
  expect(performance.now() - start).toBeLessThan(1000)
  expect(crl.count).toBe(100_000)
})

test.each([
  ['an entry that is no sequence', [integer(5)]],
  ['an entry without a serial number', [sequence(time(testNow))]],
  ['an entry with a serial number too long', [sequence(unsigned(Buffer.alloc(200, 7)), time(testNow))]],
  ['an empty entry', [sequence()]],
])('refuses %s', (_, entries) => {
  expect(() => parseCrl(makeCrl(ca, { entries }))).toThrow(expect.objectContaining({ code: 'der_malformed' }))
})
