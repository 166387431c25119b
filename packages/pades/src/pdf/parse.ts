import { type Cursor, type PdfInput, readAt } from './lexer.ts'
import { limitMet, malformed } from './limits.ts'
import { isEqual, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from './objects.ts'

/** 7.3.10: an object with its number, and where it stands in the file. */
export interface IndirectObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfObject
  /** From its number to after `endobj`; of an object in an object stream, the stream's. */
  readonly start: number
  readonly end: number
  /** The number of the object stream that it is in, or null. */
  readonly container: number | null
}

/** The object that begins at the cursor, after white space and comments. */
export function readValue(cursor: Cursor, depth = 0): PdfObject {
  const byte = cursor.skipSpace()
  if (byte === 0x2f) return cursor.name()
  if (byte >= 48 && byte <= 57) return readNumberOrRef(cursor)
  if (byte === 0x3c)
    return cursor.byteAt(cursor.pos + 1) === 0x3c ? readDict(cursor, depth) : cursor.hexString()
  if (byte === 0x5b) return readArray(cursor, depth)
  if (byte === 0x28) return cursor.literalString()
  if (byte === 0x2b || byte === 0x2d || byte === 0x2e) return cursor.number()
  if (byte === 0x74 && cursor.skipWord('true')) return true
  if (byte === 0x66 && cursor.skipWord('false')) return false
  if (byte === 0x6e && cursor.skipWord('null')) return null
  throw cursor.malformed('token')
}

function readNumberOrRef(cursor: Cursor): PdfObject {
  const from = cursor.pos
  const number = cursor.number()
  if (!Number.isInteger(number)) return number
  const after = cursor.pos
  const byte = cursor.skipSpace()
  if (byte >= 48 && byte <= 57) {
    const generation = cursor.skipWhole()
    const { pos } = cursor
    const isRef = generation >= 0 && generation <= 65535 && cursor.skipSpace() === 0x52
    // Not all readers take `1 0R` for one, or `1.0 0 R`.
    if (isRef && cursor.pos > pos && !hasPoint(cursor, from, number) && cursor.skipWord('R'))
      return new PdfRef(number, generation)
  }
  cursor.pos = after
  return number
}

function readArray(cursor: Cursor, depth: number): PdfObject {
  checkDepth(cursor, depth)
  cursor.pos++
  const values: PdfObject[] = []
  for (;;) {
    if (cursor.skipSpace() === 0x5d) break
    values.push(readValue(cursor, depth + 1))
  }
  cursor.pos++
  return values
}

/** 7.3.7, from its `<<`. */
export function readDict(cursor: Cursor, depth = 0): PdfDict {
  checkDepth(cursor, depth)
  const start = cursor.pos
  cursor.pos += 2
  const entries = new Map<string, PdfObject>()
  const reals: string[] = []
  for (;;) {
    const byte = cursor.skipSpace()
    if (byte === 0x3e && cursor.byteAt(cursor.pos + 1) === 0x3e) break
    if (byte !== 0x2f) throw cursor.malformed('key')
    const key = cursor.name().value
    const from = cursor.pos
    const value = readValue(cursor, depth + 1)
    if (wholeKeys.has(key) && hasPoint(cursor, from, value)) reals.push(key)
    if (entries.has(key)) checkSame(cursor, key, entries.get(key) ?? null, value)
    entries.set(key, value)
  }
  cursor.pos += 2
  if (reals.length > 0 && mustBeWhole(entries, reals)) throw cursor.malformed('real_for_whole')
  return new PdfDict(entries, cursor.placeOf(start), cursor.placeOf(cursor.pos))
}

/** Where things are in the file. Of `12.0` some readers make 12 and others nothing. */
const wholeKeys = new Set(['Prev', 'XRefStm', 'Length', 'Size', 'W', 'Index', 'N', 'First'])
const alwaysWhole = new Set(['Prev', 'XRefStm', 'Length'])

/** Whether a number, or one of a list, is written with a point. */
function hasPoint({ bytes, pos }: Cursor, from: number, value: PdfObject): boolean {
  if (typeof value !== 'number' && !Array.isArray(value)) return false
  for (let at = from; at < pos; at++) if (bytes[at] === 0x2e) return true
  return false
}

/** `/W` and others are keys of fonts and borders too. */
function mustBeWhole(entries: ReadonlyMap<string, PdfObject>, keys: readonly string[]): boolean {
  const type = entries.get('Type')
  const isOfFile =
    entries.has('Root') || (type instanceof PdfName && (type.value === 'XRef' || type.value === 'ObjStm'))
  return isOfFile || keys.some((key) => alwaysWhole.has(key))
}

function checkSame(cursor: Cursor, key: string, one: PdfObject, other: PdfObject): void {
  // What LuaTeX writes down of pages that it puts in, which no reader shows.
  const isRemark = key === 'PTEX.InfoDict'
  if (!isEqual(one, other) && !isRemark) throw cursor.malformed('key_twice')
  cursor.input.notes.add('key_twice', cursor.offset)
}

