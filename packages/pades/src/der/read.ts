import { asBuffer, malformed, toHex } from './bytes.ts'
import { dottedOid } from './oid.ts'
import { decodeText } from './text.ts'
import { generalizedTime, utcTime } from './time.ts'

/** Tags of X.680 as they are in the first octet. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** `[number]` around an element, or the implicit tag of a constructed one. */
export const constructed = (number: number): number => 0xa0 | number
/** The implicit tag `[number]` of a primitive element. */
export const primitive = (number: number): number => 0x80 | number

const maxDepth = 32

/**
 * Reads DER (X.690, 10 and 11) from left to right and refuses all else: indefinite or padded lengths, numbers that
 * are not minimal, bits that should be zero, high tag numbers. Nothing is copied: what is given out are views.
 *
 * Each reading method throws PadesError `der_malformed` with the offset within the outermost bytes.
 */
export class DerReader {
  readonly bytes: Buffer
  readonly end: number
  /** Where the next element begins. */
  at: number
  /** The content of the element that was read last. */
  #from = 0
  readonly #depth: number

  constructor(bytes: Uint8Array, from = 0, to = bytes.length, depth = 0) {
    this.bytes = asBuffer(bytes)
    this.at = from
    this.end = to
    this.#depth = depth
  }

  /** The tag of the next element, 0 at the end. */
  get tag(): number {
    return this.at < this.end ? (this.bytes[this.at] ?? 0) : 0
  }

  get done(): boolean {
    return this.at >= this.end
  }

  /** Refuses what is left over. */
  finish(): void {
    if (this.at !== this.end) malformed('more than should be there', this.at)
  }

  /** The content of a constructed element. */
  enter(tag: number): DerReader {
    this.#next(tag)
    if (this.#depth >= maxDepth) malformed('nested too deep', this.#from)
    return new DerReader(this.bytes, this.#from, this.at, this.#depth + 1)
  }

  enterIf(tag: number): DerReader | null {
    return this.tag === tag ? this.enter(tag) : null
  }

  sequence(): DerReader {
    return this.enter(tags.sequence)
  }

  set(): DerReader {
    return this.enter(tags.set)
  }

  /** The whole next element, tag and length included. */
  raw(): Uint8Array {
    const start = this.at
    this.skip()
    return this.bytes.subarray(start, this.at)
  }

  skip(): void {
    this.#next(this.tag)
  }

  /** The content octets of an element. */
  content(tag: number): Uint8Array {
    this.#next(tag)
    return this.bytes.subarray(this.#from, this.at)
  }

  octets(tag: number = tags.octetString): Uint8Array {
    return this.content(tag)
  }

  /** The two's complement octets of a number, minimal. */
  integerBytes(tag: number = tags.integer): Uint8Array {
    this.#next(tag)
    const first = this.bytes[this.#from] ?? 0
    const second = this.bytes[this.#from + 1] ?? 0
    const length = this.at - this.#from
    if (length === 0) malformed('a number without octets', this.#from)
    if (length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
      malformed('a number that is not minimal', this.#from)
    return this.bytes.subarray(this.#from, this.at)
  }

  integer(tag: number = tags.integer): bigint {
    const octets = this.integerBytes(tag)
    return BigInt.asIntN(octets.length * 8, BigInt(`0x${toHex(octets)}`))
  }

  /** A number that must lie between 0 and `max`, which is below 2³¹. */
  count(max = 0x7fffffff, tag: number = tags.integer): number {
    const octets = this.integerBytes(tag)
    let value = 0
    for (const octet of octets.subarray(0, 6)) value = value * 256 + octet
    if (octets.length > 5 || (octets[0] ?? 0) >= 0x80 || value > max)
      malformed('a number out of its bounds', this.#from)
    return value
  }

  oid(tag: number = tags.oid): string {
    this.#next(tag)
    return dottedOid(this.bytes, this.#from, this.at)
  }

  boolean(tag: number = tags.boolean): boolean {
    this.#next(tag)
    const value = this.bytes[this.#from]
    if (this.at - this.#from !== 1 || (value !== 0 && value !== 0xff))
      malformed('a truth that is neither true nor false', this.#from)
    return value === 0xff
  }

  nothing(): void {
    this.#next(tags.nothing)
    if (this.at !== this.#from) malformed('a NULL with a content', this.#from)
  }

  /** A bit string; bits beyond `unused` must be zero (X.690, 11.2.1). */
  bits(tag: number = tags.bitString): { readonly octets: Uint8Array; readonly unused: number } {
    this.#next(tag)
    const unused = this.bytes[this.#from] ?? 0xff
    const last = this.bytes[this.at - 1] ?? 0
    const empty = this.at - this.#from === 1
    if (
      this.at === this.#from ||
      unused > 7 ||
      (empty && unused > 0) ||
      (!empty && last & ((1 << unused) - 1))
    )
      malformed('a bit string of wrong form', this.#from)
    return { octets: this.bytes.subarray(this.#from + 1, this.at), unused }
  }

  /** A bit string that holds octets, such as a key or a signature value. */
  bitOctets(): Uint8Array {
    const { octets, unused } = this.bits()
    if (unused !== 0) malformed('a bit string that ends within an octet', this.#from)
    return octets
  }

  /** Named bits as a number, bit 0 lowest. Trailing zeros (X.690, 11.2.2) are let through: authorities write them. */
  flags(tag: number = tags.bitString): number {
    const { octets } = this.bits(tag)
    if (octets.length > 4) malformed('more named bits than there are', this.#from)
    let value = 0
    octets.forEach((octet, at) => {
      for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) value |= 1 << (at * 8 + bit)
    })
    return value >>> 0
  }

  /** A UTCTime or a GeneralizedTime. */
  time(): Date {
    return this.tag === tags.utcTime ? this.#time(tags.utcTime) : this.#time(tags.generalizedTime)
  }

  generalizedTime(tag: number = tags.generalizedTime): Date {
    this.#next(tag)
    return generalizedTime(this.bytes.toString('latin1', this.#from, this.at), this.#from)
  }

  #time(tag: number): Date {
    this.#next(tag)
    const text = this.bytes.toString('latin1', this.#from, this.at)
    return tag === tags.utcTime ? utcTime(text, this.#from) : generalizedTime(text, this.#from)
  }

  /** A text of the type that its tag says, or of `type` where the tag is implicit. */
  text(tag: number = this.tag, type: number = tag): string {
    this.#next(tag)
    return decodeText(type, this.bytes, this.#from, this.at)
  }

  #next(tag: number): void {
    const { bytes, at, end } = this
    if (at >= end) malformed('an element is missing', at)
    const found = bytes[at] ?? 0
    if (found !== tag) malformed(`tag ${found} where ${tag} should be`, at)
    if ((found & 0x1f) === 0x1f || found === 0) malformed('a tag that is not used here', at)
    if (at + 1 >= end) malformed('an element breaks off', at)
    const first = bytes[at + 1] ?? 0
    let from = at + 2
    let length = first
    if (first >= 0x80) {
      const octets = first & 0x7f
      if (octets === 0 || octets > 4) malformed('a length of wrong form', at)
      if (from + octets > end) malformed('an element breaks off', at)
      length = 0
      for (let n = 0; n < octets; n++) length = length * 256 + (bytes[from + n] ?? 0)
      if (length < 0x80 || bytes[from] === 0) malformed('a length that is not minimal', at)
      from += octets
    }
    if (length > end - from) malformed('an element longer than its place', at)
    this.#from = from
    this.at = from + length
  }
}
