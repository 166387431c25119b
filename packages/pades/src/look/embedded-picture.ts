import { type PdfDict, PdfName, PdfRef, PdfStream } from '../pdf/objects.ts'
import type { NewObject } from '../pdf/write-update.ts'
import { inkSpace } from './colour.ts'
import { packed } from './embedded-font.ts'
import type { Picture } from './png.ts'

/** How transparency is said: by degrees, or by yes and no where the file lets no other be (PDF/A-1, 6.4). */
export type Transparency = 'soft' | 'hard'

/** A picture ready to be put into files (ISO 32000-2, 8.9). */
export interface EmbeddedPicture {
  /** Makes the picture's objects; the last one is the picture. */
  build(allocate: () => number, transparency: Transparency): readonly NewObject[]
}

export function embedPicture({ width, height, rgb, alpha }: Picture): EmbeddedPicture {
  const size = { Type: new PdfName('XObject'), Subtype: new PdfName('Image'), Width: width, Height: height }
  const colours = packed({ ...size, ColorSpace: inkSpace, BitsPerComponent: 8 }, rgb)
  const masks: Partial<Record<Transparency, PdfStream>> = {}
  const maskOf = (transparency: Transparency, degrees: Uint8Array) => {
    masks[transparency] ??=
      transparency === 'soft'
        ? packed({ ...size, ColorSpace: new PdfName('DeviceGray'), BitsPerComponent: 8 }, degrees)
        : packed({ ...size, ImageMask: true, BitsPerComponent: 1 }, bitsOf(degrees, width, height))
    return masks[transparency]
  }
  return {
    build(allocate, transparency) {
      if (alpha === null) return [{ number: allocate(), value: colours }]
      const mask = { number: allocate(), value: maskOf(transparency, alpha) }
      const key = transparency === 'soft' ? 'SMask' : 'Mask'
      const dict = colours.dict.with({ [key]: new PdfRef(mask.number) })
      return [mask, { number: allocate(), value: withDict(colours, dict) }]
    },
  }
}

function withDict(stream: PdfStream, dict: PdfDict): PdfStream {
  return new PdfStream(dict, stream.source, stream.start, stream.sizeBytes)
}

/** 8.9.6.2: a bit is 1 where nothing is painted; each row begins with a byte of its own. */
function bitsOf(degrees: Uint8Array, width: number, height: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const bits = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((degrees[y * width + x] ?? 0) < 128) {
        const at = y * rowBytes + (x >> 3)
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
      }
  return bits
}
