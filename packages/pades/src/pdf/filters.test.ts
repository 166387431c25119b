import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import { bytesOf } from '../testing/build-pdf.ts'
import { decodeStream } from './filters.ts'
import { defaultLimits } from './limits.ts'
import { PdfDict, PdfName, type PdfObject, PdfStream } from './objects.ts'

function decode(data: Uint8Array, filter: PdfObject, parameters: PdfObject = null, most = 1 << 20) {
  const stream = PdfStream.of(PdfDict.of({ Filter: filter, DecodeParms: parameters }), data)
  return decodeStream(stream, (value) => value, defaultLimits, most)
}

/** Codes of 9 to 12 bits as LZW packs them; each is a literal, so that it can be written without a dictionary. */
function lzwOfLiterals(bytes: Uint8Array, early: boolean): Uint8Array {
  let bits = (256).toString(2).padStart(9, '0')
  let next = 257
  let width = 9
  for (const byte of bytes) {
    bits += byte.toString(2).padStart(width, '0')
    next++
    const full = early ? next + 1 : next
    width = full >= 2048 ? 12 : full >= 1024 ? 11 : full >= 512 ? 10 : 9
  }
  bits += (257).toString(2).padStart(width, '0')
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (part) => Number.parseInt(part.padEnd(8, '0'), 2))
}

test('undoes LZW: the example of ISO 32000-2, 7.4.4.2', () => {
  const data = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01)
  const plain = Uint8Array.of(45, 45, 45, 45, 45, 65, 45, 45, 45, 66)
  expect(decode(data, new PdfName('LZWDecode')).bytes).toEqual(plain)
})

test.each([true, false])('undoes LZW through all widths of its codes, early change %s', (early) => {
  const plain = Uint8Array.from({ length: 3900 }, (_, index) => (index * 7) & 255)
  const data = lzwOfLiterals(plain, early)
  const parameters = PdfDict.of({ EarlyChange: early ? 1 : 0 })
  expect(decode(data, new PdfName('LZWDecode'), parameters).bytes).toEqual(plain)
})

test('undoes ASCII85', () => {
  expect(decode(bytesOf('87cUR D]i,"Ebo80~>'), new PdfName('ASCII85Decode')).bytes).toEqual(
    bytesOf('Hello World!'),
  )
  expect(decode(bytesOf('z!!~>'), new PdfName('ASCII85Decode')).bytes).toEqual(new Uint8Array(5))
})

test('undoes hexadecimal and run lengths', () => {
  expect(decode(bytesOf('0a 0B c>'), new PdfName('ASCIIHexDecode')).bytes).toEqual(Uint8Array.of(10, 11, 192))
  const runs = Uint8Array.of(1, 65, 66, 254, 67, 128)
  expect(decode(runs, new PdfName('RunLengthDecode')).bytes).toEqual(bytesOf('ABCCC'))
})

/** Bytes predicted as PNG does, each row in another way. */
function predictPng(plain: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const rows: number[] = []
  for (let row = 0; row * rowBytes < plain.length; row++) {
    rows.push(row % 5)
    for (let i = 0; i < rowBytes; i++) {
      const at = row * rowBytes + i
      const a = i >= pixelBytes ? (plain[at - pixelBytes] ?? 0) : 0
      const b = row > 0 ? (plain[at - rowBytes] ?? 0) : 0
      const c = row > 0 && i >= pixelBytes ? (plain[at - rowBytes - pixelBytes] ?? 0) : 0
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
      const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
      const guess = [0, a, b, Math.floor((a + b) / 2), paeth][row % 5] ?? 0
      rows.push((plain[at] ?? 0) - guess)
    }
  }
  return Uint8Array.from(rows)
}

test('undoes the predictors of PNG', () => {
  const shape = fc.record({
    colors: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 9 }),
    seed: fc.uint8Array({ minLength: 1, maxLength: 30 }),
  })
  fc.assert(
    fc.property(shape, ({ colors, columns, seed }) => {
      const rowBytes = colors * columns
      const plain = Uint8Array.from({ length: rowBytes * 11 }, (_, i) => (seed[i % seed.length] ?? 0) + i)
      const parameters = PdfDict.of({ Predictor: 15, Colors: colors, Columns: columns })
      const data = deflateSync(predictPng(plain, rowBytes, colors))
      expect(decode(data, new PdfName('FlateDecode'), parameters).bytes).toEqual(plain)
    }),
  )
})

test('undoes the predictor of TIFF', () => {
  const parameters = PdfDict.of({ Predictor: 2, Colors: 2, Columns: 2 })
  const data = deflateSync(Uint8Array.of(1, 2, 3, 4, 250, 0, 10, 1))
  const { bytes } = decode(data, new PdfName('FlateDecode'), parameters)
  expect([...bytes]).toEqual([1, 2, 4, 6, 250, 0, 4, 1])
})

test('goes through filters in their order and stops at an image', () => {
  const data = bytesOf(`${Buffer.from(deflateSync(bytesOf('abc'))).toString('hex')}>`)
  const filters = [new PdfName('ASCIIHexDecode'), new PdfName('FlateDecode'), new PdfName('DCTDecode')]
  expect(decode(data, filters, [null, PdfDict.of({ Predictor: 1 }), null])).toEqual({
    bytes: Buffer.from('abc'),
    leftAt: 'DCTDecode',
  })
})

test.each([
  ['FlateDecode', deflateSync(bytesOf('abc')).subarray(0, 6), 'flate'],
  ['FlateDecode', bytesOf('no'), 'flate'],
  ['LZWDecode', Uint8Array.of(0x80, 0x7f, 0xff, 0xff), 'lzw'],
  ['ASCIIHexDecode', bytesOf('0x'), 'ascii_hex'],
  ['ASCII85Decode', bytesOf('!~>'), 'ascii_85'],
  ['ASCII85Decode', bytesOf('uuuuu~>'), 'ascii_85'],
  ['RunLengthDecode', Uint8Array.of(4, 1), 'run_length'],
  ['Unknown', new Uint8Array(0), 'filter'],
])('refuses what %s cannot undo', (name, data, what) => {
  expect(() => decode(data, new PdfName(name))).toThrow(
    expect.objectContaining({ details: { what, offset: 0 } }),
  )
})

test.each([
  ['FlateDecode', deflateSync(new Uint8Array(2000))],
  ['LZWDecode', lzwOfLiterals(new Uint8Array(2000), true)],
  ['RunLengthDecode', new Uint8Array(40).fill(129)],
])('stops %s at its bound', (name, data) => {
  expect(() => decode(data, new PdfName(name), null, 1000)).toThrow(PadesError)
})
