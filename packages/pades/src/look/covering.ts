import type { PdfFile } from '../pdf/document.ts'
import { isEqual, PdfDict, PdfName, PdfStream } from '../pdf/objects.ts'
import type { Rect } from './appearance.ts'
import { inkSpace } from './colour.ts'
import type { PageMark, PlacedPicture } from './interpreter.ts'
import { common } from './matrix.ts'

/** So much of a letter's place must be painted over before the letter cannot be read. */
const hidingPart = 0.75
/** A letter is about as wide as this part of its line's height. */
const letterWidth = 0.5
const mostPixels = 16_000_000

/**
 * Whether an image hides letters of a line of words below it. A seal or a signature has gaps, through which words are
 * read; what is blended as ink hides nothing but by being dark itself. What cannot be told counts as hiding.
 *
 * @param words the box of a line of words that meets the mark's box
 * @throws PadesError where the image cannot be read
 */
export function hidesWords(file: PdfFile, mark: PageMark, words: Rect, at = file.latest.number): boolean {
  const shared = common(mark.box, words)
  if (shared === null) return false
  const { picture } = mark
  const paint = picture === undefined ? null : paintOf(file, picture, at)
  if (picture === undefined || picture.quarters === null || paint === null) return true
  const isUpright = words[3] - words[1] <= words[2] - words[0]
  const letter = Math.min(words[3] - words[1], words[2] - words[0]) * letterWidth
  const [from, to] = isUpright ? [shared[0], shared[2]] : [shared[1], shared[3]]
  for (let start = from; start < to; start += letter / 2) {
    const end = Math.min(start + letter, to)
    const cell: Rect = isUpright ? [start, shared[1], end, shared[3]] : [shared[0], start, shared[2], end]
    // The rest of the line, narrower than half a letter, is in the cell before.
    if (start > from && end - start < letter / 2) break
    if (paintedPart(paint, picture.quarters, mark.box, cell) > hidingPart) return true
  }
  return false
}

interface Paint {
  readonly width: number
  readonly height: number
  /** 1 for each pixel through which nothing is seen. */
  readonly hides: Uint8Array
}

/** How much of a cell of the page is painted over. */
function paintedPart({ width, height, hides }: Paint, quarters: number, box: Rect, cell: Rect): number {
  // Where the cell is in the picture, as parts of its sides from the lower left, turned back.
  const across = [(cell[0] - box[0]) / (box[2] - box[0]), (cell[2] - box[0]) / (box[2] - box[0])] as const
  const up = [(cell[1] - box[1]) / (box[3] - box[1]), (cell[3] - box[1]) / (box[3] - box[1])] as const
  const flip = ([low, high]: readonly [number, number]) => [1 - high, 1 - low] as const
  const x = [across, up, flip(across), flip(up)][quarters] ?? across
  const y = [up, flip(across), flip(up), across][quarters] ?? up
  const [left, right] = pixels(x, width)
  const [top, bottom] = pixels(flip(y), height)
  let painted = 0
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) painted += hides[row * width + column] ?? 0
  const count = (right - left) * (bottom - top)
  return count === 0 ? 1 : painted / count
}

function pixels([from, to]: readonly [number, number], size: number): readonly [number, number] {
  const first = Math.min(size - 1, Math.max(0, Math.floor(from * size)))
  return [first, Math.min(size, Math.max(first + 1, Math.ceil(to * size)))]
}

const paints = new WeakMap<PdfStream, Map<boolean, Paint | null>>()

/** What of an image hides; null where that cannot be told. */
function paintOf(file: PdfFile, { image, multiplies }: PlacedPicture, at: number): Paint | null {
  const known = paints.get(image) ?? new Map<boolean, Paint | null>()
  paints.set(image, known)
  const found = known.get(multiplies)
  if (found !== undefined) return found
  const paint = readPaint(file, image, multiplies, at)
  known.set(multiplies, paint)
  return paint
}

