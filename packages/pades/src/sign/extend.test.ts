import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { parseSignedData } from '../cms/signed-data.ts'
import { PadesError } from '../errors.ts'
import { readForm } from '../form/fields.ts'
import { signatureIn } from '../form/signature-dictionary.ts'
import { openPdf } from '../pdf/document.ts'
import { bytesSource, fileSource } from '../source.ts'
import { testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { PkiWorld } from '../testing/pki-world.ts'
import { verify } from '../verify/verify.ts'
import { type ExtendOptions, extend } from './extend.ts'
import type { Level } from './levels.ts'
import { sign } from './sign.ts'

const world = await PkiWorld.start()
const folder = mkdtempSync(join(tmpdir(), 'pades-extend-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world[Symbol.asyncDispose]()
})
beforeEach(() => {
  world.clock = testNow
  world.revoked.length = 0
})

const { trust, timestamp } = world
const pdf = buildPdf(pagesOf(1))
const signed = async (level: Level = 'B-B', more: Partial<Parameters<typeof sign>[1]> = {}) =>
  (await sign(pdf, { signer: world.an, at: world.clock, level, timestamp, ...more })).bytes()
const lift = (bytes: Uint8Array, to: ExtendOptions['to'], more: Partial<ExtendOptions> = {}) =>
  extend(bytes, { to, trust, timestamp, evidence: world.evidence(), now: world.clock, ...more })
const offline = (bytes: Uint8Array) => verify(bytes, { trust, at: world.clock })
const levels = async (bytes: Uint8Array) =>
  (await offline(bytes)).signatures.map(({ level, kind }) => level ?? kind)

/** A file of the folder with these bytes. */
function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** What poppler says of the signatures of a file but its time-stamps, which it does not know: how many are right. */
function pdfsigCount(bytes: Uint8Array): number | null {
  const program = findJudge('pdfsig')
  if (program === undefined) return null
  const said = execFileSync(program, ['-nocert', written('judged.pdf', bytes)], { encoding: 'utf8' })
  return said.split('Signature Validation: Signature is Valid').length - 1
}

/** What OpenSSL says of each signature and document time-stamp of a file: the last line that it prints. */
function openssl(bytes: Uint8Array): readonly string[] | null {
  const program = findJudge('openssl')
  if (program === undefined) return null
  const file = openPdf(bytesSource(bytes))
  const roots = written('roots.pem', Buffer.from(new X509Certificate(world.root.certificate).toString()))
  return (readForm(file)?.fields ?? []).map((field) => {
    const { byteRange, contents, subFilter } = signatureIn(file, field) ?? {}
    const [, first = 0, second = 0, length = 0] = byteRange ?? []
    const covered = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second + length)])
    const message = written('message', parseSignedData(contents?.bytes ?? new Uint8Array(0)).der)
    const files = ['-in', message, '-CAfile', roots, subFilter === 'ETSI.RFC3161' ? '-data' : '-content']
    const kind =
      subFilter === 'ETSI.RFC3161'
        ? ['ts', '-verify', '-token_in']
        : [
            'cms',
            '-verify',
            '-cades',
            '-binary',
            '-inform',
            'DER',
            '-purpose',
            'any',
            '-out',
            join(folder, 'out'),
          ]
    const { stdout, stderr } = spawnSync(program, [...kind, ...files, written('covered', covered)], {
      encoding: 'utf8',
    })
    return `${stderr}${stdout}`.trim().split('\n').at(-1) ?? ''
  })
}

