import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { trustStore } from '@dot-pha/pades/timestamps'
import pino from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../testing/database.ts'
import { Sealer } from './sealer.ts'
import { TestRecord } from './testing.ts'
import { type Behaviour, granted, hasOpenssl, sequence, TestAuthority } from './testing-authority.ts'
import { requestStamp } from './time-stamp.ts'

const database = useTestDatabase()
const record = new TestRecord(database)
const authority = new TestAuthority()
const digest = createHash('sha256').update('a root').digest()
// // Real time: the authority is a separate program with its own clock.
const now = () => new Date()

const honest: Behaviour = (query) => authority.reply(query)
beforeEach(() => {
  authority.behave = honest
})

const trustOf = (name: 'ca' | 'other-ca') => trustStore({ name, certificates: [authority.pem(name)] })

const ask = (more: { at?: Date; ca?: 'ca' | 'other-ca'; timeoutMs?: number } = {}) => {
  const trust = trustOf(more.ca ?? 'ca')
  const { timeoutMs = 10_000 } = more
  return requestStamp({ url: authority.url, trust, timeoutMs }, digest, more.at ?? now())
}

describe.skipIf(!hasOpenssl)('a timestamp by openssl ts', () => {
  test('is accepted, and openssl accepts the token as we store it', async () => {
    const result = await ask()
    if (result.kind === 'failed') throw new Error(`${result.fault} ${result.detail}`)
    expect(Math.abs(result.at.getTime() - now().getTime())).toBeLessThan(60_000)
    writeFileSync(authority.path('kept.der'), result.token)
    const verified = authority.openssl(
      ...[
        'ts',
        '-verify',
        '-digest',
        digest.toString('hex'),
        '-in',
        'kept.der',
        '-token_in',
        '-CAfile',
        'ca.pem',
      ],
    )
    expect(verified.toString()).toContain('OK')
  })

  test('is also accepted from an authority with an RSA key and SHA-512', async () => {
    authority.behave = (query) => authority.reply(query, 'rsa')
    expect(await ask()).toMatchObject({ kind: 'stamped' })
  })

  const other = createHash('sha256').update('another root').digest()
  const replaced = (query: Buffer, from: Buffer, to: Buffer) => {
    const at = query.indexOf(from)
    return at < 0 ? query : Buffer.concat([query.subarray(0, at), to, query.subarray(at + from.length)])
  }
  const lies: ReadonlyArray<readonly [string, string, Behaviour]> = [
    ['bad_algorithm', 'the authority takes no SHA-256', (query) => authority.reply(query, 'picky')],
    [
      'imprint_mismatch',
      'it stamps something else',
      (query) => authority.reply(replaced(query, digest, other)),
    ],
    [
      'nonce_mismatch',
      'it answers an older question',
      (query) => authority.reply(replaced(query, nonceOf(query), Buffer.alloc(nonceOf(query).length, 0x55))),
    ],
    [
      'certificate_missing',
      'it leaves its certificate out',
      (query) => authority.reply(replaced(query, Buffer.of(1, 1, 0xff), Buffer.of(1, 1, 0))),
    ],
    [
      'authority_purpose',
      'it signs with a certificate for something else',
      (query) => authority.replySignedBy(query, 'plain'),
    ],
    [
      'certificate_not_valid',
      'its certificate has run out',
      (query) => authority.replySignedBy(query, 'expired'),
    ],
    ['value_wrong', 'one bit of the signature is not right', (query) => flipped(authority.reply(query))],
    [
      'malformed',
      'what it grants is no token',
      () => granted(sequence(Buffer.from('06092a864886f70d010701a0020500', 'hex'))),
    ],
    ['malformed', 'it answers with a page', () => Buffer.from('<html>Xin chào</html>')],
    ['service_too_large', 'it never ends', () => Buffer.alloc(300_000)],
    [
      'service_refused',
      'it is in maintenance',
      (_query, response) => void response.writeHead(503).end('later'),
    ],
  ]

  test.each(lies)('%s: %s', async (fault, _what, behaviour) => {
    authority.behave = behaviour
    expect(await ask()).toMatchObject({ kind: 'failed', fault })
  })

  test('issuer_not_found: its certificate was not issued by a trusted authority', async () => {
    expect(await ask({ ca: 'other-ca' })).toMatchObject({ kind: 'failed', fault: 'issuer_not_found' })
  })

  test('time_far_from_ours: its clock is an hour off', async () => {
    expect(await ask({ at: new Date(now().getTime() + 3_600_000) })).toMatchObject({
      kind: 'failed',
      fault: 'time_far_from_ours',
    })
  })

  test('service_timeout: it does not answer', async () => {
    authority.behave = () => undefined
    expect(await ask({ timeoutMs: 150 })).toMatchObject({ kind: 'failed', fault: 'service_timeout' })
  })
})

