import { asBuffer, malformed } from './bytes.ts'
import { type DerPart, element, encode } from './write.ts'

const maxDepth = 64
const maxElements = 4_000_000

/** A message as DER. */
export interface NormalisedDer {
  readonly der: Uint8Array
  /** Whether it was so already; then nothing was copied. */
  readonly wasDer: boolean
  /** Bytes of the message as it was, so that what follows it can be told. */
  readonly sizeBytes: number
}

/**
 * Makes DER of BER: indefinite lengths, padded lengths, strings in pieces (X.690, 8.1.3.6 and 8.7.3). Producers on
 * BouncyCastle write such messages; RFC 5652, 5.4 hashes their attributes as DER anyway. What is inside primitive
 * elements stays as it is, and sets keep their order.
 *
 * @throws PadesError `der_malformed`
 */
export function normaliseDer(bytes: Uint8Array): NormalisedDer {
  const scan = new Scan(asBuffer(bytes))
  const part = scan.element(0, bytes.length, 0)
  const sizeBytes = scan.at
  return scan.wasDer
    ? { der: bytes.subarray(0, sizeBytes), wasDer: true, sizeBytes }
    : { der: encode(part), wasDer: false, sizeBytes }
}

class Scan {
  readonly bytes: Buffer
  at = 0
  wasDer = true
  #elements = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  element(from: number, end: number, depth: number): DerPart {
    if (depth > maxDepth) malformed('nested too deep', from)
    if (++this.#elements > maxElements) malformed('too many elements', from)
    if (from + 2 > end) malformed('an element breaks off', from)
    const tag = this.bytes[from] ?? 0
    if (tag === 0 || (tag & 0x1f) === 0x1f) malformed('a tag that is not used here', from)
    const first = this.bytes[from + 1] ?? 0
    if (first === 0x80) return this.#indefinite(tag, from, end, depth)
    const length = this.#length(from, first, end)
    const start = this.at
    const stop = start + length
    if (length > end - start) malformed('an element longer than its place', from)
    const before = this.wasDer
    if ((tag & 0x20) === 0) {
      this.at = stop
      const padded = !before && start - from !== minimalHead(length)
      return padded ? element(tag, this.bytes.subarray(start, stop)) : this.bytes.subarray(from, stop)
    }
    const parts = this.#children(start, stop, depth)
    return this.#rebuilt(tag, parts, from, stop)
  }

  #children(start: number, stop: number, depth: number): DerPart[] {
    const parts: DerPart[] = []
    let at = start
    while (at < stop) {
      parts.push(this.element(at, stop, depth + 1))
      at = this.at
    }
    this.at = stop
    return parts
  }

  #indefinite(tag: number, from: number, end: number, depth: number): DerPart {
    if ((tag & 0x20) === 0) malformed('an indefinite length of a primitive element', from)
    this.wasDer = false
    const parts: DerPart[] = []
    let at = from + 2
    for (;;) {
      if (at + 2 > end) malformed('an element breaks off', from)
      if (this.bytes[at] === 0 && this.bytes[at + 1] === 0) break
      parts.push(this.element(at, end, depth + 1))
      at = this.at
    }
    this.at = at + 2
    return this.#rebuilt(tag, parts, from, this.at)
  }

  #rebuilt(tag: number, parts: readonly DerPart[], from: number, stop: number): DerPart {
    const inPieces = (tag & 0xc0) === 0 && isStringType(tag & 0x1f)
    if (inPieces) {
      this.wasDer = false
      return element(tag & ~0x20, ...parts.map((part) => pieceContent(tag & ~0x20, part, from)))
    }
    return this.wasDer ? this.bytes.subarray(from, stop) : element(tag, ...parts)
  }

  #length(from: number, first: number, end: number): number {
    this.at = from + 2
    if (first < 0x80) return first
    const octets = first & 0x7f
    if (octets > 8 || from + 2 + octets > end) malformed('a length of wrong form', from)
    let length = 0
    for (let n = 0; n < octets; n++) length = length * 256 + (this.bytes[from + 2 + n] ?? 0)
    if (length > end) malformed('an element longer than its place', from)
    this.at = from + 2 + octets
    if (2 + octets !== minimalHead(length)) this.wasDer = false
    return length
  }
}

// Octet strings and the character strings; a bit string in pieces is not met and would need its unused bits joined.
const isStringType = (type: number): boolean => type === 4 || type === 12 || (type >= 18 && type <= 30)

function pieceContent(tag: number, part: DerPart, offset: number): Uint8Array {
  const bytes = encode(part)
  if (bytes[0] !== tag) malformed('a string in pieces of another type', offset)
  const first = bytes[1] ?? 0
  return bytes.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f))
}

function minimalHead(length: number): number {
  if (length < 0x80) return 2
  if (length < 0x100) return 3
  if (length < 0x10000) return 4
  return length < 0x1000000 ? 5 : 6
}
