import type { ByteSource } from '../source.ts'
import { type Budget, limitMet, malformed, type Notes, type PdfLimits } from './limits.ts'
import { PdfName, PdfString } from './objects.ts'
import { hexDigit, unescapeLiteral } from './strings.ts'

const regular = 0
const space = 1
const delimiter = 2

/** 7.2.3, tables 1 and 2. */
const kinds = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space
for (const char of '()<>[]{}/%') kinds[char.charCodeAt(0)] = delimiter

/** What a parser needs to know of a file. */
export interface PdfInput {
  readonly source: ByteSource
  readonly limits: PdfLimits
  readonly notes: Notes
  readonly budget: Budget
  /** Where the object stream stands that `source` was decoded from; -1 where `source` is the file. */
  readonly container: number
}

/** Thrown where a window ends before its object does; never seen outside. */
const needsMore = new Error('window too small')

/**
 * Gives `read` a cursor at `offset`. Of a source that is not in memory a small window is read first, and a larger one
 * where it ends too early, so that the cost stays linear in what is read.
 */
export function readAt<T>(input: PdfInput, offset: number, read: (cursor: Cursor) => T): T {
  const { source, limits } = input
  if (source.bytes !== undefined) return read(new Cursor(input, source.bytes, 0, offset, true))
  for (let size = 2048; ; size *= 4) {
    const window = source.read(offset, offset + size)
    const complete = offset + window.length >= source.sizeBytes
    try {
      return read(new Cursor(input, window, offset, 0, complete))
    } catch (error) {
      if (error !== needsMore) throw error
      if (size >= limits.objectBytes) throw limitMet('objectBytes', limits.objectBytes, offset)
    }
  }
}

/** Reads tokens (7.2, 7.3) one after the other. */
export class Cursor {
  readonly input: PdfInput
  readonly bytes: Uint8Array
  /** Where `bytes` begin in the file. */
  readonly base: number
  pos: number
  readonly #complete: boolean

  constructor(input: PdfInput, bytes: Uint8Array, base: number, pos: number, complete: boolean) {
    this.input = input
    this.bytes = bytes
    this.base = base
    this.pos = pos
    this.#complete = complete
  }

  get offset(): number {
    return this.base + this.pos
  }

  /** Where `pos` is in the file; -1 within an object stream. */
  placeOf(pos: number): number {
    return this.input.container === -1 ? this.base + pos : -1
  }

  /** The byte at `at`, or -1 after the last of the file. */
  byteAt(at: number): number {
    return this.bytes[at] ?? this.#past()
  }

  #past(): number {
    if (this.#complete) return -1
    throw needsMore
  }

  malformed(what: string): Error {
    return malformed(what, this.input.container === -1 ? this.offset : this.input.container)
  }

  /** Goes over white space and comments (7.2.4); gives the byte that it stops at, or -1 at the end of the file. */
  skipSpace(): number {
    const { bytes } = this
    let pos = this.pos
    for (;;) {
      const byte = bytes[pos] ?? this.#past()
      if (kinds[byte] === space) pos++
      else if (byte === 0x25) pos = this.#afterComment(pos)
      else {
        this.pos = pos
        return byte
      }
    }
  }

