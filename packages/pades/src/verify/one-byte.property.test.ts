import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, latin1, pagesOf, streamText } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const signer = authority.issue()
const options = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const,
  at: testNow,
  given: { crls: [makeCrl(authority)] },
}
const pages = { ...pagesOf(2), 20: streamText('', 'BT /F1 12 Tf (Quyet dinh) Tj ET') }
const files = {
  table: buildPdf(pages),
  stream: buildPdf(pages, { kind: 'stream', inStream: [1, 2] }),
  hybrid: buildPdf(pages, { kind: 'hybrid', inStream: [2] }),
}

describe.each(Object.entries(files))('a signed file with its cross-references as a %s', (_, pdf) => {
  test('is never good with one byte changed', async () => {
    const signed = (await sign(pdf, { signer, at: testNow })).bytes()
    const [whole = '', numbers = ''] = /\/ByteRange ?\[([\d ]+)\]/.exec(latin1(signed)) ?? []
    const rangeAt = latin1(signed).indexOf(whole)
    const [, gapStart = 0, gapEnd = 0] = numbers.trim().split(' ').map(Number)
    expect((await verify(signed, options)).verdict).toBe('valid_no_tsa')
    const isSigned = (at: number) => at < gapStart || at >= gapEnd
    // Without these keys there is nothing that says where a signature is.
    const isKey = (at: number) => at >= rangeAt && at < gapStart
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: signed.length - 1 }).filter(isSigned),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Buffer.from(signed)
          changed[at] = (changed[at] ?? 0) ^ change
          const { verdict } = await verify(changed, options)
          if (isKey(at)) expect(verdict).toBeOneOf(['invalid', 'error', 'not_signed'])
          else expect([at, verdict]).toEqual([at, 'invalid'])
        },
      ),
      { numRuns: 300 },
    )
  })
})
