import { expect, test } from 'vitest'
import { assembleSignedData, signedAttributes } from '../cms/build.ts'
import { openPdf } from '../pdf/document.ts'
import { PdfDict } from '../pdf/objects.ts'
import { signatureObjects } from '../sign/signature-objects.ts'
import { digestOfUnfinished, fill, writeUnfinished } from '../sign/unfinished.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const signer = authority.issue()
const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
const given = { crls: [makeCrl(authority)] }

/** A sound signature in a widget of the page, which the catalogue's form lists or not. */
function signedWith({ form }: { form: boolean }): Uint8Array {
  const file = openPdf(bytesSource(buildPdf(pagesOf(1))))
  const wish = {
    subFilter: 'ETSI.CAdES.detached',
    fieldName: 'Ky',
    field: null,
    page: 0,
    look: null,
  } as const
  const rest = { at: testNow, declared: {}, certify: undefined, lock: undefined, roomBytes: 4000 }
  const objects = signatureObjects(file, null, { ...wish, ...rest }).map((object) =>
    form || object.number !== 1 || !(object.value instanceof PdfDict)
      ? object
      : { ...object, value: object.value.without('AcroForm') },
  )
  const unfinished = writeUnfinished(file, objects)
  const attributes = signedAttributes(signer, digestOfUnfinished(file.source, unfinished, signer.hash))
  fill(unfinished, assembleSignedData(signer, attributes, signer.sign(attributes)))
  return Buffer.concat([file.source.read(0, file.source.sizeBytes), unfinished.appended])
}

const judge = async (bytes: Uint8Array) => {
  const { verdict, signatures } = await verify(bytes, { trust, at: testNow, given })
  const failing = signatures.map(({ findings }) => findings.filter(({ weight }) => weight === 'fails'))
  return { verdict, failing: failing.map((findings) => findings.map(({ code }) => code)) }
}

test('a signature that is on a page without being in the form is judged, and told', async () => {
  expect(await judge(signedWith({ form: true }))).toEqual({ verdict: 'valid_no_tsa', failing: [[]] })
  expect(await judge(signedWith({ form: false }))).toEqual({
    verdict: 'invalid',
    failing: [['field_not_in_form']],
  })
})
