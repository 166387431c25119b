import { inflateSync } from 'node:zlib'
import { isDict, nameOf, type PdfDict, type PdfObject, PdfRef, PdfStream, Unreadable } from './objects.ts'
import { Keyword, Parser } from './parser.ts'

const mostInflatedBytes = 1 << 28

/** A file with cross-reference tables, as Typst writes it and as signatures are appended to it. */
export class PdfFile {
  readonly bytes: Uint8Array
  readonly trailer: PdfDict
  readonly catalog: PdfDict
  readonly #offsets: ReadonlyMap<number, number>
  readonly #read = new Map<number, PdfObject>()

  /** @throws Unreadable */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    const { trailer, offsets } = crossReferences(bytes)
    this.trailer = trailer
    this.#offsets = offsets
    const catalog = this.resolve(trailer.get('Root'))
    if (!isDict(catalog)) throw new Unreadable('no catalog')
    this.catalog = catalog
  }

  get numbers(): Iterable<number> {
    return this.#offsets.keys()
  }

  /** What an object is, through its reference; null where there is nothing. */
  resolve(object: PdfObject | undefined): PdfObject {
    if (!(object instanceof PdfRef)) return object ?? null
    const known = this.#read.get(object.number)
    if (known !== undefined) return known
    this.#read.set(object.number, null)
    const read = this.#readAt(object.number)
    this.#read.set(object.number, read)
    return read
  }

  dict(object: PdfObject | undefined): PdfDict | null {
    const found = this.resolve(object)
    if (found instanceof PdfStream) return found.dict
    return isDict(found) ? found : null
  }

  list(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.resolve(object)
    return Array.isArray(found) ? found : []
  }

  /** What a stream holds, its filters undone; null where they are none that are known. */
  contents(stream: PdfStream): Uint8Array | null {
    const filter = this.resolve(stream.dict.get('Filter'))
    const filters = Array.isArray(filter)
      ? filter.map((one) => this.resolve(one))
      : filter === null
        ? []
        : [filter]
    if (filters.length === 0) return stream.raw
    if (filters.length > 1 || nameOf(filters[0]) !== 'FlateDecode') return null
    try {
      return inflateSync(stream.raw, { maxOutputLength: mostInflatedBytes })
    } catch {
      return null
    }
  }

  #readAt(number: number): PdfObject {
    const offset = this.#offsets.get(number)
    if (offset === undefined) return null
    const parser = new Parser(this.bytes, offset)
    const named = parser.next()
    parser.next()
    const opening = parser.next()
    if (named !== number || !(opening instanceof Keyword && opening.word === 'obj'))
      throw new Unreadable(`object ${number} is not at ${offset}`)
    const object = parser.object()
    if (!isDict(object)) return object
    const following = parser.next()
    if (!(following instanceof Keyword && following.word === 'stream')) return object
    return this.#stream(object, parser.at)
  }

  #stream(dict: PdfDict, after: number): PdfStream {
    const from = after + (this.bytes[after] === 0x0d ? 2 : 1)
    const length = this.resolve(dict.get('Length'))
    if (typeof length !== 'number' || from + length > this.bytes.length)
      throw new Unreadable('a stream without an end')
    return new PdfStream(dict, this.bytes.subarray(from, from + length))
  }
}

function crossReferences(bytes: Uint8Array) {
  const tail = Buffer.from(bytes.subarray(-1100)).toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]
  if (start === undefined) throw new Unreadable('no startxref at the end')
  const offsets = new Map<number, number>()
  const seen = new Set<number>()
  let trailer: PdfDict | null = null
  let at: PdfObject = Number(start)
  while (typeof at === 'number') {
    if (seen.has(at)) throw new Unreadable('cross-reference tables in a circle')
    seen.add(at)
    const table = readTable(bytes, at)
    for (const [number, offset] of table.offsets) if (!offsets.has(number)) offsets.set(number, offset)
    trailer ??= table.trailer
    at = table.trailer.get('Prev') ?? null
  }
  for (const [number, offset] of offsets) if (offset < 0) offsets.delete(number)
  if (trailer === null) throw new Unreadable('no trailer')
  return { trailer, offsets }
}

/** ISO 32000-1, 7.5.4. What is free has the offset -1. */
function readTable(bytes: Uint8Array, at: number) {
  const parser = new Parser(bytes, at)
  const first = parser.next()
  if (!(first instanceof Keyword && first.word === 'xref')) throw new Unreadable('no cross-reference table')
  const offsets = new Map<number, number>()
  for (;;) {
    const from = parser.next()
    if (from instanceof Keyword && from.word === 'trailer') break
    const count = parser.next()
    if (typeof from !== 'number' || typeof count !== 'number')
      throw new Unreadable('a broken cross-reference table')
    for (let index = 0; index < count; index += 1) {
      const offset = parser.next()
      parser.next()
      const kind = parser.next()
      if (typeof offset !== 'number' || !(kind instanceof Keyword))
        throw new Unreadable('a broken cross-reference')
      offsets.set(from + index, kind.word === 'n' ? offset : -1)
    }
  }
  const trailer = parser.object()
  if (!isDict(trailer)) throw new Unreadable('no trailer')
  return { offsets, trailer }
}
