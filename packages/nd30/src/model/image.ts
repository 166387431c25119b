import { modelBounds } from './bounds.ts'

export interface ImageFacts {
  readonly format: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}

/** Judges an image by its bytes; null for what is no whole PNG or JPEG, or too large. */
export function imageFacts(base64: string): ImageFacts | null {
  if (base64.length > (modelBounds.imageBytes * 4) / 3 + 4) return null
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null
  const bytes = Buffer.from(base64, 'base64')
  const facts = pngFacts(bytes) ?? jpegFacts(bytes)
  if (!facts || facts.width < 1 || facts.height < 1) return null
  return facts.width * facts.height <= modelBounds.imagePixels ? facts : null
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Chunk by chunk to its IEND: PNG specification, 5.3. */
function pngFacts(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 57 || !bytes.subarray(0, 8).equals(pngStart) || chunkType(bytes, 8) !== 'IHDR')
    return null
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (chunkType(bytes, at) === 'IEND')
      return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  return null
}

const chunkType = (bytes: Buffer, at: number) => bytes.toString('latin1', at + 4, at + 8)

/** Segment by segment to its frame header: ITU-T T.81, B.2.2. */
function jpegFacts(bytes: Buffer): ImageFacts | null {
  if (
    bytes.length < 20 ||
    bytes.readUInt16BE(0) !== 0xffd8 ||
    bytes.lastIndexOf('\xff\xd9', undefined, 'latin1') < 0
  )
    return null
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker))
      return { format: 'jpg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (bytes.readUInt16BE(at + 2) < 2) return null
  }
  return null
}

/** SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
