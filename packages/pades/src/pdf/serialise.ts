import { PdfDict, PdfName, type PdfObject, PdfPlaceholder, PdfRef, PdfStream, PdfString } from './objects.ts'

/** Where a placeholder's text stands: from its first bracket to after its last. */
export interface PlaceholderPosition {
  readonly start: number
  readonly end: number
}

/** Bytes of a file being written, in one buffer that grows when its first estimate was too small. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0
  /** Positions in what this writer wrote. */
  readonly placeholders = new Map<string, PlaceholderPosition>()

  constructor(estimate: number) {
    // Not zeroed: of it nothing is given away but what was written.
    this.#bytes = Buffer.allocUnsafeSlow(estimate)
  }

  get length(): number {
    return this.#length
  }

  /** What was written; not copied. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #room(size: number): Uint8Array {
    const needed = this.#length + size
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    return this.#bytes
  }

  byte(value: number): void {
    this.#room(1)[this.#length++] = value
  }

  /** Text of which each character is one byte. */
  text(text: string): void {
    const bytes = this.#room(text.length)
    let at = this.#length
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i)
    this.#length = at
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length).set(value, this.#length)
    this.#length += value.length
  }

  fill(value: number, count: number): void {
    this.#room(count).fill(value, this.#length, this.#length + count)
    this.#length += count
  }

  /** A whole number with zeros before it. */
  padded(value: number, width: number): void {
    const bytes = this.#room(width)
    let rest = value
    for (let at = this.#length + width - 1; at >= this.#length; at--) {
      bytes[at] = 48 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    this.#length += width
  }

  /** A whole number of `width` bytes, highest first. */
  field(value: number, width: number): void {
    const bytes = this.#room(width)
    let rest = value
    for (let at = this.#length + width - 1; at >= this.#length; at--) {
      bytes[at] = rest % 256
      rest = Math.floor(rest / 256)
    }
    this.#length += width
  }

  whole(value: number): void {
    let width = 1
    for (let power = 10; power <= value; power *= 10) width++
    this.padded(value, width)
  }

  /** An object as ISO 32000-2, 7.3 writes it; a stream with its data and its true `/Length`. */
  object(value: PdfObject): void {
    if (value === null) this.text('null')
    else if (typeof value === 'number') this.#number(value)
    else if (typeof value === 'boolean') this.text(value ? 'true' : 'false')
    else if (value instanceof PdfName) this.name(value.value)
    else if (value instanceof PdfRef) {
      this.whole(value.number)
      this.byte(32)
      this.whole(value.generation)
      this.text(' R')
    } else if (value instanceof PdfDict) this.#dict(value)
    else if (value instanceof PdfString) this.#string(value)
    else if (value instanceof PdfStream) this.#stream(value)
    else if (value instanceof PdfPlaceholder) this.#placeholder(value)
    else this.#array(value)
  }

  #number(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value < 1e15) this.whole(value)
    else this.text(decimal(value))
  }

  name(name: string): void {
    this.byte(0x2f)
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i)
      if (code > 0x20 && code < 0x7f && plain[code] === 1) this.byte(code)
      else this.text(`#${code.toString(16).padStart(2, '0')}`)
    }
  }

  #dict(dict: PdfDict): void {
    this.text('<<')
    for (const [key, value] of dict.entries) {
      this.name(key)
      this.byte(32)
      this.object(value)
    }
    this.text('>>')
  }

  #array(values: readonly PdfObject[]): void {
    this.byte(0x5b)
    for (let i = 0; i < values.length; i++) {
      if (i > 0) this.byte(32)
      this.object(values[i] ?? null)
    }
    this.byte(0x5d)
  }

  #string({ bytes, hex }: PdfString): void {
    this.byte(hex ? 0x3c : 0x28)
    for (const byte of bytes) {
      if (hex) this.text(hexOfByte[byte] ?? '')
      else if (byte === 13) this.text('\\r')
      else {
        if (byte === 0x28 || byte === 0x29 || byte === 0x5c) this.byte(0x5c)
        this.byte(byte)
      }
    }
    this.byte(hex ? 0x3e : 0x29)
  }

  #stream(stream: PdfStream): void {
    const data = stream.raw()
    this.#dict(stream.dict.with({ Length: data.length }))
    this.text('\nstream\n')
    this.bytes(data)
    this.text('\nendstream')
  }

  #placeholder({ label, kind, sizeBytes }: PdfPlaceholder): void {
    const start = this.#length
    this.byte(kind === 'hex' ? 0x3c : 0x5b)
    if (kind === 'hex') this.fill(48, sizeBytes * 2)
    else this.fill(32, sizeBytes)
    this.byte(kind === 'hex' ? 0x3e : 0x5d)
    this.placeholders.set(label, { start, end: this.#length })
  }
}

/** 7.3.5: characters that need no `#` in a name. */
const plain = new Uint8Array(128).fill(1)
for (const char of '#()<>[]{}/%') plain[char.charCodeAt(0)] = 0

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** 7.3.3: no exponents. Digits beyond what a reader can take are left out. */
function decimal(value: number): string {
  if (!(Math.abs(value) < 1e15)) throw new RangeError(`${value} is no number of a PDF`)
  const text = String(value)
  if (!text.includes('e')) return text
  const exponent = Number(text.slice(text.indexOf('e') + 1))
  return value.toFixed(Math.min(100, 17 - exponent)).replace(/\.?0+$/, '')
}
