import { decodeStream } from './filters.ts'
import { type Cursor, type PdfInput, readAt } from './lexer.ts'
import { limitMet, malformed } from './limits.ts'
import { type PdfDict, PdfName, type PdfObject, PdfStream } from './objects.ts'
import { readDict, readIndirect, skipHead } from './parse.ts'
import {
  isFixedWidth,
  readListed,
  StreamRange,
  TableRange,
  type XrefEntry,
  type XrefRange,
  XrefRanges,
} from './xref-entries.ts'

/** One cross-reference section with its trailer (ISO 32000-2, 7.5.4, 7.5.5, 7.5.8). */
export interface XrefSection {
  readonly kind: 'table' | 'stream'
  /** Where `xref` or the number of the stream's object stands. */
  readonly offset: number
  /** After the trailer's dictionary, or after `endobj`. */
  readonly end: number
  readonly trailer: PdfDict
  /** The number of the stream's object; null for a table. */
  readonly streamNumber: number | null
  readonly ranges: XrefRanges
  /** 7.5.8.4: what a hybrid file's table hides from old readers. */
  readonly hidden: XrefSection | null
}

/**
 * Reads the section at `offset`.
 *
 * @param shift what to add to the offsets that the file names
 */
export function readSection(input: PdfInput, offset: number, shift: number): XrefSection {
  const start = readAt(input, checked(input, offset), (cursor) => {
    cursor.skipBlank()
    return cursor.byteAt(cursor.pos) === 0x78 ? cursor.offset : -1
  })
  if (start === -1) return readStreamAt(input, offset)
  if (start !== offset) input.notes.add('offset_before_target', offset)
  const table = readTable(input, start)
  const at = table.trailer.get('XRefStm')
  if (at === null) return table
  if (typeof at !== 'number' || !Number.isInteger(at)) throw malformed('xref_stm', start)
  const hidden = readStreamAt(input, at + shift)
  // Some readers would go on from there as well.
  const previous = hidden.trailer.get('Prev')
  if (previous !== null && previous !== table.trailer.get('Prev')) throw malformed('xref_stm_prev', start)
  return { ...table, hidden }
}

function checked(input: PdfInput, offset: number): number {
  if (offset >= 0 && offset < input.source.sizeBytes) return offset
  throw malformed('xref_offset', offset)
}

function readTable(input: PdfInput, offset: number): XrefSection {
  const ranges: XrefRange[] = []
  let part = readAt(input, offset, (cursor) => {
    if (!cursor.skipWord('xref')) throw cursor.malformed('xref')
    return readSubsections(cursor)
  })
  // A table that is longer than the window is not read; what stands after it is.
  while (part.trailer === null) {
    for (const range of part.ranges) ranges.push(range)
    part = readAt(input, part.end, readSubsections)
  }
  for (const range of part.ranges) ranges.push(range)
  const { trailer, end } = part
  const all = new XrefRanges(ranges, offset)
  checkSize(trailer, all, input, offset)
  return { kind: 'table', offset, end, trailer, streamNumber: null, ranges: all, hidden: null }
}

interface Subsections {
  readonly ranges: readonly XrefRange[]
  readonly end: number
  /** Null where the window ends before it. */
  readonly trailer: PdfDict | null
}

function readSubsections(cursor: Cursor): Subsections {
  const { input } = cursor
  const ranges: XrefRange[] = []
  while (cursor.pos <= cursor.bytes.length) {
    // No comments: there are readers that take them for the end of the table and begin to mend the file.
    cursor.skipBlank()
    if (cursor.byteAt(cursor.pos) === 0x74 && cursor.skipWord('trailer')) {
      if (cursor.skipSpace() !== 0x3c || cursor.byteAt(cursor.pos + 1) !== 0x3c)
        throw cursor.malformed('trailer')
      const trailer = readDict(cursor)
      return { ranges, end: cursor.offset, trailer }
    }
    const first = cursor.skipWhole()
    const isApart = cursor.byteAt(cursor.pos++) === 0x20
    const count = cursor.skipWhole()
    if (first < 0 || count < 0 || !isApart || !skipLineEnd(cursor)) throw cursor.malformed('xref_subsection')
    if (first + count > input.limits.objects) throw limitMet('objects', input.limits.objects, cursor.offset)
    if (count === 0) continue
    if (isFixedWidth(cursor, count)) {
      ranges.push(new TableRange(input, first, count, cursor.offset))
      cursor.pos += count * 20
    } else ranges.push(readListed(cursor, first, count))
  }
  return { ranges, end: cursor.offset, trailer: null }
}