test('service_unreachable: nothing listens there', async () => {
  // // Port 9 belongs to a service that no machine runs any more.
  const result = await requestStamp({ url: 'http://127.0.0.1:9/', trust: null }, digest, now())
  expect(result).toMatchObject({ kind: 'failed', fault: 'service_unreachable' })
})

const sealerWith = (url: string, trust: ReturnType<typeof trustOf> | null) =>
  new Sealer({
    database: record.sealer,
    clock: { now },
    log: pino({ level: 'silent' }),
    rootsPath: record.rootsPath,
    clockLagMs: 3_600_000,
    authority: { url, trust, timeoutMs: 5_000 },
  })

test('an unavailable authority never stops the sealing', async () => {
  await record.begin()
  const sealer = sealerWith('http://127.0.0.1:9/', null)
  await sealer.round()
  await record.write(12, 14)
  await sealer.stop()
  expect(await record.verify('with roots')).toMatchObject({
    ok: true,
    sealed: 14,
    unsealed: 0,
    stamped: null,
  })
})

describe.skipIf(!hasOpenssl)('the newest root', () => {
  beforeEach(async () => {
    await record.begin()
    await sealerWith(authority.url, trustOf('ca')).stop()
  })

  test('is stamped once, and both verifiers report it', async () => {
    await sealerWith(authority.url, trustOf('ca')).stop()
    const verdict = await record.verify('with roots')
    expect(verdict).toMatchObject({ ok: true, batches: 4, stamped: { batch: 4 } })
    expect(await record.judgeApart('with roots')).toEqual(verdict)
  })

  test('a stamp for one root is not accepted for another', async () => {
    await record.tamper('update audit_timestamp set batch_number = 3')
    const verdict = await record.verify('with roots')
    expect(verdict).toMatchObject({ ok: false, faults: [{ code: 'timestamp_wrong', batch: 3 }] })
    expect(await record.judgeApart('with roots')).toMatchObject({
      ok: false,
      faults: [{ code: 'timestamp_wrong', batch: 3 }],
    })
  })

  test('a changed stamp is detected, and so is a changed time', async () => {
    await record.tamper("update audit_timestamp set stamped_at = stamped_at - interval '1 year'")
    expect(await record.verify('with roots')).toMatchObject({
      ok: false,
      faults: [{ code: 'timestamp_wrong', batch: 4 }],
    })
    await record.tamper("update audit_timestamp set stamped_at = stamped_at + interval '1 year'")
    expect(await record.verify('with roots')).toMatchObject({ ok: true })
    await record.tamper(
      'update audit_timestamp set token = set_byte(token, length(token) - 1, get_byte(token, length(token) - 1) # 1)',
    )
    expect(await record.verify('with roots')).toMatchObject({
      ok: false,
      faults: [{ code: 'timestamp_wrong', batch: 4 }],
    })
  })
})

/** The nonce of our query: the integer that follows the digest. */
function nonceOf(query: Buffer): Buffer {
  const at = query.indexOf(digest) + digest.length
  return query.subarray(at + 2, at + 2 + (query[at + 1] ?? 0))
}

function flipped(reply: Buffer): Buffer {
  const copy = Buffer.from(reply)
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1
  return copy
}
