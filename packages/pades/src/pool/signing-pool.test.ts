import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, test } from 'vitest'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { writeP12 } from '../testing/p12.ts'
import { makeCrl } from '../testing/revocation.ts'
import { issueTimestamper, makeToken } from '../testing/timestamp.ts'
import { verify } from '../verify/verify.ts'
import { parseCrl } from '../x509/crl.ts'
import { type SigningPoolOptions, signingPool } from './signing-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'pades-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const authority = testAuthority()
const an = authority.issue({ commonName: 'Nguyễn Thị Ánh' })
const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
const crl = makeCrl(authority)
const password = 'mật khẩu không ai được thấy'
const file = writeP12({ entries: [an], password })
const letter = buildPdf(pagesOf(1))
const key = {
  kind: 'pem',
  key: an.key.export({ type: 'pkcs8', format: 'der' }),
  certificate: an.certificate,
} as const
const at = testNow

const open = (more: Partial<SigningPoolOptions> = {}) => signingPool({ key, size: 1, ...more })
const verdictOf = async (pdf: Uint8Array) =>
  (await verify(pdf, { trust, at, given: { crls: [crl] } })).verdict

describe('a signing pool', () => {
  test('signs what is in memory and leaves it to its owner', async () => {
    await using pool = await open({ key: { kind: 'p12', file, password } })
    const before = Buffer.from(letter)
    const signed = await pool.sign(letter, { at, declared: { reason: 'Phê duyệt' } })
    expect(await verdictOf(signed.bytes())).toBe('valid_no_tsa')
    expect(before.equals(letter)).toBe(true)
    expect(signed.warnings.map(({ code }) => code)).toEqual(['path_not_checked', 'revocation_not_checked'])
  })

  test('signs memory that threads share', async () => {
    await using pool = await open()
    const shared = new Uint8Array(new SharedArrayBuffer(letter.length))
    shared.set(letter)
    expect(await verdictOf((await pool.sign(shared, { at })).bytes())).toBe('valid_no_tsa')
  })

  test('signs what is copied block by block', async () => {
    await using pool = await open()
    const large = buildPdf({ ...pagesOf(1), 9: streamText('', Buffer.alloc(2_500_000, 'a')) })
    const [one, other] = await Promise.all([pool.sign(large, { at }), pool.sign(letter, { at })])
    expect(await verdictOf(one.bytes())).toBe('valid_no_tsa')
    expect(await verdictOf(other.bytes())).toBe('valid_no_tsa')
  })

  test('gives back a large file that is given up while it is copied', async () => {
    await using pool = await open()
    const large = buildPdf({ ...pagesOf(1), 9: streamText('', Buffer.alloc(5_000_000)) })
    const giveUp = new AbortController()
    const given = pool.sign(large, { at, signal: giveUp.signal })
    giveUp.abort(new Error('thôi'))
    await expect(given).rejects.toThrow('thôi')
    expect(await verdictOf((await pool.sign(letter, { at })).bytes())).toBe('valid_no_tsa')
  })

  test('signs a file into another, by a key from a file', async () => {
    const [from, to, p12] = ['from.pdf', 'to.pdf', 'key.p12'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(from, letter)
    writeFileSync(p12, file)
    await using pool = await open({ key: { kind: 'p12', file: p12, password } })
    const { sizeBytes } = await pool.signFile(from, to, { at })
    const made = readFileSync(to)
    expect(made.length).toBe(sizeBytes)
    expect(await verdictOf(made)).toBe('valid_no_tsa')
    const missing = pool.signFile(join(folder, 'none.pdf'), to, { at })
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT', path: join(folder, 'none.pdf') })
  })

  test('puts a look on the page', async () => {
    await using pool = await open()
    const look = {
      mark: { kind: 'person', name: 'Nguyễn Thị Ánh', above: ['GIÁM ĐỐC'] },
      place: { kind: 'from_right', rightMm: 20, topMm: 200 },
    } as const
    const signed = await pool.sign(letter, { at, look })
    const plain = await pool.sign(letter, { at })
    expect(await verdictOf(signed.bytes())).toBe('valid_no_tsa')
    expect(Buffer.from(signed.appended).includes('/FontFile2')).toBe(true)
    expect(Buffer.from(plain.appended).includes('/FontFile2')).toBe(false)
    await expect(pool.sign(letter, { at, look, page: 7 })).rejects.toMatchObject({ code: 'field_not_found' })
  })

  test('asks the authority for time-stamps and the services from the thread that has them', async () => {
    const stamper = issueTimestamper(authority)
    const asked: string[] = []
    await using pool = await open({
      key: { kind: 'signer', signer: an },
      timestamp: {
        hash: 'sha256',
        tokenBytesAtMost: 64,
        stamp: async (digest) => makeToken(stamper, digest, { at }),
      },
      check: {
        trust,
        services: {
          issuersOf: async () => [],
          revocationOf: async (certificate) => {
            asked.push(certificate.subject.find('CN') ?? '')
            return { crls: [parseCrl(crl)], ocsps: [] }
          },
        },
      },
    })
    const signed = await pool.sign(letter, { at, level: 'B-T' })
    expect(await verdictOf(signed.bytes())).toBe('valid')
    expect(signed.warnings).toEqual([])
    expect(asked).toEqual(['Nguyễn Thị Ánh'])
  })

  test('says of a revoked certificate and of a broken file what sign says', async () => {
    const crls = [makeCrl(authority, { revoked: [{ certificate: an.parsed }] })]
    await using pool = await open({ check: { trust, crls } })
    await expect(pool.sign(letter, { at })).rejects.toMatchObject({ code: 'certificate_revoked' })
    await using other = await open()
    const broken = other.sign(Buffer.from('không phải PDF'), { at })
    await expect(broken).rejects.toMatchObject({ code: 'pdf_malformed' })
  })

  test('lets no password into an error', async () => {
    const error = await open({ key: { kind: 'p12', file, password: `${password}!` } }).catch(
      (one: unknown) => one,
    )
    expect(error).toMatchObject({ code: 'key_wrong_password' })
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(password)
  })

  test('loses only the file of a thread that is killed, and clears away what it began', async () => {
    const threads: Worker[] = []
    const note = (thread: Worker) => threads.push(thread)
    process.on('worker', note)
    const reached = Promise.withResolvers<void>()
    let isFirst = true
    const sign = (attributes: Uint8Array): Uint8Array | Promise<Uint8Array> => {
      if (!isFirst) return an.sign(attributes)
      isFirst = false
      reached.resolve()
      return new Promise(() => {})
    }
    await using pool = await open({ key: { kind: 'signer', signer: { ...an, sign } } })
    process.off('worker', note)
    const from = join(folder, 'three.pdf')
    writeFileSync(from, letter)
    const lost = pool.signFile(from, join(folder, 'lost.pdf'), { at }).catch((error: unknown) => error)
    const kept = pool.sign(letter, { at })
    await reached.promise
    writeFileSync(join(folder, `lost.pdf.${process.pid}.part`), 'half')
    const [thread] = threads
    if (thread !== undefined) await Promise.all([once(thread, 'exit'), thread.terminate()])
    expect(await lost).toMatchObject({ code: 'pool_worker_died' })
    expect(await verdictOf((await kept).bytes())).toBe('valid_no_tsa')
    expect(readdirSync(folder).filter((name) => name.startsWith('lost'))).toEqual([])
  })

  test('leaves the thread that asks free while large files are signed', async () => {
    await using pool = await open({ size: 2 })
    const made = buildPdf({ ...pagesOf(1), 9: streamText('', Buffer.alloc(20_000_000)) })
    const large = new Uint8Array(new SharedArrayBuffer(made.length))
    large.set(made)
    const own = process.threadCpuUsage()
    const all = process.cpuUsage()
    await Promise.all(Array.from({ length: 50 }, () => pool.sign(large, { at })))
    const ownUsed = process.threadCpuUsage(own).user
    expect(ownUsed).toBeLessThan(0.1 * process.cpuUsage(all).user)
  })
})
