import { crc32, inflateRawSync } from 'node:zlib'
import { FileTrouble } from './judgement.ts'

/** A part of a zip; its bytes are unpacked when they are asked for. */
export interface ZipPart {
  readonly name: string
  readonly sizeBytes: number
  /** @throws FileTrouble where it unpacks to anything else than the table of contents says */
  unpack(): Uint8Array
}

export interface OpenZip {
  readonly parts: readonly ZipPart[]
  /** What no office program shows and any zip program does: comments of the file and of its parts. */
  readonly comments: readonly string[]
}

export interface ZipBounds {
  readonly parts: number
  readonly unpackedBytes: number
}

const broken = (why: string) => new FileTrouble('broken', `zip: ${why}`)
const oversized = (why: string) => new FileTrouble('oversized', `zip: ${why}`)

// A part of a document may be packed to a hundredth where it repeats itself; past this it is there to fill a memory.
const freeBytes = 8 << 20
const mostRatio = 400

/**
 * Opens a zip that all programs read alike: each part is in the central directory and at the given offset, under the same
 * name, once, contiguous from the first byte to the last. Sizes are checked before anything is unpacked.
 * @throws FileTrouble
 */
export function openZip(bytes: Uint8Array, bounds: ZipBounds): OpenZip {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const { count, start, end, comment } = endOfContents(zip)
  if (count > bounds.parts) throw oversized('parts')
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(zip, at, end)
    entries.push(entry)
    at = entry.next
  }
  if (at !== end) throw broken('table longer than its parts')
  checkSizes(entries, bounds)
  checkNames(entries)
  checkPlaces(zip, entries, start)
  return {
    parts: entries.map((entry) => ({
      name: entry.name,
      sizeBytes: entry.size,
      unpack: () => unpacked(zip, entry),
    })),
    comments: [comment, ...entries.map((entry) => entry.comment)].filter((one) => one !== ''),
  }
}

interface Entry {
  readonly name: string
  readonly rawName: Buffer
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
  readonly comment: string
  readonly next: number
  dataStart: number
}

function endOfContents(zip: Buffer) {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65_535); at -= 1) {
    if (zip.readUInt32LE(at) !== 0x06054b50) continue
    // Bytes behind the end, or an end within the comment of another: two programs would find two tables.
    if (at + 22 + zip.readUInt16LE(at + 20) !== zip.length) throw broken('bytes behind its end')
    const comment = decodeName(zip.subarray(at + 22), false)
    const found = { count: zip.readUInt16LE(at + 10), start: zip.readUInt32LE(at + 16), end: at, comment }
    if (zip.readUInt16LE(at + 4) !== 0 || zip.readUInt16LE(at + 8) !== found.count)
      throw broken('several disks')
    const large = largeEnd(zip, at)
    const size = large?.size ?? zip.readUInt32LE(at + 12)
    const result = { ...found, ...large }
    if (result.start + size !== result.end) throw broken('table elsewhere')
    return result
  }
  throw broken('no table of contents')
}

/**
 * Zip64: values that do not fit into the fields of the old end record precede it, and must agree with it where both
 * exist.
 */
function largeEnd(zip: Buffer, oldEnd: number) {
  const locator = oldEnd - 20
  if (locator < 0 || zip.readUInt32LE(locator) !== 0x07064b50) return undefined
  const at = number64(zip, locator + 8)
  if (at + 56 > locator || zip.readUInt32LE(at) !== 0x06064b50) throw broken('zip64 end')
  if (at + 12 + number64(zip, at + 4) !== locator) throw broken('zip64 end')
  const large = { count: number64(zip, at + 32), size: number64(zip, at + 40), start: number64(zip, at + 48) }
  const old = [zip.readUInt16LE(oldEnd + 10), zip.readUInt32LE(oldEnd + 12), zip.readUInt32LE(oldEnd + 16)]
  const agrees = (told: number, most: number, said: number) => told === most || told === said
  const same =
    agrees(old[0] ?? 0, 0xffff, large.count) &&
    agrees(old[1] ?? 0, 0xffffffff, large.size) &&
    agrees(old[2] ?? 0, 0xffffffff, large.start)
  if (!same) throw broken('two ends that differ')
  return { ...large, end: at }
}

function number64(zip: Buffer, at: number): number {
  const value = at >= 0 && at + 8 <= zip.length ? zip.readBigUInt64LE(at) : -1n
  if (value < 0n || value > 0xffff_ffff_ffffn) throw broken('a size past all sense')
  return Number(value)
}

function entryAt(zip: Buffer, at: number, end: number): Entry {
  if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) throw broken('table of contents')
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((each) => zip.readUInt16LE(at + each)) as [
    number,
    number,
    number,
  ]
  const next = at + 46 + nameBytes + extraBytes + commentBytes
  if (next > end) throw broken('table of contents')
  const rawName = zip.subarray(at + 46, at + 46 + nameBytes)
  const flags = zip.readUInt16LE(at + 8)
  const sizes = [24, 20, 42].map((each) => zip.readUInt32LE(at + each)) as [number, number, number]
  const extra = zip.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes)
  const [size, packedSize, offset] = withLargeSizes(sizes, extra)
  const method = zip.readUInt16LE(at + 10)
  if ((flags & 0x2041) !== 0) throw new FileTrouble('encrypted', 'zip: an encrypted part')
  if (method !== 0 && method !== 8) throw broken('an unknown way of packing')
  return {
    name: decodeName(rawName, (flags & 0x800) !== 0),
    rawName,
    flags,
    method,
    crc: zip.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
    comment: decodeName(zip.subarray(next - commentBytes, next), false),
    next,
    dataStart: -1,
  }
}

