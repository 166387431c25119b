import { expect, test } from 'vitest'
import { sign } from '../../sign/sign.ts'
import { annotating, withRevision } from '../../testing/attacks/document.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf, type ObjectTexts, streamText } from '../../testing/build-pdf.ts'
import { makeCrl } from '../../testing/revocation.ts'
import { verify } from '../verify.ts'

/* A page that is a picture has words, and nobody knows where: a white sign of a remark hides a figure of a sum. */

const authority = testAuthority()
const options = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
} as const

const picture = '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'
const document = {
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>',
  3: '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>/Annots[]>>',
  4: streamText('', '595 0 0 842 0 0 cm /X Do'),
  5: streamText(picture, 'x'),
}
const remark = (subtype: string, more: string) =>
  `<</Type/Annot/Subtype/${subtype}/Rect[300 400 320 420]/QuadPoints[300 420 320 420 300 400 320 400]${more}>>`
const white = { 61: streamText('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '1 g 0 0 20 20 re f') }

test.each<[string, string, ObjectTexts, string]>([
  ['a remark with a sign of its own', remark('Text', '/AP<</N 61 0 R>>'), white, 'modified_after'],
  ['a line', remark('Underline', ''), {}, 'modified_after'],
  ['a remark with the sign of the reader', remark('Text', ''), {}, 'valid_no_tsa'],
  ['light colour', remark('Highlight', '/C[1 1 0]'), {}, 'valid_no_tsa'],
])('%s on a scan', async (_, annotation, texts, verdict) => {
  const signed = await sign(buildPdf(document), { signer: authority.issue(), at: testNow })
  const bytes = withRevision(signed.bytes(), annotating(annotation, texts))
  expect((await verify(bytes, options)).verdict).toBe(verdict)
})
