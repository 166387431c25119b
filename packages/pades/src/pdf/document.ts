import { PadesError } from '../errors.ts'
import type { ByteSource, Span } from '../source.ts'
import { headerOf, isBlankAfter, isBlankBetween, isFound, readLastEnd, shiftOf } from './file-ends.ts'
import { type DecodedStream, decodeStream } from './filters.ts'
import type { PdfInput } from './lexer.ts'
import { Budget, defaultLimits, malformed, Notes, type PdfLimits, type PdfNote } from './limits.ts'
import { ObjectStream } from './object-stream.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from './objects.ts'
import { type IndirectObject, readIndirect } from './parse.ts'
import { type Revision, readRevisions, sizeAt } from './revisions.ts'
import type { XrefEntry } from './xref-entries.ts'
import { XrefIndex } from './xref-index.ts'

/**
 * Opens a PDF. Nothing is repaired: where two readers could see two documents, it is refused.
 *
 * @throws PadesError `pdf_malformed`, `pdf_limit`, `pdf_encrypted`
 */
export function openPdf(source: ByteSource, limits: Partial<PdfLimits> = {}): PdfFile {
  const all = { ...defaultLimits, ...limits }
  return new PdfFile({ source, limits: all, notes: new Notes(), budget: new Budget(all), container: -1 })
}

const mostCached = 4096
const mostCachedBytes = 128 << 20

/** A PDF with its revisions; see `openPdf`. `at` is always the number of a revision, the last where it is left out. */
export class PdfFile {
  readonly source: ByteSource
  readonly limits: PdfLimits
  /** Oldest first; at least one. */
  readonly revisions: readonly Revision[]
  readonly latest: Revision
  /** What the last `startxref` says. */
  readonly startXref: number
  /** What is to be added to an offset that the file names: not 0 where they count from a header that is not first. */
  readonly shift: number
  /** 7.5.2: as the first line says; `versionAt` looks into the catalogue as well. */
  readonly headerVersion: string
  /** What follows the last revision, and whether it is white space alone. */
  readonly trailing: Span & { readonly isBlank: boolean }
  readonly #input: PdfInput
  readonly #index: XrefIndex
  readonly #objects = new Map<number, IndirectObject>()
  readonly #objectStreams = new Map<number, ObjectStream>()
  #objectStreamBytes = 0
  readonly #counted = new Set<number>()
  #depth = 0

  constructor(input: PdfInput) {
    this.#input = input
    this.source = input.source
    this.limits = input.limits
    const header = headerOf(input)
    this.headerVersion = header.version
    const last = readLastEnd(input)
    this.shift = shiftOf(input, header.start, last.value)
    const { revisions, startXref } = readRevisions(input, last, this.shift)
    const latest = revisions.at(-1)
    if (latest === undefined) throw malformed('startxref', 0)
    this.revisions = revisions
    this.latest = latest
    this.startXref = startXref
    const encrypted = revisions.find(({ trailer }) => trailer.get('Encrypt') !== null)
    if (encrypted !== undefined)
      throw new PadesError('pdf_encrypted', 'PDF: encrypted', { offset: encrypted.trailer.start })
    this.#index = new XrefIndex(revisions)
    this.trailing = {
      start: latest.end,
      end: input.source.sizeBytes,
      isBlank: isBlankAfter(input, latest.end) && isFound(input, last.start),
    }
  }

  /** What is wrong with the file and harms nobody, as far as it was read. */
  get notes(): readonly PdfNote[] {
    return this.#input.notes.list()
  }

  /** The number that a new object gets. */
  get nextNumber(): number {
    return sizeAt(this.latest)
  }

  /** The cross-reference entry of an object; null where none names it. */
  entry(number: number, at = this.latest.number): XrefEntry | null {
    return this.#index.find(number, at)?.entry ?? null
  }

  /** The value that a reference leads to; null where there is no such object (7.3.10). */
  get(ref: PdfRef, at = this.latest.number): PdfObject {
    const object = this.getObject(ref.number, at)
    return object === null || object.generation !== ref.generation ? null : object.value
  }

  /** The object of a number with its place; null where it is free or not there. */
  getObject(number: number, at = this.latest.number): IndirectObject | null {
    const found = this.#index.find(number, at)
    if (found === null || found.entry.kind === 'free') return null
    const { entry, revision } = found
    if (entry.kind === 'in') return this.#inStream(number, entry, revision, at)
    return this.#atOffset(number, entry, revision, at)
  }

