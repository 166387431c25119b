import { expect, test } from 'vitest'
import { generalizedTime, sequence, time, unsigned } from '../der/write.ts'
import { type TestAuthority, testAuthority, testNow } from '../testing/authority.ts'
import { extension, ocspNoCheck, writeExtensions } from '../testing/extensions.ts'
import {
  type CrlOptions,
  deltaIndicator,
  issuingPoint,
  makeCrl,
  makeOcsp,
  type OcspOptions,
  unknownCritical,
} from '../testing/revocation.ts'
import type { Certificate } from './certificate.ts'
import { parseCrl } from './crl.ts'
import { keyUsages } from './extensions.ts'
import { parseOcsp } from './ocsp.ts'
import { purposeOids } from './purpose.ts'
import { judgeRevocation, type RevocationQuestion } from './revocation.ts'

const hour = 3_600_000
const later = (hours: number): Date => new Date(testNow.getTime() + hours * hour)

const ca = testAuthority().intermediate()
const signer = ca.issue({ crlUrl: 'http://crl.vn/a.crl' })

interface Bag {
  readonly crls?: readonly Uint8Array[]
  readonly ocsps?: readonly Uint8Array[]
}

function judge({ crls = [], ocsps = [] }: Bag, further: Partial<RevocationQuestion> = {}) {
  return judgeRevocation({
    certificate: signer.parsed,
    issuer: ca.parsed,
    certificates: [],
    stores: [{ name: 'thử', kind: 'test', anchors: [ca.root.parsed] }],
    at: testNow,
    now: later(1000),
    evidence: {
      crls: crls.map((der) => ({ crl: parseCrl(der), origin: 'file' as const })),
      ocsps: ocsps.map((der) => {
        const { answer } = parseOcsp(der)
        if (answer === null) throw new Error('no answer')
        return { answer, origin: 'signature' as const }
      }),
    },
    ...further,
  })
}

const crl = (options: CrlOptions = {}, authority: TestAuthority = ca): Uint8Array =>
  makeCrl(authority, options)
const ocsp = (options: OcspOptions = {}, certificate: Certificate = signer.parsed): Uint8Array =>
  makeOcsp(ca, certificate, options)

test('nothing at hand is unknown', () => {
  expect(judge({})).toMatchObject({ status: 'unknown', source: null, refused: [] })
})

test('a list that covers the time and does not name the certificate makes it good', () => {
  const other = ca.issue().parsed
  expect(judge({ crls: [crl({ revoked: [{ certificate: other }] })] })).toMatchObject({
    status: 'good',
    source: 'crl',
    origin: 'file',
    freshness: 'covers',
    thisUpdate: later(-1),
    nextUpdate: later(24),
  })
})

test('an answer of the authority itself makes it good, by name or by key', () => {
  for (const options of [{}, { byKey: true }, { certIdHash: 'sha256' }] as const)
    expect(judge({ ocsps: [ocsp(options)] })).toMatchObject({
      status: 'good',
      source: 'ocsp',
      origin: 'signature',
    })
})

test.each([
  ['before', later(-5)],
  ['before', testNow],
  ['after', later(5)],
] as const)('a revocation %s the control time is told', (relation, revokedAt) => {
  const expected = { status: 'revoked', relation, revokedAt, reason: 'keyCompromise' }
  const list = crl({
    revoked: [{ certificate: signer.parsed, at: revokedAt, reason: 1 }],
    thisUpdate: later(6),
  })
  expect(judge({ crls: [list] })).toMatchObject(expected)
  const answer = ocsp({ status: { revokedAt, reason: 1 }, thisUpdate: later(6) })
  expect(judge({ ocsps: [answer] })).toMatchObject(expected)
})

test('a revocation without a reason, and since when the key was in other hands', () => {
  const invalidSince = later(-72)
  const list = crl({ revoked: [{ certificate: signer.parsed, invalidSince }] })
  expect(judge({ crls: [list] })).toMatchObject({ status: 'revoked', reason: 'unspecified', invalidSince })
})

test('a revocation counts however old the list, and whatever a later answer says', () => {
  const old = crl({
    revoked: [{ certificate: signer.parsed, at: later(-800) }],
    thisUpdate: later(-700),
    nextUpdate: later(-600),
  })
  expect(judge({ crls: [old], ocsps: [ocsp()] })).toMatchObject({ status: 'revoked', relation: 'before' })
})

