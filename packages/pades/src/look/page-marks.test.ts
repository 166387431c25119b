import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openPdf } from '../pdf/document.ts'
import { PdfRef, PdfStream } from '../pdf/objects.ts'
import { pageAt } from '../pdf/pages.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { marksOfAppearance, marksOfPage } from './page-marks.ts'

const widths = `/FirstChar 32/LastChar 126/Widths[${Array.from({ length: 95 }, () => 500).join(' ')}]`
const resources = `<</Font<</F1 20 0 R/F2 22 0 R>>/XObject<</Fm 24 0 R/Im 25 0 R>>>>`
const more = {
  20: `<</Type/Font/Subtype/TrueType/BaseFont/A${widths}/FontDescriptor 21 0 R>>`,
  21: '<</Type/FontDescriptor/FontName/A/Ascent 800/Descent -200>>',
  22: '<</Type/Font/Subtype/Type0/BaseFont/B/Encoding/Identity-H/DescendantFonts[23 0 R]/ToUnicode 26 0 R>>',
  23: '<</Type/Font/Subtype/CIDFontType2/BaseFont/B/DW 1000/W[1[250 500] 7 9 750]/FontDescriptor 21 0 R>>',
  24: streamText(
    '/Type/XObject/Subtype/Form/BBox[0 0 50 50]/Matrix[2 0 0 2 100 100]',
    '0 0 10 10 re f 40 40 40 40 re f',
  ),
  25: streamText(
    '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
    'x',
  ),
  26: streamText('', '1 beginbfchar <0001> <1EA0> endbfchar 1 beginbfrange <0007> <0009> <0041> endbfrange'),
  27: streamText('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', '/Me Do'),
}

function open(content: string | Uint8Array, dict = '') {
  const pages = { ...pagesOf(1) }
  pages[3] = `<</Type/Page/Parent 2 0 R/Resources ${resources}/Contents[30 0 R]>>`
  return openPdf(bytesSource(buildPdf({ ...pages, ...more, 30: streamText(dict, content) })))
}

function marks(content: string) {
  const file = open(content)
  const page = pageAt(file, 0)
  return page === null ? [] : marksOfPage(file, page)
}

const rounded = (box: readonly number[]) => box.map((value) => Math.round(value * 100) / 100)

test.each([
  ['a line of words', 'BT /F1 10 Tf 100 700 Td (Ha noi) Tj ET', 'Ha noi', [100, 698, 130, 708]],
  [
    'words moved apart',
    'BT /F1 10 Tf 1 0 0 1 100 700 Tm [(Ha)-1000(noi)] TJ ET',
    'Ha noi',
    [100, 698, 135, 708],
  ],
  ['turned words', 'q 0 1 -1 0 300 100 cm BT /F1 10 Tf (Ha) Tj ET Q', 'Ha', [292, 100, 302, 110]],
  ['two-byte codes', 'BT /F2 10 Tf <000100070009> Tj ET', 'ẠAC', [0, 0, 17.5, 8]],
  ['a next line', 'BT /F1 10 Tf 12 TL 5 50 Td (a) Tj', 'a', [5, 48, 10, 58]],
  ['spacing and scale', 'BT /F1 10 Tf 50 Tz 1 Tc 2 Tw (a b) Tj ET', 'a b', [0, 0, 10, 8]],
  ['numbers as bad producers write them', 'BT /F1 10. Tf 0-- -.0 Td (a) Tj ET', 'a', [0, 0, 5, 8]],
])('tells where %s stand', (_, content, text, box) => {
  const [mark] = marks(content)
  expect(mark).toMatchObject({ kind: 'text', text, isShown: true })
  expect(rounded(mark?.box ?? [])).toEqual(box)
})

test('goes on at a next line by its leading', () => {
  const [, second, third] = marks(`BT /F1 10 Tf 12 TL 5 50 Td (a) Tj T* (b) Tj (c) ' ET`)
  expect([rounded(second?.box ?? []), rounded(third?.box ?? [])]).toEqual([
    [5, 36, 10, 46],
    [5, 24, 10, 34],
  ])
})

test('tells of images, paths and forms, cut by what clips them', () => {
  const found = marks(
    'q 50 0 0 20 10 10 cm /Im Do Q q 0 0 30 30 re W n 20 20 100 100 re f Q /Fm Do 1 1 m 5 9 l S',
  )
  expect(found.map(({ kind, box }) => [kind, rounded(box)])).toEqual([
    ['image', [10, 10, 60, 30]],
    ['path', [20, 20, 30, 30]],
    ['path', [100, 100, 120, 120]],
    // The second square of the form reaches beyond its box.
    ['path', [180, 180, 200, 200]],
    ['path', [1, 1, 5, 9]],
  ])
})

test('does not hold hidden words for shown ones, nor a clipped one for any', () => {
  const found = marks('BT /F1 9 Tf 3 Tr (ocr) Tj ET q 500 500 9 9 re W n BT (cut) Tj ET Q')
  expect(found).toMatchObject([{ text: 'ocr', isShown: false }])
})

test('finds the end of an image within the content', () => {
  const found = marks(
    'q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80EI\xff EI Q BT /F1 9 Tf (after) Tj ET',
  )
  expect(found).toMatchObject([{ kind: 'image' }, { kind: 'text', text: 'after' }])
})

test('refuses contents that cannot be read, and forms within themselves', () => {
  expect(() => marks('BT (open')).toThrow(expect.objectContaining({ code: 'pdf_malformed' }))
  expect(() => marks('>> BT')).toThrow(expect.objectContaining({ code: 'pdf_malformed' }))
  const objects = { ...pagesOf(1), ...more }
  objects[27] = streamText('/Type/XObject/Subtype/Form/Resources<</XObject<</Me 27 0 R>>>>', '/Me Do')
  const file = openPdf(bytesSource(buildPdf(objects)))
  const form = file.get(new PdfRef(27))
  expect(() => form instanceof PdfStream && marksOfAppearance(file, form)).toThrow(
    expect.objectContaining({ code: 'pdf_limit' }),
  )
})

test('is bounded in what it takes from a page', () => {
  const packed = deflateSync(Buffer.from('0 0 1 1 re f '.repeat(300_000)))
  const file = open(packed, '/Filter/FlateDecode')
  const page = pageAt(file, 0)
  expect(() => page && marksOfPage(file, page)).toThrow(expect.objectContaining({ code: 'pdf_limit' }))
})

test('is bounded in how often it runs a large form', () => {
  const objects = { ...pagesOf(1) }
  objects[3] = '<</Type/Page/Parent 2 0 R/Contents 8 0 R/Resources<</XObject<</X 9 0 R>>>>>>'
  objects[8] = streamText('', '/X Do '.repeat(2000))
  objects[9] = streamText('/Subtype/Form/Filter/FlateDecode', deflateSync(Buffer.alloc(4 << 20, ' ')))
  const file = openPdf(bytesSource(buildPdf(objects)))
  const page = pageAt(file, 0)
  expect(() => page && marksOfPage(file, page)).toThrow(expect.objectContaining({ code: 'pdf_limit' }))
})