/** The zip64 fields, in this order, replace those that are saturated. */
function withLargeSizes(sizes: readonly [number, number, number], extra: Buffer): [number, number, number] {
  const result: [number, number, number] = [...sizes]
  if (!sizes.includes(0xffffffff)) return result
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const index of [0, 1, 2] as const) {
      if (sizes[index] !== 0xffffffff) continue
      result[index] = number64(extra, field)
      field += 8
    }
    return result
  }
  throw oversized('a size that is not told')
}

/** A directory that declares no or hardly any content for a part with many packed bytes is false. */
function checkSizes(entries: readonly Entry[], bounds: ZipBounds): void {
  let sum = 0
  for (const { size, packedSize, method } of entries) {
    sum += size
    if (sum > bounds.unpackedBytes) throw oversized('bytes together')
    if (size > freeBytes && size > packedSize * mostRatio) throw oversized('ratio')
    if (method === 0 && size !== packedSize) throw broken('a stored part of two sizes')
  }
}

function checkNames(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    if (name.startsWith('/') || /[\\\0:]/.test(name) || name.split('/').includes('..')) throw broken('a name')
    // Names of parts are the same in capitals (ECMA-376 part 2, 6.2.2), and however their accents are composed.
    const key = name.normalize('NFC').toLowerCase()
    if (seen.has(key)) throw broken('two parts of one name')
    seen.add(key)
  }
}

/** Parts are contiguous, from the first byte up to the directory, and their local headers agree with it. */
function checkPlaces(zip: Buffer, entries: readonly Entry[], tableStart: number): void {
  let expected = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset !== expected) throw broken('bytes between the parts')
    const { offset, rawName } = entry
    if (offset + 30 > tableStart || zip.readUInt32LE(offset) !== 0x04034b50) throw broken('a part elsewhere')
    const nameBytes = zip.readUInt16LE(offset + 26)
    if (!zip.subarray(offset + 30, offset + 30 + nameBytes).equals(rawName))
      throw broken('a part of two names')
    if (
      zip.readUInt16LE(offset + 8) !== entry.method ||
      ((zip.readUInt16LE(offset + 6) ^ entry.flags) & 0x849) !== 0
    )
      throw broken('a part packed in two ways')
    entry.dataStart = offset + 30 + nameBytes + zip.readUInt16LE(offset + 28)
    checkLocalSizes(zip, entry)
    expected = endOfPart(zip, entry, tableStart)
    if (expected > tableStart) throw broken('a part over the table')
  }
  if (expected !== tableStart) throw broken('bytes between the parts')
}

function checkLocalSizes(zip: Buffer, { offset, flags, crc, packedSize, size }: Entry): void {
  const told = [14, 18, 22].map((each) => zip.readUInt32LE(offset + each))
  const right = [crc, packedSize, size]
  const later = (flags & 8) !== 0
  for (const [index, said] of told.entries())
    if (said !== right[index] && said !== 0xffffffff && !(later && said === 0))
      throw broken('a part of two sizes')
}

/** Where the part ends: behind its data, or behind what was written of its sizes after them. */
function endOfPart(
  zip: Buffer,
  { dataStart, packedSize, flags, crc, size }: Entry,
  tableStart: number,
): number {
  const end = dataStart + packedSize
  if ((flags & 8) === 0) return end
  const signed = end + 4 <= tableStart && zip.readUInt32LE(end) === 0x08074b50 ? 4 : 0
  for (const signature of [signed, 0]) {
    const at = end + signature
    if (at + 12 > tableStart || zip.readUInt32LE(at) !== crc) continue
    if (at + 20 <= tableStart && number64At(zip, at + 4) === packedSize && number64At(zip, at + 12) === size)
      return at + 20
    if (zip.readUInt32LE(at + 4) === packedSize && zip.readUInt32LE(at + 8) === size) return at + 12
  }
  throw broken('what was written behind a part')
}

const number64At = (zip: Buffer, at: number): number => Number(zip.readBigUInt64LE(at))

function unpacked(zip: Buffer, { dataStart, packedSize, method, size, crc }: Entry): Uint8Array {
  const packed = zip.subarray(dataStart, dataStart + packedSize)
  const bytes = method === 0 ? packed : inflated(packed, size)
  if (bytes.length !== size) throw broken('a part shorter than it says')
  if (crc32(bytes) !== crc) throw broken('a checksum')
  return bytes
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    const options = { maxOutputLength: Math.max(1, size), info: true } as const
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    if (engine.bytesWritten !== packed.length) throw broken('bytes behind the end of a part')
    return buffer
  } catch (error) {
    if (error instanceof FileTrouble) throw error
    if (error instanceof RangeError) throw broken('a part longer than it says')
    throw broken('a part that does not unpack')
  }
}

/** UTF-8 where the part says so or it is; else the old code page, of which ASCII is all that matters. */
function decodeName(raw: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    if (isUtf8) throw broken('a name')
    return Buffer.from(raw).toString('latin1')
  }
}
