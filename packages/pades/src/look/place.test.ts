import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { openPdf, type PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfRef, PdfStream } from '../pdf/objects.ts'
import { type PdfPage, pageAt } from '../pdf/pages.ts'
import { writeUpdate } from '../pdf/write-update.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, type ObjectTexts, pagesOf, streamText } from '../testing/build-pdf.ts'
import { sealPng, signaturePng } from '../testing/draw-png.ts'
import { pageSpace } from './page-space.ts'
import { personMark } from './person-mark.ts'
import { marksUnder, pictureOfWidget, placeInField, placeMark } from './place.ts'
import { sealMark, sealPlace } from './seal-mark.ts'
import { stampPage } from './stamp.ts'

const person = personMark({ picture: { png: signaturePng(300, 130), widthMm: 40 } }).mark
const seal = sealMark(sealPng(300), 38).mark
const mm = 72 / 25.4

function open(
  attributes: string,
  more: ObjectTexts = {},
): { file: PdfFile; page: PdfPage; bytes: Uint8Array } {
  const objects = { ...pagesOf(1), 3: `<</Type/Page/Parent 2 0 R${attributes}>>`, ...more }
  const bytes = buildPdf(objects)
  const file = openPdf(bytesSource(bytes))
  const page = pageAt(file, 0)
  if (page === null) throw new RangeError('no page')
  return { file, page, bytes }
}

const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 100) / 100)

