import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { schemaFaults } from '../testing/report-schema.ts'
import { makeCrl } from '../testing/revocation.ts'
import { GuardedVerifier } from './guarded-verify.ts'
import { readTrustFolder } from './trust-folder.ts'
import { verifyCommand } from './verify-command.ts'

const authority = testAuthority()
const other = testAuthority()
const at = testNow.toISOString()
let folder: string

const path = (name: string) => join(folder, name)
const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pades-cli-'))
  const signer = authority.issue({ commonName: 'Nguyễn Thị Ánh' })
  const signed = (await sign(buildPdf(pagesOf(1)), { signer, at: testNow })).bytes()
  writeFileSync(path('signed.pdf'), signed)
  writeFileSync(path('plain.pdf'), buildPdf(pagesOf(1)))
  writeFileSync(path('turned.pdf'), appendRevision(signed, { 3: '<</Type/Page/Parent 2 0 R/Rotate 90>>' }))
  writeFileSync(path('text.pdf'), 'Kính gửi')
  mkdirSync(path('trust/official'), { recursive: true })
  writeFileSync(path('trust/root.cer'), authority.certificate)
  writeFileSync(path('trust/list.crl'), makeCrl(authority))
  writeFileSync(path('trust/README.txt'), 'không phải chứng thư')
  writeFileSync(
    path('trust/official/all.pem'),
    `${pem('CERTIFICATE', other.certificate)}${pem('X509 CRL', makeCrl(other))}`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let input: Readable = Readable.from([])

async function run(...args: readonly string[]) {
  const lines: string[] = []
  const out = (text: string) => lines.push(text)
  const code = await verifyCommand(args, {
    out,
    error: out,
    ask: async () => '',
    input: () => input,
    write: async () => undefined,
    language: 'vi',
    now: () => testNow,
  })
  return { code, text: lines.join('\n') }
}

describe('the command', () => {
  test.each([
    ['signed.pdf', 'valid_no_tsa', 0],
    ['turned.pdf', 'modified_after', 1],
    ['plain.pdf', 'not_signed', 2],
    ['text.pdf', 'error', 2],
    ['nothing.pdf', 'error', 2],
  ])('on %s says %s and ends with %i', async (name, verdict, code) => {
    const ran = await run(path(name), '--trust', path('trust'), '--at', at, '--json')
    expect(JSON.parse(ran.text)).toMatchObject({ verdict })
    expect(Object.keys(JSON.parse(ran.text))[0]).toBe('verdict')
    expect(ran.code).toBe(code)
  })

  test('says so to people, in their language', async () => {
    const { text } = await run(path('signed.pdf'), '--trust', path('trust'))
    expect(text).toContain('Chữ ký 1 · Signature1: Chữ ký hợp lệ (thời gian ký do người ký khai báo).')
    expect(text).toContain('Người ký: Nguyễn Thị Ánh')
    expect(text).toContain('Thời gian ký khai báo: 15/03/2026 09:00:00')
  })

  test.each([
    [[]],
    [['-', '-']],
    [['a.pdf', '--at', 'hôm nay']],
    [['a.pdf', '--what']],
    [['a.pdf', '--at', '2026-01-01', '--at', '2026-01-02']],
  ])('answers a wrong call %j in JSON too', async (args) => {
    const { code, text } = await run(...args, '--json')
    expect(JSON.parse(text)).toMatchObject({ verdict: 'error', error: { code: 'usage' } })
    expect(code).toBe(2)
  })

  test('takes a day without an hour for its end', async () => {
    const { text } = await run(path('signed.pdf'), '--at', '2026-03-15', '--json')
    expect(JSON.parse(text)).toMatchObject({ at: '2026-03-15T16:59:59.000Z' })
  })

  test('judges several files in one call, one line of JSON for each, and ends as the worst', async () => {
    const names = ['signed.pdf', 'nothing.pdf', 'turned.pdf']
    const trust = ['--trust', path('trust'), '--at', at]
    const { code, text } = await run(...names.map(path), ...trust, '--json')
    const reports = text.split('\n').map((line) => JSON.parse(line))
    expect(reports.map((report) => [report.path, report.verdict])).toEqual([
      [path('signed.pdf'), 'valid_no_tsa'],
      [path('nothing.pdf'), 'error'],
      [path('turned.pdf'), 'modified_after'],
    ])
    for (const report of reports) expect(schemaFaults(report)).toEqual([])
    expect(code).toBe(2)
    expect(await run(path('signed.pdf'), path('turned.pdf'), ...trust)).toMatchObject({ code: 1 })
    expect((await run(path('signed.pdf'), path('signed.pdf'), ...trust)).code).toBe(0)
  })

  test('judges what comes by standard input as it judges the file', async () => {
    input = Readable.from([readFileSync(path('turned.pdf'))])
    const words = ['--trust', path('trust'), '--at', at, '--json']
    const { path: given, ...byInput } = JSON.parse((await run('-', ...words)).text)
    const { path: _, ...byName } = JSON.parse((await run(path('turned.pdf'), ...words)).text)
    expect([given, byInput]).toEqual(['-', byName])
  })

  test('goes on with a new thread after a file that took too long', async () => {
    const { text } = await run(path('signed.pdf'), path('plain.pdf'), '--timeout', '0.001', '--json')
    const verdicts = text.split('\n').map((line) => JSON.parse(line).error?.code)
    expect(verdicts).toEqual(['timeout', 'timeout'])
  })

  test('says which file of a folder of trust is none', async () => {
    mkdirSync(path('wrong'))
    writeFileSync(path('wrong/root.cer'), 'không phải chứng thư')
    const { text } = await run(path('signed.pdf'), '--trust', path('wrong'), '--json')
    expect(JSON.parse(text).error.sentence.vi).toContain(path('wrong/root.cer'))
  })
})

test('a folder of trust holds stores by kind and lists beside them', () => {
  const { stores, crls } = readTrustFolder(path('trust'))
  expect(stores.map(({ name, kind, anchors }) => [name, kind, anchors.length])).toEqual([
    ['trust', 'other', 1],
    ['official', 'official', 1],
  ])
  expect(crls).toHaveLength(2)
})

test('a file that takes too long is given up', async () => {
  const bomb = Array.from({ length: 60 }, (_, i) => [i + 3, streamText('', 'x'.repeat(100_000))])
  writeFileSync(path('slow.pdf'), buildPdf({ ...pagesOf(0), ...Object.fromEntries(bomb) }))
  const request = { file: path('slow.pdf'), trust: [], at, online: false }
  await using verifier = new GuardedVerifier({ timeoutMs: 1, memoryMegabytes: 64 })
  const report = await verifier.verify(request)
  expect(report).toMatchObject({ verdict: 'error', error: { code: 'timeout' } })
})
