import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { normaliseDer } from '../../der/normalise.ts'
import { openPdf } from '../../pdf/document.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { appendRevision, buildPdf, bytesOf, latin1, pagesOf, streamText } from '../../testing/build-pdf.ts'
import { makeCrl } from '../../testing/revocation.ts'
import { verify } from '../verify.ts'

/* Small files that would cost a judge minutes, gigabytes or his life. */

const authority = testAuthority()
const options = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
} as const
const signed = (await sign(buildPdf(pagesOf(1)), { signer: authority.issue(), at: testNow })).bytes()
const file = openPdf(bytesSource(signed))
const size = file.nextNumber
const end = (at: number) => `startxref\n${at}\n%%EOF\n`

test('a table of very many subsections is read', async () => {
  const count = 150_000
  const sections = Array.from({ length: count }, (_, at) => `${size + 2 * at} 1\n0000000000 65535 f \n`)
  const trailer = `trailer\n<</Size ${size + 2 * count}/Root 1 0 R/Prev ${file.startXref}>>\n`
  const text = `${latin1(signed)}xref\n${sections.join('')}${trailer}${end(signed.length)}`
  expect((await verify(bytesOf(text), options)).verdict).toBe('valid_no_tsa')
})

test('a few bytes that unfold to millions of entries are not', async () => {
  const count = 8_000_000
  const dict = `/Type/XRef/W[0 1 0]/Index[${size} ${count}]/Size ${size + count}/Root 1 0 R/Prev ${file.startXref}/Filter/FlateDecode`
  const stream = streamText(dict, deflateSync(new Uint8Array(count)))
  const text = `${latin1(signed)}${size} 0 obj\n${stream}\nendobj\n${end(signed.length)}`
  expect(await verify(bytesOf(text), options)).toMatchObject({
    verdict: 'error',
    error: { code: 'pdf_limit' },
  })
})

test('more changes of one revision than can be told are not allowed', async () => {
  const numbers = Array.from({ length: 6000 }, (_, at) => size + at)
  const remarks = numbers.map((number) => [number, '<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]>>'] as const)
  const widget = size - 2
  const list = [widget, ...numbers].map((number) => `${number} 0 R`).join(' ')
  const page = `<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[${list}]>>`
  const bytes = appendRevision(signed, { ...Object.fromEntries(remarks), 3: page })
  const report = await verify(bytes, options)
  expect(report.verdict).toBe('modified_after')
  expect(report.signatures[0]?.changesAfter.filter(({ allowed }) => !allowed)).toHaveLength(1)
})

test('forms that draw one another many times are not followed for ever', async () => {
  const form = (within: number, count: number) =>
    streamText(
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${within} 0 R>>>>`,
      '/X Do '.repeat(count),
    )
  const forms = Object.fromEntries(
    [70, 71, 72, 73, 74].map((number) => [number, form(number + 1, number === 74 ? 0 : 40)]),
  )
  const remark = '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/AP<</N 70 0 R>>>>'
  const list = [size - 2, 80, 81, 82].map((number) => `${number} 0 R`).join(' ')
  const page = `<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[${list}]>>`
  const bytes = appendRevision(signed, { ...forms, 80: remark, 81: remark, 82: remark, 3: page })
  expect((await verify(bytes, options)).verdict).toBe('modified_after')
})

test('a message of half a million elements that is no DER is made DER', () => {
  const small = Buffer.from('0401aa', 'hex')
  const count = 500_000
  const message = [Buffer.from('3080', 'hex'), ...Array<Buffer>(count).fill(small), Buffer.alloc(2)]
  expect(normaliseDer(Buffer.concat(message)).der).toHaveLength(5 + count * small.length)
  const pieces = [Buffer.from('2480', 'hex'), ...Array<Buffer>(count).fill(small), Buffer.alloc(2)]
  expect(normaliseDer(Buffer.concat(pieces)).der).toHaveLength(5 + count)
})
