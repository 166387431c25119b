import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { extend } from '../sign/extend.ts'
import { sign } from '../sign/sign.ts'
import { testAuthority } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { ocspNoCheck } from '../testing/extensions.ts'
import { httpFetcher } from '../testing/http-fetcher.ts'
import { OpensslServices } from '../testing/openssl-services.ts'
import { PkiServer } from '../testing/pki-server.ts'
import { issueTimestamper } from '../testing/timestamp.ts'
import { verify } from '../verify/verify.ts'
import { purposeOids } from '../x509/purpose.ts'
import { evidenceSource } from './evidence-source.ts'
import { timestampSource } from './timestamp.ts'

const openssl = findJudge('openssl')
const server = await PkiServer.start()
// OpenSSL reads the clock of the machine, so that what it answers is judged by that clock.
const now = () => new Date()
const until = { notAfter: new Date('2044-01-01T00:00:00Z') }
const addresses = { ocspUrl: server.at('ocsp'), crlUrl: server.at('crl'), ...until }
const root = testAuthority()
const ca = root.intermediate({ crlUrl: server.at('root-crl') })
const holder = ca.issue(addresses)
const revoked = ca.issue(addresses)
const stranger = ca.issue(addresses)
const stamper = issueTimestamper(ca, addresses)
const purposes = [purposeOids.ocspSigning]
const responder = ca.issue({ ...until, purposes, extensions: [ocspNoCheck] })
let services: OpensslServices
let rootServices: OpensslServices

beforeAll(() => {
  if (openssl === undefined) return
  services = new OpensslServices(openssl, ca, [
    { identity: holder },
    { identity: revoked, revoked: 'keyCompromise' },
    { identity: stamper },
  ])
  rootServices = new OpensslServices(openssl, root, [])
  server.on('root-crl', () => ({ body: rootServices.list() }))
})
afterAll(async () => {
  await services?.[Symbol.asyncDispose]()
  await rootServices?.[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const statusOf = async (identity: typeof holder) => {
  const source = evidenceSource({ fetcher: httpFetcher, now })
  return (await source.statusOf(identity.parsed, ca.parsed)).map(({ result }) => result)
}

/** Passes questions on to a responder of OpenSSL. */
function serveOcsp(url: string): void {
  server.on('ocsp', async ({ method, path, body }) => {
    const after = path.slice('/ocsp'.length)
    const type = 'application/ocsp-request'
    const question = {
      url: `${url}${after}`,
      headers: { 'Content-Type': type },
      timeoutMs: 5000,
      maxBytes: 1 << 16,
    }
    const post = method === 'POST' ? ({ method, body } as const) : ({ method: 'GET' } as const)
    const answer = await httpFetcher({ ...question, ...post })
    return { status: answer.status, type: answer.contentType ?? '', body: answer.body }
  })
}

describe.skipIf(openssl === undefined)('OpenSSL', () => {
  test.each([
    ['the authority itself', null, ['-ndays', '1']],
    ['a responder that it named', responder, ['-nmin', '30']],
    ['a responder by its key, that names no next answer', responder, ['-resp_key_id']],
  ] as const)('answers as %s', async (_, identity, options) => {
    serveOcsp(await services.responder(identity, options))
    server.on('crl', () => ({ status: 404 }))
    expect(await statusOf(holder)).toEqual(['good'])
    expect(await statusOf(revoked)).toEqual(['revoked'])
    expect(await statusOf(stranger)).toEqual(['unknown_to_responder', 'refused'])
  })

  test('makes lists that are understood', async () => {
    server.on('ocsp', () => ({ status: 503 }))
    server.on('crl', () => ({ body: services.list() }))
    expect(await statusOf(holder)).toEqual(['refused', 'good'])
    expect(await statusOf(revoked)).toEqual(['refused', 'revoked'])
  })

  test('makes time-stamps that are understood', async () => {
    server.on('tsa', services.timestamps(stamper))
    const source = timestampSource({ url: server.at('tsa'), fetcher: httpFetcher, now, hash: 'sha512' })
    await expect(source.stamp(hash('sha512', 'văn bản', 'buffer'))).resolves.toBeInstanceOf(Uint8Array)
    const other = timestampSource({ url: server.at('tsa'), fetcher: httpFetcher, now, hash: 'sha384' })
    await expect(other.stamp(hash('sha384', 'văn bản', 'buffer'))).rejects.toMatchObject({
      code: 'service_refused',
      details: { why: 'bad_algorithm' },
    })
  })

  test('as the only authority carries a signature to B-LTA', async () => {
    serveOcsp(await services.responder(responder, ['-ndays', '1']))
    server.on('crl', () => ({ body: services.list() }))
    server.on('tsa', services.timestamps(stamper))
    const timestamp = timestampSource({ url: server.at('tsa'), fetcher: httpFetcher, now })
    const evidence = evidenceSource({ fetcher: httpFetcher, now })
    const trust = [{ name: 'thử', kind: 'test', anchors: [root.parsed] } as const]
    const signed = await sign(buildPdf(pagesOf(1)), { signer: holder, at: now(), level: 'B-T', timestamp })
    const extended = await extend(signed.bytes(), { to: 'B-LTA', trust, timestamp, evidence, now: now() })
    expect(await verify(extended.bytes(), { trust, at: now() })).toMatchObject({
      verdict: 'valid',
      signatures: [{ level: 'B-LTA' }, { kind: 'document_timestamp' }],
    })
  })
})
