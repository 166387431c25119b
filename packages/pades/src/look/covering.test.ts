import { describe, expect, test } from 'vitest'
import { openPdf } from '../pdf/document.ts'
import { PdfDict, PdfStream } from '../pdf/objects.ts'
import { pageAt } from '../pdf/pages.ts'
import { writeUpdate } from '../pdf/write-update.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { drawPng, sealPng } from '../testing/draw-png.ts'
import type { Rect } from './appearance.ts'
import { hidesWords } from './covering.ts'
import type { PageMark } from './interpreter.ts'
import { marksOfAppearance, marksOfPage } from './page-marks.ts'
import { placeMark } from './place.ts'
import { sealMark } from './seal-mark.ts'
import { stampPage } from './stamp.ts'

/** Whether the picture as our mark, 36 mm wide, hides words that are somewhere over it, in parts of its side. */
function hides(png: Uint8Array, [left, bottom, right, top]: Rect, rotate = 0): boolean {
  const source = buildPdf({ ...pagesOf(1), 3: `<</Type/Page/Parent 2 0 R/Rotate ${rotate}>>` })
  const file = openPdf(bytesSource(source))
  const page = pageAt(file, 0)
  if (page === null) throw new RangeError('no page')
  const look = placeMark(file, page, sealMark(png, 36).mark, { kind: 'from_left', leftMm: 50, topMm: 50 })
  const { appended } = writeUpdate(file, stampPage(file, page, look))
  const stamped = openPdf(bytesSource(Buffer.concat([source, appended])))
  const list = stamped.resolve(pageAt(stamped, 0)?.dict.get('Annots') ?? null)
  const annotation = stamped.resolve(Array.isArray(list) ? (list[0] ?? null) : null)
  const looks = annotation instanceof PdfDict ? stamped.resolve(annotation.get('AP')) : null
  const form = looks instanceof PdfDict ? stamped.resolve(looks.get('N')) : null
  if (!(form instanceof PdfStream)) throw new RangeError('no appearance')
  const [mark] = marksOfAppearance(stamped, form)
  if (mark === undefined) throw new RangeError('no mark')
  const [x, y, right2, top2] = mark.box
  const [width, height] = [right2 - x, top2 - y]
  return hidesWords(stamped, mark, [
    x + left * width,
    y + bottom * height,
    x + right * width,
    y + top * height,
  ])
}

const line: Rect = [-1, 0.4, 2, 0.5]
const block = (x: number, y: number) => x > 100 && x < 200 && y > 120 && y < 180

describe('a picture over words', () => {
  test.each([0, 90, 180, 270])('that is a red seal hides none, on a page turned by %d', (rotate) => {
    for (const words of [line, [-1, 0.9, 2, 1], [0.1, 0.2, 0.4, 0.26]] as const)
      expect(hides(sealPng(300), words, rotate)).toBe(false)
  })

  test('that is black where words are hides them, and not where they are not', () => {
    const png = drawPng(300, 300, (x, y) => [0, 0, 0, block(x, y) ? 255 : 0])
    expect(hides(png, line)).toBe(true)
    expect(hides(png, [-1, 0.1, 2, 0.2])).toBe(false)
    // A word that ends before the block begins.
    expect(hides(png, [0, 0.4, 0.3, 0.5])).toBe(false)
  })

  test.each([
    [0, [0.1, 0.8, 0.2, 0.9]],
    [90, [0.1, 0.1, 0.2, 0.2]],
    [180, [0.8, 0.1, 0.9, 0.2]],
    [270, [0.8, 0.8, 0.9, 0.9]],
  ] as const)('is looked at as it is turned: %d', (rotate, words) => {
    // Black in its upper left corner alone.
    const png = drawPng(300, 300, (x, y) => [0, 0, 0, x < 100 && y < 100 ? 255 : 0])
    const corners = [
      [0.1, 0.8, 0.2, 0.9],
      [0.1, 0.1, 0.2, 0.2],
      [0.8, 0.1, 0.9, 0.2],
      [0.8, 0.8, 0.9, 0.9],
    ] as const
    for (const corner of corners)
      expect([corner, hides(png, corner, rotate)]).toEqual([corner, String(corner) === String(words)])
  })

  test('without any gap hides them', () => {
    expect(
      hides(
        drawPng(30, 30, () => [200, 10, 10]),
        line,
      ),
    ).toBe(true)
  })
})

describe('a picture of another producer', () => {
  /** A page with one image, of the colours and the mask that are given, over all of 100 by 100 points. */
  function image(
    dict: string,
    mask: Uint8Array,
    state = '',
  ): { readonly mark: PageMark; readonly hidden: boolean } {
    const file = openPdf(
      bytesSource(
        buildPdf({
          ...pagesOf(1),
          3: `<</Type/Page/Parent 2 0 R/Contents 9 0 R/Resources<</XObject<</I 10 0 R>>/ExtGState<</G<<${state}>>>>>>>>`,
          9: streamText('', '/G gs 100 0 0 100 0 0 cm /I Do'),
          10: streamText(
            `/Subtype/Image/Width 4/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB${dict}`,
            'xxxxxxxxxxxx',
          ),
          11: streamText('/Subtype/Image/Width 4/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray', mask),
        }),
      ),
    )
    const page = pageAt(file, 0)
    const [mark] = page === null ? [] : marksOfPage(file, page)
    if (mark === undefined) throw new RangeError('no mark')
    return { mark, hidden: hidesWords(file, mark, [0, 40, 100, 60]) }
  }

  test('hides where its mask is opaque for as long as a letter', () => {
    expect(image('/SMask 11 0 R', Uint8Array.of(0, 255, 0, 0)).hidden).toBe(true)
    expect(image('/SMask 11 0 R', Uint8Array.of(0, 90, 0, 0)).hidden).toBe(false)
  })

  test('is not believed to be ink, for its colours may be made black', () => {
    const { mark, hidden } = image('/SMask 11 0 R', Uint8Array.of(0, 255, 0, 0), '/BM/Multiply')
    expect(mark.picture).toMatchObject({ multiplies: true })
    expect(hidden).toBe(true)
  })

  test.each(['', '/SMask 11 0 R/Decode[1 0 1 0 1 0]'])('hides where it cannot be told: %s', (dict) => {
    expect(image(dict, Uint8Array.of(0, 0)).hidden).toBe(true)
  })
})
