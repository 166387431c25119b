import { PadesError } from '../errors.ts'
import type { PdfFile } from './document.ts'
import { malformed } from './limits.ts'
import { PdfDict, PdfName, type PdfObject, type PdfRef, PdfString } from './objects.ts'
import { ByteWriter, type PlaceholderPosition } from './serialise.ts'

/** An object that an update adds or puts in the place of an older one. */
export interface NewObject {
  readonly number: number
  /** 0 where it is left out; that of the object which it follows otherwise. */
  readonly generation?: number
  readonly value: PdfObject
}

export interface UpdateOptions {
  /** The second part of `/ID` (14.4), 16 bytes; where it is left out, it is made from what is written. */
  readonly id?: Uint8Array
  /** The object to be the catalogue, where it is another than before. */
  readonly root?: PdfRef
  /** The object to be the document information, where it is another than before. */
  readonly info?: PdfRef
}

export interface WrittenUpdate {
  /** What is to be put after the file's bytes. */
  readonly appended: Uint8Array
  /** Where each object's number stands in the file that results. */
  readonly offsets: ReadonlyMap<number, number>
  /** Where the placeholders stand in the file that results, by their labels. */
  readonly placeholders: ReadonlyMap<string, PlaceholderPosition>
}

/** What belongs to a cross-reference stream or to one section, and is not handed on (7.5.6, table 17). */
const notHandedOn = new Set([
  ...['Size', 'Prev', 'XRefStm', 'ID', 'Type', 'Index', 'W'],
  ...['Length', 'Filter', 'DecodeParms', 'F', 'FFilter', 'FDecodeParms', 'DL'],
])

/**
 * Writes an incremental update (ISO 32000-2, 7.5.6): the objects, a cross-reference section of the kind that the last
 * one has (a table for hybrid files, because their readers may know nothing else), and the trailer.
 *
 * @throws PadesError where something other than white space follows the last revision
 */
export function writeUpdate(
  file: PdfFile,
  objects: readonly NewObject[],
  options: UpdateOptions = {},
): WrittenUpdate {
  const { sizeBytes } = file.source
  if (!file.trailing.isBlank) throw malformed('bytes_after_end', file.trailing.start)
  const writer = new ByteWriter(estimateOf(objects))
  if (!endsWithLine(file)) writer.byte(10)
  const offsets = new Map<number, number>()
  const entries: Entry[] = []
  for (const { number, generation = 0, value } of objects) {
    if (offsets.has(number)) throw new RangeError(`object ${number} twice`)
    const offset = sizeBytes + writer.length
    offsets.set(number, offset)
    entries.push({ number, generation, offset: offset - file.shift })
    writer.whole(number)
    writer.byte(32)
    writer.whole(generation)
    writer.text(' obj\n')
    writer.object(value)
    writer.text('\nendobj\n')
  }
  entries.sort((a, b) => a.number - b.number)
  const startXref = sizeBytes - file.shift + writer.length
  if (startXref > 9_999_999_999)
    throw new PadesError('pdf_limit', 'PDF: too long for a table', { limit: 'offset', most: 9_999_999_999 })
  const trailer = trailerOf(file, writer, entries, options)
  const isStream = file.latest.sections[0]?.kind === 'stream'
  if (isStream) writeStream(writer, entries, trailer, startXref)
  else writeTable(writer, entries, trailer)
  writer.text('\nstartxref\n')
  writer.whole(startXref)
  writer.text('\n%%EOF\n')
  return { appended: writer.written(), offsets, placeholders: moved(writer.placeholders, sizeBytes) }
}

interface Entry {
  readonly number: number
  readonly generation: number
  /** As the file is to write it. */
  readonly offset: number
}

/** Placeholders are all that is large in an ordinary update. */
function estimateOf(objects: readonly NewObject[]): number {
  let size = 1536
  for (const { value } of objects) {
    size += 256
    if (value instanceof PdfDict)
      for (const item of value.entries.values())
        if (item !== null && typeof item === 'object' && 'kind' in item) size += item.sizeBytes * 2
  }
  return size
}

function endsWithLine({ source }: PdfFile): boolean {
  const [last] = source.read(source.sizeBytes - 1, source.sizeBytes)
  return last === 10 || last === 13
}

