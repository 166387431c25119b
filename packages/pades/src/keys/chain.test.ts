import { expect, test } from 'vitest'
import { testAuthority } from '../testing/authority.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { chainOf } from './chain.ts'

const root = testAuthority()
const serials = (chain: ReturnType<typeof chainOf>): readonly string[] => chain.map(({ sha256 }) => sha256)

test('an authority that changed its key is not taken for a root', () => {
  const renewed = root.intermediate({ subject: root.parsed.subject.raw })
  const leaf = renewed.issue().parsed
  expect(renewed.parsed.isSelfIssued).toBe(true)
  expect(serials(chainOf(leaf, [root.parsed, renewed.parsed]))).toEqual([
    renewed.parsed.sha256,
    root.parsed.sha256,
  ])
})

test('of several certificates for the issuer the one is taken that is valid longest', () => {
  const short = root.intermediate({ notAfter: new Date('2027-01-01T00:00:00Z') })
  const long = root.intermediate({ subject: short.parsed.subject.raw, key: short.key })
  const pool = [short.parsed, long.parsed]
  expect(serials(chainOf(short.issue().parsed, pool))).toEqual([long.parsed.sha256])
})

test('who has the name alone is no issuer', () => {
  const named = testAuthority({ subject: root.parsed.subject.raw, keyKind: 'p384' })
  const leaf = root.issue().parsed
  expect(chainOf(leaf, [named.parsed])).toEqual([])
  expect(serials(chainOf(leaf, [named.parsed, root.parsed]))).toEqual([root.parsed.sha256])
})

test('authorities that certify each other are no chain without end', () => {
  const [one, other] = [testAuthority(), testAuthority({ keyKind: 'p384' })]
  const oneByOther = parseCertificate(
    other.intermediate({ subject: one.parsed.subject.raw, key: one.key }).certificate,
  )
  const otherByOne = parseCertificate(
    one.intermediate({ subject: other.parsed.subject.raw, key: other.key }).certificate,
  )
  const chain = chainOf(one.issue().parsed, [oneByOther, otherByOne])
  expect(serials(chain)).toEqual([oneByOther.sha256, otherByOne.sha256])
})
