import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { openPdf } from '../pdf/document.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { partsOf } from '../testing/exercise-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { signHashed } from '../testing/sign-hashed.ts'
import { issueTimestamper, makeToken } from '../testing/timestamp.ts'
import { verify } from '../verify/verify.ts'
import { complete } from './complete.ts'
import { type PreparedSignature, prepare } from './prepare.ts'
import { sign } from './sign.ts'

const authority = testAuthority()
const trust = [{ name: 'Gốc thử', kind: 'test', anchors: [authority.parsed] }] as const
const signers = {
  'P-256': authority.issue({ keyKind: 'p256' }),
  'P-521': authority.issue({ keyKind: 'p521', hash: 'sha512' }),
  'RSA-2048': authority.issue({ keyKind: 'rsa2048' }),
}
const pdf = buildPdf(pagesOf(1))
const given = { crls: [makeCrl(authority)] }
const verdictOf = async (bytes: Uint8Array) => (await verify(bytes, { trust, at: testNow, given })).verdict

/** As it comes back from a database, in another process. */
const stored = (prepared: PreparedSignature): PreparedSignature => JSON.parse(JSON.stringify(prepared))

describe('signing in two steps', () => {
  test.each(Object.entries(signers))('with a key elsewhere, %s, makes a sound signature', async (_, key) => {
    const { certificate, hash } = key
    const prepared = await prepare(pdf, { at: testNow, certificate, hash })
    const value = key.sign(Buffer.from(prepared.toSign, 'base64'))
    const signed = await complete(pdf, stored(prepared), value)
    expect(await verdictOf(signed.bytes())).toBe('valid_no_tsa')
    expect(signed.warnings).toEqual(prepared.warnings)
  })

  test('gives a device that hashes nothing the digest, and takes r‖s', async ({ skip }) => {
    const { certificate, key } = signers['P-256']
    const prepared = await prepare(pdf, { at: testNow, certificate })
    const digest = createHash('sha256').update(Buffer.from(prepared.toSign, 'base64')).digest('base64')
    expect(prepared.digest).toBe(digest)
    if (findJudge('openssl') === undefined) skip('openssl, the device here, is not installed')
    const value = signHashed(key, 'sha256', Buffer.from(prepared.digest, 'base64'), { raw: true })
    expect(value).toHaveLength(64)
    expect(await verdictOf((await complete(pdf, prepared, value)).bytes())).toBe('valid_no_tsa')
  })

  test('says the same as signing at once', async () => {
    const signer = signers['RSA-2048']
    const { certificate } = signer
    const prepared = await prepare(partsOf(pdf), { at: testNow, certificate })
    const signed = await complete(partsOf(pdf), prepared, signer.sign(Buffer.from(prepared.toSign, 'base64')))
    const atOnce = await sign(pdf, { at: testNow, signer })
    expect(Buffer.compare(signed.bytes(), atOnce.bytes())).toBe(0)
  })

  test('stamps the time when the value is there', async () => {
    const { certificate, sign: signWith } = signers['P-256']
    const stamper = issueTimestamper(authority)
    const timestamp = {
      hash: 'sha256',
      tokenBytesAtMost: 4000,
      stamp: async (digest: Uint8Array) => makeToken(stamper, digest),
    } as const
    const prepared = await prepare(pdf, { at: testNow, certificate, level: 'B-T', tokenBytesAtMost: 4000 })
    const value = signWith(Buffer.from(prepared.toSign, 'base64'))
    await expect(complete(pdf, prepared, value)).rejects.toThrow(RangeError)
    const signed = await complete(pdf, prepared, value, { timestamp })
    expect(signed.level).toBe('B-T')
    expect(await verdictOf(signed.bytes())).toBe('valid')
    const tight = await prepare(pdf, { at: testNow, certificate, level: 'B-T', tokenBytesAtMost: 100 })
    const again = signWith(Buffer.from(tight.toSign, 'base64'))
    await expect(complete(pdf, tight, again, { timestamp })).rejects.toMatchObject({
      code: 'not_enough_room',
    })
  })

  test('gives nothing out for a value of another key, or over another file', async () => {
    const { certificate, sign: signWith } = signers['P-256']
    const prepared = await prepare(pdf, { at: testNow, certificate })
    const other = await prepare(buildPdf(pagesOf(2)), { at: testNow, certificate })
    const values = [
      signers['P-521'].sign(Buffer.from(prepared.toSign, 'base64')),
      authority.issue({ keyKind: 'p256' }).sign(Buffer.from(prepared.toSign, 'base64')),
      signWith(Buffer.from(other.toSign, 'base64')),
      new Uint8Array(64),
      new Uint8Array(0),
    ]
    for (const value of values)
      await expect(complete(pdf, prepared, value)).rejects.toMatchObject({ code: 'key_mismatch' })
  })

  test('sees that the document is another one by now', async () => {
    const { certificate, sign: signWith } = signers['P-256']
    const prepared = await prepare(pdf, { at: testNow, certificate })
    const value = signWith(Buffer.from(prepared.toSign, 'base64'))
    const changed = Uint8Array.from(pdf)
    changed[20] = (changed[20] ?? 0) ^ 1
    const signed = (await complete(pdf, prepared, value)).bytes()
    for (const document of [changed, pdf.subarray(1), signed])
      await expect(complete(document, prepared, value)).rejects.toMatchObject({ code: 'document_changed' })
  })

  test.each([
    ['another format', { format: 'pades-prepared-2' as 'pades-prepared-1' }],
    ['a place outside', { contentsAt: 1_000_000 }],
    ['a place beside', { contentsAt: 3 }],
    ['no room', { roomBytes: 0 }],
    ['half a byte of room', { roomBytes: 10.5 }],
    ['another thing to sign', { toSign: Buffer.from('x').toString('base64') }],
    ['a weak hash', { hash: 'md5' as 'sha256' }],
    ['another scheme', { scheme: 'dsa' as 'ecdsa' }],
    ['another level', { level: 'B-LT' as 'B-T' }],
    ['no certificate', { certificate: null as unknown as string }],
    ['issuers that are none', { issuers: [1] as unknown as string[] }],
    ['no word of the document', { original: null as unknown as { sizeBytes: number; sha256: string } }],
    ['no warnings', { warnings: undefined as unknown as [] }],
    ['something else to append', { appended: Buffer.from('%%EOF\n').toString('base64') }],
  ])('trusts nothing that was kept meanwhile: %s', async (_, change) => {
    const { certificate, sign: signWith } = signers['P-256']
    const prepared = await prepare(pdf, { at: testNow, certificate })
    const value = signWith(Buffer.from(prepared.toSign, 'base64'))
    const refused = complete(pdf, { ...prepared, ...change }, value)
    await expect(refused).rejects.toMatchObject({ code: 'prepared_malformed' })
  })

  test('covers what it says that it covers', async () => {
    const { certificate, sign: signWith } = signers['P-256']
    const prepared = await prepare(pdf, { at: testNow, certificate })
    const appended = Buffer.from(prepared.appended, 'base64')
    const digit = appended.indexOf('/ByteRange [0 ') + '/ByteRange [0 '.length
    appended[digit] = appended[digit] === 0x31 ? 0x32 : 0x31
    const other = { ...prepared, appended: appended.toString('base64') }
    const refused = complete(pdf, other, signWith(Buffer.from(prepared.toSign, 'base64')))
    await expect(refused).rejects.toMatchObject({ details: { what: 'byteRange' } })
  })

  test('gives out a file that can be read even where the kept update was exchanged for another sound one', async () => {
    const { certificate, sign: signWith } = signers['P-256']
    const prepared = await prepare(pdf, { at: testNow, certificate })
    const other = await prepare(pdf, { at: testNow, certificate, declared: { reason: 'Khác' } })
    const value = signWith(Buffer.from(prepared.toSign, 'base64'))
    const refused = complete(pdf, { ...other, toSign: prepared.toSign }, value)
    await expect(refused).rejects.toMatchObject({ code: 'prepared_malformed' })
    const signed = await complete(pdf, other, signWith(Buffer.from(other.toSign, 'base64')))
    expect(openPdf(bytesSource(signed.bytes())).revisions).toHaveLength(2)
  })
})