test.each<[string, Bag]>([
  ['too_old', { crls: [crl({ thisUpdate: later(-9), nextUpdate: later(-1) })] }],
  ['too_old', { crls: [crl({ nextUpdate: null })] }],
  ['too_old', { ocsps: [ocsp({ thisUpdate: later(-9), nextUpdate: later(-8) })] }],
  ['from_the_future', { crls: [crl({ thisUpdate: later(1001), nextUpdate: later(1002) })] }],
  ['from_the_future', { ocsps: [ocsp({ thisUpdate: later(1001) })] }],
  ['weak_algorithm', { crls: [crl({ hash: 'sha1' })] }],
  ['weak_algorithm', { ocsps: [ocsp({ hash: 'sha1' })] }],
  ['delta', { crls: [crl({ extensions: [deltaIndicator] })] }],
  ['indirect', { crls: [crl({ extensions: [issuingPoint({ indirect: true })] })] }],
  ['unknown_critical_extension', { crls: [crl({ extensions: [unknownCritical] })] }],
  ['unknown_critical_extension', { ocsps: [ocsp({ extensions: [unknownCritical] })] }],
  ['unknown_critical_extension', { ocsps: [ocsp({ singleExtensions: [unknownCritical] })] }],
  ['other_scope', { crls: [crl({ extensions: [issuingPoint({ authorities: true })] })] }],
  ['other_scope', { crls: [crl({ extensions: [issuingPoint({ attributes: true })] })] }],
  ['other_scope', { crls: [crl({ extensions: [issuingPoint({ reasons: true })] })] }],
  ['other_scope', { crls: [crl({ extensions: [issuingPoint({ url: 'http://crl.vn/b.crl' })] })] }],
  ['status_unknown', { ocsps: [ocsp({ status: 'unknown' })] }],
  ['signature_wrong', { crls: [crl({ key: signer.key })] }],
  ['signature_wrong', { ocsps: [ocsp({ responder: { ...signer, parsed: ca.parsed } })] }],
])('refuses as %s', (why, bag) => {
  const judged = judge(bag)
  expect(judged.status).toBe('unknown')
  expect(judged.refused.map((one) => one.why)).toEqual([why])
})

test('a list whose scope holds the certificate counts', () => {
  for (const scope of [{ users: true }, { url: 'http://crl.vn/a.crl' }])
    expect(judge({ crls: [crl({ extensions: [issuingPoint(scope)] })] }).status).toBe('good')
})

test('a list for users says nothing of an authority', () => {
  const list = makeCrl(ca.root, { extensions: [issuingPoint({ users: true })] })
  const question = { certificate: ca.parsed, issuer: ca.root.parsed }
  expect(judge({ crls: [list] }, question)).toMatchObject({
    status: 'unknown',
    refused: [{ why: 'other_scope' }],
  })
})

test('a list for some reasons revokes, though it cannot make good', () => {
  const revoked = [{ certificate: signer.parsed, reason: 1 }]
  const list = crl({ extensions: [issuingPoint({ reasons: true })], revoked })
  expect(judge({ crls: [list] }).status).toBe('revoked')
})

test('lists of others lie beside without a word', () => {
  expect(judge({ crls: [makeCrl(ca.root), makeCrl(testAuthority())] })).toMatchObject({
    status: 'unknown',
    refused: [],
  })
})

test('what was issued later counts while the certificate was valid', () => {
  expect(judge({ crls: [crl({ thisUpdate: later(5) })] })).toMatchObject({
    status: 'good',
    freshness: 'later',
  })
  const short = ca.issue({ notAfter: later(3) }).parsed
  const question = { certificate: short }
  expect(judge({ crls: [crl({ thisUpdate: later(5) })] }, question)).toMatchObject({
    status: 'unknown',
    refused: [{ why: 'after_expiry' }],
  })
  const keeps = extension('2.5.29.60', generalizedTime(later(-9000)))
  expect(judge({ crls: [crl({ thisUpdate: later(5), extensions: [keeps] })] }, question).status).toBe('good')
  const archived = makeOcsp(ca, short, { thisUpdate: later(5), archiveCutoff: later(-9000) })
  expect(judge({ ocsps: [archived] }, question).status).toBe('good')
})

test('a suspension counts while it lasts', () => {
  const held = crl({
    revoked: [{ certificate: signer.parsed, at: later(-3), reason: 6 }],
    thisUpdate: later(-2),
  })
  const lifted = crl({ thisUpdate: later(-1) })
  const liftedLater = crl({ thisUpdate: later(2) })
  expect(judge({ crls: [held] })).toMatchObject({
    status: 'revoked',
    relation: 'before',
    reason: 'certificateHold',
  })
  expect(judge({ crls: [held, lifted] }).status).toBe('good')
  expect(judge({ crls: [held, liftedLater] })).toMatchObject({ status: 'revoked', reason: 'certificateHold' })
  const heldLater = crl({
    revoked: [{ certificate: signer.parsed, at: later(1), reason: 6 }],
    thisUpdate: later(2),
  })
  expect(judge({ crls: [heldLater] })).toMatchObject({ status: 'revoked', relation: 'after' })
})

test('a suspension from before, found out later, counts against a list that knew nothing of it', () => {
  const covering = crl({ thisUpdate: later(-4) })
  const found = crl({
    revoked: [{ certificate: signer.parsed, at: later(-2), reason: 6 }],
    thisUpdate: later(3),
  })
  expect(judge({ crls: [covering, found] })).toMatchObject({ status: 'revoked', relation: 'before' })
})

