import { asBuffer } from './bytes.ts'
import { oidContent } from './oid.ts'
import { constructed, primitive, tags } from './read.ts'

/** Something to write: bytes that are DER already, or an element whose size is known and whose parts are not copied yet. */
export type DerPart = Uint8Array | DerElement

class DerElement {
  readonly tag: number
  readonly parts: readonly DerPart[]
  readonly contentLength: number
  /** With tag and length. */
  readonly length: number

  constructor(tag: number, parts: readonly DerPart[]) {
    let contentLength = 0
    for (const part of parts) contentLength += part.length
    this.tag = tag
    this.parts = parts
    this.contentLength = contentLength
    this.length = headLength(contentLength) + contentLength
  }
}

/** The bytes of what was put together; one allocation, however deep it is. */
export function encode(part: DerPart): Uint8Array {
  if (!(part instanceof DerElement)) return part
  const target = Buffer.allocUnsafe(part.length)
  write(part, target, 0)
  return target
}

function write(part: DerPart, target: Buffer, at: number): number {
  if (!(part instanceof DerElement)) {
    target.set(part, at)
    return at + part.length
  }
  let next = writeHead(target, at, part.tag, part.contentLength)
  for (const inner of part.parts) next = write(inner, target, next)
  return next
}

/** How long tag and length are before a content of `contentLength`. */
export function headLength(contentLength: number): number {
  let octets = 0
  if (contentLength >= 0x80) for (let rest = contentLength; rest > 0; rest = Math.floor(rest / 256)) octets++
  return 2 + octets
}

/** Writes tag and length; gives where the content begins. */
export function writeHead(target: Uint8Array, at: number, tag: number, contentLength: number): number {
  target[at] = tag
  if (contentLength < 0x80) {
    target[at + 1] = contentLength
    return at + 2
  }
  const octets = headLength(contentLength) - 2
  target[at + 1] = 0x80 | octets
  let rest = contentLength
  for (let n = octets; n > 0; n--) {
    target[at + 1 + n] = rest & 0xff
    rest = Math.floor(rest / 256)
  }
  return at + 2 + octets
}

/** An element of any tag around its parts. */
export const element = (tag: number, ...parts: readonly DerPart[]): DerPart => new DerElement(tag, parts)

/** The same around a list, which may be longer than what a call takes. */
export const elementOf = (tag: number, parts: readonly DerPart[]): DerPart => new DerElement(tag, parts)

export const sequence = (...parts: readonly DerPart[]): DerPart => new DerElement(tags.sequence, parts)

/** A SET OF: its elements are put in their order (X.690, 11.6). */
export function setOf(...parts: readonly DerPart[]): DerPart {
  return new DerElement(tags.set, sorted(parts))
}

/** Encoded elements in the order of a SET OF. */
export function sorted(parts: readonly DerPart[]): readonly Uint8Array[] {
  return parts.map(encode).sort(Buffer.compare)
}

/** `[number] EXPLICIT`, or `[number] IMPLICIT` of something constructed. */
export const tagged = (number: number, ...parts: readonly DerPart[]): DerPart =>
  new DerElement(constructed(number), parts)

/** `[number] IMPLICIT` of something primitive. */
export const implicit = (number: number, content: Uint8Array): DerPart =>
  new DerElement(primitive(number), [content])

export const octetString = (...parts: readonly DerPart[]): DerPart => new DerElement(tags.octetString, parts)

export const bitString = (octets: DerPart, unused = 0): DerPart =>
  new DerElement(tags.bitString, [Uint8Array.of(unused), octets])

/** A bit string of named bits, trailing zeros cut off (X.690, 11.2.2). */
export function flags(value: number): DerPart {
  const octets = [0, 0, 0, 0]
  let top = -1
  for (let bit = 0; bit < 32; bit++) {
    if (((value >>> bit) & 1) === 0) continue
    octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
    top = bit
  }
  return bitString(Uint8Array.from(octets.slice(0, (top >> 3) + 1)), top < 0 ? 0 : 7 - (top & 7))
}

export const oid = (dotted: string): DerPart => new DerElement(tags.oid, [oidContent(dotted)])

export const boolean = (value: boolean): DerPart =>
  new DerElement(tags.boolean, [Uint8Array.of(value ? 0xff : 0)])

export const nothing: DerPart = Uint8Array.of(tags.nothing, 0)

export function integer(value: number | bigint): DerPart {
  let number = BigInt(value)
  const octets: number[] = []
  do {
    octets.unshift(Number(number & 0xffn))
    number >>= 8n
  } while (!(number === 0n && (octets[0] ?? 0) < 0x80) && !(number === -1n && (octets[0] ?? 0) >= 0x80))
  return new DerElement(tags.integer, [Uint8Array.from(octets)])
}

/** A number of 0 or more from its octets, most significant first. */
export function unsigned(magnitude: Uint8Array): DerPart {
  let from = 0
  while (from < magnitude.length - 1 && magnitude[from] === 0) from++
  const octets = magnitude.subarray(from)
  const pad = octets.length === 0 || (octets[0] ?? 0) >= 0x80
  return new DerElement(tags.integer, pad ? [Uint8Array.of(0), octets] : [octets])
}

export const enumerated = (value: number): DerPart => new DerElement(tags.enumerated, [Uint8Array.of(value)])

export const utf8 = (text: string): DerPart => new DerElement(tags.utf8, [Buffer.from(text, 'utf8')])

export const printable = (text: string): DerPart =>
  new DerElement(tags.printable, [Buffer.from(text, 'latin1')])

export const ia5 = (text: string): DerPart => new DerElement(tags.ia5, [Buffer.from(text, 'latin1')])

export const bmp = (text: string): DerPart =>
  new DerElement(tags.bmp, [asBuffer(Buffer.from(text, 'utf16le')).swap16()])

/** UTCTime until 2049, GeneralizedTime from then (RFC 5280, 4.1.2.5); whole seconds. */
export function time(date: Date): DerPart {
  const year = date.getUTCFullYear()
  if (year < 1950 || year > 2049) return generalizedTime(date)
  return new DerElement(tags.utcTime, [Buffer.from(`${digits(date).slice(2)}Z`, 'latin1')])
}

/** Whole seconds, or with the milliseconds as far as they are not zero. */
export function generalizedTime(date: Date, { fraction = false } = {}): DerPart {
  const part = fraction && date.getUTCMilliseconds() > 0 ? milliseconds(date) : ''
  return new DerElement(tags.generalizedTime, [Buffer.from(`${digits(date)}${part}Z`, 'latin1')])
}

const digits = (date: Date): string => date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')

const milliseconds = (date: Date): string => date.toISOString().slice(19, 23).replace(/0+$/, '')
