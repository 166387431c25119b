import { describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { openPdf } from '../pdf/document.ts'
import { PdfDict, PdfName, PdfRef, PdfString } from '../pdf/objects.ts'
import { writeUpdate } from '../pdf/write-update.ts'
import { sign } from '../sign/sign.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from './verify.ts'

const authority = testAuthority()
const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
const given = { crls: [makeCrl(authority)] }
const signer = authority.issue()
const signed = (await sign(buildPdf(pagesOf(1)), { signer, at: testNow, field: 'Ky' })).bytes()

/** A later revision puts another field into the form, whose value is the signature that stands in the first. */
function withSecondField(name: string): Uint8Array {
  const file = openPdf(bytesSource(signed))
  const form = readForm(file)
  const [first] = form?.fields ?? []
  if (form === null || first === undefined) throw new RangeError('a file without a field')
  const second = new PdfRef(file.nextNumber)
  const field = PdfDict.of({
    FT: new PdfName('Sig'),
    T: new PdfString(Buffer.from(name)),
    V: first.dict.get('V'),
  })
  const fields = form.dict.with({ Fields: [first.ref, second] })
  const catalog = file.catalog()
  const where =
    form.ref === null
      ? { number: 1, value: catalog.with({ AcroForm: fields }) }
      : { number: form.ref.number, value: fields }
  const { appended } = writeUpdate(file, [where, { number: second.number, value: field }])
  return Buffer.concat([signed, appended])
}

async function failing(pdf: Uint8Array) {
  const { verdict, signatures } = await verify(pdf, { trust, at: testNow, given })
  const codes = signatures.map(({ field, findings }) => [
    field,
    findings.flatMap(({ code, weight }) => (weight === 'fails' ? [code] : [])),
  ])
  return { verdict, codes }
}

describe('a signature that a later revision puts into a second field', () => {
  test('was not there when it was signed, and counts in neither', async () => {
    expect(await failing(signed)).toEqual({ verdict: 'valid_no_tsa', codes: [['Ky', []]] })
    expect(await failing(withSecondField('Khac'))).toEqual({
      verdict: 'invalid',
      codes: [
        ['Ky', ['signature_in_two_fields']],
        ['Khac', ['not_in_own_revision', 'signature_in_two_fields']],
      ],
    })
  })

  test('is told where that has the name of the first', async () => {
    const { verdict, codes } = await failing(withSecondField('Ky'))
    expect(verdict).toBe('invalid')
    expect(codes.flatMap(([, found]) => found)).toContain('field_name_twice')
  })
})
