import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { encode, enumerated, implicit, integer, oid, sequence, setOf, tagged } from '../der/write.ts'
import { type TestIdentity, testAuthority, testNow } from '../testing/authority.ts'
import { extension } from '../testing/extensions.ts'
import { httpFetcher } from '../testing/http-fetcher.ts'
import { crlRoute, ocspRoute, type PkiRoute, PkiServer } from '../testing/pki-server.ts'
import { issuingPoint, makeOcsp } from '../testing/revocation.ts'
import { purposeOids } from '../x509/purpose.ts'
import { type EvidenceOptions, evidenceSource } from './evidence-source.ts'

const server = await PkiServer.start()
afterAll(() => server[Symbol.asyncDispose]())
const hour = 3_600_000
const ca = testAuthority()
const addresses = { ocspUrl: server.at('ocsp'), crlUrl: server.at('crl'), issuerUrl: server.at('ca') }
const holder = ca.issue(addresses)
const other = ca.issue(addresses)
const about = holder.parsed
const issuer = ca.parsed
let clock = testNow

beforeEach(() => {
  clock = testNow
  server.calls.splice(0)
  server.on('ocsp', ocspRoute(ca, [about]))
  server.on('crl', crlRoute(ca))
  server.on('ca', () => ({ body: ca.certificate }))
})

const source = (options: Partial<EvidenceOptions> = {}) =>
  evidenceSource({ fetcher: httpFetcher, now: () => clock, timeoutMs: 2000, ...options })
const told = async (of = about, options: Partial<EvidenceOptions> = {}) =>
  (await source(options).statusOf(of, issuer)).map(({ source: from, result, why }) =>
    [from, result, why].filter((part) => part !== null).join(' '),
  )

/** cRLDistributionPoints with several places. */
function crlPointOf(...urls: readonly string[]) {
  const point = (url: string) => sequence(tagged(0, tagged(0, implicit(6, Buffer.from(url, 'latin1')))))
  return extension('2.5.29.31', sequence(...urls.map(point)))
}

const revokedAt = new Date(testNow.getTime() - 48 * hour)

