import { describe, expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, bytesOf, pagesOf } from '../testing/build-pdf.ts'
import { schemaFaults } from '../testing/report-schema.ts'
import { makeCrl } from '../testing/revocation.ts'
import { issueTimestamper, makeToken } from '../testing/timestamp.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const an = authority.issue({ commonName: 'Nguyễn Thị Ánh' })
const store = { name: 'thử', kind: 'test', anchors: [authority.parsed] } as const
const given = { crls: [makeCrl(authority)] }
const signedOnce = (await sign(buildPdf(pagesOf(1)), { signer: an, at: testNow })).bytes()

/** Judges, and holds the report against the published schema. */
async function judge(pdf: Uint8Array, options: Partial<Parameters<typeof verify>[1]> = {}) {
  const report = await verify(pdf, { trust: [store], at: testNow, given, ...options })
  expect(schemaFaults(report)).toEqual([])
  return report
}

describe('the verdict on a file', () => {
  test('is that the time is only claimed where nothing proves it', async () => {
    const report = await judge(signedOnce)
    expect(report).toMatchObject({
      verdict: 'valid_no_tsa',
      signatures: [
        {
          indication: 'VALID',
          level: 'B-B',
          intact: true,
          coversWholeFile: true,
          timeIsClaimed: true,
          signer: { commonName: 'Nguyễn Thị Ánh' },
          trustStore: { name: 'thử', kind: 'test' },
          revocation: [{ status: 'good', source: 'crl', from: 'given' }],
        },
      ],
    })
    expect(report.reason.vi).toBe('Mọi chữ ký đều hợp lệ; có chữ ký mà thời gian ký do người ký khai báo.')
  })

  test('is undetermined without a root to trust, and without a word on revocation', async () => {
    expect(await judge(signedOnce, { trust: [] })).toMatchObject({ verdict: 'indeterminate' })
    const report = await judge(signedOnce, { given: {} })
    expect(report.signatures[0]).toMatchObject({ verdict: 'indeterminate', subIndication: 'TRY_LATER' })
  })

  test('is invalid where one byte was changed', async () => {
    const changed = Buffer.from(signedOnce)
    const at = changed.indexOf('595')
    changed[at] = 0x36
    const report = await judge(changed)
    expect(report.signatures[0]).toMatchObject({
      verdict: 'invalid',
      subIndication: 'HASH_FAILURE',
      intact: false,
    })
    expect(report.reason.vi).toBe('Có chữ ký không hợp lệ: nội dung đã bị thay đổi, giá trị băm không khớp')
  })

  test('is that it was modified where a page is turned afterwards', async () => {
    const later = appendRevision(signedOnce, { 3: '<</Type/Page/Parent 2 0 R/Rotate 90>>' })
    expect(await judge(later)).toMatchObject({ verdict: 'modified_after' })
  })

  test('is its own without a signature, and an error for what is no PDF', async () => {
    expect(await judge(buildPdf(pagesOf(1)))).toMatchObject({ verdict: 'not_signed', signatures: [] })
    expect(await judge(bytesOf('không phải PDF'.normalize('NFD')))).toMatchObject({
      verdict: 'error',
      error: { code: 'pdf_malformed' },
    })
  })

  test('is valid where a trusted time-stamp proves the time', async () => {
    const stamper = issueTimestamper(authority)
    const stamp = async (digest: Uint8Array) => makeToken(stamper, digest, { at: testNow })
    const timestamp = { hash: 'sha256', tokenBytesAtMost: 100, stamp } as const
    const pdf = buildPdf(pagesOf(1))
    const signed = (await sign(pdf, { signer: an, at: testNow, level: 'B-T', timestamp })).bytes()
    const report = await judge(signed)
    expect(report).toMatchObject({
      verdict: 'valid',
      signatures: [{ level: 'B-T', timeIsClaimed: false, provenAt: testNow.toISOString() }],
    })
    expect(await judge(signed, { trust: [] })).toMatchObject({ verdict: 'indeterminate' })
  })

  test.each([
    ['before the signature', -60_000, 'invalid', 'REVOKED'],
    ['after it', 60_000, 'indeterminate', 'REVOKED_NO_POE'],
  ])('of a certificate that was revoked %s', async (_, ms, verdict, subIndication) => {
    const revoked = [{ certificate: an.parsed, at: new Date(testNow.getTime() + ms) }]
    const later = new Date(testNow.getTime() + 3_600_000)
    const report = await judge(signedOnce, { at: later, given: { crls: [makeCrl(authority, { revoked })] } })
    expect(report.signatures[0]).toMatchObject({ verdict, subIndication })
  })
})
