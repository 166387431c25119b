import { expect, test } from 'vitest'
import { openPdf } from '../../pdf/document.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { withRevision } from '../../testing/attacks/document.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf } from '../../testing/build-pdf.ts'
import { changesAfter } from '../diff/changes-after.ts'

/* A widget of the signed page that the form does not know: pdf.js writes its value all the same. */

const widget = '/Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[60 690 300 730]/P 3 0 R/DA(/F1 24 Tf 0 g)'
const document = {
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>',
  3: '<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[6 0 R]>>',
  6: `<<${widget}/V 7 0 R>>`,
  7: '(Tra 100)',
  8: '<</FT/Tx/V(Tra 100)>>',
}

test.each<[string, Record<number, string>, Record<number, string>]>([
  ['its value', {}, { 7: '(Tra 999)' }],
  ['the value that it has from above', { 6: `<<${widget}/Parent 8 0 R>>` }, { 8: '<</FT/Tx/V(Tra 999)>>' }],
])('%s may not change', async (_, prepared, written) => {
  const signer = testAuthority().issue()
  const signed = await sign(buildPdf({ ...document, ...prepared }), { signer, at: testNow })
  const file = openPdf(bytesSource(withRevision(signed.bytes(), written)))
  const changes = changesAfter(file, { revision: 1, certification: null, locks: [] })
  expect(changes).toMatchObject([{ kind: 'structure', allowed: false }])
})
