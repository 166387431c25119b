import { describe, expect, test } from 'vitest'
import { type IssueOptions, testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { nameConstraints } from '../testing/extensions.ts'
import { writeName } from '../testing/names.ts'
import { schemaFaults } from '../testing/report-schema.ts'
import { makeCrl, makeOcsp, unknownCritical } from '../testing/revocation.ts'
import { type AnyhowOptions, signAnyhow, weakHashes } from '../testing/sign-anyhow.ts'
import { issueTimestamper } from '../testing/timestamp.ts'
import { keyUsages } from '../x509/extensions.ts'
import { purposeOids } from '../x509/purpose.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const store = { name: 'thử', kind: 'test', anchors: [authority.parsed] } as const
const pdf = buildPdf(pagesOf(1))
const minute = 60_000
const day = 24 * 60 * minute
const from = (ms: number) => new Date(testNow.getTime() + ms)

type Options = Partial<Parameters<typeof verify>[1]>

/** Verdict, sub-indication and codes of the first signature. */
async function judge(file: Uint8Array, options: Options = {}) {
  const given = { crls: [makeCrl(authority)] }
  const report = await verify(file, { trust: [store], at: testNow, given, ...options })
  expect(schemaFaults(report)).toEqual([])
  const [signature] = report.signatures
  const codes = signature?.findings.filter(({ weight }) => weight !== 'note').map(({ code }) => code)
  return { verdict: signature?.verdict, sub: signature?.subIndication, codes }
}

const an = authority.issue()
const rsa = authority.issue({ keyKind: 'rsa2048' })

test('what is right in all is good, with an older kind of signature too', async () => {
  expect(await judge(signAnyhow(pdf, an))).toEqual({ verdict: 'valid_no_tsa', sub: null, codes: [] })
  const older = signAnyhow(pdf, an, { subFilter: 'adbe.pkcs7.detached', ess: 'none' })
  expect(await judge(older)).toMatchObject({ verdict: 'valid_no_tsa' })
})

describe('the message', () => {
  const other = authority.issue({ commonName: 'Người khác' })
  const twin = testAuthority().issue({ commonName: 'Nguyễn Thị Ánh' })
  test.each<[string, AnyhowOptions, string, string]>([
    ['has a value that its key did not make', { breakValue: true }, 'invalid', 'SIG_CRYPTO_FAILURE'],
    ['has two signers', { twice: true }, 'invalid', 'FORMAT_FAILURE'],
    ['has a content of its own inside', { content: Buffer.from('khác') }, 'invalid', 'FORMAT_FAILURE'],
    ['is followed by other bytes', { after: Buffer.from('thêm') }, 'invalid', 'FORMAT_FAILURE'],
    ['has the wrong content type', { contentTypeAttribute: '1.2.3.4' }, 'invalid', 'FORMAT_FAILURE'],
    ['has no content type', { contentTypeAttribute: null }, 'invalid', 'FORMAT_FAILURE'],
    ['has no signed attributes', { attributes: null }, 'invalid', 'FORMAT_FAILURE'],
    ['is not bound to its certificate', { ess: 'none' }, 'invalid', 'SIG_CONSTRAINTS_FAILURE'],
    [
      'is bound to another certificate',
      { essCertificate: other.parsed },
      'invalid',
      'SIG_CONSTRAINTS_FAILURE',
    ],
    [
      'comes with another certificate of that name',
      { certificates: [twin.certificate] },
      'indeterminate',
      'NO_SIGNING_CERTIFICATE_FOUND',
    ],
    ['comes without a certificate', { certificates: [] }, 'indeterminate', 'NO_SIGNING_CERTIFICATE_FOUND'],
    ['is none', { raw: Buffer.from('không phải CMS') }, 'invalid', 'FORMAT_FAILURE'],
    [
      'is of a kind that is too weak',
      { subFilter: 'adbe.x509.rsa_sha1' },
      'invalid',
      'CRYPTO_CONSTRAINTS_FAILURE',
    ],
    ['is of a kind that nobody knows', { subFilter: 'Riêng' }, 'indeterminate', 'FORMAT_FAILURE'],
    ['names a hash and signs with another', { signatureHash: 'sha512' }, 'invalid', 'SIG_CRYPTO_FAILURE'],
  ])('%s', async (_, options, verdict, sub) => {
    expect(await judge(signAnyhow(pdf, an, options))).toMatchObject({ verdict, sub })
  })

  test.each(weakHashes)('made with %s counts at no time', async (hash) => {
    const signed = signAnyhow(pdf, rsa, { hash })
    expect(await judge(signed)).toMatchObject({ verdict: 'invalid', sub: 'CRYPTO_CONSTRAINTS_FAILURE' })
  })
})

describe('the certificate', () => {
  test.each<[string, IssueOptions, string, string]>([
    ['has run out', { notAfter: from(-day) }, 'invalid', 'EXPIRED'],
    ['is not valid yet', { notBefore: from(day) }, 'invalid', 'NOT_YET_VALID'],
    ['is for keys only', { usage: keyUsages.keyEncipherment }, 'invalid', 'CHAIN_CONSTRAINTS_FAILURE'],
    ['is for servers', { purposes: [purposeOids.serverAuth] }, 'invalid', 'CHAIN_CONSTRAINTS_FAILURE'],
    ['is for time-stamps', { purposes: [purposeOids.timeStamping] }, 'invalid', 'CHAIN_CONSTRAINTS_FAILURE'],
    ['is an authority', { ca: true }, 'invalid', 'CHAIN_CONSTRAINTS_FAILURE'],
    ['has a key that is too short', { keyKind: 'rsa1024' }, 'invalid', 'CRYPTO_CONSTRAINTS_FAILURE'],
    ['is on a curve that is not allowed', { keyKind: 'secp256k1' }, 'invalid', 'CRYPTO_CONSTRAINTS_FAILURE'],
    ['was signed with SHA-1', { hash: 'sha1' }, 'invalid', 'CHAIN_CONSTRAINTS_FAILURE'],
    [
      'has a critical extension of unknown meaning',
      { extensions: [unknownCritical] },
      'invalid',
      'CHAIN_CONSTRAINTS_FAILURE',
    ],
  ])('%s', async (_, options, verdict, sub) => {
    // What an identity signs with follows the hash of its certificate only where that is strong.
    const identity = authority.issue(options)
    expect(await judge(signAnyhow(pdf, identity, { hash: 'sha256' }))).toMatchObject({ verdict, sub })
  })

  test('that ran out after the claimed time is undetermined without proof of that time', async () => {
    const identity = authority.issue({ notAfter: from(day) })
    const signed = signAnyhow(pdf, identity)
    const judged = await judge(signed, { at: from(2 * day) })
    expect(judged).toMatchObject({ verdict: 'indeterminate', sub: 'OUT_OF_BOUNDS_NO_POE' })
  })
})

describe('the path', () => {
  const judgeBelow = (options: IssueOptions, leaf: IssueOptions = {}) => {
    const between = authority.intermediate(options)
    const given = { crls: [makeCrl(authority), makeCrl(between)] }
    return judge(signAnyhow(pdf, between.issue(leaf)), { given })
  }

  test('leads over an authority between', async () => {
    expect(await judgeBelow({})).toMatchObject({ verdict: 'valid_no_tsa' })
  })

  test.each<[string, IssueOptions]>([
    ['goes over a certificate that is no authority', { ca: false }],
    ['goes over an authority that may not sign certificates', { usage: keyUsages.cRLSign }],
    [
      'leaves the names that its authority may use',
      { extensions: [nameConstraints([{ directory: writeName({ C: 'LA' }) }])] },
    ],
  ])('%s', async (_, options) => {
    expect(await judgeBelow(options)).toMatchObject({ verdict: 'invalid', sub: 'CHAIN_CONSTRAINTS_FAILURE' })
  })

  test('is longer than its authority allows', async () => {
    const short = authority.intermediate({ pathLength: 0 })
    const identity = short.intermediate().issue()
    expect(await judge(signAnyhow(pdf, identity))).toMatchObject({
      verdict: 'invalid',
      sub: 'CHAIN_CONSTRAINTS_FAILURE',
    })
  })

  test('ends at a root that nobody trusts', async () => {
    const stranger = testAuthority().issue()
    expect(await judge(signAnyhow(pdf, stranger))).toMatchObject({
      verdict: 'indeterminate',
      sub: 'NO_CERTIFICATE_CHAIN_FOUND',
    })
  })

  test('is not needed where the certificate itself is trusted', async () => {
    const trust = [{ name: 'riêng', kind: 'other', anchors: [an.parsed] }] as const
    expect(await judge(signAnyhow(pdf, an), { trust, given: {} })).toMatchObject({ verdict: 'valid_no_tsa' })
  })
})

describe('revocation', () => {
  const stranger = testAuthority()
  const responder = authority.issue({ purposes: [purposeOids.ocspSigning] })
  const impostor = authority.issue({ purposes: [purposeOids.clientAuth] })
  test.each<[string, NonNullable<Options['given']>, string]>([
    ['is told by the authority itself', { ocsps: [makeOcsp(authority, an.parsed)] }, 'valid_no_tsa'],
    [
      'is told by a responder of its',
      { ocsps: [makeOcsp(authority, an.parsed, { responder })] },
      'valid_no_tsa',
    ],
    [
      'is told by one who may not',
      { ocsps: [makeOcsp(authority, an.parsed, { responder: impostor })] },
      'indeterminate',
    ],
    ['is told of another certificate', { ocsps: [makeOcsp(authority, rsa.parsed)] }, 'indeterminate'],
    [
      'is said to be unknown',
      { ocsps: [makeOcsp(authority, an.parsed, { status: 'unknown' })] },
      'indeterminate',
    ],
    [
      'is too old to count',
      { crls: [makeCrl(authority, { thisUpdate: from(-9 * day), nextUpdate: from(-day) })] },
      'indeterminate',
    ],
    [
      'is from the future',
      { crls: [makeCrl(authority, { thisUpdate: from(day), nextUpdate: from(2 * day) })] },
      'indeterminate',
    ],
    ['is told by another authority', { crls: [makeCrl(stranger)] }, 'indeterminate'],
    [
      'is told under the right name by another key',
      { crls: [makeCrl(authority, { key: stranger.key.privateKey })] },
      'indeterminate',
    ],
    ['is hung on weak words', { crls: [makeCrl(authority, { hash: 'sha1' })] }, 'indeterminate'],
    ['is not told', {}, 'indeterminate'],
    ['cannot be read', { crls: [Buffer.from('hỏng')], ocsps: [Buffer.from('hỏng')] }, 'indeterminate'],
  ])('%s', async (_, given, verdict) => {
    expect(await judge(signAnyhow(pdf, an), { given })).toMatchObject({ verdict })
  })

  test('of the authority between makes all below it bad', async () => {
    const between = authority.intermediate()
    const revoked = [{ certificate: between.parsed, at: from(-day) }]
    const given = { crls: [makeCrl(authority, { revoked }), makeCrl(between)] }
    expect(await judge(signAnyhow(pdf, between.issue()), { given })).toMatchObject({
      verdict: 'invalid',
      sub: 'REVOKED',
    })
  })
})

describe('the time', () => {
  const stamper = issueTimestamper(authority)
  const stampedAt = (options: Partial<NonNullable<AnyhowOptions['stamp']>> = {}, more: AnyhowOptions = {}) =>
    signAnyhow(pdf, rsa, { ...more, stamp: { by: stamper, ...options } })

  test('is proven by a time-stamp, also when the certificate has been revoked or has run out since', async () => {
    expect(await judge(stampedAt())).toMatchObject({ verdict: 'valid' })
    const later = from(3 * day)
    const revoked = [{ certificate: rsa.parsed, at: from(day) }]
    const crl = makeCrl(authority, { revoked, thisUpdate: from(2 * day), nextUpdate: from(4 * day) })
    expect(await judge(stampedAt(), { at: later, given: { crls: [crl] } })).toMatchObject({
      verdict: 'valid',
    })
    const short = authority.issue({ keyKind: 'rsa2048', notAfter: from(day) })
    const signed = signAnyhow(pdf, short, { stamp: { by: stamper } })
    const crls = [
      makeCrl(authority),
      makeCrl(authority, { thisUpdate: from(2 * day), nextUpdate: from(4 * day) }),
    ]
    expect(await judge(signed, { at: later, given: { crls } })).toMatchObject({ verdict: 'valid' })
  })

  test('that is proven after the revocation tells against the signature', async () => {
    const revoked = [{ certificate: rsa.parsed, at: from(-minute) }]
    const given = { crls: [makeCrl(authority, { revoked })] }
    expect(await judge(stampedAt({}, { claimed: from(-2 * minute) }), { given })).toMatchObject({
      verdict: 'invalid',
      sub: 'REVOKED',
    })
  })

  test.each<[string, Uint8Array, string]>([
    ['is stamped on another signature', stampedAt({ over: Buffer.from('khác') }), 'invalid'],
    ['is stamped by one who may not', stampedAt({ by: rsa }), 'invalid'],
    ['is stamped by a stranger', stampedAt({ by: issueTimestamper(testAuthority()) }), 'indeterminate'],
    ['is stamped in the future', stampedAt({ at: from(day) }), 'indeterminate'],
    ['is stamped with MD5', stampedAt({ imprintHash: 'md5' }), 'invalid'],
    [
      'is stamped before the certificate was valid',
      stampedAt({ at: new Date('2019-06-01T00:00:00Z') }),
      'invalid',
    ],
    ['is claimed to lie in the future', signAnyhow(pdf, an, { claimed: from(day) }), 'indeterminate'],
  ])('%s', async (_, signed, verdict) => {
    expect(await judge(signed)).toMatchObject({ verdict })
  })
})
