import { type Cursor, type PdfInput, readAt } from './lexer.ts'
import { limitMet, malformed } from './limits.ts'
import { PdfDict } from './objects.ts'
import { readValue } from './parse.ts'
import type { XrefEntry } from './xref-entries.ts'
import { entryIn, readSection, sizeOf, type XrefSection } from './xref-section.ts'

/** What was saved at once: the first writing of the file or one incremental update (ISO 32000-2, 7.5.6). */
export interface Revision {
  /** 0 is the first. */
  readonly number: number
  readonly start: number
  /** After the last letter of its `%%EOF`. */
  readonly eof: number
  /** After the line end that follows `%%EOF`, if one does. */
  readonly end: number
  /** Newest first; two for the first writing of a linearised file (annex F), else one. */
  readonly sections: readonly XrefSection[]
  readonly trailer: PdfDict
}

/** The revisions of a file, oldest first, and what leads to them. */
export interface RevisionChain {
  readonly revisions: readonly Revision[]
  /** What the last `startxref` says, without the shift. */
  readonly startXref: number
}

interface End {
  readonly eof: number
  readonly end: number
  /** Where `startxref` stands. */
  readonly start: number
  readonly value: number
}

/** @param shift what to add to the offsets that the file names */
export function readRevisions(input: PdfInput, last: End, shift: number): RevisionChain {
  const groups = readChain(input, last.value + shift, shift)
  const revisions: Revision[] = []
  let start = 0
  for (const group of groups) {
    const revision = revisionOf(input, group, shift, { number: revisions.length, start })
    const before = revisions.at(-1)
    if (before !== undefined && sizeAt(revision) < sizeAt(before)) throw malformed('size', revision.start)
    start = revision.end
    revisions.push(revision)
  }
  const newest = revisions.at(-1)
  // Objects with a `startxref` of their own but no section: an update that is none.
  if (newest === undefined || newest.eof !== last.eof)
    throw malformed('startxref_without_section', last.start)
  return { revisions, startXref: last.value }
}

/** The sections of each revision, oldest revision first. */
function readChain(input: PdfInput, newest: number, shift: number): XrefSection[][] {
  const groups: XrefSection[][] = []
  let section = readSection(input, newest, shift)
  for (;;) {
    const group = [section]
    groups.push(group)
    if (groups.length > input.limits.revisions)
      throw limitMet('revisions', input.limits.revisions, section.offset)
    const before = previousOf(input, section)
    if (before === null) break
    const older = readSection(input, before + shift, shift)
    if (older.offset < section.offset) section = older
    else {
      // Only a linearised file's first section names one that stands after it; thus there is no loop either.
      const isPair = previousOf(input, older) === null && older.offset > section.end && isLinearised(input)
      if (!isPair) throw malformed('prev_forward', section.offset)
      checkApart(section, older)
      group.push(older)
      break
    }
  }
  return groups.reverse()
}

function previousOf(input: PdfInput, { trailer, offset }: XrefSection): number | null {
  const previous = trailer.get('Prev')
  if (previous === null) return null
  if (typeof previous !== 'number' || !Number.isInteger(previous)) throw malformed('prev', offset)
  if (previous !== 0) return previous
  input.notes.add('prev_zero', offset)
  return null
}

/** Annex F.3.3: the first object of a linearised file is a dictionary that says so. */
function isLinearised(input: PdfInput): boolean {
  return readAt(input, headerOf(input).start, (cursor) => {
    cursor.skipSpace()
    if (cursor.skipWhole() < 0) return false
    cursor.skipBlank()
    if (cursor.skipWhole() < 0) return false
    cursor.skipBlank()
    if (!cursor.skipWord('obj')) return false
    const value = readValue(cursor)
    return value instanceof PdfDict && value.get('Linearized') !== null
  })
}

/** The two sections of a linearised file share no object, so that their order does not matter. */
function checkApart(one: XrefSection, other: XrefSection): void {
  const both = [...one.ranges.ranges, ...other.ranges.ranges].sort((a, b) => a.first - b.first)
  let after = 0
  for (const { first, count } of both) {
    // The head of the list of free objects may be in both.
    if (first < after && first !== 0) throw malformed('xref_object_twice', one.offset, first)
    if (count > 0) after = Math.max(after, first + count)
  }
}

function revisionOf(
  input: PdfInput,
  sections: readonly XrefSection[],
  shift: number,
  at: { readonly number: number; readonly start: number },
): Revision {
  const [first] = sections
  const last = sections.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('no section')
  const tail = readAt(input, last.end, readEnd)
  if (!pointsTo(input, tail.value + shift, first.offset)) throw malformed('startxref', tail.start)
  for (const { offset, end, hidden } of sections) {
    // A hidden stream may be of the revision before: so Word saves, with a section that names nothing else.
    if (offset < at.start || end > tail.eof || (hidden !== null && hidden.end > tail.eof))
      throw malformed('revisions_overlap', offset)
  }
  return { ...at, eof: tail.eof, end: tail.end, sections, trailer: first.trailer }
}

/** Whether `offset` is `target` or white space before it. */
function pointsTo(input: PdfInput, offset: number, target: number): boolean {
  if (offset === target) return true
  if (offset > target || offset < 0 || target - offset > 1024) return false
  return readAt(input, offset, (cursor) => {
    cursor.skipBlank()
    return cursor.offset === target
  })
}