  #afterComment(from: number): number {
    let pos = from
    for (;;) {
      const byte = this.bytes[pos] ?? this.#past()
      if (byte === -1 || byte === 10 || byte === 13) return pos
      pos++
    }
  }

  /** Goes over the white space alone. */
  skipBlank(): void {
    while (kinds[this.byteAt(this.pos)] === space) this.pos++
  }

  /** Whether a token ends at `at`. */
  isBoundary(at: number): boolean {
    const byte = this.bytes[at] ?? this.#past()
    return byte === -1 || kinds[byte] !== regular
  }

  /** Goes over `word` if it stands here as a whole token. */
  skipWord(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.byteAt(this.pos + i) !== word.charCodeAt(i)) return false
    if (!this.isBoundary(this.pos + word.length)) return false
    this.pos += word.length
    return true
  }

  /** An unsigned whole number of at most 15 digits that stands here, or -1; the place is then unchanged. */
  skipWhole(): number {
    const { bytes } = this
    let pos = this.pos
    let value = 0
    for (;;) {
      const digit = (bytes[pos] ?? this.#past()) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
      pos++
    }
    const digits = pos - this.pos
    if (digits === 0 || digits > 15) return -1
    this.pos = pos
    return value
  }

  /** 7.3.3. Integers beyond 15 digits are refused: readers differ in what they make of them. */
  number(): number {
    const start = this.pos
    const sign = this.byteAt(start)
    if (sign === 0x2b || sign === 0x2d) this.pos++
    let value = 0
    let digits = 0
    let significant = 0
    let point = -1
    for (; ; this.pos++) {
      const byte = this.byteAt(this.pos)
      if (byte >= 48 && byte <= 57) {
        value = value * 10 + byte - 48
        digits++
        if (value !== 0) significant++
      } else if (byte === 0x2e && point === -1) point = digits
      else break
    }
    if (digits === 0 || !this.isBoundary(this.pos)) throw this.malformed('number')
    const decimals = point === -1 ? 0 : digits - point
    if (significant > 15 || decimals > 22) value = this.#longNumber(start, point)
    else if (decimals > 0) value /= powersOfTen[decimals] ?? 1
    else if (sign !== 0x2b && sign !== 0x2d && point === -1) return value
    if (sign === 0x2d) value = -value
    return value === 0 ? 0 : value
  }

  #longNumber(start: number, point: number): number {
    if (point === -1 || this.pos - start > 400) throw this.malformed('number_too_long')
    const value = Math.abs(Number(String.fromCharCode(...this.bytes.subarray(start, this.pos))))
    if (value >= 1e15) throw this.malformed('number_too_large')
    return value
  }

  /** 7.3.5, from its solidus. */
  name(): PdfName {
    const { bytes } = this
    const start = this.pos + 1
    let pos = start
    let hash = 0
    let escaped = false
    for (;;) {
      const byte = bytes[pos] ?? this.#past()
      if (byte === -1 || kinds[byte] !== regular) break
      if (byte === 0x23) escaped = true
      hash = (Math.imul(hash, 31) + byte) | 0
      pos++
    }
    this.pos = pos
    if (escaped) return new PdfName(this.#unescape(start, pos))
    const slot = hash & (knownNames.length - 1)
    const known = knownNames[slot]
    if (known !== undefined && isText(bytes, start, pos, known.value)) return known
    const name = new PdfName(textOf(bytes, start, pos))
    if (pos - start <= 32) knownNames[slot] = name
    return name
  }

  #unescape(start: number, end: number): string {
    let text = ''
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at] ?? 0
      const high = at + 2 < end ? hexDigit(this.bytes[at + 1] ?? 0) : -1
      const low = at + 2 < end ? hexDigit(this.bytes[at + 2] ?? 0) : -1
      if (byte !== 0x23) text += String.fromCharCode(byte)
      else if (high < 0 || low < 0) {
        this.input.notes.add('name_escape', this.base + at)
        text += '#'
      } else {
        if (high + low === 0) throw this.malformed('name_with_zero')
        text += String.fromCharCode(high * 16 + low)
        at += 2
      }
    }
    return text
  }

  /** 7.3.4.3, from its `<`. */
  hexString(): PdfString {
    const { bytes } = this
    const start = this.pos
    const plain = plainHex(bytes, start + 1)
    if (plain !== null) {
      this.#checkString(2 * plain.length)
      this.pos = start + 2 * plain.length + 2
      return new PdfString(plain, true, this.placeOf(start), this.placeOf(this.pos))
    }
    let end = start + 1
    while ((bytes[end] ?? this.#past()) !== 0x3e) {
      if (this.byteAt(end) === -1) throw this.malformed('string_without_end')
      end++
    }
    this.#checkString(end - start)
    const value = new Uint8Array((end - start) >> 1)
    let length = 0
    let high = -1
    for (let at = start + 1; at < end; at++) {
      const byte = bytes[at] ?? 0
      const digit = hexDigit(byte)
      if (digit < 0) {
        if (kinds[byte] !== space) throw malformed('hex_digit', this.base + at)
      } else if (high < 0) high = digit
      else {
        value[length++] = high * 16 + digit
        high = -1
      }
    }
    if (high >= 0) value[length++] = high * 16
    this.pos = end + 1
    return new PdfString(value.subarray(0, length), true, this.placeOf(start), this.placeOf(end + 1))
  }

  #checkString(size: number): void {
    const most = this.input.limits.objectBytes
    if (size > most) throw limitMet('objectBytes', most, this.offset)
  }

  /** 7.3.4.2, from its `(`. */
  literalString(): PdfString {
    const start = this.pos
    const end = this.#endOfLiteral(start)
    this.#checkString(end - start)
    const value = new Uint8Array(end - start)
    const length = unescapeLiteral(this.bytes, start + 1, end - 1, value)
    this.pos = end
    return new PdfString(value.subarray(0, length), false, this.placeOf(start), this.placeOf(end))
  }

  #endOfLiteral(start: number): number {
    const { bytes } = this
    let open = 0
    for (let at = start; ; at++) {
      const byte = bytes[at] ?? this.#past()
      if (byte === 0x5c) at++
      else if (byte === 0x28) open++
      else if (byte === 0x29) {
        open--
        if (open === 0) return at + 1
      } else if (byte === -1) throw this.malformed('string_without_end')
    }
  }
}

/** The bytes of a long hexadecimal string that is nothing but whole pairs of digits, such as a signature; else null. */
function plainHex(bytes: Uint8Array, start: number): Uint8Array | null {
  const end = bytes.indexOf(0x3e, start)
  const size = end - start
  if (size < 64 || size % 2 !== 0) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, size).toString('latin1')
  const value = Buffer.from(text, 'hex')
  // Decoding ends before the first letter that is no digit.
  return value.length * 2 === size ? new Uint8Array(value.buffer, value.byteOffset, value.length) : null
}

/** Names that were read lately, by their hash: most names of a file are the same few, and need not be made again. */
const knownNames = new Array<PdfName | undefined>(1024).fill(undefined)

const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false
  return true
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}