  #atOffset(number: number, entry: XrefEntry, revision: Revision, at: number): IndirectObject {
    const offset = entry.where + this.shift
    const known = this.#objects.get(offset)
    if (known !== undefined && known.number === number && known.generation === entry.extra) return known
    if (offset >= revision.eof) throw malformed('xref_target', offset, number)
    // A stream's length may be an object in a stream whose length …
    if (this.#depth > 3) throw malformed('stream_length', offset, number)
    this.#depth++
    let hasOwnLength = true
    try {
      const object = readIndirect(this.#input, offset, number, entry.extra, (ref) => {
        hasOwnLength = false
        const length = this.get(ref, revision.number)
        // Else the stream would change without a cross-reference that says so.
        if (at !== revision.number && this.get(ref, at) !== length)
          throw malformed('stream_length_changed', offset, number)
        return length
      })
      if (object.end > revision.eof) throw malformed('object_beyond_revision', offset, number)
      // Whether a length that is an object is still the same is asked for each revision.
      if (hasOwnLength || this.revisions.length === 1) this.#remember(offset, object)
      return object
    } finally {
      this.#depth--
    }
  }

  #remember(offset: number, object: IndirectObject): void {
    if (this.#objects.size >= mostCached) this.#objects.clear()
    this.#objects.set(offset, object)
  }

  #inStream(number: number, entry: XrefEntry, revision: Revision, at: number): IndirectObject {
    const container = this.#index.find(entry.where, at)
    if (container === null || container.entry.kind !== 'at')
      throw malformed('object_stream_entry', revision.start, number)
    // Else an object would change without a cross-reference that says so.
    if (container.revision.number > revision.number)
      throw malformed('object_stream_replaced', container.revision.start, number)
    const { start, end, value } = this.#atOffset(entry.where, container.entry, container.revision, at)
    if (!(value instanceof PdfStream)) throw malformed('object_stream', start, entry.where)
    const objects = this.#objectStreams.get(value.start) ?? this.#openObjectStream(value, at)
    return {
      number,
      generation: 0,
      value: objects.get(number, entry.extra),
      start,
      end,
      container: entry.where,
    }
  }

  #openObjectStream(stream: PdfStream, at: number): ObjectStream {
    if (this.#depth > 3) throw malformed('object_stream', stream.start)
    this.#depth++
    try {
      const objects = new ObjectStream(this.#input, stream, this.decode(stream, at).bytes)
      if (this.#objectStreamBytes + objects.sizeBytes > mostCachedBytes) {
        this.#objectStreams.clear()
        this.#objectStreamBytes = 0
      }
      this.#objectStreams.set(stream.start, objects)
      this.#objectStreamBytes += objects.sizeBytes
      return objects
    } finally {
      this.#depth--
    }
  }

  /** Follows references until there is something else. */
  resolve(value: PdfObject, at = this.latest.number): PdfObject {
    let resolved = value
    for (let hops = 0; resolved instanceof PdfRef; hops++) {
      if (hops > 16) throw malformed('reference_loop', 0, resolved.number)
      resolved = this.get(resolved, at)
    }
    return resolved
  }

  /** The data of a stream after its filters; those of images are left as they are. */
  decode(stream: PdfStream, at = this.latest.number): DecodedStream {
    const { budget, limits } = this.#input
    const resolve = (value: PdfObject) => this.resolve(value, at)
    const decoded = decodeStream(stream, resolve, limits, budget.left(stream.start))
    if (stream.source !== this.source) return decoded
    if (this.#counted.has(stream.start)) budget.spendAgain(decoded.bytes.length, stream.start)
    else budget.spend(decoded.bytes.length)
    this.#counted.add(stream.start)
    return decoded
  }

  trailer(at = this.latest.number): PdfDict {
    return (this.revisions[at] ?? this.latest).trailer
  }

  /** 7.7.2 */
  catalog(at = this.latest.number): PdfDict {
    const root = this.trailer(at).get('Root')
    const catalog = root instanceof PdfRef ? this.get(root, at) : null
    if (!(catalog instanceof PdfDict)) throw malformed('catalog', this.trailer(at).start)
    const type = this.resolve(catalog.get('Type'), at)
    if (!(type instanceof PdfName) || type.value !== 'Catalog')
      throw malformed('catalog', this.trailer(at).start)
    return catalog
  }

  /** 14.3.3: the document information, or null. */
  info(at = this.latest.number): PdfDict | null {
    const info = this.resolve(this.trailer(at).get('Info'), at)
    return info instanceof PdfDict ? info : null
  }

  /** The later of the versions of header and catalogue (7.2.2). */
  versionAt(at = this.latest.number): string {
    const version = this.resolve(this.catalog(at).get('Version'), at)
    const isLater =
      version instanceof PdfName && /^\d\.\d$/.test(version.value) && version.value > this.headerVersion
    return isLater ? version.value : this.headerVersion
  }

  /** The revision that a signature over the first `size` bytes covers whole: white space after it may be missing. */
  revisionEndingAt(size: number): Revision | null {
    const revision = this.revisions.findLast(({ eof }) => eof <= size)
    if (revision === undefined || size > this.source.sizeBytes) return null
    return isBlankBetween(this.#input, revision.eof, size) ? revision : null
  }
}