describe('the status of a certificate', () => {
  test('is asked of the responder alone where that decides', async () => {
    expect(await told()).toEqual(['ocsp good'])
    expect(server.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /ocsp'])
    server.on('ocsp', ocspRoute(ca, [about], { status: { revokedAt } }))
    expect(await told()).toEqual(['ocsp revoked'])
  })

  test('is asked again without a nonce, by an address, of a responder that does not want one', async () => {
    server.on('ocsp', ocspRoute(ca, [about], { refusesNonce: true }))
    expect(await source().statusOf(about, issuer)).toMatchObject([{ result: 'good', withoutNonce: true }])
    expect(server.calls.map(({ method }) => method)).toEqual(['POST', 'GET'])
    server.on('ocsp', ocspRoute(ca, [about], { nonceInstead: null }))
    expect(await source().statusOf(about, issuer)).toMatchObject([{ result: 'good', withoutNonce: true }])
  })

  test('counts without a next answer that is named, while it is fresh', async () => {
    const options = { thisUpdate: testNow, nextUpdate: null }
    server.on('ocsp', ocspRoute(ca, [about], options))
    expect(await told()).toEqual(['ocsp good'])
    clock = new Date(testNow.getTime() + 6 * 60_000)
    expect(await told()).toEqual(['ocsp answer_wrong too_old', 'crl good'])
  })

  test('is looked up in lists where there is no responder, and in both where the certificate has run out', async () => {
    const withoutResponder = ca.issue({ crlUrl: addresses.crlUrl })
    expect(await told(withoutResponder.parsed)).toEqual(['ocsp not_offered', 'crl good'])
    const old = ca.issue({ ...addresses, notAfter: new Date(testNow.getTime() - hour) })
    server.on('ocsp', ocspRoute(ca, [old.parsed]))
    expect(await told(old.parsed)).toEqual(['ocsp good', 'crl good'])
  })

  test('is looked up in the part of the lists that is meant for it', async () => {
    const [first, second] = [server.at('part-1'), server.at('part-2')]
    const points = [crlPointOf(first, second)]
    const { parsed } = ca.issue({ extensions: points })
    server.on('part-1', crlRoute(ca, { extensions: [issuingPoint({ url: server.at('part-3') })] }))
    server.on('part-2', crlRoute(ca, { extensions: [issuingPoint({ url: second })] }))
    expect(await told(parsed)).toEqual(['ocsp not_offered', 'crl answer_wrong other_scope', 'crl good'])
  })

  test('of a responder is asked of lists first, because he would answer for himself', async () => {
    const responder = ca.issue({ ...addresses, purposes: [purposeOids.ocspSigning] })
    expect(await told(responder.parsed)).toEqual(['crl good'])
  })

  test('is not offered by a certificate that names nobody, or LDAP alone', async () => {
    expect(await told(ca.issue().parsed)).toEqual(['ocsp not_offered', 'crl not_offered'])
    expect(await told(ca.issue({ crlUrl: 'ldap://a/b', ocspUrl: 'ldap://a/b' }).parsed)).toEqual([
      'ocsp not_offered',
      'crl not_offered',
    ])
    expect(server.calls).toEqual([])
  })

  test('speaks by a responder whom the issuer named', async () => {
    const responder = ca.issue({ purposes: [purposeOids.ocspSigning] })
    server.on('ocsp', ocspRoute(ca, [about], { responder }))
    expect(await told()).toEqual(['ocsp good'])
  })

  test('comes with the list that says of such a responder, and not from one that was revoked', async () => {
    const responder = ca.issue({ purposes: [purposeOids.ocspSigning], crlUrl: addresses.crlUrl })
    server.on('ocsp', ocspRoute(ca, [about], { responder }))
    expect(await source().revocationOf(about, issuer)).toMatchObject({ ocsps: [{}], crls: [{}] })
    // A list that is newer than the answer says of the responder, not in its stead.
    server.on('crl', crlRoute(ca, { thisUpdate: testNow }))
    expect(await told()).toEqual(['ocsp good'])
    server.on('crl', crlRoute(ca, { revoked: [{ certificate: responder.parsed }] }))
    expect(await told()).toEqual(['ocsp answer_wrong responder_revoked', 'crl good'])
  })
})

const type = 'application/ocsp-response'
const stranger = ca.issue()

describe('each way of failing has its own result, and the lists are asked then:', () => {
  test.each<[string, PkiRoute, string]>([
    [
      'a responder that does not know the certificate',
      ocspRoute(ca, [about], { status: 'unknown' }),
      'unknown_to_responder',
    ],
    ['one that answers for others only', ocspRoute(ca, [other.parsed]), 'refused unauthorised'],
    ['one that is down', () => ({ status: 503 }), 'refused 503'],
    ['one that is busy', () => ({ type, body: encode(sequence(enumerated(3))) }), 'refused try_later'],
    ['one that says nothing', () => new Promise(() => undefined), 'timeout'],
    ['one that does not stop', () => ({ type, endless: true }), 'too_large'],
    [
      'one that breaks off',
      () => ({ type, headers: { 'Content-Length': '9' }, body: Buffer.alloc(1), cut: true }),
      'unreachable ECONNRESET',
    ],
    ['garbage', () => ({ type, body: Buffer.from('<html>') }), 'answer_wrong malformed'],
    ['a page', () => ({ type: 'text/html', body: Buffer.from('<html>') }), 'answer_wrong content_type'],
    [
      'another nonce',
      ocspRoute(ca, [about], { nonceInstead: Buffer.alloc(16) }),
      'answer_wrong nonce_mismatch',
    ],
    ['an old answer', ocspRoute(ca, [about], { thisUpdate: revokedAt }), 'answer_wrong too_old'],
    [
      'an answer from the future',
      ocspRoute(ca, [about], { thisUpdate: new Date(testNow.getTime() + hour) }),
      'answer_wrong from_the_future',
    ],
    [
      'an answer by whom nobody named',
      ocspRoute(ca, [about], { responder: stranger }),
      'answer_wrong not_entitled',
    ],
    [
      'an answer about another',
      () => ({ type, body: makeOcsp(ca, other.parsed) }),
      'answer_wrong other_certificate',
    ],
  ])('%s', async (_, route, result) => {
    server.on('ocsp', route)
    expect(await told(about, { timeoutMs: 400 })).toEqual([`ocsp ${result}`, 'crl good'])
  })

  test('a port where nobody listens', async () => {
    const { parsed } = ca.issue({ ...addresses, ocspUrl: 'http://127.0.0.1:9/' })
    expect(await told(parsed)).toEqual(['ocsp unreachable ECONNREFUSED', 'crl good'])
  })

  test.each<[string, PkiRoute, string]>([
    ['a list that is not there', () => ({ status: 404 }), 'refused 404'],
    ['a list of another authority', crlRoute(testAuthority()), 'answer_wrong other_certificate'],
    ['a list that another key signed', crlRoute(ca, { key: stranger.key }), 'answer_wrong signature_wrong'],
    [
      'an old list',
      crlRoute(ca, { thisUpdate: revokedAt, nextUpdate: new Date(testNow.getTime() - hour) }),
      'answer_wrong too_old',
    ],
    ['garbage', () => ({ body: Buffer.from('<html>') }), 'answer_wrong malformed'],
  ])('in place of a list %s', async (_, route, result) => {
    server.on('ocsp', () => ({ status: 503 }))
    server.on('crl', route)
    expect(await told()).toEqual(['ocsp refused 503', `crl ${result}`])
    expect(await source().revocationOf(about, issuer)).toEqual({ crls: [], ocsps: [] })
  })
})

describe('what was fetched', () => {
  const asked = (name: string) => server.asked(name).length

  test('is fetched once for 200 who ask at once', async () => {
    const one = source()
    await Promise.all(Array.from({ length: 200 }, () => one.revocationOf(about, issuer)))
    expect(server.calls).toHaveLength(1)
  })

  test('is given again while it is good and for ten minutes at most', async () => {
    const one = source()
    const ask = (identity: TestIdentity = holder) => one.revocationOf(identity.parsed, issuer)
    await ask()
    clock = new Date(testNow.getTime() + 9 * 60_000)
    expect((await ask()).ocsps).toHaveLength(1)
    expect(asked('ocsp')).toBe(1)
    clock = new Date(testNow.getTime() + 11 * 60_000)
    await ask()
    expect(asked('ocsp')).toBe(2)
    // Of another certificate nothing is known yet, but the list is one for both.
    const lists = [ca.issue({ crlUrl: addresses.crlUrl }), ca.issue({ crlUrl: addresses.crlUrl })] as const
    for (const identity of lists) expect((await ask(identity)).crls).toHaveLength(1)
    expect(asked('crl')).toBe(1)
  })

  test('and did not come is not asked for again at once', async () => {
    server.on('ocsp', () => ({ status: 503 }))
    const one = source()
    await one.revocationOf(about, issuer)
    await one.revocationOf(about, issuer)
    expect(asked('ocsp')).toBe(1)
    clock = new Date(testNow.getTime() + 31_000)
    await one.revocationOf(about, issuer)
    expect(asked('ocsp')).toBe(2)
  })
})

describe('the issuer of a certificate', () => {
  const bundle = (...certificates: readonly Uint8Array[]) =>
    encode(
      sequence(
        oid('1.2.840.113549.1.7.2'),
        tagged(
          0,
          sequence(
            integer(1),
            setOf(),
            sequence(oid('1.2.840.113549.1.7.1')),
            tagged(0, ...certificates),
            setOf(),
          ),
        ),
      ),
    )

  test('is fetched, alone or among others', async () => {
    expect((await source().issuersOf(about)).map(({ sha256 }) => sha256)).toEqual([issuer.sha256])
    server.on('ca', () => ({ body: bundle(other.certificate, ca.certificate) }))
    const found = await source().issuersOf(about)
    expect(found.map(({ sha256 }) => sha256)).toEqual([other.parsed.sha256, issuer.sha256])
  })

  test.each<[string, PkiRoute]>([
    ['another', () => ({ body: testAuthority().certificate })],
    ['garbage', () => ({ body: Buffer.from('<html>') })],
    ['nothing', () => ({ status: 404 })],
  ])('is not taken from a place that has %s', async (_, route) => {
    server.on('ca', route)
    expect(await source().issuersOf(about)).toEqual([])
  })
})
