import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPdf } from '../pdf/document.ts'
import { PdfRef, PdfString } from '../pdf/objects.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, bytesOf, type ObjectTexts } from '../testing/build-pdf.ts'
import { formatPdfDate, parsePdfDate } from './date.ts'
import { readForm } from './fields.ts'
import { orphanSignatureFields } from './orphans.ts'
import { certificationOf, lockOfField, locks } from './permissions.ts'
import { signatureIn } from './signature-dictionary.ts'
import { decodeText, encodeText } from './text-string.ts'

const base: ObjectTexts = {
  1: '<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R/Perms<</DocMDP 8 0 R>>>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  4: '<</Fields[5 0 R 7 0 R]/SigFlags 3>>',
  5: '<</T(Don)/FT/Tx/Kids[6 0 R 9 0 R]>>',
  6: '<</T(Ho ten)/Parent 5 0 R/V(An)/Kids[10 0 R 11 0 R]>>',
  7: '<</T(ChuKy)/FT/Sig/V 8 0 R/Subtype/Widget/Lock<</Type/SigFieldLock/Action/Include/Fields[(Don)]>>>>',
  8:
    '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents<3000>/ByteRange[0 10 20 30]' +
    "/M(D:20260315090507+07'00')/Reason<FEFF00C100DD>/Reference[<</TransformMethod/DocMDP/TransformParams<</P 3>>>>" +
    '<</TransformMethod/FieldMDP/TransformParams<</Action/Exclude/Fields[(Don)]>>>>]>>',
  9: '<</T(Ngay)/FT/Ch/Parent 5 0 R>>',
  10: '<</Subtype/Widget/Parent 6 0 R>>',
  11: '<</Subtype/Widget/Parent 6 0 R>>',
}
const open = (objects: ObjectTexts) => openPdf(bytesSource(buildPdf(objects)))

describe('the form', () => {
  test('names each field from the top and tells its looks from its kids', () => {
    const fields = readForm(open(base))?.fields ?? []
    expect(
      fields.map(({ name, kind, widgets }) => [name, kind, widgets.map(({ number }) => number)]),
    ).toEqual([
      ['Don.Ho ten', 'Tx', [10, 11]],
      ['Don.Ngay', 'Ch', [9]],
      ['ChuKy', 'Sig', [7]],
    ])
  })

  test('reads what a signature says of itself', () => {
    const file = open(base)
    const field = readForm(file)?.fields.find(({ kind }) => kind === 'Sig')
    const signature = field === undefined ? null : signatureIn(file, field)
    expect(signature).toMatchObject({
      subFilter: 'ETSI.CAdES.detached',
      byteRange: [0, 10, 20, 30],
      reason: 'ÁÝ',
      certification: 3,
      lock: { action: 'Exclude', fields: ['Don'] },
      claimed: { at: new Date('2026-03-15T02:05:07Z') },
    })
    expect(signature?.contents?.bytes).toEqual(Uint8Array.of(0x30, 0))
    expect(certificationOf(file)?.ref?.number).toBe(8)
    expect(field && lockOfField(file, field.dict)).toMatchObject({ action: 'Include', fields: ['Don'] })
  })

  test.each([
    [
      'a range behind a reference',
      { 8: '<</Type/Sig/Contents 12 0 R/ByteRange 13 0 R>>', 12: '<30>', 13: '[0 1 2 3]' },
    ],
    ['a range with other things in it', { 8: '<</Type/Sig/ByteRange[0 10 20.5 (a)]>>' }],
  ])('does not take %s', (_, change) => {
    const file = open({ ...base, ...change })
    const field = readForm(file)?.fields.at(-1)
    expect(field && signatureIn(file, field)).toMatchObject({ byteRange: null, contents: null })
  })

  test.each([
    ['a loop', { 9: '<</T(Ngay)/Kids[5 0 R]/Parent 5 0 R>>' }],
    ['a field that stands there twice', { 4: '<</Fields[7 0 R 7 0 R]>>' }],
    ['a field that is not an object of its own', { 4: '<</Fields[<</T(a)>>]>>' }],
  ])('refuses %s', (_, change) => {
    const file = open({ ...base, ...change })
    expect(() => readForm(file)).toThrow(expect.objectContaining({ code: 'pdf_malformed' }))
  })
})

