import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSignedData } from '../cms/build.ts'
import { checkSignedData } from '../cms/check.ts'
import { parseSignedData } from '../cms/signed-data.ts'
import { checkTimestampToken, parseTimestampToken } from '../cms/timestamp-token.ts'
import { PadesError } from '../errors.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { parseCrl } from '../x509/crl.ts'
import { parseOcsp } from '../x509/ocsp.ts'
import { testAuthority } from './authority.ts'
import { makeCrl, makeOcsp } from './revocation.ts'
import { imprintOf, issueTimestamper, makeToken } from './timestamp.ts'

// Which byte may be changed without harm: none of what is signed, and no byte of the frame either, unless what it
// says is said elsewhere too.

const ca = testAuthority()
const signer = ca.issue({ crlUrl: 'http://a.vn/', ocspUrl: 'http://b.vn/', purposes: ['1.3.6.1.5.5.7.3.36'] })
const digest = hash('sha256', 'x', 'buffer')
const stamper = issueTimestamper(ca)

/** Places where one of the changes leaves all as it should be. */
function unharmedBy(bytes: Uint8Array, isRight: (changed: Uint8Array) => boolean): readonly number[] {
  expect(isRight(Uint8Array.from(bytes))).toBe(true)
  const unharmed = new Set<number>()
  for (let at = 0; at < bytes.length; at++)
    for (const flip of [0x01, 0x80, 0xff, 0x20]) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ flip
      if (rightOrRefused(changed, isRight)) unharmed.add(at)
    }
  return [...unharmed]
}

function rightOrRefused(changed: Uint8Array, isRight: (changed: Uint8Array) => boolean): boolean {
  try {
    return isRight(changed)
  } catch (error) {
    // Anything but our own error is a crash.
    if (!(error instanceof PadesError)) throw error
    return false
  }
}

test('no changed byte of a certificate goes unseen', () => {
  const isRight = (changed: Uint8Array) => parseCertificate(changed).isSignedBy(ca.parsed)
  expect(unharmedBy(signer.certificate, isRight)).toEqual([])
})

test('no changed byte of a CRL goes unseen', () => {
  const crl = makeCrl(ca, {
    revoked: [{ certificate: signer.parsed, reason: 1 }, { certificate: stamper.parsed }],
  })
  const isRight = (changed: Uint8Array) => {
    const list = parseCrl(changed)
    return list.find(signer.parsed.serialBytes) !== null && list.isSignedBy(ca.parsed)
  }
  expect(unharmedBy(crl, isRight)).toEqual([])
})

test('no changed byte of an OCSP answer goes unseen', () => {
  const ocsp = makeOcsp(ca, signer.parsed, {
    nonce: Buffer.alloc(16, 7),
    status: { revokedAt: new Date(0), reason: 1 },
  })
  const isRight = (changed: Uint8Array) => {
    const { status, answer } = parseOcsp(changed)
    return (
      status === 'successful' &&
      answer?.find(signer.parsed, ca.parsed)?.status === 'revoked' &&
      answer.isSignedBy(ca.parsed)
    )
  }
  expect(unharmedBy(ocsp, isRight)).toEqual([])
})

// Beside the signed attributes lie what RFC 5652, 5.3 lets a reader do without, such as the list of hashes in front,
// and the signer's name, of which upper and lower case mean the same.
function besides(bytes: Uint8Array, certificate: Uint8Array): (at: number) => boolean {
  const whole = Buffer.from(bytes)
  const certificates = whole.indexOf(certificate)
  const signers = certificates + certificate.length
  const attributes = whole.indexOf(Buffer.from('06092a864886f70d010903', 'hex'), signers)
  return (at) => at < certificates || (at >= signers && at < attributes)
}

test('no changed byte of a message goes unseen but those that its signature does not need', async () => {
  const bytes = await buildSignedData(signer, digest)
  const isRight = (changed: Uint8Array) =>
    checkSignedData(parseSignedData(changed), digest).problems.length === 0
  const isBeside = besides(bytes, signer.certificate)
  expect(unharmedBy(bytes, isRight).filter((at) => !isBeside(at))).toEqual([])
})

test('no changed byte of a time-stamp goes unseen but those that its signature does not need', () => {
  const token = makeToken(stamper, imprintOf(Buffer.from('x')), { accuracy: { seconds: 1 } })
  const info = parseTimestampToken(token).data.content as Uint8Array
  const isRight = (changed: Uint8Array) => {
    const parsed = parseTimestampToken(changed)
    const digestBy = (name: string): Buffer => hash(name, 'x', 'buffer')
    return checkTimestampToken(parsed, { digestBy }).problems.length === 0
  }
  const isBeside = besides(token, stamper.certificate)
  const infoAt = Buffer.from(token).indexOf(info)
  const isInfo = (at: number): boolean => at >= infoAt && at < infoAt + info.length
  expect(unharmedBy(token, isRight).filter((at) => !isBeside(at) || isInfo(at))).toEqual([])
})

test('cut anywhere, nothing crashes and nothing is right', async () => {
  const whole = [
    [signer.certificate, parseCertificate],
    [makeCrl(ca), parseCrl],
    [makeOcsp(ca, signer.parsed), parseOcsp],
    [await buildSignedData(signer, digest), parseSignedData],
    [makeToken(stamper, digest), parseTimestampToken],
  ] as const
  for (const [bytes, parse] of whole)
    for (let length = 0; length < bytes.length; length++)
      expect(() => parse(bytes.subarray(0, length))).toThrow(PadesError)
})

test('pieces of one put into another never crash', async () => {
  const sources = [
    signer.certificate,
    makeCrl(ca, { revoked: [{ certificate: signer.parsed, reason: 1 }] }),
    makeOcsp(ca, signer.parsed, { responder: signer }),
    await buildSignedData(signer, digest),
    makeToken(stamper, digest),
  ].map((bytes) => Buffer.from(bytes))
  const parsers = [parseCertificate, parseCrl, parseOcsp, parseSignedData, parseTimestampToken]
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const which = fc.nat(sources.length - 1)
  const splice = fc.record({ from: which, start: place, length: fc.nat(40), at: place, cut: fc.nat(40) })
  fc.assert(
    fc.property(which, fc.array(splice, { minLength: 1, maxLength: 4 }), (target, splices) => {
      let bytes = sources[target] as Buffer
      for (const { from, start, length, at, cut } of splices) {
        const source = sources[from] as Buffer
        const piece = source.subarray(Math.floor(start * source.length)).subarray(0, length)
        const place = Math.floor(at * bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place + cut)])
      }
      // An error that is not ours goes through here and fails the test.
      for (const parse of parsers) rightOrRefused(bytes, (changed) => parse(changed) !== undefined)
    }),
    { numRuns: 2000 },
  )
})