/** 7.5.4: after the two numbers stands a line end, or one space and it; the entries begin at once. */
function skipLineEnd(cursor: Cursor): boolean {
  if (cursor.byteAt(cursor.pos) === 0x20) cursor.pos++
  const byte = cursor.byteAt(cursor.pos)
  if (byte !== 13 && byte !== 10) return false
  cursor.pos += byte === 13 && cursor.byteAt(cursor.pos + 1) === 10 ? 2 : 1
  return true
}

function readStreamAt(input: PdfInput, offset: number): XrefSection {
  const head = readAt(input, checked(input, offset), (cursor) => {
    cursor.skipBlank()
    return skipHead(cursor)
  })
  if (head === null) throw malformed('xref', offset)
  const { number, generation } = head
  const refuse = () => {
    throw malformed('xref_stream_length', offset, number)
  }
  const { value, start, end } = readIndirect(input, offset, number, generation, refuse)
  if (!(value instanceof PdfStream)) throw malformed('xref_stream', offset, number)
  const { dict } = value
  const type = dict.get('Type')
  if (!(type instanceof PdfName) || type.value !== 'XRef') throw malformed('xref_stream_type', offset, number)
  const ranges = new XrefRanges(rangesOf(input, value, offset), offset)
  checkSize(dict, ranges, input, offset)
  return { kind: 'stream', offset: start, end, trailer: dict, streamNumber: number, ranges, hidden: null }
}

function rangesOf(input: PdfInput, stream: PdfStream, offset: number): XrefRange[] {
  const { dict } = stream
  const widths = wholesOf(dict.get('W'))
  const [one, two, three] = widths ?? []
  // Of four fields, readers that know three find other entries.
  if (widths?.length !== 3 || one === undefined || two === undefined || three === undefined)
    throw malformed('xref_stream_widths', offset)
  const entryBytes = one + two + three
  if (two === 0 || Math.max(one, two, three) > 6) throw malformed('xref_stream_widths', offset)
  const index = dict.get('Index') === null ? [0, sizeOf(dict, offset)] : wholesOf(dict.get('Index'))
  if (index === null || index.length % 2 === 1) throw malformed('xref_stream_index', offset)
  const direct = (value: PdfObject) => value
  const data = decodeStream(stream, direct, input.limits, input.budget.left(offset)).bytes
  input.budget.spend(data.length)
  const ranges: XrefRange[] = []
  let at = 0
  for (let i = 0; i < index.length; i += 2) {
    const first = index[i] ?? 0
    const count = index[i + 1] ?? 0
    if (first + count > input.limits.objects) throw limitMet('objects', input.limits.objects, offset)
    ranges.push(new StreamRange(first, count, data, at, [one, two, three], offset))
    at += count * entryBytes
  }
  if (at > data.length) throw malformed('xref_stream_too_short', offset)
  input.budget.spendEntries(at / entryBytes, input.source.sizeBytes, offset)
  if (at < data.length) input.notes.add('xref_stream_too_long', offset)
  return ranges
}

/** An array of whole numbers that are not negative, or null. */
function wholesOf(value: PdfObject): number[] | null {
  if (!Array.isArray(value)) return null
  const wholes = value.filter((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0)
  return wholes.length === value.length ? wholes : null
}

/** 7.5.5: an object whose number is not below `/Size` does not exist for some readers and does for others. */
function checkSize(trailer: PdfDict, ranges: XrefRanges, input: PdfInput, offset: number): void {
  const size = sizeOf(trailer, offset)
  if (size > input.limits.objects) throw limitMet('objects', input.limits.objects, offset)
  if (ranges.end > size) throw malformed('size', offset)
}

/** The trailer's `/Size`. */
export function sizeOf(trailer: PdfDict, offset: number): number {
  const size = trailer.get('Size')
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0) throw malformed('size', offset)
  return size
}

/**
 * The entry of an object, hidden ones included. An object that the table calls free and the hidden stream calls used
 * is there for some readers and not for others, so it is refused as well.
 *
 * @throws PadesError where table and hidden stream contradict one another
 */
export function entryIn(section: XrefSection, number: number): XrefEntry | null {
  const entry = section.ranges.find(number)
  if (section.hidden === null) return entry
  const hidden = section.hidden.ranges.find(number)
  if (hidden === null || entry === null) return entry ?? hidden
  const isSame = entry.kind === hidden.kind && (entry.kind === 'free' || entry.where === hidden.where)
  if (!isSame) throw malformed('hybrid_contradiction', section.offset, number)
  return entry
}
