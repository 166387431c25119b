import type { Cursor, PdfInput } from './lexer.ts'
import { malformed } from './limits.ts'

/** What a cross-reference section says of an object. */
export interface XrefEntry {
  readonly kind: 'free' | 'at' | 'in'
  /** `at`: the offset as the file writes it; `in`: the number of the object stream; `free`: the next free object. */
  readonly where: number
  /** `at` and `free`: the generation; `in`: the index within the object stream. */
  readonly extra: number
}

/** Objects `first` to `first + count - 1`, in one stretch of a section. */
export interface XrefRange {
  readonly first: number
  readonly count: number
  /** The entry of the object `first + index`. */
  entry(index: number): XrefEntry
}

/** 7.5.4: what an entry of 20 bytes says; it is read where it stands, so that large tables cost nothing. */
export class TableRange implements XrefRange {
  readonly first: number
  readonly count: number
  readonly #input: PdfInput
  readonly #start: number

  constructor(input: PdfInput, first: number, count: number, start: number) {
    this.#input = input
    this.first = first
    this.count = count
    this.#start = start
  }

  entry(index: number): XrefEntry {
    const { source } = this.#input
    const offset = this.#start + index * 20
    const all = source.bytes
    const bytes = all ?? source.read(offset, offset + 20)
    const at = all === undefined ? 0 : offset
    const where = digits(bytes, at, 10)
    const extra = digits(bytes, at + 11, 5)
    const kind = bytes[at + 17]
    const isSound =
      where >= 0 && extra >= 0 && bytes[at + 10] === 32 && bytes[at + 16] === 32 && isLineEnd(bytes, at + 18)
    if (!isSound || (kind !== 0x6e && kind !== 0x66)) throw malformed('xref_entry', offset)
    return entryOf(this.#input, where, extra, kind === 0x6e, offset)
  }
}

function entryOf(input: PdfInput, where: number, extra: number, isUsed: boolean, offset: number): XrefEntry {
  if (isUsed && where === 0) input.notes.add('xref_entry_at_zero', offset)
  return { kind: isUsed && where !== 0 ? 'at' : 'free', where, extra }
}

function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = (bytes[i] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** SP CR, SP LF or CR LF. */
function isLineEnd(bytes: Uint8Array, at: number): boolean {
  const one = bytes[at]
  const two = bytes[at + 1]
  return (one === 32 && (two === 13 || two === 10)) || (one === 13 && two === 10)
}

/** Whether the entries from the cursor on look as if they were all 20 bytes long; each is checked when it is read. */
export function isFixedWidth(cursor: Cursor, count: number): boolean {
  const { source } = cursor.input
  const start = cursor.offset
  const end = start + count * 20
  if (end > source.sizeBytes || !isLineEnd(source.read(start + 18, start + 20), 0)) return false
  const last = source.read(end - 2, end + 1)
  const after = last[2] ?? 0
  return isLineEnd(last, 0) && ((after >= 48 && after <= 57) || after === 0x74 || after <= 32)
}

/** Entries of another width, read one after the other. */
export class ListedRange implements XrefRange {
  readonly first: number
  readonly count: number
  readonly #entries: readonly XrefEntry[]

  constructor(first: number, entries: readonly XrefEntry[]) {
    this.first = first
    this.count = entries.length
    this.#entries = entries
  }

  entry(index: number): XrefEntry {
    const entry = this.#entries[index]
    if (entry === undefined) throw new RangeError(`no entry ${index}`)
    return entry
  }
}

const mostLineEnd = 3

/** Entries whose line ends are not as they should be; all else of them is, or other readers would mend the file. */
export function readListed(cursor: Cursor, first: number, count: number): ListedRange {
  cursor.input.notes.add('xref_entry_width', cursor.offset)
  const entries: XrefEntry[] = []
  let after = cursor.pos
  for (let i = 0; i < count; i++) {
    cursor.skipBlank()
    const { offset, pos } = cursor
    if (pos - after > (i === 0 ? 0 : mostLineEnd)) throw malformed('xref_entry', offset)
    const where = cursor.skipWhole()
    const isApart = cursor.pos === pos + 10 && cursor.byteAt(cursor.pos++) === 0x20
    const extra = cursor.skipWhole()
    const isFive = cursor.pos === pos + 16 && cursor.byteAt(cursor.pos++) === 0x20
    const isUsed = cursor.skipWord('n')
    if (where < 0 || extra < 0 || !isApart || !isFive || !(isUsed || cursor.skipWord('f')))
      throw malformed('xref_entry', offset)
    entries.push(entryOf(cursor.input, where, extra, isUsed, offset))
    after = cursor.pos
  }
  return new ListedRange(first, entries)
}

/** 7.5.8.3: entries in the fields of a decoded cross-reference stream. */
export class StreamRange implements XrefRange {
  readonly first: number
  readonly count: number
  readonly #data: Uint8Array
  readonly #start: number
  readonly #widths: readonly [number, number, number]
  readonly #at: number

  /** @param at where the stream stands in the file */
  constructor(
    first: number,
    count: number,
    data: Uint8Array,
    start: number,
    widths: readonly [number, number, number],
    at: number,
  ) {
    this.first = first
    this.count = count
    this.#data = data
    this.#start = start
    this.#widths = widths
    this.#at = at
  }

  entry(index: number): XrefEntry {
    const [one, two, three] = this.#widths
    const at = this.#start + index * (one + two + three)
    const type = one === 0 ? 1 : field(this.#data, at, one)
    const where = field(this.#data, at + one, two)
    const extra = field(this.#data, at + one + two, three)
    if (type === 1) return { kind: 'at', where, extra }
    if (type === 2) return { kind: 'in', where, extra }
    // Types of a later time would be the null object; readers that know none of them mend the file instead.
    if (type !== 0) throw malformed('xref_entry', this.#at, this.first + index)
    return { kind: 'free', where, extra }
  }
}

function field(data: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = at; i < at + width; i++) value = value * 256 + (data[i] ?? 0)
  return value
}

/** Ranges by number, none of which has an object of another. */
export class XrefRanges {
  readonly ranges: readonly XrefRange[]
  readonly count: number

  /** @throws PadesError where two ranges have the same object */
  constructor(ranges: readonly XrefRange[], offset: number) {
    const sorted = ranges.length > 1 ? [...ranges].sort((a, b) => a.first - b.first) : ranges
    let after = -1
    let count = 0
    for (const range of sorted) {
      if (range.count === 0) continue
      if (range.first < after) throw malformed('xref_object_twice', offset, range.first)
      after = range.first + range.count
      count += range.count
    }
    this.ranges = sorted
    this.count = count
  }

  /** One more than the highest number. */
  get end(): number {
    const last = this.ranges.at(-1)
    return last === undefined ? 0 : last.first + last.count
  }

  find(number: number): XrefEntry | null {
    const { ranges } = this
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (range === undefined) break
      if (number < range.first) high = middle - 1
      else if (number >= range.first + range.count) low = middle + 1
      else return range.entry(number - range.first)
    }
    return null
  }
}
