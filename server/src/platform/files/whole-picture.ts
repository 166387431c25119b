import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { streamContains } from './stream-contains.ts'

// A picture of fifty megabytes has a few thousand; more are there to keep the server busy.
const partLimit = 100_000

/**
 * Whether a file that starts like a picture is one to its end: its parts follow each other as the format requires, and
 * nothing follows a PNG. It is not re-encoded, because its bytes are the evidence.
 */
export async function isWholePicture(path: string, mediaType: 'image/png' | 'image/jpeg'): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return mediaType === 'image/png' ? await isWholePng(file, size) : await isWholeJpeg(file, path, size)
  } finally {
    await file.close()
  }
}

/** Some bytes of the file; fewer where it ends before. */
async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  return bytes.subarray(0, bytesRead)
}

/** The signature, then chunks: a length, four letters, the data, a checksum; from IHDR over IDAT to IEND (PNG, 5). */
async function isWholePng(file: FileHandle, size: number): Promise<boolean> {
  let hasData = false
  let at = 8
  for (let count = 0; count < partLimit; count += 1) {
    const head = await bytesAt(file, at, 8)
    if (head.length < 8) return false
    const length = head.readUInt32BE(0)
    const kind = head.toString('latin1', 4)
    const end = at + 12 + length
    if (!/^[A-Za-z]{4}$/.test(kind) || end > size) return false
    if ((count === 0) !== (kind === 'IHDR')) return false
    if (kind === 'IEND') return hasData && length === 0 && end === size
    hasData ||= kind === 'IDAT'
    at = end
  }
  return false
}

// Markers of frames: SOF0 to SOF15 but for DHT, JPG and DAC (JPEG, table B.1).
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const endOfImage = Buffer.of(0xff, 0xd9)

/** Segments with their lengths up to the scan, a frame among them, and an end behind it. Telephones put more behind that. */
async function isWholeJpeg(file: FileHandle, path: string, size: number): Promise<boolean> {
  let hasFrame = false
  let at = 2
  for (let count = 0; count < partLimit; count += 1) {
    const head = await bytesAt(file, at, 4)
    const [first, marker = 0] = head
    if (head.length < 4 || first !== 0xff) return false
    // A marker may be preceded by any number of these.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + head.readUInt16BE(2)
    if (marker < 0xc0 || end <= at + 3 || end > size) return false
    hasFrame ||= isFrame(marker)
    if (marker === 0xda) return hasFrame && streamContains(createReadStream(path, { start: end }), endOfImage)
    at = end
  }
  return false
}
