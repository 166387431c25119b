import { asBuffer, malformed } from './bytes.ts'
import { type DerPart, element, elementOf, encode, headLength } from './write.ts'

const maxDepth = 64
// A message with a large CRL inside has some hundred thousand.
const maxElements = 8_000_000

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
  const end = scan.derEnd(0, bytes.length, 0)
  if (end !== notDer) return { der: bytes.subarray(0, end), wasDer: true, sizeBytes: end }
  const part = scan.rebuild(0, bytes.length, 0)
  return { der: encode(part), wasDer: false, sizeBytes: scan.at }
}

const notDer = -1

class Scan {
  readonly #bytes: Buffer
  /** After `rebuild`: where the element ended. */
  at = 0
  #visited = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** Where the element at `from` ends if it and all within it have the form of DER. Makes no objects. */
  derEnd(from: number, end: number, depth: number): number {
    this.#visit(from, depth)
    const bytes = this.#bytes
    if (from + 2 > end) return notDer
    const tag = bytes[from] ?? 0
    const length = this.#length(from, end)
    const start = this.at
    const stop = start + length
    if (length < 0 || stop > end || start - from !== headLength(length)) return notDer
    if (!isTag(tag) || isStringInPieces(tag)) return notDer
    if ((tag & 0x20) === 0) return stop
    let at = start
    while (at < stop) {
      at = this.derEnd(at, stop, depth + 1)
      if (at === notDer) return notDer
    }
    return stop
  }

  /** The element at `from` as DER; parts that are DER already are taken as they are. */
  rebuild(from: number, end: number, depth: number): DerPart {
    const derEnd = this.derEnd(from, end, depth)
    if (derEnd !== notDer) {
      this.at = derEnd
      return this.#bytes.subarray(from, derEnd)
    }
    if (from + 2 > end) malformed('an element breaks off', from)
    const tag = this.#bytes[from] ?? 0
    if (!isTag(tag)) malformed('a tag that is not used here', from)
    const length = this.#length(from, end)
    const start = this.at
    const stop = start + length
    const isConstructed = (tag & 0x20) !== 0
    if (length === broken || (length === indefinite && !isConstructed))
      malformed('a length of wrong form', from)
    if (stop > end) malformed('an element longer than its place', from)
    if (!isConstructed) {
      this.at = stop
      return element(tag, this.#bytes.subarray(start, stop))
    }
    const parts = length === indefinite ? this.#untilEnd(start, end, depth) : this.#until(start, stop, depth)
    if (!isStringInPieces(tag)) return elementOf(tag, parts)
    const whole = tag & ~0x20
    const contents = parts.map((part) => pieceContent(whole, part, from))
    return elementOf(whole, contents)
  }

  #until(start: number, stop: number, depth: number): DerPart[] {
    const parts: DerPart[] = []
    for (let at = start; at < stop; at = this.at) parts.push(this.rebuild(at, stop, depth + 1))
    this.at = stop
    return parts
  }

  /** Up to the end-of-contents octets. */
  #untilEnd(start: number, end: number, depth: number): DerPart[] {
    const parts: DerPart[] = []
    let at = start
    while (this.#bytes[at] !== 0 || this.#bytes[at + 1] !== 0 || at + 2 > end) {
      if (at + 2 > end) malformed('an element breaks off', start)
      parts.push(this.rebuild(at, end, depth + 1))
      at = this.at
    }
    this.at = at + 2
    return parts
  }

  /** The length in the head at `from`; `at` is then where the content begins. */
  #length(from: number, end: number): number {
    const first = this.#bytes[from + 1] ?? 0
    this.at = from + 2
    if (first < 0x80) return first
    if (first === 0x80) return indefinite
    const octets = first & 0x7f
    if (octets > 8 || from + 2 + octets > end) return broken
    let length = 0
    for (let n = 0; n < octets; n++) length = length * 256 + (this.#bytes[from + 2 + n] ?? 0)
    this.at = from + 2 + octets
    return length
  }

  #visit(from: number, depth: number): void {
    this.#visited += 1
    if (depth > maxDepth) malformed('nested too deep', from)
    if (this.#visited > maxElements) malformed('too many elements', from)
  }
}

const indefinite = -1
const broken = -2

// The end-of-contents octets are no element, and nothing here has a tag number above 30.
const isTag = (tag: number): boolean => tag !== 0 && (tag & 0x1f) !== 0x1f

// Octet strings and the character strings; a bit string in pieces is not met and would need its unused bits joined.
function isStringInPieces(tag: number): boolean {
  const type = tag & 0x1f
  return (tag & 0xe0) === 0x20 && (type === 4 || type === 12 || (type >= 18 && type <= 30))
}

function pieceContent(tag: number, part: DerPart, offset: number): Uint8Array {
  const bytes = encode(part)
  if (bytes[0] !== tag) malformed('a string in pieces of another type', offset)
  const first = bytes[1] ?? 0
  return bytes.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f))
}
