import { describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { toHex } from '../der/bytes.ts'
import { testAuthority } from '../testing/authority.ts'
import { type CscAnswer, type CscCredential, CscServer, cscCode, cscPin } from '../testing/csc-server.ts'
import { httpFetcher } from '../testing/http-fetcher.ts'
import { testKey } from '../testing/keys.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { type AuthorizationRequest, listRemoteCredentials, openRemote, type RemoteOptions } from './remote.ts'
import { rightValue } from './right-value.ts'
import type { Signer } from './signer.ts'

const authority = testAuthority().intermediate()
const rsa = authority.issue({ keyKind: 'rsa2048' })
const ec = authority.issue({ key: testKey('p256', 'remote') })
const data = Buffer.from('những thuộc tính được ký')
const openssl = findJudge('openssl')

const oids = {
  rsa: '1.2.840.113549.1.1.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  rsaSha512: '1.2.840.113549.1.1.13',
  pss: '1.2.840.113549.1.1.10',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  sha256: '2.16.840.1.101.3.4.2.1',
}
const usual: CscCredential = { identity: rsa, algorithms: [oids.rsa, oids.rsaSha256] }

const open = (server: CscServer, options: Partial<RemoteOptions> = {}) =>
  openRemote({
    fetcher: httpFetcher,
    url: server.url,
    accessToken: () => 'good',
    authorize: () => ({ PIN: cscPin, OTP: cscCode }),
    now: () => new Date('2026-03-15T02:00:00Z'),
    timeoutMs: 5000,
    ...options,
  })

function isRight(signer: Signer, value: Uint8Array): boolean {
  const right = rightValue(parseCertificate(signer.certificate), signer, data, value)
  return right !== null && toHex(right) === toHex(value)
}

const withCode = (code: string, details: object = {}): unknown =>
  expect.objectContaining({ name: 'PadesError', code, details: expect.objectContaining(details) })

const refusedWith = (error: string): unknown => withCode('remote_signer_refused', { error })

describe('a remote key', () => {
  test('signs what a person allows, and the service gets the hash alone', async () => {
    await using server = await CscServer.start({ 'khoa-1': usual })
    const asked: AuthorizationRequest[] = []
    const signer = await open(server, {
      authorize: async (request) => {
        asked.push(request)
        return { PIN: cscPin, OTP: cscCode }
      },
    })
    expect(signer).toMatchObject({ scheme: 'rsa-pkcs1', hash: 'sha256', credentialId: 'khoa-1' })
    expect(toHex(signer.certificate)).toBe(toHex(rsa.certificate))
    expect(signer.issuers.map(toHex)).toEqual(rsa.issuers.map(toHex))
    expect(isRight(signer, await signer.sign(data))).toBe(true)
    expect(asked).toMatchObject([
      {
        credentialId: 'khoa-1',
        expression: 'PIN AND OTP',
        signatures: 1,
        factors: [
          { id: 'PIN', label: 'Mã PIN', format: 'N' },
          { id: 'OTP', label: 'Mã một lần' },
        ],
      },
    ])
    expect(server.asked('signatures/signHash')).toMatchObject([
      { credentialID: 'khoa-1', hashAlgorithmOID: oids.sha256, signAlgo: oids.rsaSha256, operationMode: 'S' },
    ])
    expect(JSON.stringify(server.calls)).not.toContain(data.toString('base64'))
  })

  test.each([
    ['by the identifier that leaves the hash open', [oids.rsa], {}, 'sha256', oids.rsa],
    ['by the only hash that is offered', [oids.rsaSha512], {}, 'sha512', oids.rsaSha512],
    [
      'by the hash that is asked for',
      [oids.rsaSha256, oids.rsaSha512],
      { hash: 'sha512' },
      'sha512',
      oids.rsaSha512,
    ],
  ] as const)('signs %s', async (_, algorithms, choice, hash, signAlgo) => {
    await using server = await CscServer.start({ a: { ...usual, algorithms } })
    const signer = await open(server, choice)
    expect(signer.hash).toBe(hash)
    expect(isRight(signer, await signer.sign(data))).toBe(true)
    expect(server.asked('signatures/signHash')[0]).toMatchObject({ signAlgo })
  })

  test.skipIf(openssl === undefined).each([
    [
      'RSASSA-PSS where it is asked',
      { ...usual, algorithms: [oids.rsaSha256, oids.pss] },
      { scheme: 'rsa-pss' },
      'rsa-pss',
    ],
    ['RSASSA-PSS where nothing else is offered', { ...usual, algorithms: [oids.pss] }, {}, 'rsa-pss'],
    ['ECDSA in DER', { identity: ec, algorithms: [oids.ecdsaSha256] }, {}, 'ecdsa'],
    ['ECDSA as r‖s', { identity: ec, algorithms: [oids.ecdsaSha256], rawEcdsa: true }, {}, 'ecdsa'],
  ] as const)('signs by %s', async (_, credential, choice, scheme) => {
    await using server = await CscServer.start({ a: credential })
    const signer = await open(server, choice)
    expect(signer.scheme).toBe(scheme)
    expect(isRight(signer, await signer.sign(data))).toBe(true)
  })

  test('that offers nothing that counts is refused', async () => {
    await using server = await CscServer.start({ a: { ...usual, algorithms: ['1.2.840.113549.1.1.5'] } })
    await expect(open(server)).rejects.toThrow(withCode('algorithm_not_allowed'))
  })

  test('is chosen where the service keeps several', async () => {
    await using server = await CscServer.start({ a: usual, b: { ...usual, identity: ec } })
    const service = { fetcher: httpFetcher, url: `${server.url}/`, accessToken: () => 'good' }
    expect(await listRemoteCredentials(service)).toEqual(['a', 'b'])
    await expect(open(server)).rejects.toThrow(withCode('key_ambiguous', { choices: 'a; b' }))
    expect((await open(server, { credentialId: 'a' })).credentialId).toBe('a')
    await expect(open(server, { credentialId: 'c' })).rejects.toThrow(refusedWith('invalid_request'))
  })

  test('is listed over several pages, but not without end', async () => {
    await using server = await CscServer.start({})
    const service = { fetcher: httpFetcher, url: server.url, accessToken: () => 'good' }
    server.instead = (_, { pageToken }) =>
      ok(pageToken === undefined ? { credentialIDs: ['a'], nextPageToken: '2' } : { credentialIDs: ['b'] })
    expect(await listRemoteCredentials(service)).toEqual(['a', 'b'])
    server.instead = () => ok({ credentialIDs: ['a'], nextPageToken: 'more' })
    await expect(listRemoteCredentials(service)).rejects.toThrow(withCode('service_answer_wrong'))
    await using empty = await CscServer.start({})
    await expect(open(empty)).rejects.toThrow(withCode('key_not_found'))
  })
})

describe('a right to sign', () => {
  test('is asked for again each time where nothing else is said', async () => {
    await using server = await CscServer.start({ a: { ...usual, multisign: 10 } })
    const signer = await open(server)
    await signer.sign(data)
    await signer.sign(data)
    expect(server.asked('credentials/authorize')).toMatchObject([{ numSignatures: 1 }, { numSignatures: 1 }])
  })

  test('holds for as many signatures as both sides let, also at once', async () => {
    await using server = await CscServer.start({ a: { ...usual, multisign: 4 } })
    const signer = await open(server, { signaturesPerAuthorization: 100 })
    const values = await Promise.all(Array.from({ length: 10 }, () => signer.sign(data)))
    expect(values.every((value) => isRight(signer, value))).toBe(true)
    const asked = server.asked('credentials/authorize')
    expect(asked.map(({ numSignatures, hashes }) => [numSignatures, hashes])).toEqual(
      Array(3).fill([4, undefined]),
    )
  })

  test('ends when its time is over', async () => {
    await using server = await CscServer.start({ a: { ...usual, multisign: 4 } })
    let nowMs = Date.parse('2026-03-15T02:00:00Z')
    const signer = await open(server, { signaturesPerAuthorization: 4, now: () => new Date(nowMs) })
    await signer.sign(data)
    nowMs += 290_000
    await signer.sign(data)
    expect(server.asked('credentials/authorize')).toHaveLength(1)
    nowMs += 6000
    await signer.sign(data)
    expect(server.asked('credentials/authorize')).toHaveLength(2)
  })

  test('that the service gave up before is asked for once more, a fresh one is not', async () => {
    await using server = await CscServer.start({ a: { ...usual, multisign: 4 } })
    const signer = await open(server, { signaturesPerAuthorization: 4 })
    await signer.sign(data)
    server.forgetActivations()
    expect(isRight(signer, await signer.sign(data))).toBe(true)
    expect(server.asked('credentials/authorize')).toHaveLength(2)
    server.instead = (method) => (method === 'signatures/signHash' ? failure('invalid_request') : undefined)
    await expect(signer.sign(data)).rejects.toThrow(refusedWith('invalid_request'))
    expect(server.asked('credentials/authorize')).toHaveLength(3)
    await expect(signer.sign(data)).rejects.toThrow(refusedWith('invalid_request'))
    expect(server.asked('credentials/authorize')).toHaveLength(4)
  })

  test('is bound to the hash where the service wants it (SCAL2)', async () => {
    await using server = await CscServer.start({ a: { ...usual, scal: '2', multisign: 10 } })
    const signer = await open(server, { signaturesPerAuthorization: 10 })
    await Promise.all([signer.sign(data), signer.sign(Buffer.from('khác'))])
    const [first, second] = server.asked('credentials/authorize')
    expect(first).toMatchObject({
      numSignatures: 1,
      hashAlgorithmOID: oids.sha256,
      hashes: [expect.any(String)],
    })
    expect(second?.hashes).not.toEqual(first?.hashes)
  })

  test('needs nobody where the service asks the person itself', async () => {
    await using server = await CscServer.start({ a: { ...usual, mode: 'implicit' } })
    const signer = await open(server, {
      authorize: () => {
        throw new Error('must not be asked')
      },
    })
    expect(isRight(signer, await signer.sign(data))).toBe(true)
    expect(server.asked('credentials/authorize')[0]).not.toHaveProperty('authData')
  })

  test('is not given for a wrong PIN or code, and no error shows them', async () => {
    await using server = await CscServer.start({ a: usual })
    const answers = [{ PIN: '9753', OTP: cscCode }, { PIN: cscPin, OTP: '000000' }, { PIN: cscPin }]
    const signer = await open(server, { authorize: () => answers.shift() ?? {} })
    const error: unknown = await signer.sign(data).catch((caught: unknown) => caught)
    expect(error).toEqual(refusedWith('invalid_pin'))
    expect(error).toEqual(withCode('remote_signer_refused', { description: 'The provided PIN … is invalid' }))
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('9753')
    await expect(signer.sign(data)).rejects.toThrow(refusedWith('invalid_otp'))
    await expect(signer.sign(data)).rejects.toThrow(refusedWith('invalid_otp'))
    expect(server.asked('signatures/signHash')).toHaveLength(0)
  })

  test('passes on that a person cancelled, and asks again the next time', async () => {
    await using server = await CscServer.start({ a: usual })
    const cancelled = new Error('cancelled')
    let times = 0
    const signer = await open(server, {
      authorize: () => {
        times += 1
        if (times === 1) throw cancelled
        return { PIN: cscPin, OTP: cscCode }
      },
    })
    await expect(signer.sign(data)).rejects.toBe(cancelled)
    expect(isRight(signer, await signer.sign(data))).toBe(true)
  })

  test('cannot be had where nobody can be asked', async () => {
    await using server = await CscServer.start({ a: usual, b: { ...usual, mode: 'oauth2code' } })
    const { authorize: _, ...options } = { authorize: null, credentialId: 'a' }
    const signer = await openRemote({
      fetcher: httpFetcher,
      url: server.url,
      accessToken: () => 'good',
      now: () => new Date(0),
      ...options,
    })
    await expect(signer.sign(data)).rejects.toThrow(refusedWith('auth_missing'))
    await expect(open(server, { credentialId: 'b' })).rejects.toThrow(refusedWith('auth_mode'))
  })
})

describe('a bearer token', () => {
  test('is renewed once when it is not accepted, by all who need it', async () => {
    await using server = await CscServer.start({ a: { ...usual, mode: 'implicit' } })
    const asked: boolean[] = []
    const accessToken = ({ renew }: { renew: boolean }): string => {
      asked.push(renew)
      return renew ? 'better' : 'good'
    }
    const signer = await open(server, { accessToken })
    server.tokens.clear()
    server.tokens.add('better')
    const values = await Promise.all(Array.from({ length: 5 }, () => signer.sign(data)))
    expect(values.every((value) => isRight(signer, value))).toBe(true)
    expect(asked).toEqual([false, true])
  })

  test('that is not accepted again is told', async () => {
    await using server = await CscServer.start({ a: usual })
    let asked = 0
    const accessToken = (): string => {
      asked += 1
      return 'bad'
    }
    await expect(open(server, { accessToken })).rejects.toThrow(
      withCode('remote_signer_refused', { error: 'invalid_token', status: 401 }),
    )
    expect(asked).toBe(2)
  })
})

describe('a service that is not as it should be', () => {
  const wrongSignatures: readonly [string, () => unknown][] = [
    ['of another hash', () => ({ signatures: [base64(rsa.sign(Buffer.from('khác')))] })],
    ['of another key', () => ({ signatures: [base64(ec.sign(data))] })],
    ['too short', () => ({ signatures: [base64(rsa.sign(data).subarray(1))] })],
    ['too long', () => ({ signatures: [base64(Buffer.concat([rsa.sign(data), Buffer.of(0)]))] })],
    ['not of base64', () => ({ signatures: ['không phải'] })],
    ['empty', () => ({ signatures: [''] })],
    ['missing', () => ({ signatures: [] })],
    ['twice', () => ({ signatures: [base64(rsa.sign(data)), base64(rsa.sign(data))] })],
    ['for later', () => ({ responseID: '123' })],
    ['no text', () => ({ signatures: [17] })],
    ['no list', () => ({ signatures: 'abc' })],
    ['no object', () => [1]],
    ['no JSON', () => '<html></html>'],
  ]

  test.each(wrongSignatures)('and gives a signature %s is not believed', async (_, answer) => {
    await using server = await CscServer.start({ a: usual })
    const signer = await open(server)
    server.instead = (method) => (method === 'signatures/signHash' ? ok(answer()) : undefined)
    await expect(signer.sign(data)).rejects.toThrow(withCode('service_answer_wrong'))
  })

  test('and has another certificate by now is told so', async () => {
    await using server = await CscServer.start({ a: usual })
    const signer = await open(server)
    const identity = authority.issue({ key: testKey('rsa2048', 'renewed') })
    server.credentials.set('a', { ...usual, identity })
    await expect(signer.sign(data)).rejects.toThrow(refusedWith('certificate_changed'))
  })

  test.each([
    ['a disabled key', { keyStatus: 'disabled' }, 'key_disabled'],
    ['a revoked certificate', { certificateStatus: 'revoked' }, 'certificate_revoked'],
    ['an expired certificate', { certificateStatus: 'expired' }, 'certificate_expired'],
  ])('and has %s is refused when it is opened', async (_, parts, error) => {
    await using server = await CscServer.start({ a: { ...usual, ...parts } })
    await expect(open(server)).rejects.toThrow(refusedWith(error))
  })

  const wrongInfo: readonly [string, object][] = [
    ['no key', { key: undefined }],
    ['no certificate', { cert: { status: 'valid', certificates: [] } }],
    ['a certificate that is none', { cert: { certificates: ['AAAA'] } }],
    ['a number for a status', { key: { status: 1, algo: [] } }],
    ['no way to authorise', { auth: undefined }],
    ['fewer signatures than none', { multisign: -1 }],
  ]

  test.each(wrongInfo)('and tells of a key with %s is not believed', async (_, parts) => {
    await using server = await CscServer.start({ a: usual })
    server.twist = (method, answer) =>
      method === 'credentials/info' ? { ...answer, body: { ...(answer.body as object), ...parts } } : answer
    await expect(open(server)).rejects.toThrow(withCode('service_answer_wrong'))
  })

  test.each([
    ['signs no hashes', { methods: ['signatures/signDoc'] }, 'no_sign_hash'],
    ['speaks version 1', { specs: '1.0.4.0' }, 'api_version'],
  ])('and %s is refused', async (_, parts, error) => {
    await using server = await CscServer.start({ a: usual })
    server.twist = (method, answer) =>
      method === 'info' ? { ...answer, body: { ...(answer.body as object), ...parts } } : answer
    await expect(open(server)).rejects.toThrow(refusedWith(error))
  })

  test.each([
    [500, { error: 'server_error' }, 'service_refused'],
    [503, 'Service Unavailable', 'service_refused'],
    [302, '', 'service_refused'],
    [403, '<html>proxy</html>', 'service_refused'],
    [429, { error: 'too_many_requests' }, 'remote_signer_refused'],
    [400, { error: 'x'.repeat(65) }, 'service_refused'],
  ])('and answers %i is told by it', async (status, body, code) => {
    await using server = await CscServer.start({ a: usual })
    const signer = await open(server)
    server.instead = (method) => (method === 'signatures/signHash' ? { status, body } : undefined)
    await expect(signer.sign(data)).rejects.toThrow(withCode(code, { status, method: 'signatures/signHash' }))
  })

  test('and is slow, or tells too much, or is not there', async () => {
    const server = await CscServer.start({ a: usual })
    const hasty = await open(server, { timeoutMs: 150 })
    const signer = await open(server)
    server.instead = (method) => (method === 'signatures/signHash' ? { ...ok({}), delayMs: 2000 } : undefined)
    await expect(hasty.sign(data)).rejects.toThrow(withCode('service_timeout'))
    server.instead = () => ok({ SAD: 'x'.repeat(2 << 20) })
    await expect(signer.sign(data)).rejects.toThrow(withCode('service_too_large'))
    await server[Symbol.asyncDispose]()
    await expect(signer.sign(data)).rejects.toThrow(withCode('service_unreachable'))
  })
})

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const ok = (body: unknown): CscAnswer => ({ status: 200, body })
const failure = (error: string): CscAnswer => ({ status: 400, body: { error } })