/** The entries of the trailer before it, those of this update in their place (7.5.6). */
function trailerOf(
  file: PdfFile,
  writer: ByteWriter,
  entries: readonly Entry[],
  options: UpdateOptions,
): Map<string, PdfObject> {
  const before = file.latest.trailer
  const trailer = new Map<string, PdfObject>()
  const highest = entries.at(-1)?.number ?? 0
  trailer.set('Size', Math.max(file.nextNumber, highest + 1))
  for (const [key, value] of before.entries) if (!notHandedOn.has(key)) trailer.set(key, value)
  if (options.root !== undefined) trailer.set('Root', options.root)
  if (options.info !== undefined) trailer.set('Info', options.info)
  trailer.set('Prev', file.startXref)
  trailer.set('ID', idOf(file, writer, options))
  return trailer
}

/** 14.4: the first part stays for the life of the document, the second is of this version. */
function idOf(file: PdfFile, writer: ByteWriter, options: UpdateOptions): PdfObject {
  const id = file.resolve(file.latest.trailer.get('ID'))
  const [first, second] = Array.isArray(id) ? id.map((part) => file.resolve(part)) : []
  const known = second instanceof PdfString ? second.bytes : null
  const renewed = new PdfString(options.id ?? mixed(known, writer.written(), file.source.sizeBytes), true)
  return [first instanceof PdfString ? first : renewed, renewed]
}

/** How much of an update its identifier is made from. The placeholders are empty and say nothing. */
const mixedBytes = 1024

/** 16 bytes that depend on each of what is given: they tell versions apart and need not withstand anybody. */
function mixed(known: Uint8Array | null, written: Uint8Array, sizeBytes: number): Uint8Array {
  let one = sizeBytes | 0
  let two = ~sizeBytes
  for (const bytes of [known ?? [], written.subarray(0, mixedBytes)])
    for (let i = 0; i < bytes.length; i++) {
      one = Math.imul(one ^ (bytes[i] ?? 0), 0x01000193)
      two = Math.imul(two + (bytes[i] ?? 0), 0x85ebca6b) ^ (two >>> 13)
    }
  const id = new Uint8Array(16)
  for (let i = 0; i < 16; i++) {
    one = Math.imul(one ^ (one >>> 15) ^ two, 0x2c1b3c6d)
    two = Math.imul(two ^ (two >>> 12) ^ i, 0x297a2d39)
    id[i] = one >>> 24
  }
  return id
}

/** Calls `each` with every run of numbers that follow on one another. */
function eachRun(entries: readonly Entry[], each: (run: readonly Entry[], first: number) => void): void {
  for (let start = 0; start < entries.length; ) {
    const first = entries[start]?.number ?? 0
    let end = start + 1
    while (end < entries.length && entries[end]?.number === first + end - start) end++
    each(entries.slice(start, end), first)
    start = end
  }
}

/** 7.5.4 */
function writeTable(writer: ByteWriter, entries: readonly Entry[], trailer: Map<string, PdfObject>): void {
  writer.text('xref\n')
  // A section has at least one subsection.
  if (entries.length === 0) writer.text('0 0\n')
  eachRun(entries, (run, first) => {
    writer.whole(first)
    writer.byte(32)
    writer.whole(run.length)
    writer.byte(10)
    for (const { offset, generation } of run) {
      writer.padded(offset, 10)
      writer.byte(32)
      writer.padded(generation, 5)
      writer.text(' n \n')
    }
  })
  writer.text('trailer\n')
  writer.object(new PdfDict(trailer))
}

/** 7.5.8: not compressed, since the few entries of an update would gain nothing. */
function writeStream(
  writer: ByteWriter,
  entries: readonly Entry[],
  trailer: Map<string, PdfObject>,
  startXref: number,
): void {
  const number = Number(trailer.get('Size'))
  const all = [...entries, { number, generation: 0, offset: startXref }]
  const index: number[] = []
  eachRun(all, (run, first) => index.push(first, run.length))
  const width = startXref < 2 ** 32 ? 4 : 5
  const dict = new Map<string, PdfObject>([
    ['Type', new PdfName('XRef')],
    ['W', [1, width, 2]],
    ['Index', index],
    ['Length', all.length * (width + 3)],
    ...trailer,
    ['Size', number + 1],
  ])
  writer.whole(number)
  writer.text(' 0 obj\n')
  writer.object(new PdfDict(dict))
  writer.text('\nstream\n')
  for (const { offset, generation } of all) {
    writer.byte(1)
    writer.field(offset, width)
    writer.field(generation, 2)
  }
  writer.text('\nendstream\nendobj')
}

function moved(positions: ReadonlyMap<string, PlaceholderPosition>, by: number) {
  const absolute = new Map<string, PlaceholderPosition>()
  for (const [label, { start, end }] of positions) absolute.set(label, { start: start + by, end: end + by })
  return absolute
}
