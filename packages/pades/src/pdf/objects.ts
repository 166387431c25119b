import { type ByteSource, bytesSource } from '../source.ts'

/** Any object of ISO 32000-2, 7.3. Numbers that are whole are exact. A placeholder is only ever in what we write. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfArray
  | PdfDict
  | PdfStream
  | PdfPlaceholder

/** 7.3.6 */
export type PdfArray = readonly PdfObject[]

/** 7.3.5: `value` has one character for each byte, `#xx` already resolved and without the solidus. */
export class PdfName {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }
}

/** 7.3.4 */
export class PdfString {
  readonly bytes: Uint8Array
  /** Written as `<…>` and not as `(…)`. */
  readonly hex: boolean
  /** Where its token begins and ends in the file, brackets included; -1 where it is not there as such. */
  readonly start: number
  readonly end: number

  constructor(bytes: Uint8Array, hex = false, start = -1, end = -1) {
    this.bytes = bytes
    this.hex = hex
    this.start = start
    this.end = end
  }
}

/** 7.3.10 */
export class PdfRef {
  readonly number: number
  readonly generation: number

  constructor(number: number, generation = 0) {
    this.number = number
    this.generation = generation
  }
}

/** 7.3.7: an entry whose value is null is as good as none. */
export class PdfDict {
  /** In the order of the file. */
  readonly entries: ReadonlyMap<string, PdfObject>
  /** From `<<` to after `>>` in the file; -1 where it is not there as such. */
  readonly start: number
  readonly end: number

  constructor(entries: ReadonlyMap<string, PdfObject>, start = -1, end = -1) {
    this.entries = entries
    this.start = start
    this.end = end
  }

  static of(entries: Readonly<Record<string, PdfObject>>): PdfDict {
    const map = new Map<string, PdfObject>()
    for (const key in entries) map.set(key, entries[key] ?? null)
    return new PdfDict(map)
  }

  /** The value as it is written there, perhaps a reference; null where there is none. */
  get(key: string): PdfObject {
    return this.entries.get(key) ?? null
  }

  /** A copy in which the given entries are put in the place of those of the same key, or at the end. */
  with(changes: Readonly<Record<string, PdfObject>>): PdfDict {
    const entries = new Map(this.entries)
    for (const key in changes) entries.set(key, changes[key] ?? null)
    return new PdfDict(entries)
  }

  /** A copy without the given keys. */
  without(...keys: readonly string[]): PdfDict {
    const entries = new Map(this.entries)
    for (const key of keys) entries.delete(key)
    return new PdfDict(entries)
  }
}

/** 7.3.8: its bytes stay where they are until somebody asks. */
export class PdfStream {
  readonly dict: PdfDict
  readonly source: ByteSource
  /** Where its bytes, still encoded, begin in `source`. */
  readonly start: number
  readonly sizeBytes: number

  constructor(dict: PdfDict, source: ByteSource, start: number, sizeBytes: number) {
    this.dict = dict
    this.source = source
    this.start = start
    this.sizeBytes = sizeBytes
  }

  /** A new stream; `/Length` is seen to when it is written. */
  static of(dict: PdfDict, bytes: Uint8Array): PdfStream {
    return new PdfStream(dict, bytesSource(bytes), 0, bytes.length)
  }

  /** The bytes as they are in the file, still encoded. */
  raw(): Uint8Array {
    return this.source.read(this.start, this.start + this.sizeBytes)
  }
}

/**
 * Room that is filled after the rest is written: `hex` is a hexadecimal string of `sizeBytes` bytes (for `/Contents`),
 * `text` that many spaces between square brackets (for `/ByteRange`). The writer tells where it stands by its label.
 */
export class PdfPlaceholder {
  readonly label: string
  readonly kind: 'hex' | 'text'
  readonly sizeBytes: number

  constructor(label: string, kind: 'hex' | 'text', sizeBytes: number) {
    this.label = label
    this.kind = kind
    this.sizeBytes = sizeBytes
  }
}

/** Whether two objects say the same; references are compared as such and not followed. */
export function isEqual(a: PdfObject, b: PdfObject): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (a instanceof PdfName) return b instanceof PdfName && a.value === b.value
  if (a instanceof PdfRef)
    return b instanceof PdfRef && a.number === b.number && a.generation === b.generation
  if (a instanceof PdfString) return b instanceof PdfString && areBytesEqual(a.bytes, b.bytes)
  if (a instanceof PdfDict) return b instanceof PdfDict && areDictsEqual(a, b)
  if (a instanceof PdfStream) return b instanceof PdfStream && areStreamsEqual(a, b)
  if (a instanceof PdfPlaceholder) return false
  if (!Array.isArray(b) || a.length !== b.length) return false
  return a.every((value, index) => isEqual(value, (b as PdfArray)[index] ?? null))
}

function areDictsEqual(a: PdfDict, b: PdfDict): boolean {
  for (const [key, value] of a.entries) if (!isEqual(value, b.get(key))) return false
  for (const [key, value] of b.entries) if (value !== null && a.get(key) === null) return false
  return true
}

function areStreamsEqual(a: PdfStream, b: PdfStream): boolean {
  if (a.sizeBytes !== b.sizeBytes) return false
  // The length may be direct in one and a reference in the other.
  if (!areDictsEqual(a.dict.without('Length'), b.dict.without('Length'))) return false
  return (a.source === b.source && a.start === b.start) || areBytesEqual(a.raw(), b.raw())
}

function areBytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}