describe('extending', () => {
  test.each([
    ['B-B', 'B-LT', ['timestamp', 'validation_data'], ['B-LT', 'document_timestamp']],
    [
      'B-B',
      'B-LTA',
      ['timestamp', 'validation_data', 'archival_timestamp'],
      ['B-LTA', 'document_timestamp', 'document_timestamp'],
    ],
    ['B-T', 'B-LT', ['validation_data'], ['B-LT']],
    ['B-T', 'B-LTA', ['validation_data', 'archival_timestamp'], ['B-LTA', 'document_timestamp']],
  ] as const)('lifts %s to %s, valid by the file alone', async (from, to, done, reached) => {
    const before = await signed(from)
    const extended = await lift(before, to)
    const bytes = extended.bytes()
    expect(extended.done).toEqual(done)
    expect(Buffer.compare(bytes.subarray(0, before.length), before)).toBe(0)
    expect(await offline(bytes)).toMatchObject({ verdict: 'valid' })
    expect(await levels(bytes)).toEqual(reached)
    expect(pdfsigCount(bytes)).toBeOneOf([1, null])
    const right = ['CAdES Verification successful', ...reached.slice(1).map(() => 'Verification: OK')]
    expect(openssl(bytes)).toBeOneOf([right, null])
  })

  test('gives B-T by a time-stamp over the file, also while nobody says who is revoked', async () => {
    const extended = await lift(await signed(), 'B-T', {
      evidence: { ...world.evidence(), revocationOf: nothing },
    })
    expect(extended.done).toEqual(['timestamp'])
    const report = await verify(extended.bytes(), { trust, at: world.clock, services: world.evidence() })
    expect(report).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-T' }, {}] })
  })

  test.each(['B-T', 'B-LT', 'B-LTA'] as const)(
    'does nothing and asks nobody where %s is there',
    async (to) => {
      const once = (await lift(await signed(), to)).bytes()
      const asked = world.server.calls.length
      const again = await lift(once, to)
      expect(again).toMatchObject({ done: [], sizeBytes: once.length })
      expect(world.server.calls.length).toBe(asked)
    },
  )

  test.each(['table', 'stream', 'hybrid'] as const)(
    'works on a file with a cross-reference %s',
    async (kind) => {
      const document = buildPdf(pagesOf(2), { kind, ...(kind !== 'table' && { inStream: [1, 2] }) })
      const once = (await sign(document, { signer: world.an, at: world.clock })).bytes()
      const bytes = (await lift(once, 'B-LTA')).bytes()
      expect(await offline(bytes)).toMatchObject({ verdict: 'valid' })
      const qpdf = findJudge('qpdf')
      const said =
        qpdf && execFileSync(qpdf, ['--check', written('checked.pdf', bytes)], { encoding: 'utf8' })
      expect(said ?? 'No syntax or stream encoding errors found').toContain(
        'No syntax or stream encoding errors',
      )
    },
  )

  test.each([
    ['certified so that nothing may change', { certify: 1 }],
    ['with all fields locked', { lock: { action: 'All', fields: [] } }],
  ] as const)('may add to a document %s', async (_, more) => {
    const bytes = (await lift(await signed('B-B', more), 'B-LTA')).bytes()
    expect(await offline(bytes)).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-LTA' }, {}, {}] })
  })

  test('reads a file where it is asked for and writes the same', async () => {
    const before = await signed('B-T')
    using source = fileSource(written('source.pdf', before))
    const extended = await extend(source, { ...optionsTo('B-LTA'), now: world.clock })
    extended.writeTo(join(folder, 'written.pdf'))
    expect(await levels(readFileSync(join(folder, 'written.pdf')))).toEqual(['B-LTA', 'document_timestamp'])
  })

  test('keeps valid what was signed before its certificate was revoked', async () => {
    const signer = world.middle.issue({ crlUrl: world.server.at('crl') })
    const before = await signed('B-T', { signer })
    world.clock = new Date(testNow.getTime() + 3_600_000)
    world.revoked.push({ certificate: signer.parsed, at: new Date(testNow.getTime() + 60_000) })
    const report = await offline((await lift(before, 'B-LTA')).bytes())
    expect(report).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-LTA' }, {}] })
    expect(report.signatures[0]?.findings).toMatchObject([{ code: 'revoked_later' }])
  })

  test('makes room anew for a token that is longer than was thought', async () => {
    const short = {
      hash: 'sha256',
      tokenBytesAtMost: 16,
      stamp: (digest: Uint8Array) => timestamp.stamp(digest),
    } as const
    const bytes = (await lift(await signed(), 'B-T', { timestamp: short })).bytes()
    expect(await offline(bytes)).toMatchObject({ signatures: [{ intact: true }, { intact: true }] })
  })
})

const nothing = async () => ({ crls: [], ocsps: [] })
const optionsTo = (to: ExtendOptions['to']) => ({ to, trust, timestamp, evidence: world.evidence() })

