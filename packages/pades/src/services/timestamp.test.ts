import { hash } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildTimestampRequest } from '../cms/timestamp-request.ts'
import { parseTimestampToken } from '../cms/timestamp-token.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { httpFetcher } from '../testing/http-fetcher.ts'
import { type PkiAnswer, type PkiRoute, PkiServer, timestampRoute } from '../testing/pki-server.ts'
import { answerRequest, issueTimestamper, refuseToken, type TokenOptions } from '../testing/timestamp.ts'
import { firstTimestampOf, type TimestampOptions, timestampSource } from './timestamp.ts'

const server = await PkiServer.start()
afterAll(() => server[Symbol.asyncDispose]())
const ca = testAuthority()
const stamper = issueTimestamper(ca)
const digest = hash('sha256', 'văn bản', 'buffer')
const type = 'application/timestamp-reply'

beforeEach(() => server.on('tsa', timestampRoute(stamper)))
afterEach(() => server.calls.splice(0))

const source = (options: Partial<TimestampOptions> = {}) =>
  timestampSource({ url: server.at('tsa'), fetcher: httpFetcher, now: () => testNow, ...options })

describe('a time-stamp', () => {
  test('is asked for with a nonce and the certificate, and learns how long tokens are', async () => {
    const authority = source({ policy: '1.2.3.4' })
    const before = authority.tokenBytesAtMost
    const token = await authority.stamp(digest)
    const { info, data } = parseTimestampToken(token)
    expect(info).toMatchObject({ at: testNow, policy: '1.2.3.4' })
    expect(data.certificates).toHaveLength(1)
    expect(Buffer.compare(info.imprint, digest)).toBe(0)
    expect(info.nonce?.length).toBeGreaterThan(8)
    expect(authority.tokenBytesAtMost).not.toBe(before)
    expect(authority.tokenBytesAtMost).toBeGreaterThan(token.length)
    expect(server.calls[0]?.headers['content-type']).toBe('application/timestamp-query')
  })

  test('is asked for by another hash, with a name and a password', async () => {
    const longer = hash('sha512', 'văn bản', 'buffer')
    const authority = source({ hash: 'sha512', credentials: { user: 'xã', password: 'a:b' } })
    expect(parseTimestampToken(await authority.stamp(longer)).info.imprintHash).toBe('sha512')
    const sent = server.calls[0]?.headers.authorization?.replace('Basic ', '') ?? ''
    expect(Buffer.from(sent, 'base64').toString()).toBe('xã:a:b')
  })

  test('may be trusted by what comes with it', async () => {
    const trust = (anchor: typeof ca) => [{ name: 'thử', kind: 'test', anchors: [anchor.parsed] } as const]
    await expect(source({ trust: trust(ca) }).stamp(digest)).resolves.toBeInstanceOf(Uint8Array)
    await expect(source({ trust: trust(testAuthority()) }).stamp(digest)).rejects.toMatchObject({
      code: 'service_answer_wrong',
      details: { why: 'issuer_not_found' },
    })
  })
})

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
const token = (options: TokenOptions, by = stamper): PkiRoute => timestampRoute(by, options)
const answer =
  (made: PkiAnswer | ((request: Uint8Array) => PkiAnswer)): PkiRoute =>
  ({ body }) =>
    typeof made === 'function' ? made(body) : made

describe('refused, each for its own reason:', () => {
  test.each<[string, PkiRoute, string, object]>([
    ['a failing server', answer({ status: 500, type }), 'service_refused', { status: 500 }],
    [
      'a refusal',
      answer({ type, body: refuseToken('hết hạn mức', 2) }),
      'service_refused',
      { why: 'bad_request', text: 'hết hạn mức' },
    ],
    [
      'another type',
      answer((request) => ({ type: 'text/html', body: answerRequest(stamper, request) })),
      'service_answer_wrong',
      { why: 'content_type' },
    ],
    ['garbage', answer({ type, body: Buffer.from('<html>') }), 'service_answer_wrong', { why: 'malformed' }],
    ['an answer too long', answer({ type, endless: true }), 'service_too_large', {}],
    [
      'another nonce',
      token({ nonce: Buffer.alloc(16, 7) }),
      'service_answer_wrong',
      { why: 'nonce_mismatch' },
    ],
    ['another policy', token({ policy: '1.2.3.5' }), 'service_answer_wrong', { why: 'policy_mismatch' }],
    ['another hash', token({ imprintHash: 'sha512' }), 'service_answer_wrong', { why: 'imprint_mismatch' }],
    [
      'a clock that is behind',
      token({ at: minutes(-6) }),
      'service_answer_wrong',
      { why: 'time_far_from_ours' },
    ],
    [
      'a clock that is ahead',
      token({ at: minutes(6) }),
      'service_answer_wrong',
      { why: 'time_far_from_ours' },
    ],
    [
      'a certificate for other purposes',
      token({}, ca.issue()),
      'service_answer_wrong',
      { why: 'authority_purpose' },
    ],
    [
      'one that is not valid yet',
      token({}, issueTimestamper(ca, { notBefore: minutes(60) })),
      'service_answer_wrong',
      { why: 'certificate_not_valid' },
    ],
    [
      'a weak key',
      token({}, issueTimestamper(ca, { keyKind: 'rsa1024' })),
      'service_answer_wrong',
      { why: 'algorithm_weak' },
    ],
    [
      'a token over something else',
      answer(() => ({ type, body: answerRequest(stamper, requestOver('thứ khác')) })),
      'service_answer_wrong',
      { why: 'imprint_mismatch' },
    ],
  ])('%s', async (_, route, code, details) => {
    server.on('tsa', route)
    await expect(source({ policy: '1.2.3.4' }).stamp(digest)).rejects.toMatchObject({ code, details })
    expect(server.calls).toHaveLength(1)
  })
})

describe('of several authorities', () => {
  const down = () => source({ url: server.at('down') })

  test('the next is asked where one gives none', async () => {
    const both = firstTimestampOf([down(), source()])
    expect(parseTimestampToken(await both.stamp(digest)).info.at).toEqual(testNow)
    expect(server.calls.map(({ path }) => path)).toEqual(['/down', '/tsa'])
  })

  test('the first one tells why where all are down, and hashes must be the same', async () => {
    server.on('tsa', answer({ status: 503, type }))
    await expect(firstTimestampOf([down(), source()]).stamp(digest)).rejects.toMatchObject({
      code: 'service_refused',
      details: { status: 404 },
      cause: { errors: [{ details: { status: 503 } }] },
    })
    expect(() => firstTimestampOf([source(), source({ hash: 'sha512' })])).toThrow(RangeError)
  })
})

function requestOver(text: string): Uint8Array {
  return buildTimestampRequest({ hash: 'sha256', digest: hash('sha256', text, 'buffer'), policy: '1.2.3.4' })
}