describe('a place', () => {
  test.each([
    ['upright', '', [28.35, 842 - 56.69 - person.height, 28.35 + person.width, 842 - 56.69]],
    ['cropped', '/CropBox[100 100 500 700]', [128.35, 643.31 - person.height, 128.35 + person.width, 643.31]],
    ['turned to the right', '/Rotate 90', [56.69, 28.35, 56.69 + person.height, 28.35 + person.width]],
    ['on its head', '/Rotate 180', [595 - 28.35 - person.width, 56.69, 566.65, 56.69 + person.height]],
    ['turned to the left', '/Rotate -90', [538.31 - person.height, 813.65 - person.width, 538.31, 813.65]],
    [
      'in units of a twelfth',
      '/UserUnit 6',
      [4.72, 842 - 9.45 - person.height / 6, 4.72 + person.width / 6, 832.55],
    ],
  ])('counts from the corner of the page as it is seen: %s', (_, attributes, rect) => {
    const { file, page } = open(attributes)
    const look = placeMark(file, page, person, { kind: 'from_left', leftMm: 10, topMm: 20 })
    for (const [index, value] of look.rect.entries()) expect(value).toBeCloseTo(rect[index] ?? 0, 1)
  })

  test('is the same there and back, whatever the page', () => {
    const box = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }))
    fc.assert(
      fc.property(
        box,
        fc.constantFrom(0, 90, 180, 270, 450),
        fc.integer({ min: 1, max: 9 }),
        ([x, y], turn, unit) => {
          const { file, page } = open(
            `/MediaBox[${x} ${y} ${x + 400} ${y + 700}]/Rotate ${turn}/UserUnit ${unit}`,
          )
          const { toSeen, toUser, width, height } = pageSpace(file, page)
          const rect = [x + 10, y + 20, x + 60, y + 90] as const
          expect(rounded(toUser(toSeen(rect)))).toEqual([...rect])
          expect(rounded(toSeen([x, y, x + 400, y + 700]))).toEqual(rounded([0, 0, width, height]))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('that reaches out of the page is moved into it', () => {
    const { file, page } = open('')
    const { rect } = placeMark(file, page, person, { kind: 'from_right', rightMm: -50, topMm: 400 })
    expect(rounded(rect)).toEqual(rounded([595 - person.width, 0, 595, person.height]))
  })

  test('in an empty field keeps the size of the mark, or makes it fit', () => {
    for (const size of [50, 300]) {
      const field = `<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/P 3 0 R/Rect[100 100 ${100 + size} ${100 + size}]>>`
      const { file, page } = open('/Annots[8 0 R]', {
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R]>>>>',
        8: field,
      })
      const [signature] = readForm(file)?.fields ?? []
      const look = signature && placeInField(file, page, person, signature)
      expect(look?.rect).toEqual([100, 100, 100 + size, 100 + size])
      const built = look?.build(() => 50).objects.at(-1)?.value
      expect(built instanceof PdfStream && built.dict.get('BBox')).toEqual([0, 0, size, size])
      const scale = Math.min(1, size / person.width)
        .toFixed(3)
        .replace(/\.?0+$/, '')
      expect(built instanceof PdfStream && String(Buffer.from(built.raw()))).toContain(
        `q\n${scale} 0 0 ${scale} `,
      )
    }
  })
})

describe('a seal', () => {
  test.each(['', '/Rotate 90', '/Rotate 180/CropBox[20 30 580 800]', '/UserUnit 2'])(
    'covers a third of the signature on its left, their middles on one height: %s',
    (attributes) => {
      const { file, page, bytes } = open(attributes)
      const look = placeMark(file, page, person, { kind: 'from_left', leftMm: 90, topMm: 60 })
      const { appended } = writeUpdate(file, stampPage(file, page, look))
      const stamped = openPdf(bytesSource(Buffer.concat([bytes, appended])))
      const signedPage = pageAt(stamped, 0)
      const annotations = signedPage && stamped.resolve(signedPage.dict.get('Annots'))
      const [widget] = Array.isArray(annotations) ? annotations : []
      const dict = widget instanceof PdfRef ? stamped.get(widget) : null
      const picture = dict instanceof PdfDict ? pictureOfWidget(stamped, dict) : null
      expect(rounded(picture ?? [])).toEqual(rounded(look.rect))
      if (picture === null || signedPage === null) return
      const { toSeen } = pageSpace(stamped, signedPage)
      const sealed = toSeen(
        placeMark(stamped, signedPage, seal, sealPlace(stamped, signedPage, picture, seal)).rect,
      )
      const seen = toSeen(picture)
      const covered = (sealed[2] - seen[0]) / (seen[2] - seen[0])
      expect(covered).toBeGreaterThan(0.3)
      expect(covered).toBeLessThan(0.37)
      expect((sealed[1] + sealed[3]) / 2).toBeCloseTo((seen[1] + seen[3]) / 2, 1)
      expect(sealed[2] - sealed[0]).toBeCloseTo(38 * mm, 1)
    },
  )
})

test('tells which words and pictures a box would cover', () => {
  const { file, page } = open('/Contents 9 0 R/Resources<</XObject<</I 10 0 R>>>>', {
    9: streamText(
      '',
      'q 595 0 0 842 0 0 cm /I Do Q BT /F 10 Tf 3 Tr 100 700 Td (scanned) Tj ET q 50 0 0 50 200 200 cm /I Do Q',
    ),
    10: streamText(
      '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
      'x',
    ),
  })
  expect(marksUnder(file, page, [110, 690, 200, 720])).toMatchObject([{ kind: 'text', text: 'scanned' }])
  expect(marksUnder(file, page, [210, 210, 220, 220])).toMatchObject([{ kind: 'image' }])
  expect(marksUnder(file, page, [400, 400, 500, 500])).toEqual([])
})

const claim = (part: number) =>
  streamText(
    '/Type/Metadata/Subtype/XML',
    `<a xmlns:p="http://www.aiim.org/pdfa/ns/id/" p:part="${part}" p:conformance="B"/>`,
  )
const intent = '/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 11 0 R>>]'

test.each([
  ['any file', '', 1, 'soft'],
  ['PDF/A-2 that says how it blends', `/Metadata 10 0 R${intent}`, 2, 'soft'],
  ['PDF/A-2 that does not', '/Metadata 10 0 R', 2, 'hard'],
  ['PDF/A-1', `/Metadata 10 0 R${intent}`, 1, 'hard'],
])('a picture in %s is as transparent as may be', (_, catalog, part, transparency) => {
  const { file, page } = open('', {
    1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    10: claim(part),
    11: streamText('/N 3', ''),
  })
  const { objects } = placeMark(file, page, person, { kind: 'from_left', leftMm: 9, topMm: 9 }).build(
    () => 50,
  )
  const [mask, image, form] = objects.map(({ value }) => (value instanceof PdfStream ? value.dict : null))
  expect(image?.get(transparency === 'soft' ? 'SMask' : 'Mask')).toBeInstanceOf(PdfRef)
  expect(mask?.get('BitsPerComponent')).toBe(transparency === 'soft' ? 8 : 1)
  const resources = form?.get('Resources')
  const states = resources instanceof PdfDict ? resources.get('ExtGState') : null
  const over = states instanceof PdfDict ? states.get('Over') : null
  expect(over instanceof PdfDict && over.get('BM')).toMatchObject({
    value: transparency === 'soft' ? 'Multiply' : 'Normal',
  })
})
