import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Nd30Error } from '../../errors.ts'
import type { ReadLimits } from './limits.ts'

const stored = 0
const deflated = 8
const smallBytes = 2 ** 20

const isXmlName = (name: string) => /\.(xml|rels|vml)$/i.test(name)

/**
 * The parts of a zip by name, in their order. Sizes are bounded by what is declared before anything is inflated, and
 * what is declared is bounded by what comes out. Zips within (an embedded workbook) are bytes, never opened.
 *
 * @throws Nd30Error `file_not_docx`, `file_truncated`, `file_bomb`, `file_encrypted`
 */
export async function unzip(bytes: Uint8Array, limits: ReadLimits): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(bytes)
  const entries = await listEntries(zip, bytes.length, limits)
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) parts.set(entry.fileName, await inflate(zip, bytes, entry))
  return parts
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    })
  } catch (cause) {
    throw new Nd30Error(
      'file_truncated',
      'the directory at the end of the zip is missing or damaged',
      {},
      { cause },
    )
  }
}

async function listEntries(zip: ZipFile, fileBytes: number, limits: ReadLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) throw bomb('entries', zip.entryCount, limits.entries)
  const entries: Entry[] = []
  const names = new Set<string>()
  let total = 0
  let xml = 0
  let packed = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.entries) throw bomb('entries', entries.length, limits.entries)
      if (entry.fileName.endsWith('/')) continue
      checkEntry(entry, names, limits)
      total += entry.uncompressedSize
      packed += entry.compressedSize
      if (isXmlName(entry.fileName)) xml += entry.uncompressedSize
      if (total > limits.totalBytes) throw bomb('total', total, limits.totalBytes)
      if (xml > limits.xmlBytes) throw bomb('xml', xml, limits.xmlBytes)
      entries.push(entry)
    }
  } catch (cause) {
    if (cause instanceof Nd30Error) throw cause
    throw new Nd30Error('file_not_docx', 'the directory of the zip is damaged', {}, { cause })
  }
  // Entries that share their bytes are how a small file says that it is a huge one.
  if (packed > fileBytes) throw bomb('overlap', packed, fileBytes)
  return entries
}

function checkEntry(entry: Entry, names: Set<string>, limits: ReadLimits) {
  if (entry.isEncrypted()) throw new Nd30Error('file_encrypted', `${entry.fileName} is encrypted`)
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    throw new Nd30Error('file_not_docx', `${entry.fileName} is packed by an unknown method`)
  if (entry.fileName.length > limits.nameLetters)
    throw bomb('name', entry.fileName.length, limits.nameLetters)
  // Part names are the same regardless of capitals (ECMA-376 part 2, 6.2.2.3); two make two readings of one file.
  const name = entry.fileName.toLowerCase()
  if (names.has(name)) throw new Nd30Error('file_not_docx', `${entry.fileName} stands twice in the zip`)
  names.add(name)
  const { uncompressedSize: size, compressedSize } = entry
  if (size > smallBytes && size > compressedSize * limits.ratio)
    throw bomb('ratio', Math.round(size / Math.max(1, compressedSize)), limits.ratio)
}

async function inflate(zip: ZipFile, bytes: Uint8Array, entry: Entry): Promise<Uint8Array> {
  try {
    const { fileDataStart, fileName, compressionMethod } = await zip.readLocalFileHeaderPromise(entry)
    // Two headers that disagree are two readings of one file.
    if (!Buffer.from(fileName).equals(entry.fileNameRaw) || compressionMethod !== entry.compressionMethod)
      throw new Nd30Error('file_not_docx', `${entry.fileName} has another name or packing where it stands`)
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    if (packed.length < entry.compressedSize) throw new RangeError('its bytes run past the end')
    const out = entry.compressionMethod === stored ? packed : inflated(packed, entry)
    if (out.length !== entry.uncompressedSize) throw new RangeError('its size is not the declared one')
    if (crc32(out) !== entry.crc32) throw new RangeError('its checksum is another')
    return out
  } catch (cause) {
    if (cause instanceof Nd30Error) throw cause
    throw new Nd30Error('file_truncated', `${entry.fileName} is damaged`, { part: entry.fileName }, { cause })
  }
}

function inflated(packed: Uint8Array, entry: Entry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
  } catch (cause) {
    if (cause instanceof RangeError) throw bomb('declared', entry.uncompressedSize, entry.uncompressedSize)
    throw cause
  }
}

const bomb = (what: string, found: number, limit: number) =>
  new Nd30Error('file_bomb', `the file unpacks to more than is allowed: ${what}`, { what, found, limit })
