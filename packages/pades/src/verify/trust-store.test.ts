import { expect, test } from 'vitest'
import { testAuthority } from '../testing/authority.ts'
import { trustStore } from './trust-store.ts'

const [one, other] = [testAuthority(), testAuthority()]
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`

test('a store takes certificates as they come', () => {
  const both = pem(one.certificate) + pem(other.certificate)
  for (const certificates of [[one.certificate, other.certificate], [both], [Buffer.from(both)]]) {
    const { name, kind, anchors } = trustStore({ name: 'Gốc', certificates })
    expect([name, kind]).toEqual(['Gốc', 'other'])
    expect(anchors.map(({ sha256 }) => sha256)).toEqual([one.parsed.sha256, other.parsed.sha256])
  }
})

test('a store refuses what is no certificate', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'
  for (const wrong of ['', 'gốc', key, Buffer.from('gốc')])
    expect(() => trustStore({ name: 'Gốc', certificates: [wrong] })).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/_malformed$/) }),
    )
})
