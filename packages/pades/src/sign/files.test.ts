import { describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { openPdf } from '../pdf/document.ts'
import { isEqual, PdfDict, PdfRef, PdfStream } from '../pdf/objects.ts'
import { listPages } from '../pdf/pages.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import {
  appendRevision,
  type BuildOptions,
  buildPdf,
  bytesOf,
  latin1,
  pagesOf,
} from '../testing/build-pdf.ts'
import { partsOf } from '../testing/exercise-pdf.ts'
import { pdfsigCount, qpdfFindsSound, rewrittenByQpdf } from '../testing/pdf-judges.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from '../verify/verify.ts'
import { type SignOptions, sign } from './sign.ts'

const authority = testAuthority()
const signer = authority.issue({ keyKind: 'p256' })
const judging = {
  trust: [{ name: 'Gốc thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
} as const

const open = (bytes: Uint8Array) => openPdf(bytesSource(bytes))

/** Signs, and lets everybody at hand judge what comes out. */
async function signed(
  pdf: Uint8Array,
  options: Partial<SignOptions> = {},
  signatures = 1,
): Promise<Uint8Array> {
  const bytes = (await sign(pdf, { signer, at: testNow, ...options })).bytes()
  expect(Buffer.compare(bytes.subarray(0, pdf.length), pdf)).toBe(0)
  expect((await verify(bytes, judging)).verdict).toBe('valid_no_tsa')
  expect(pdfsigCount(bytes)).toBeOneOf([signatures, null])
  expect(qpdfFindsSound(bytes)).toBe(qpdfFindsSound(pdf))
  return bytes
}

const [one, two] = [pagesOf(1), pagesOf(2)]
const form = (fields: string, more = '') =>
  `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields${fields}>>${more}>>`
const field = '<</FT/Sig/T(Ky)/Type/Annot/Subtype/Widget/Rect[10 10 100 60]/P 3 0 R/F 4>>'
const pageWith = (annotations: string) => `<</Type/Page/Parent 2 0 R/Resources<<>>/Annots${annotations}>>`
const link = '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>'

describe('signing a file', () => {
  const kinds: readonly (readonly [string, BuildOptions])[] = [
    ['with a table', {}],
    ['with a cross-reference stream', { kind: 'stream' }],
    ['with its objects in an object stream', { kind: 'stream', inStream: [1, 2, 3] }],
    ['that is hybrid', { kind: 'hybrid', inStream: [3] }],
    ['with something before its header', { before: 'GIF89a\n' }],
    ['with entries that are too short', { entryEnd: '\n' }],
    ['of PDF 2.0', { version: '2.0' }],
  ]
  test.each(kinds)('%s', async (_, options) => {
    await signed(buildPdf(two, options))
  })

  test('without a line end after its last word, and with many', async () => {
    const text = latin1(buildPdf(one))
    await signed(bytesOf(text.trimEnd()))
    await signed(bytesOf(`${text}\r\n\r\n  \n`))
  })

  test('that was changed before', async () => {
    const changed = appendRevision(buildPdf(one), { 9: '[1]' }, { kind: 'stream' })
    await signed(appendRevision(changed, { 9: '[2]' }))
  })

  test.each([
    ['linearised', ['--linearize']],
    ['packed', ['--object-streams=generate', '--compress-streams=y']],
    ['unpacked', ['--qdf', '--object-streams=disable']],
  ])('that qpdf wrote %s', async (_, options) => {
    const pdf = rewrittenByQpdf(buildPdf(two), ...options)
    if (pdf !== null) await signed(await signed(pdf), {}, 2)
  })

  test('the same, whether it is in memory or read in parts', async () => {
    const pdf = buildPdf(two, { kind: 'stream', inStream: [1, 2, 3] })
    const rsa = authority.issue({ keyKind: 'rsa2048' })
    const whole = await sign(pdf, { signer: rsa, at: testNow })
    const parts = await sign(partsOf(pdf), { signer: rsa, at: testNow })
    expect(Buffer.compare(whole.bytes(), parts.bytes())).toBe(0)
  })

  test('with a list of annotations that two pages share: only the signed page gets the widget', async () => {
    const pdf = buildPdf({ ...two, 3: pageWith(' 8 0 R'), 4: pageWith(' 8 0 R'), 8: '[9 0 R]', 9: link })
    const file = open(await signed(pdf, { page: 1 }))
    const counts = listPages(file).map(({ dict }) => (file.resolve(dict.get('Annots')) as unknown[]).length)
    expect(counts).toEqual([1, 2])
  })

  test.each([
    ['in the catalogue', { ...one, 1: form('[]') }],
    ['with its list elsewhere', { ...one, 1: form(' 8 0 R'), 8: '[9 0 R]', 9: '<</FT/Tx/T(Ten)>>' }],
    [
      'as an object',
      { ...one, 1: '<</Type/Catalog/Pages 2 0 R/AcroForm 8 0 R>>', 8: '<</Fields[]/DA(/F 0 Tf)>>' },
    ],
  ])('with a form %s: it stays as it was beside', async (_, objects) => {
    const pdf = buildPdf(objects)
    const before = readForm(open(pdf))
    const after = readForm(open(await signed(pdf)))
    expect(after?.fields.map(({ name }) => name)).toEqual([
      ...(before?.fields.map(({ name }) => name) ?? []),
      'Signature1',
    ])
    expect(isEqual(after?.dict.get('DA') ?? null, before?.dict.get('DA') ?? null)).toBe(true)
    expect(after?.dict.get('SigFlags')).toBe(3)
  })
})

describe('signing an empty field', () => {
  const look = {
    rect: [10, 10, 100, 60],
    build: (allocate: () => number) => {
      const number = allocate()
      const value = PdfStream.of(PdfDict.of({ BBox: [0, 0, 90, 50] }), bytesOf('0 0 1 rg 0 0 90 50 re f'))
      return { normal: new PdfRef(number), objects: [{ number, value }] }
    },
  } as const

  test('that is its own look: no other object is made for it', async () => {
    const pdf = buildPdf({ ...one, 1: form('[8 0 R]'), 3: pageWith('[8 0 R]'), 8: field })
    const file = open(await signed(pdf, { field: 'Ky', look }))
    const fields = readForm(file)?.fields ?? []
    expect(fields.map(({ name, ref }) => [name, ref.number])).toEqual([['Ky', 8]])
    expect(fields[0]?.dict.get('AP')).toBeInstanceOf(PdfDict)
  })

  test('whose look is its kid: the value goes into the field, the look into the kid', async () => {
    const kid = '<</Type/Annot/Subtype/Widget/Rect[10 10 100 60]/P 3 0 R/Parent 8 0 R>>'
    const parent = '<</FT/Sig/T(Ky)/Kids[9 0 R]>>'
    const pdf = buildPdf({ ...one, 1: form('[8 0 R]'), 3: pageWith('[9 0 R]'), 8: parent, 9: kid })
    // Poppler and MuPDF look for a value in the widget alone, where the standard has none.
    const file = open(await signed(pdf, { field: 'Ky', look }, 0))
    const [signedField] = readForm(file)?.fields ?? []
    expect(signedField?.value).toBeInstanceOf(PdfRef)
    expect(signedField?.dict.get('AP')).toBeNull()
    expect((file.get(new PdfRef(9)) as PdfDict).get('AP')).toBeInstanceOf(PdfDict)
  })

  test('locks what the field says', async () => {
    const locking = field.replace('>>', '/Lock<</Type/SigFieldLock/Action/Include/Fields[(Ten)]/P 2>>>>')
    const objects = { ...one, 1: form('[8 0 R 9 0 R]'), 8: locking, 9: '<</FT/Sig/T(Ten)>>' }
    const once = await signed(buildPdf({ ...objects, 3: pageWith('[8 0 R]') }), { field: 'Ky' })
    await expect(sign(once, { signer, at: testNow, field: 'Ten' })).rejects.toMatchObject({
      code: 'field_locked',
      details: { lockedBy: 'Ky' },
    })
    await signed(once, { field: 'Khac' }, 2)
  })
})

test('a certification stands in the catalogue, beside usage rights', async () => {
  const perms = '/Perms<</UR3 8 0 R>>'
  const pdf = buildPdf({ ...one, 1: form('[]', perms), 8: '<</Type/Sig/Filter/Adobe.PPKLite>>' })
  const file = open((await sign(pdf, { signer, at: testNow, certify: 2 })).bytes())
  const permissions = file.resolve(file.catalog().get('Perms')) as PdfDict
  expect([...permissions.entries.keys()]).toEqual(['UR3', 'DocMDP'])
})
