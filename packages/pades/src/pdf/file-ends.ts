import { PadesError } from '../errors.ts'
import { type Cursor, type PdfInput, readAt } from './lexer.ts'
import { malformed } from './limits.ts'
import { readSection } from './xref-section.ts'

/** The end of a file or of a revision: `startxref`, a number, `%%EOF` (ISO 32000-2, 7.5.5). */
export interface FileEnd {
  /** After the last letter of `%%EOF`. */
  readonly eof: number
  /** After the line end that follows it, if one does. */
  readonly end: number
  /** Where `startxref` stands. */
  readonly start: number
  readonly value: number
}

/** 7.5.5: `startxref`, a number, `%%EOF`, and the line end after it. */
export function readEnd(cursor: Cursor): FileEnd {
  cursor.skipSpace()
  const start = cursor.offset
  if (!cursor.skipWord('startxref')) throw cursor.malformed('startxref')
  skipLineEnds(cursor)
  const value = cursor.skipWhole()
  skipLineEnds(cursor)
  for (const byte of [0x25, 0x25, 0x45, 0x4f, 0x46])
    if (cursor.byteAt(cursor.pos++) !== byte) throw malformed('eof', start)
  if (value < 0) throw malformed('startxref', start)
  const eof = cursor.offset
  const byte = cursor.byteAt(cursor.pos)
  if (byte === 13) cursor.pos += cursor.byteAt(cursor.pos + 1) === 10 ? 2 : 1
  else if (byte === 10) cursor.pos++
  return { eof, end: cursor.offset, start, value }
}

/** The white space that every reader knows there: one that does not mends the file. */
function skipLineEnds(cursor: Cursor): void {
  while ([9, 10, 13, 32].includes(cursor.byteAt(cursor.pos))) cursor.pos++
}

/** How far before the end of a file its last `startxref` is looked for. */
const tailBytes = 1 << 16

/** Finds the last `startxref` of a file. */
export function readLastEnd(input: PdfInput): FileEnd {
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

/**
 * Offsets count from the `%` of the header (7.5.2), yet many producers that put something before it count from the
 * first byte of the file. Where both readings lead to a section, there are two documents.
 */
export function shiftOf(input: PdfInput, header: number, startXref: number): number {
  if (header === 0) return 0
  const [fromFile, fromHeader] = [0, header].map((shift) => hasSection(input, startXref + shift, shift))
  if (fromFile && fromHeader) throw malformed('header_ambiguous', header)
  return fromFile ? 0 : header
}

function hasSection(input: PdfInput, offset: number, shift: number): boolean {
  try {
    readSection(input, offset, shift)
    return true
  } catch (error) {
    if (error instanceof PadesError) return false
    throw error
  }
}

export function isBlankAfter(input: PdfInput, from: number): boolean {
  const { sizeBytes } = input.source
  if (from >= sizeBytes) return true
  input.notes.add('bytes_after_end', from)
  return isBlankBetween(input, from, sizeBytes)
}

/** Readers look for `startxref` in the last 1024 bytes (ISO 32000-1, annex H); where it is not there, they mend the file. */
export function isFound(input: PdfInput, start: number): boolean {
  return input.source.sizeBytes - start <= 1024
}

/** Nothing longer than what `readLastEnd` looks through is taken for white space. */
export function isBlankBetween(input: PdfInput, from: number, to: number): boolean {
  if (to - from > 1 << 16) return false
  return input.source
    .read(from, to)
    .every((byte) => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32)
}