test('removeFromCRL is no revocation', () => {
  expect(judge({ crls: [crl({ revoked: [{ certificate: signer.parsed, reason: 8 }] })] }).status).toBe('good')
})

const responderOptions = { usage: keyUsages.digitalSignature, purposes: [purposeOids.ocspSigning] }

test('a responder that the authority itself has named may answer', () => {
  const responder = ca.issue({ ...responderOptions, extensions: [ocspNoCheck] })
  expect(judge({ ocsps: [ocsp({ responder })] })).toMatchObject({ status: 'good', signerUnchecked: false })
  const elsewhere = judge(
    { ocsps: [ocsp({ responder, certificates: [] })] },
    { certificates: [responder.parsed] },
  )
  expect(elsewhere.status).toBe('good')
})

test('a responder that is to be checked is looked for in the lists', () => {
  const responder = ca.issue(responderOptions)
  const ocsps = [ocsp({ responder })]
  expect(judge({ ocsps })).toMatchObject({ status: 'good', signerUnchecked: true })
  expect(judge({ ocsps, crls: [crl({ thisUpdate: later(-2) })] }).signerUnchecked).toBe(false)
  const revoked = crl({
    revoked: [{ certificate: responder.parsed }],
    thisUpdate: later(-900),
    nextUpdate: later(-899),
  })
  expect(judge({ ocsps, crls: [revoked] }).refused.map(({ why }) => why)).toContain('responder_revoked')
})

test.each([
  ['not_entitled', ca.issue({ usage: keyUsages.digitalSignature })],
  ['not_entitled', ca.issue({ ...responderOptions, purposes: [purposeOids.any] })],
  ['not_entitled', ca.issue({ ...responderOptions, usage: keyUsages.keyEncipherment })],
  ['not_entitled', ca.root.issue(responderOptions)],
  ['not_entitled', testAuthority({ name: { CN: 'Khác' } }).issue(responderOptions)],
  ['not_entitled', ca.issue({ ...responderOptions, extensions: [unknownCritical] })],
  ['not_entitled', ca.issue({ ...responderOptions, hash: 'sha1' })],
  ['issuer_not_valid_then', ca.issue({ ...responderOptions, notAfter: later(-100) })],
] as const)('refuses as %s a responder that may not answer (%#)', (why, responder) => {
  expect(judge({ ocsps: [ocsp({ responder })] })).toMatchObject({ status: 'unknown', refused: [{ why }] })
})

test('an answer about another certificate or another authority is passed over', () => {
  const other = ca.issue().parsed
  const twin = testAuthority().intermediate()
  const ocsps = [ocsp({}, other), makeOcsp(twin, signer.parsed)]
  expect(judge({ ocsps })).toMatchObject({ status: 'unknown', refused: [] })
})

test('an authority without the right to issue lists does not count', () => {
  const without = testAuthority().intermediate({ usage: keyUsages.keyCertSign })
  const question = { certificate: without.issue().parsed, issuer: without.parsed }
  expect(judge({ crls: [makeCrl(without)] }, question)).toMatchObject({ refused: [{ why: 'not_entitled' }] })
})

test('an authority that had run out does not count', () => {
  const old = testAuthority().intermediate({ notAfter: later(-100) })
  const question = { certificate: old.issue().parsed, issuer: old.parsed }
  expect(judge({ crls: [makeCrl(old)] }, question)).toMatchObject({
    refused: [{ why: 'issuer_not_valid_then' }],
  })
})

test('a list under the new key of the same authority counts where both hang on one anchor', () => {
  const root = testAuthority()
  const old = root.intermediate({ commonName: 'CA' })
  const renewed = root.intermediate({ commonName: 'CA', keyKind: 'p384' })
  const stranger = testAuthority().intermediate({ subject: old.parsed.subject.raw })
  const question = {
    certificate: old.issue().parsed,
    issuer: old.parsed,
    stores: [{ name: 'thử', kind: 'test', anchors: [root.parsed, stranger.root.parsed] }] as const,
  }
  const certificates = [renewed.parsed, stranger.parsed]
  expect(judge({ crls: [makeCrl(renewed)] }, { ...question, certificates }).status).toBe('good')
  expect(judge({ crls: [makeCrl(stranger)] }, { ...question, certificates })).toMatchObject({
    refused: [{ why: 'not_entitled' }],
  })
})

test('an entry with a critical extension that is not known refuses the list', () => {
  const entry = sequence(
    unsigned(signer.parsed.serialBytes),
    time(later(-9)),
    writeExtensions([unknownCritical]),
  )
  expect(judge({ crls: [crl({ entries: [entry] })] })).toMatchObject({
    status: 'unknown',
    refused: [{ why: 'malformed' }],
  })
})