/** 7.5.5: `startxref`, a number, `%%EOF`, and the line end after it. */
function readEnd(cursor: Cursor): End {
  cursor.skipSpace()
  const start = cursor.offset
  if (!cursor.skipWord('startxref')) throw cursor.malformed('startxref')
  cursor.skipBlank()
  const value = cursor.skipWhole()
  cursor.skipBlank()
  for (const byte of [0x25, 0x25, 0x45, 0x4f, 0x46])
    if (cursor.byteAt(cursor.pos++) !== byte) throw malformed('eof', start)
  if (value < 0) throw malformed('startxref', start)
  const eof = cursor.offset
  const byte = cursor.byteAt(cursor.pos)
  if (byte === 13) cursor.pos += cursor.byteAt(cursor.pos + 1) === 10 ? 2 : 1
  else if (byte === 10) cursor.pos++
  return { eof, end: cursor.offset, start, value }
}

/** How far before the end of a file its last `startxref` is looked for. */
const tailBytes = 1 << 16

/** Finds the last `startxref` of a file. */
export function readLastEnd(input: PdfInput): End {
  const { source } = input
  for (const size of [1024, tailBytes]) {
    const from = Math.max(0, source.sizeBytes - size)
    const bytes = source.read(from, source.sizeBytes)
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('startxref')
    if (at >= 0) return readAt(input, from + at, readEnd)
  }
  throw malformed('startxref', source.sizeBytes)
}

/** 7.5.2 */
export interface Header {
  /** Where `%PDF-` stands. */
  readonly start: number
  /** As in `1.7`. */
  readonly version: string
}

/** @throws PadesError where `%PDF-` is not within the first 1024 bytes */
export function headerOf(input: PdfInput): Header {
  const bytes = input.source.read(0, 1024 + 8)
  const start = isHeader(bytes, 0)
    ? 0
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('%PDF-')
  const version = String.fromCharCode(...bytes.subarray(start + 5, start + 8))
  if (start < 0 || !/^\d\.\d$/.test(version)) throw malformed('header', 0)
  if (start > 0) input.notes.add('header_not_first', start)
  return { start, version }
}

function isHeader(bytes: Uint8Array, at: number): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[at + index] === byte)
}

/** The sections of more entries than this are not listed object by object. */
const mostListed = 4096

/** Finds the entry of an object as of a revision without asking each revision. */
export class XrefIndex {
  readonly #revisions: readonly Revision[]
  /** For each object the revisions that name it, in order; made when there are enough revisions to be worth it. */
  #history: Map<number, number[]> | undefined
  readonly #wide: number[] = []

  constructor(revisions: readonly Revision[]) {
    this.#revisions = revisions
  }

  /** The entry of an object, and the revision that it is of; null where none names it. */
  find(number: number, at: number): { readonly entry: XrefEntry; readonly revision: Revision } | null {
    if (at < 8) return this.#search(number, at)
    const newest = newestOf(this.#listed().get(number), at)
    for (let i = this.#wide.length - 1; i >= 0; i--) {
      const wide = this.#wide[i] ?? 0
      if (wide > at) continue
      if (wide < newest) break
      const found = this.#in(number, wide)
      if (found !== null) return found
    }
    return newest < 0 ? null : this.#in(number, newest)
  }

  #search(number: number, at: number) {
    for (let revision = at; revision >= 0; revision--) {
      const found = this.#in(number, revision)
      if (found !== null) return found
    }
    return null
  }

  #in(number: number, at: number) {
    const revision = this.#revisions[at]
    if (revision === undefined) return null
    for (const section of revision.sections) {
      const entry = entryIn(section, number)
      if (entry !== null) return { entry, revision }
    }
    return null
  }

  #listed(): Map<number, number[]> {
    if (this.#history !== undefined) return this.#history
    const history = new Map<number, number[]>()
    for (const revision of this.#revisions) {
      if (countOf(revision) > mostListed) this.#wide.push(revision.number)
      else
        for (const number of numbersOf(revision)) {
          const list = history.get(number)
          if (list === undefined) history.set(number, [revision.number])
          else if (list.at(-1) !== revision.number) list.push(revision.number)
        }
    }
    this.#history = history
    return history
  }
}

/** The greatest of the ascending `list` that is not above `at`, or -1. */
function newestOf(list: readonly number[] | undefined, at: number): number {
  if (list === undefined) return -1
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return list[low - 1] ?? -1
}

function* rangesOf({ sections }: Revision) {
  for (const { ranges, hidden } of sections) {
    yield* ranges.ranges
    if (hidden !== null) yield* hidden.ranges.ranges
  }
}

function countOf(revision: Revision): number {
  let count = 0
  for (const range of rangesOf(revision)) count += range.count
  return count
}

/** The numbers that a revision's sections name; one may come twice where a table hides objects. */
export function* numbersOf(revision: Revision): Generator<number> {
  for (const { first, count } of rangesOf(revision)) for (let i = 0; i < count; i++) yield first + i
}

/** `/Size` as of a revision. */
export function sizeAt(revision: Revision): number {
  return sizeOf(revision.trailer, revision.sections[0]?.offset ?? 0)
}
