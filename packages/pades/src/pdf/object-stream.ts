import { bytesSource } from '../source.ts'
import { type PdfInput, readAt } from './lexer.ts'
import { limitMet, malformed } from './limits.ts'
import { PdfName, type PdfObject, type PdfStream } from './objects.ts'
import { readValue } from './parse.ts'

/**
 * The objects in an object stream (ISO 32000-2, 7.5.7). `/Extends` needs no following: a cross-reference names the
 * stream that holds the object.
 */
export class ObjectStream {
  readonly sizeBytes: number
  readonly #input: PdfInput
  readonly #first: number
  readonly #numbers: readonly number[]
  readonly #offsets: readonly number[]
  readonly #values: (PdfObject | undefined)[] = []

  constructor(file: PdfInput, stream: PdfStream, data: Uint8Array) {
    const container = stream.start
    this.#input = { ...file, source: bytesSource(data), container }
    this.sizeBytes = data.length
    const type = stream.dict.get('Type')
    if (!(type instanceof PdfName) || type.value !== 'ObjStm')
      throw malformed('object_stream_type', container)
    this.#first = wholeOf(stream, 'First')
    const count = wholeOf(stream, 'N')
    if (count > file.limits.objects) throw limitMet('objects', file.limits.objects, container)
    const pairs = readAt(this.#input, 0, (cursor) => {
      const numbers: number[] = []
      const offsets: number[] = []
      for (let i = 0; i < count; i++) {
        cursor.skipSpace()
        const number = cursor.skipWhole()
        cursor.skipSpace()
        const offset = cursor.skipWhole()
        if (number < 0 || offset < 0) throw cursor.malformed('object_stream_pairs')
        // They shall be in increasing order: so no object is within another.
        if (i > 0 && offset <= (offsets[i - 1] ?? 0)) throw cursor.malformed('object_stream_order')
        numbers.push(number)
        offsets.push(offset)
      }
      if (cursor.pos > this.#first) throw cursor.malformed('object_stream_first')
      return { numbers, offsets }
    })
    this.#numbers = pairs.numbers
    this.#offsets = pairs.offsets
    if (new Set(this.#numbers).size !== count) throw malformed('object_stream_number_twice', container)
  }

  /** The object `number`, which a cross-reference says to be at `index`. */
  get(number: number, index: number): PdfObject {
    const { container } = this.#input
    const offset = this.#offsets[index]
    if (offset === undefined || this.#numbers[index] !== number)
      throw malformed('object_stream_index', container, number)
    const known = this.#values[index]
    if (known !== undefined) return known
    const next = this.#offsets[index + 1] ?? this.sizeBytes - this.#first
    const value = readAt(this.#input, this.#first + offset, (cursor) => {
      const value = readValue(cursor)
      if (cursor.pos > this.#first + next) throw cursor.malformed('object_stream_overlap')
      return value
    })
    this.#values[index] = value
    return value
  }
}

function wholeOf(stream: PdfStream, key: string): number {
  const value = stream.dict.get(key)
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw malformed('object_stream_dictionary', stream.start)
}