describe('signing', () => {
  test.each(['B-LT', 'B-LTA'] as const)('reaches %s at once', async (level) => {
    const check = { trust, services: world.evidence() }
    const made = await sign(pdf, { signer: world.an, at: world.clock, level, timestamp, check })
    expect(made).toMatchObject({ level, warnings: [] })
    expect((await levels(made.bytes()))[0]).toBe(level)
  })

  test('needs to know whom to trust from B-LT on', async () => {
    await expect(signed('B-LT')).rejects.toThrow(RangeError)
  })
})

describe('extending refuses, and stamps nothing,', () => {
  const minuteAgo = new Date(testNow.getTime() - 60_000)

  test.each([
    ['a file that is not signed', () => pdf, {}, 'not_signed'],
    [
      'a file with a byte changed',
      async () => {
        const bytes = Buffer.from(await signed())
        bytes[bytes.indexOf('595')] = 0x36
        return bytes
      },
      {},
      'signature_not_valid',
    ],
    [
      'a file of which a page was turned',
      async () => appendRevision(await signed(), { 3: '<</Type/Page/Parent 2 0 R/Rotate 90>>' }),
      {},
      'signature_not_valid',
    ],
    ['without a root to trust', () => signed(), { trust: [] }, 'certificate_path_broken'],
    [
      'without a word on revocation',
      () => signed(),
      { evidence: { ...world.evidence(), revocationOf: nothing } },
      'revocation_unknown',
    ],
  ])('%s', async (_, file, more, code) => {
    const bytes = await file()
    const asked = world.server.asked('tsa').length
    await expect(lift(bytes, 'B-LT', more)).rejects.toMatchObject({ code })
    expect(world.server.asked('tsa').length).toBe(asked)
  })

  test('a certificate that was revoked before it signed', async () => {
    const revoked = world.middle.issue({ crlUrl: world.server.at('crl') })
    const bytes = (await sign(pdf, { signer: revoked, at: testNow })).bytes()
    world.revoked.push({ certificate: revoked.parsed, at: minuteAgo })
    await expect(lift(bytes, 'B-LTA')).rejects.toMatchObject({
      code: 'signature_not_valid',
      details: { finding: 'revoked' },
    })
  })

  test('where the time-stamp authority is down', async () => {
    const down = {
      ...timestamp,
      hash: 'sha256',
      tokenBytesAtMost: 100,
      stamp: async () => {
        throw new PadesError('service_timeout', 'down')
      },
    } as const
    await expect(lift(await signed(), 'B-T', { timestamp: down })).rejects.toMatchObject({
      code: 'service_timeout',
    })
  })
})

describe('over the years', () => {
  const on = (day: string) => new Date(`${day}T02:00:00Z`)

  test('three renewals in a row keep a signature valid long after its certificates have run out', async () => {
    const { stamper } = world
    const until = (notBefore: string, notAfter: string) =>
      world.issueStamper({ notBefore: on(notBefore), notAfter: on(notAfter) })
    world.stamper = until('2026-01-01', '2027-06-01')
    let bytes = (await lift(await signed('B-T'), 'B-LTA')).bytes()
    const rounds = [
      ['2027-04-01', until('2027-01-01', '2032-01-01')],
      ['2031-11-01', until('2031-01-01', '2036-01-01')],
      ['2035-12-01', until('2035-01-01', '2040-01-01')],
    ] as const
    for (const [day, next] of rounds) {
      world.clock = on(day)
      world.stamper = next
      const renewed = await lift(bytes, 'B-LTA')
      // The new authority's data are in no earlier part of the file, so that they come last.
      expect(renewed.done).toEqual(['validation_data', 'archival_timestamp', 'validation_data'])
      bytes = renewed.bytes()
      expect(await offline(bytes)).toMatchObject({
        verdict: 'valid',
        signatures: expect.arrayContaining([expect.objectContaining({ level: 'B-LTA' })]),
      })
      expect((await lift(bytes, 'B-LTA')).done).toEqual([])
    }
    world.stamper = stamper
    world.clock = on('2039-06-01')
    const report = await offline(bytes)
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]).toMatchObject({ level: 'B-LTA', provenAt: testNow.toISOString() })
    // Without what was added in between nobody could say any more.
    world.clock = on('2031-11-01')
    expect(await offline(await signedThen())).toMatchObject({ verdict: 'indeterminate' })
  })

  async function signedThen(): Promise<Uint8Array> {
    const then = world.clock
    world.clock = testNow
    const bytes = await signed('B-T')
    world.clock = then
    return bytes
  }
})