function readPaint(file: PdfFile, image: PdfStream, multiplies: boolean, at: number): Paint | null {
  const isMultiplied = multiplies && hasInkColours(file, image, at)
  const mask = file.resolve(image.dict.get('SMask'), at)
  if (mask instanceof PdfStream) {
    const samples = samplesOf(file, mask, 1, at)
    if (samples === null || mask.dict.get('Matte') !== null) return null
    const { width, height, bytes } = samples
    const dark = isMultiplied ? darkPixels(file, image, width, height, at) : null
    // The mask and the colours of one picture may have other sizes; ours have the same.
    if (isMultiplied && dark === null) return null
    const hides = new Uint8Array(width * height)
    for (let i = 0; i < hides.length; i++)
      hides[i] = (bytes[i] ?? 0) >= 128 && (dark === null || dark[i] === 1) ? 1 : 0
    return { width, height, hides }
  }
  const stencil = file.resolve(image.dict.get('Mask'), at)
  return stencil instanceof PdfStream ? stencilPaint(file, stencil, at) : null
}

interface Samples {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** The data of an image of eight bits a sample that mean what they are. */
function samplesOf(file: PdfFile, image: PdfStream, components: number, at: number): Samples | null {
  const { dict } = image
  const number = (key: string) => file.resolve(dict.get(key), at)
  const [width, height] = [number('Width'), number('Height')]
  if (typeof width !== 'number' || typeof height !== 'number' || number('BitsPerComponent') !== 8) return null
  if (dict.get('Decode') !== null || width * height > mostPixels || width * height <= 0) return null
  const { bytes, leftAt } = file.decode(image, at)
  return leftAt !== null || bytes.length < width * height * components ? null : { width, height, bytes }
}

/** 8.9.6.2: a bit is 1 where nothing is painted. */
function stencilPaint(file: PdfFile, stencil: PdfStream, at: number): Paint | null {
  const number = (key: string) => file.resolve(stencil.dict.get(key), at)
  const [width, height] = [number('Width'), number('Height')]
  if (typeof width !== 'number' || typeof height !== 'number' || stencil.dict.get('Decode') !== null)
    return null
  if (width * height > mostPixels || width * height <= 0) return null
  const rowBytes = Math.ceil(width / 8)
  const { bytes, leftAt } = file.decode(stencil, at)
  if (leftAt !== null || bytes.length < rowBytes * height) return null
  const hides = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      hides[i] = (((bytes[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) ^ 1
  return { width, height, hides }
}

/** Whether the numbers of a picture's colours mean what we mean by them; another space could make any number black. */
function hasInkColours(file: PdfFile, image: PdfStream, at: number): boolean {
  const space = file.resolve(image.dict.get('ColorSpace'), at)
  if (!Array.isArray(space)) return false
  const [kind, parameters] = [space[0] ?? null, space[1] ?? null].map((part) => file.resolve(part, at))
  const [ourKind, ours] = Array.isArray(inkSpace) ? inkSpace : []
  return (
    kind instanceof PdfName &&
    parameters instanceof PdfDict &&
    isEqual(kind, ourKind ?? null) &&
    isEqual(parameters, ours ?? null)
  )
}

/** Black letters under a colour of this light or more are twice as dark as it is (WCAG 2.2: relative luminance). */
const leastLight = 0.05
const powers = Array.from({ length: 256 }, (_, byte) => (byte / 255) ** 2.2)

function darkPixels(
  file: PdfFile,
  image: PdfStream,
  width: number,
  height: number,
  at: number,
): Uint8Array | null {
  const samples = samplesOf(file, image, 3, at)
  if (samples === null || samples.width !== width || samples.height !== height) return null
  const dark = new Uint8Array(width * height)
  const light = (index: number) => powers[samples.bytes[index] ?? 0] ?? 0
  for (let i = 0; i < dark.length; i++)
    if (0.2126 * light(3 * i) + 0.7152 * light(3 * i + 1) + 0.0722 * light(3 * i + 2) < leastLight)
      dark[i] = 1
  return dark
}
