import { beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { signatureIn } from '../form/signature-dictionary.ts'
import { openPdf } from '../pdf/document.ts'
import { sign } from '../sign/sign.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { appendRevision, buildPdf, latin1, pagesOf } from '../testing/build-pdf.ts'
import { coverageOf } from './coverage.ts'

const signer = testAuthority().issue()
let signed: Uint8Array

beforeAll(async () => {
  signed = (await sign(buildPdf(pagesOf(1)), { signer, at: testNow })).bytes()
})

function coverages(bytes: Uint8Array) {
  const file = openPdf(bytesSource(bytes))
  return (readForm(file)?.fields ?? []).flatMap((field) => {
    const signature = signatureIn(file, field)
    return signature === null ? [] : [coverageOf(file, signature)]
  })
}

/** The signed file with another range in the place of its own, which has spaces enough at its end. */
function withRange(change: (range: readonly number[]) => string): Uint8Array {
  const text = latin1(signed)
  const [whole = '', numbers = ''] = /\/ByteRange ?\[([\d ]+)\]/.exec(text) ?? []
  const range = numbers.trim().split(' ').map(Number)
  return Buffer.from(text.replace(whole, `/ByteRange${change(range)}`.padEnd(whole.length)), 'latin1')
}

describe('a signature', () => {
  test('covers all of its file but its own contents', () => {
    expect(coverages(signed)).toMatchObject([
      {
        problem: null,
        coversWholeFile: true,
        revision: { number: 1 },
        spans: [{ start: 0 }, { end: signed.length }],
      },
    ])
  })

  test('covers its revision where another follows', async () => {
    const twice = (await sign(signed, { signer, at: testNow })).bytes()
    expect(coverages(twice)).toMatchObject([
      { problem: null, coversWholeFile: false, revision: { number: 1 } },
      { problem: null, coversWholeFile: true, revision: { number: 2 } },
    ])
    const later = appendRevision(signed, { 3: '<</Type/Page/Parent 2 0 R/Rotate 90>>' })
    expect(coverages(later)).toMatchObject([{ problem: null, coversWholeFile: false }])
  })

  test('does not cover what is put after its end', () => {
    const longer = Buffer.concat([signed, Buffer.from('% more')])
    expect(coverages(longer)).toMatchObject([{ problem: null, coversWholeFile: false }])
  })

  test.each<[string, (range: readonly number[]) => string]>([
    ['byte_range_missing', () => ' null'],
    ['byte_range_not_two_spans', ([, b = 0]) => `[0 ${b}]`],
    ['byte_range_not_two_spans', ([, b = 0, c = 0, d = 0]) => `[0 9 9 ${b - 9} ${c} ${d}]`],
    ['byte_range_not_from_start', ([, b = 0, c = 0, d = 0]) => `[1 ${b - 1} ${c} ${d}]`],
    ['byte_range_gap', ([, b = 0, c = 0, d = 0]) => `[0 ${b - 1} ${c} ${d}]`],
    ['byte_range_gap', ([, b = 0, c = 0, d = 0]) => `[0 ${b} ${c + 1} ${d - 1}]`],
    ['byte_range_outside_file', ([, b = 0, c = 0, d = 0]) => `[0 ${b} ${c} ${d + 1}]`],
    ['byte_range_outside_file', ([, b = 0, , d = 0]) => `[0 ${b} ${b - 5} ${d}]`],
    ['byte_range_outside_file', ([, b = 0, c = 0]) => `[0 ${b} ${c} -1]`],
    ['byte_range_not_to_end_of_revision', ([, b = 0, c = 0, d = 0]) => `[0 ${b} ${c} ${d - 9}]`],
    ['byte_range_not_to_end_of_revision', ([, b = 0, c = 0]) => `[0 ${b} ${c} 0]`],
  ])('with %s covers nothing that counts', (problem, change) => {
    expect(coverages(withRange(change))).toMatchObject([{ problem, coversWholeFile: false, revision: null }])
  })
})