describe('signature fields that no form lists', () => {
  const widget = (more: string) => `<</Type/Annot/Subtype/Widget${more}>>`
  const pages = { 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots 20 0 R>>' }
  const orphansOf = (objects: ObjectTexts) => {
    const file = open({ ...base, ...pages, ...objects })
    return orphanSignatureFields(file, readForm(file)).map(({ name, ref, value }) => [
      name,
      ref.number,
      value instanceof PdfRef,
    ])
  }

  test('are found on pages, each once, with what they have from their parents', () => {
    expect(
      orphansOf({
        20: '[7 0 R 21 0 R 21 0 R 22 0 R 24 0 R 10 0 R]',
        21: widget('/FT/Sig/T(La)/V 8 0 R'),
        22: widget('/Parent 23 0 R'),
        23: '<</FT/Sig/T(Tren)/Kids[22 0 R]/V 8 0 R>>',
        24: widget('/FT/Tx/T(Chu)'),
      }),
    ).toEqual([
      ['La', 21, true],
      ['Tren', 22, true],
    ])
  })

  test('may have parents in a loop', () => {
    expect(orphansOf({ 20: '[21 0 R]', 21: widget('/Parent 22 0 R'), 22: '<</Parent 21 0 R>>' })).toEqual([])
  })
})

test('a lock holds the fields that it names and those below them', () => {
  const include = { action: 'Include', fields: ['Don'], permission: null } as const
  expect(locks(include, 'Don.Ho ten')).toBe(true)
  expect(locks(include, 'Don2')).toBe(false)
  expect(locks({ ...include, action: 'Exclude' }, 'Don')).toBe(false)
  expect(locks({ ...include, action: 'All' }, 'ChuKy')).toBe(true)
})

describe('a date', () => {
  test.each([
    ["D:20260315090507+07'00'", '2026-03-15T02:05:07.000Z'],
    ["D:20260315090507+07'00", '2026-03-15T02:05:07.000Z'],
    ['D:20260315020507Z', '2026-03-15T02:05:07.000Z'],
    ["D:20260315020507Z00'00'", '2026-03-15T02:05:07.000Z'],
    // LibreOffice.
    ["D:20260315020507Z'", '2026-03-15T02:05:07.000Z'],
    ['D:2026', '2026-01-01T00:00:00.000Z'],
    ["D:20260314210507-05'00'", '2026-03-15T02:05:07.000Z'],
  ])('%s is %s', (text, at) => expect(parsePdfDate(text)?.toISOString()).toBe(at))

  test.each(['D:20260231', '20260315', 'D:20261301', "D:20260315090507+25'00'", 'D:202603150905070'])(
    '%s is none',
    (text) => expect(parsePdfDate(text)).toBeNull(),
  )

  test('comes back from what we write, to the second', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(seconds, (second) => {
        const at = new Date(second * 1000)
        expect(parsePdfDate(formatPdfDate(at))).toEqual(at)
      }),
    )
  })
})

describe('a text string', () => {
  test('comes back from what we write, composed', () => {
    const words = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u001b'))
    fc.assert(
      fc.property(words, (text) => {
        expect(decodeText(encodeText(text))).toBe(text.normalize('NFC'))
      }),
    )
  })

  test('is read in each of its three ways', () => {
    expect(decodeText(new PdfString(bytesOf('\xef\xbb\xbf\xe1\xbb\x87')))).toBe('ệ')
    expect(decodeText(new PdfString(bytesOf('\xfe\xff\x00\x1b\x00v\x00i\x00\x1b\x1e\xc7')))).toBe('ệ')
    expect(decodeText(new PdfString(bytesOf('\x80\xa0\xe9')))).toBe('•€é')
  })
})
