import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { encode, integer, octetString, sequence, tagged } from '../der/write.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { extension } from '../testing/extensions.ts'
import { unknownCritical } from '../testing/revocation.ts'
import { makeSignedData } from '../testing/signed-data.ts'
import {
  answerRequest,
  imprintOf,
  issueTimestamper,
  makeToken,
  refuseToken,
  type TokenOptions,
} from '../testing/timestamp.ts'
import { buildTimestampRequest, parseTimestampResponse } from './timestamp-request.ts'
import { checkTimestampToken, parseTimestampToken, type TimestampProblem } from './timestamp-token.ts'

const ca = testAuthority().intermediate()
const stamper = issueTimestamper(ca)
const data = Buffer.from('giá trị chữ ký')
const digestBy = (name: string): Buffer => hash(name, data, 'buffer')
const nonce = Buffer.from('80a1b2c3d4e5f607', 'hex')

const check = (token: Uint8Array, expectation = {}) =>
  checkTimestampToken(parseTimestampToken(token), { digestBy, ...expectation })

test('a request that is answered gives a token that is right', () => {
  const policy = '1.2.3.4.5'
  const request = buildTimestampRequest({ hash: 'sha384', digest: digestBy('sha384'), nonce, policy })
  const response = parseTimestampResponse(
    answerRequest(stamper, request, { accuracy: { seconds: 1, millis: 500, micros: 20 } }),
  )
  expect(response).toMatchObject({ status: 'granted', texts: [], failures: [] })
  const checked = check(response.token as Uint8Array, { nonce, policy })
  expect(checked.problems).toEqual([])
  expect(checked.signer?.sha256).toBe(stamper.parsed.sha256)
  expect(checked.info).toMatchObject({
    at: testNow,
    imprintHash: 'sha384',
    accuracyMicroseconds: 1_500_020,
    policy,
    serial: '2a',
  })
})

test('a time with a fraction keeps its milliseconds', () => {
  const at = new Date('2026-03-15T02:00:00.120Z')
  expect(check(makeToken(stamper, imprintOf(data), { at })).info.at).toEqual(at)
})

test.each(['v1', 'v2', 'both'] as const)('the authority may be named by %s of signing-certificate', (ess) => {
  expect(check(makeToken(stamper, imprintOf(data), { message: { ess } })).problems).toEqual([])
})

test.each<[TimestampProblem[], string, TokenOptions]>([
  [['value_wrong'], 'a value that was changed', { message: { breakValue: true } }],
  [['digest_mismatch'], 'another content', { message: { digest: hash('sha256', 'x', 'buffer') } }],
  [['ess_missing'], 'no signing-certificate', { message: { ess: 'none' } }],
  [['ess_mismatch'], "another's signing-certificate", { message: { essCertificate: ca.parsed } }],
  [['certificate_missing'], 'no certificate', { message: { certificates: [] } }],
  [['nonce_mismatch'], 'another nonce', { nonce: Buffer.of(1, 2) }],
  [['policy_mismatch'], 'another policy', { policy: '1.2.3.9', nonce }],
  [['unknown_critical_extension'], 'a critical extension', { nonce, extensions: [unknownCritical] }],
  [['authority_name'], "another's name", { nonce, authority: tagged(4, ca.parsed.subject.raw) }],
  [
    ['content_type_wrong'],
    'another content type',
    { nonce, message: { contentTypeAttribute: '1.2.840.113549.1.7.1' } },
  ],
])('is told: %s of %s', (problems, _, options) => {
  const expectation = { nonce, policy: '1.3.6.1.4.1.55555.2' }
  expect(check(makeToken(stamper, imprintOf(data), { nonce, ...options }), expectation).problems).toEqual(
    problems,
  )
})

test('what does no harm passes', () => {
  const options = {
    extensions: [extension('1.2.3', integer(1))],
    authority: tagged(4, stamper.parsed.subject.raw),
    ordering: true,
  }
  expect(check(makeToken(stamper, imprintOf(data), options)).problems).toEqual([])
})

test('other data than were stamped are told', () => {
  expect(check(makeToken(stamper, imprintOf(Buffer.from('khác')))).problems).toEqual(['imprint_mismatch'])
})

test('a certificate that may not stamp time is told', () => {
  expect(check(makeToken(ca.issue(), imprintOf(data))).problems).toEqual(['authority_purpose'])
})

test('an authority that refuses says why', () => {
  expect(parseTimestampResponse(refuseToken('không nhận', 0))).toEqual({
    status: 'rejected',
    texts: ['không nhận'],
    failures: ['bad_algorithm'],
    token: null,
  })
  expect(parseTimestampResponse(refuseToken('hỏng', 25)).failures).toEqual(['system_failure'])
})

test.each([
  ['granted without a token', encode(sequence(sequence(integer(0))))],
  ['refused with a token', encode(sequence(sequence(integer(2)), makeToken(stamper, imprintOf(data))))],
  ['nothing', new Uint8Array(0)],
])('refuses a response that is %s', (_, bytes) => {
  expect(() => parseTimestampResponse(bytes)).toThrow(expect.objectContaining({ code: 'der_malformed' }))
})

test.each([
  ['a signature of something else', makeSignedData(stamper, { content: data })],
  ['a token without its content', makeSignedData(stamper, { contentType: '1.2.840.113549.1.9.16.1.4' })],
  [
    'a token of another version',
    makeSignedData(stamper, {
      contentType: '1.2.840.113549.1.9.16.1.4',
      content: encode(sequence(integer(2), octetString())),
    }),
  ],
])('refuses %s', (_, bytes) => {
  expect(() => parseTimestampToken(bytes)).toThrow(expect.objectContaining({ code: 'der_malformed' }))
})
