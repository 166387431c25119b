import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { drawPng, pngOf, sealPng, signaturePng } from '../testing/draw-png.ts'
import { checkPicture } from './picture-checks.ts'
import { readPng } from './png.ts'

const rows = (...bytes: number[]) => ['IDAT', deflateSync(Uint8Array.from(bytes))] as const
const palette = ['PLTE', Uint8Array.of(1, 2, 3, 40, 50, 60)] as const

describe('a PNG', () => {
  test.each([
    [
      'grey of one bit',
      pngOf(3, 1, 1, 0, [rows(0, 0b10100000)]),
      [255, 255, 255, 0, 0, 0, 255, 255, 255],
      null,
    ],
    ['grey of four bits', pngOf(2, 1, 4, 0, [rows(0, 0x0f)]), [0, 0, 0, 255, 255, 255], null],
    [
      'grey with one clear value',
      pngOf(2, 1, 8, 0, [['tRNS', Uint8Array.of(0, 9)], rows(0, 9, 7)]),
      [255, 255, 255, 7, 7, 7],
      [0, 255],
    ],
    ['RGB', pngOf(1, 1, 8, 2, [rows(0, 9, 8, 7)]), [9, 8, 7], null],
    ['RGB of sixteen bits', pngOf(1, 1, 16, 2, [rows(0, 9, 1, 8, 1, 7, 1)]), [9, 8, 7], null],
    [
      'a palette',
      pngOf(2, 1, 1, 3, [palette, ['tRNS', Uint8Array.of(255, 77)], rows(0, 0b01000000)]),
      [1, 2, 3, 40, 50, 60],
      [255, 77],
    ],
    ['grey with alpha', pngOf(1, 1, 8, 4, [rows(0, 5, 6)]), [5, 5, 5], [6]],
    [
      'RGBA, predicted from above',
      pngOf(1, 2, 8, 6, [rows(0, 1, 2, 3, 4, 2, 1, 1, 1, 1)]),
      [1, 2, 3, 2, 3, 4],
      [4, 5],
    ],
    ['alpha that is opaque everywhere', pngOf(1, 1, 8, 6, [rows(0, 1, 2, 3, 255)]), [1, 2, 3], null],
    ['what is hidden, made white', pngOf(1, 1, 8, 6, [rows(0, 1, 2, 3, 0)]), [255, 255, 255], [0]],
  ])('of %s is read', (_, bytes, rgb, alpha) => {
    const picture = readPng(bytes)
    expect([...picture.rgb]).toEqual(rgb)
    expect(picture.alpha === null ? null : [...picture.alpha]).toEqual(alpha)
  })

  const good = pngOf(1, 1, 8, 2, [rows(0, 9, 8, 7)])
  const flipped = Uint8Array.from(good)
  flipped[44] = (flipped[44] ?? 0) ^ 1
  test.each([
    ['another kind of file', Buffer.from('GIF89a'), 'not_a_png'],
    ['a file that is cut off', good.subarray(0, good.length - 6), 'cut_off'],
    ['a changed byte', flipped, 'checksum'],
    ['interlacing', pngOf(1, 1, 8, 2, [rows(0, 9, 8, 7)], 1), 'interlaced'],
    ['no size', pngOf(0, 1, 8, 2, [rows(0)]), 'size'],
    ['more pixels than any page has', pngOf(50_000, 50_000, 1, 0, [rows(0)]), 'too_large'],
    ['too few data', pngOf(2, 2, 8, 2, [rows(0, 9, 8, 7)]), 'data'],
    [
      'more data than its size says',
      pngOf(1, 1, 8, 2, [['IDAT', deflateSync(Buffer.alloc(1 << 20))]]),
      'data',
    ],
    ['a depth that its kind does not have', pngOf(1, 1, 4, 2, [rows(0, 9, 8, 7)]), 'colour_type'],
    ['a colour that is not in the palette', pngOf(1, 1, 8, 3, [palette, rows(0, 2)]), 'palette'],
    ['no palette', pngOf(1, 1, 8, 3, [rows(0, 0)]), 'palette'],
    ['a row of no known kind', pngOf(1, 1, 8, 2, [rows(9, 9, 8, 7)]), 'rows'],
    [
      'a part that must be known and is not',
      pngOf(1, 1, 8, 2, [['ABCD', new Uint8Array(0)], rows(0, 9, 8, 7)]),
      'unknown_chunk',
    ],
  ])('with %s is refused', (_, bytes, what) => {
    expect(() => readPng(bytes)).toThrow(
      expect.objectContaining({ code: 'image_malformed', details: { what } }),
    )
  })
})

describe('a picture', () => {
  const codes = (png: Uint8Array, colour: 'blue' | 'red', widthMm: number) =>
    checkPicture(readPng(png), colour, widthMm).map(({ code }) => code)

  test('as the decree wants it has no notes', () => {
    expect(codes(signaturePng(), 'blue', 45)).toEqual([])
    expect(codes(sealPng(), 'red', 38)).toEqual([])
  })

  test.each([
    ['of too few pixels', signaturePng(300, 100), 'blue', ['too_few_pixels']],
    ['of another colour', sealPng(), 'blue', ['wrong_colour']],
    ['in black', drawPng(600, 9, (x) => [10, 10, 10, x % 2 === 0 ? 255 : 0]), 'blue', ['wrong_colour']],
    [
      'on white paper',
      drawPng(600, 9, (x) => (x % 3 === 0 ? [20, 60, 180] : [255, 255, 255])),
      'blue',
      ['no_transparency', 'white_box'],
    ],
  ] as const)('%s is told of', (_, png, colour, expected) => {
    expect(codes(png, colour, 40)).toEqual(expected)
  })
})
