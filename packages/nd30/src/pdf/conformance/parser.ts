import { type PdfDict, PdfName, type PdfObject, PdfRef, PdfString, Unreadable } from './objects.ts'

/** A word that is no object: `obj`, `stream`, an operator of a page. */
export class Keyword {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

const white = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)))
const mostDepth = 100

/** Reads objects one after the other. */
export class Parser {
  readonly #bytes: Uint8Array
  at: number
  #depth = 0

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  get isAtEnd(): boolean {
    this.#skipWhite()
    return this.at >= this.#bytes.length
  }

  /** @throws Unreadable */
  next(): PdfObject | Keyword {
    this.#skipWhite()
    const letter = this.#letter(0)
    if (letter === '/') return this.#name()
    if (letter === '(') return this.#string()
    if (letter === '[') return this.#array()
    if (letter === '<') return this.#letter(1) === '<' ? this.#dict() : this.#hexString()
    const word = this.#word()
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return this.#numberOrRef(word)
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    return new Keyword(word)
  }

  /** @throws Unreadable where a keyword comes */
  object(): PdfObject {
    const found = this.next()
    if (found instanceof Keyword) throw new Unreadable(`${found.word} in place of an object at ${this.at}`)
    return found
  }

  #letter(ahead: number): string {
    const byte = this.#bytes[this.at + ahead]
    return byte === undefined ? '' : String.fromCharCode(byte)
  }

  #skipWhite(): void {
    for (;;) {
      const byte = this.#bytes[this.at]
      if (byte === undefined) return
      if (white.has(byte)) this.at += 1
      else if (byte === 0x25) this.#skipComment()
      else return
    }
  }

  #skipComment(): void {
    while (this.at < this.#bytes.length && this.#bytes[this.at] !== 0x0a && this.#bytes[this.at] !== 0x0d)
      this.at += 1
  }

  #word(): string {
    const from = this.at
    for (;;) {
      const byte = this.#bytes[this.at]
      if (byte === undefined || white.has(byte) || delimiters.has(byte)) break
      this.at += 1
    }
    // A delimiter that begins nothing is taken, so that reading goes on.
    if (this.at === from) this.at += 1
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + from, this.at - from).toString('latin1')
  }

  #name(): PdfName {
    this.at += 1
    const byte = this.#bytes[this.at]
    if (byte === undefined || white.has(byte) || delimiters.has(byte)) return new PdfName('')
    return new PdfName(
      this.#word().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    )
  }

  #numberOrRef(word: string): number | PdfRef {
    const number = Number(word)
    if (!/^\d+$/.test(word)) return number
    const back = this.at
    this.#skipWhite()
    const generation = this.#word()
    this.#skipWhite()
    if (/^\d+$/.test(generation) && this.#word() === 'R') return new PdfRef(number)
    this.at = back
    return number
  }

  #string(): PdfString {
    let open = 0
    let text = ''
    while (this.at < this.#bytes.length) {
      const letter = this.#letter(0)
      this.at += 1
      if (letter === '\\') text += this.#escaped()
      else if (letter === '(') text += open++ === 0 ? '' : letter
      else if (letter === ')') {
        open -= 1
        if (open === 0) return new PdfString(text)
        text += letter
      } else text += letter
    }
    throw new Unreadable('a string without an end')
  }

  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.#letter(0) + this.#letter(1) + this.#letter(2))?.[0]
    this.at += octal?.length ?? 1
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    const letter = String.fromCharCode(this.#bytes[this.at - 1] ?? 0)
    if (letter === '\r' && this.#letter(0) === '\n') this.at += 1
    if (letter === '\n' || letter === '\r') return ''
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[letter] ?? letter
  }

  #hexString(): PdfString {
    const end = this.#bytes.indexOf(0x3e, this.at)
    if (end < 0) throw new Unreadable('a hexadecimal string without an end')
    const digits = Buffer.from(this.#bytes.subarray(this.at + 1, end))
      .toString('latin1')
      .replace(/\s/g, '')
    this.at = end + 1
    return new PdfString(
      Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'),
    )
  }

  #array(): readonly PdfObject[] {
    this.at += 1
    const items: PdfObject[] = []
    this.#deeper()
    for (;;) {
      this.#skipWhite()
      if (this.#letter(0) === ']') break
      items.push(this.object())
    }
    this.#depth -= 1
    this.at += 1
    return items
  }

  #dict(): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfObject>()
    this.#deeper()
    for (;;) {
      this.#skipWhite()
      if (this.#letter(0) === '>') break
      const key = this.next()
      if (!(key instanceof PdfName)) throw new Unreadable(`a dictionary without a key at ${this.at}`)
      entries.set(key.name, this.object())
    }
    this.#depth -= 1
    this.at += 2
    return entries
  }

  #deeper(): void {
    this.#depth += 1
    if (this.#depth > mostDepth) throw new Unreadable('objects within objects without an end')
  }
}
