import { crc32, inflateSync } from 'node:zlib'
import { PadesError } from '../errors.ts'
import { unpredict } from '../pdf/predictors.ts'

/** A picture, row by row from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes for each pixel. */
  readonly rgb: Uint8Array
  /** One byte for each pixel, 255 where it is opaque; null where the picture has no transparency at all. */
  readonly alpha: Uint8Array | null
}

const mostBytes = 16 << 20
/** A page at 300 dpi has 8.7 million. */
const mostPixels = 16_000_000
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The samples of a pixel by the colour type (ISO/IEC 15948, table 11.1), and the depths it may have. */
const colourTypes: Readonly<
  Record<number, { readonly samples: number; readonly depths: readonly number[] }>
> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

/**
 * Reads a PNG (ISO/IEC 15948) of any colour type and depth; not an interlaced one. What is under fully transparent
 * pixels is made white, so that nothing is carried along that nobody sees.
 *
 * @throws PadesError `image_malformed`
 */
export function readPng(bytes: Uint8Array): Picture {
  if (bytes.length > mostBytes) throw malformed('too_large')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!file.subarray(0, 8).equals(signature)) throw malformed('not_a_png')
  const chunks = chunksOf(file)
  const header = headerOf(chunks.header)
  const rowBytes = Math.ceil((header.samples * header.depth * header.width) / 8)
  const data = inflate(chunks.data, (rowBytes + 1) * header.height)
  const { samples: colors, depth: bitsPerComponent, width: columns } = header
  let rows: Uint8Array
  try {
    rows = unpredict(data, { predictor: 15, colors, bitsPerComponent, columns }, 0)
  } catch (cause) {
    throw malformed('rows', cause)
  }
  return pictureOf(header, rows, rowBytes, chunks.palette, chunks.transparency)
}

function malformed(what: string, cause?: unknown): PadesError {
  return new PadesError('image_malformed', `PNG: ${what}`, { what }, { cause })
}

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colourType: number
  readonly samples: number
}

function headerOf(chunk: Buffer | null): Header {
  if (chunk === null || chunk.length !== 13) throw malformed('header')
  const [width, height] = [chunk.readUInt32BE(0), chunk.readUInt32BE(4)]
  const [depth = 0, colourType = 0, compression, filter, interlace] = chunk.subarray(8)
  if (width === 0 || height === 0) throw malformed('size')
  if (width * height > mostPixels) throw malformed('too_large')
  const kind = colourTypes[colourType]
  if (kind === undefined || !kind.depths.includes(depth)) throw malformed('colour_type')
  if (compression !== 0 || filter !== 0) throw malformed('header')
  if (interlace !== 0) throw malformed('interlaced')
  return { width, height, depth, colourType, samples: kind.samples }
}

function chunksOf(file: Buffer) {
  let header: Buffer | null = null
  let palette: Buffer | null = null
  let transparency: Buffer | null = null
  const data: Buffer[] = []
  for (let at = 8; ; ) {
    if (at + 12 > file.length) throw malformed('cut_off')
    const length = file.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > file.length) throw malformed('cut_off')
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw malformed('checksum')
    const kind = file.toString('latin1', at + 4, at + 8)
    const chunk = file.subarray(at + 8, end)
    if ((header === null) !== (kind === 'IHDR')) throw malformed('header')
    if (kind === 'IHDR') header = chunk
    else if (kind === 'PLTE') palette = chunk
    else if (kind === 'tRNS') transparency = chunk
    else if (kind === 'IDAT') data.push(chunk)
    else if (kind === 'IEND') return { header, palette, transparency, data: Buffer.concat(data) }
    // 5.4: a reader must know all chunks whose name begins with a capital letter.
    else if ((kind.charCodeAt(0) & 0x20) === 0) throw malformed('unknown_chunk')
    at = end + 4
  }
}

/** Exactly `wanted` bytes: fewer are a file that was cut off, more are a bomb. */
function inflate(data: Buffer, wanted: number): Uint8Array {
  try {
    const bytes = inflateSync(data, { maxOutputLength: wanted })
    if (bytes.length === wanted) return bytes
  } catch (cause) {
    throw malformed('data', cause)
  }
  throw malformed('data')
}

function pictureOf(
  header: Header,
  rows: Uint8Array,
  rowBytes: number,
  palette: Buffer | null,
  transparency: Buffer | null,
): Picture {
  const { width, height, colourType, samples } = header
  if (colourType === 3 && (palette === null || palette.length % 3 !== 0)) throw malformed('palette')
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height).fill(255)
  const sampleAt = sampleReader(rows, header)
  const isClear = clearPixel(header, transparency)
  const hasColour = colourType === 2 || colourType === 6
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++) {
      const first = sampleAt(y * rowBytes, x * samples)
      if (colourType === 3) {
        if (palette === null || first * 3 + 2 >= palette.length) throw malformed('palette')
        for (let i = 0; i < 3; i++) rgb[pixel * 3 + i] = palette[first * 3 + i] ?? 0
        alpha[pixel] = transparency?.[first] ?? 255
        continue
      }
      const second = hasColour ? sampleAt(y * rowBytes, x * samples + 1) : first
      const third = hasColour ? sampleAt(y * rowBytes, x * samples + 2) : first
      rgb[pixel * 3] = toByte(first, header.depth)
      rgb[pixel * 3 + 1] = toByte(second, header.depth)
      rgb[pixel * 3 + 2] = toByte(third, header.depth)
      if (colourType >= 4) alpha[pixel] = toByte(sampleAt(y * rowBytes, (x + 1) * samples - 1), header.depth)
      else if (isClear(first, second, third)) alpha[pixel] = 0
    }
  whitenHidden(rgb, alpha)
  return { width, height, rgb, alpha: alpha.every((value) => value === 255) ? null : alpha }
}

/** Gives the sample of an index in the row that begins at an offset, as its depth has it. */
function sampleReader(rows: Uint8Array, { depth }: Header): (row: number, index: number) => number {
  if (depth === 8) return (row, index) => rows[row + index] ?? 0
  if (depth === 16)
    return (row, index) => (rows[row + 2 * index] ?? 0) * 256 + (rows[row + 2 * index + 1] ?? 0)
  const perByte = 8 / depth
  return (row, index) =>
    ((rows[row + Math.floor(index / perByte)] ?? 0) >> (8 - depth * ((index % perByte) + 1))) &
    ((1 << depth) - 1)
}

function toByte(sample: number, depth: number): number {
  return depth === 8 ? sample : depth === 16 ? sample >> 8 : Math.round((sample * 255) / ((1 << depth) - 1))
}

/** 11.3.1.1: one colour that is transparent, in the depth of the samples. */
function clearPixel({ colourType }: Header, transparency: Buffer | null) {
  const wanted = colourType === 0 ? 1 : 3
  if (transparency === null || (colourType !== 0 && colourType !== 2)) return () => false
  if (transparency.length !== wanted * 2) throw malformed('transparency')
  const at = (index: number) => transparency.readUInt16BE(index * 2)
  const [red, green, blue] = colourType === 0 ? [at(0), at(0), at(0)] : [at(0), at(1), at(2)]
  return (one: number, two: number, three: number) => one === red && two === green && three === blue
}

function whitenHidden(rgb: Uint8Array, alpha: Uint8Array): void {
  for (let pixel = 0; pixel < alpha.length; pixel++)
    if (alpha[pixel] === 0) rgb.fill(255, pixel * 3, pixel * 3 + 3)
}
