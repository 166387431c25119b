import { expect, test } from 'vitest'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, bytesOf, latin1, pagesOf } from '../testing/build-pdf.ts'
import { rewrittenByQpdf } from '../testing/pdf-judges.ts'
import { type SignOptions, sign } from './sign.ts'

const authority = testAuthority()
const identity = authority.issue({ keyKind: 'p256' })
let used = 0
const signer = {
  ...identity,
  sign: (attributes: Uint8Array) => {
    used += 1
    return identity.sign(attributes)
  },
}

async function refusal(pdf: Uint8Array, options: Partial<SignOptions> = {}): Promise<unknown> {
  used = 0
  const error: unknown = await sign(pdf, { signer, at: testNow, ...options }).catch(
    (caught: unknown) => caught,
  )
  // Whatever is refused is refused before anybody is asked for his PIN.
  expect(used).toBe(0)
  return error
}

const one = pagesOf(1)
const withFields = (...fields: readonly string[]) => {
  const numbers = fields.map((_, index) => `${10 + index} 0 R`).join(' ')
  const catalog = `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${numbers}]>>>>`
  return buildPdf({ ...one, 1: catalog, ...Object.fromEntries(fields.map((text, i) => [10 + i, text])) })
}
const certified = (level: number) => {
  const reference = `[<</TransformMethod/DocMDP/TransformParams<</P ${level}>>>>]`
  const catalog = '<</Type/Catalog/Pages 2 0 R/Perms<</DocMDP 8 0 R>>>>'
  return buildPdf({ ...one, 1: catalog, 8: `<</Type/Sig/Contents<30>/Reference${reference}>>` })
}
const pageWith = (more: string) => buildPdf({ ...one, 3: `<</Type/Page/Parent 2 0 R/Resources<<>>${more}>>` })

test.each<[string, Uint8Array, Partial<SignOptions>, string]>([
  ['something that is no PDF', bytesOf('PDF'), {}, 'pdf_malformed'],
  ['a file with more after its end', bytesOf(`${latin1(buildPdf(one))}more`), {}, 'pdf_malformed'],
  ['a page that is not there', buildPdf(one), { page: 1 }, 'field_not_found'],
  ['a page before the first', buildPdf(one), { page: -1 }, 'field_not_found'],
  ['a list of annotations that is none', pageWith('/Annots<<>>'), {}, 'pdf_malformed'],
  ['a new name with a full stop', buildPdf(one), { field: 'A.B' }, 'field_not_found'],
  ['a name without letters', buildPdf(one), { field: '' }, 'field_not_found'],
  ['a field for text', withFields('<</FT/Tx/T(Ten)>>'), { field: 'Ten' }, 'field_not_found'],
  [
    'a name of two fields',
    withFields('<</FT/Sig/T(K)>>', '<</FT/Sig/T(K)>>'),
    { field: 'K' },
    'field_not_found',
  ],
  ['a field that may only be read', withFields('<</FT/Sig/T(K)/Ff 1>>'), { field: 'K' }, 'field_locked'],
  ['a field with a value', withFields('<</FT/Sig/T(K)/V<<>>>>'), { field: 'K' }, 'field_already_signed'],
  ['a certification that no field holds', certified(1), {}, 'changes_not_permitted'],
  ['a second certification', certified(2), { certify: 2 }, 'changes_not_permitted'],
])('refuses %s', async (_, pdf, options, code) => {
  expect(await refusal(pdf, options)).toMatchObject({ code })
})

test('refuses the name of a group, below which a field is', async () => {
  const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>'
  const group = { 10: '<</T(Nhom)/Kids[11 0 R]>>', 11: '<</FT/Tx/T(Ten)/Parent 10 0 R>>' }
  const pdf = buildPdf({ ...one, 1: catalog, ...group })
  expect(await refusal(pdf, { field: 'Nhom' })).toMatchObject({ code: 'field_not_found' })
})

test('refuses an encrypted file', async () => {
  const pdf = rewrittenByQpdf(buildPdf(one), '--encrypt', '', 'owner', '256', '--')
  if (pdf !== null) expect(await refusal(pdf)).toMatchObject({ code: 'pdf_encrypted' })
})

test('lets nobody forget the time-stamp authority', async () => {
  expect(await refusal(buildPdf(one), { level: 'B-T' })).toBeInstanceOf(RangeError)
})

test('gives on what the key says, and no file', async () => {
  const failing = { ...identity, sign: () => Promise.reject(new Error('token gone')) }
  await expect(sign(buildPdf(one), { signer: failing, at: testNow })).rejects.toThrow('token gone')
})