function checkDepth(cursor: Cursor, depth: number): void {
  const most = cursor.input.limits.nesting
  if (depth >= most) throw limitMet('nesting', most, cursor.offset)
}

/** Goes over `number generation obj`, or gives null where something else stands. */
export function skipHead(cursor: Cursor): { readonly number: number; readonly generation: number } | null {
  const number = cursor.skipWhole()
  cursor.skipBlank()
  const generation = cursor.skipWhole()
  const { pos } = cursor
  cursor.skipBlank()
  const isHead = number >= 0 && generation >= 0 && cursor.pos > pos && cursor.skipWord('obj')
  return isHead ? { number, generation } : null
}

/**
 * The object `number generation obj … endobj` at `offset`, and nothing else.
 *
 * @param lengthOf gives the value of a `/Length` that is a reference
 */
export function readIndirect(
  input: PdfInput,
  offset: number,
  number: number,
  generation: number,
  lengthOf: (ref: PdfRef) => PdfObject,
): IndirectObject {
  const { start, end, value, dataStart } = readAt(input, offset, (cursor) =>
    readHead(cursor, number, generation),
  )
  if (dataStart === -1 || !(value instanceof PdfDict))
    return { number, generation, value, start, end, container: null }
  const length = value.get('Length')
  const sizeBytes = length instanceof PdfRef ? lengthOf(length) : length
  if (typeof sizeBytes !== 'number' || !Number.isInteger(sizeBytes) || sizeBytes < 0)
    throw malformed('stream_length', dataStart, number)
  const stream = new PdfStream(value, input.source, dataStart, sizeBytes)
  const tail = readAt(input, dataStart + sizeBytes, (cursor) => readTail(cursor, number))
  return { number, generation, value: stream, start, end: tail, container: null }
}

/** What stands before a stream's data; `dataStart` is -1 where there is no stream. */
interface Head {
  readonly start: number
  readonly end: number
  readonly value: PdfObject
  readonly dataStart: number
}

function readHead(cursor: Cursor, number: number, generation: number): Head {
  const offset = cursor.offset
  cursor.skipBlank()
  const start = cursor.offset
  const head = skipHead(cursor)
  if (head?.number !== number || head.generation !== generation)
    throw malformed('xref_target', offset, number)
  if (start !== offset) cursor.input.notes.add('offset_before_target', offset)
  const value = readValue(cursor)
  const end = cursor.pos
  cursor.skipSpace()
  if (value instanceof PdfDict && cursor.skipWord('stream')) {
    skipStreamLineEnd(cursor)
    return { start, end: -1, value, dataStart: cursor.offset }
  }
  return { start, end: endOfObject(cursor, end, number), value, dataStart: -1 }
}

/**
 * Goes over `endobj` and gives where it ends. Some producers leave it out, of a cross-reference stream above all; that
 * is let through where the next object or section begins.
 */
function endOfObject(cursor: Cursor, after: number, number: number): number {
  const byte = cursor.skipSpace()
  if (byte === 0x65 && cursor.skipWord('endobj')) return cursor.offset
  const isNext = cursor.skipWord('startxref') || cursor.skipWord('xref') || skipHead(cursor) !== null
  if (!isNext) throw malformed('endobj', cursor.offset, number)
  cursor.input.notes.add('endobj_missing', cursor.base + after)
  return cursor.base + after
}

/** 7.3.8.1: CR LF or LF; spaces before it and a lone CR are seen in real files. */
function skipStreamLineEnd(cursor: Cursor): void {
  const start = cursor.offset
  const { pos } = cursor
  while (cursor.byteAt(cursor.pos) === 0x20) cursor.pos++
  const spaces = cursor.pos - pos
  const byte = cursor.byteAt(cursor.pos)
  if (byte !== 13 && byte !== 10) throw cursor.malformed('stream_line_end')
  cursor.pos++
  const isPair = byte === 13 && cursor.byteAt(cursor.pos) === 10
  if (isPair) cursor.pos++
  if (spaces > 0 || (byte === 13 && !isPair)) cursor.input.notes.add('stream_line_end', start)
}

/** How much white space may stand between a stream's data and `endstream`. */
const mostBlankBeforeEnd = 16

/** What must stand after a stream's data; gives where the object ends. */
function readTail(cursor: Cursor, number: number): number {
  const { pos, offset } = cursor
  const isPair = cursor.byteAt(pos) === 13 && cursor.byteAt(pos + 1) === 10
  cursor.skipBlank()
  const blanks = cursor.pos - pos
  if (blanks > mostBlankBeforeEnd || !cursor.skipWord('endstream'))
    throw malformed('endstream', offset, number)
  // A line end should be there, but need not.
  if (blanks > (isPair ? 2 : 1)) cursor.input.notes.add('endstream_line_end', offset)
  return endOfObject(cursor, cursor.pos, number)
}
