import { malformed } from '../der/bytes.ts'
import { DerReader, tags } from '../der/read.ts'

/**
 * The entries of a CRL as bytes. They are walked over once to see that each is in its place; the first question
 * builds a table from the serial numbers' hashes to places, so that a list of a hundred thousand makes no objects.
 */
export class CrlEntries {
  readonly #bytes: Buffer
  readonly #from: number
  readonly #to: number
  readonly count: number
  /** Places of entries plus one, 0 where free; its length is a power of two, at least twice the count. */
  #table: Uint32Array | undefined

  constructor(list: DerReader | null) {
    this.#bytes = list?.bytes ?? Buffer.alloc(0)
    this.#from = list?.at ?? 0
    this.#to = list?.end ?? 0
    this.count = this.#walk(() => undefined)
  }

  /** The fields of the entry with this serial number. */
  find(serialBytes: Uint8Array): DerReader | null {
    if (this.count === 0) return null
    this.#table ??= this.#index()
    const table = this.#table
    const mask = table.length - 1
    for (let slot = hashOf(serialBytes, 0, serialBytes.length) & mask; ; slot = (slot + 1) & mask) {
      const place = table[slot] ?? 0
      if (place === 0) return null
      const entry = new DerReader(this.#bytes, place - 1, this.#to).sequence()
      const start = entry.at
      if (Buffer.compare(entry.integerBytes(), serialBytes) === 0)
        return new DerReader(this.#bytes, start, entry.end)
    }
  }

  #index(): Uint32Array {
    let size = 4
    while (size < this.count * 2) size *= 2
    const table = new Uint32Array(size)
    const mask = size - 1
    this.#walk((entry, from, to) => {
      let slot = hashOf(this.#bytes, from, to) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = entry + 1
    })
    return table
  }

  /** Calls `visit` with the place of each entry and of its serial number's octets; gives how many there are. */
  #walk(visit: (entry: number, from: number, to: number) => void): number {
    const bytes = this.#bytes
    let count = 0
    for (let at = this.#from; at < this.#to; count++) {
      const length = bytes[at + 1] ?? 0
      const from = length < 0x80 ? at + 2 : length === 0x81 ? at + 3 : at + 4
      const size =
        length < 0x80 ? length : length === 0x81 ? (bytes[at + 2] ?? 0) : bytes.readUInt16BE(at + 2)
      const serialLength = bytes[from + 1] ?? 0
      const isEntry =
        bytes[at] === tags.sequence && length <= 0x82 && length !== 0x80 && bytes[from] === tags.integer
      if (!isEntry || from + size > this.#to || serialLength === 0 || serialLength + 2 > Math.min(size, 0x7f))
        malformed('an entry of a CRL of wrong form', at)
      visit(at, from + 2, from + 2 + serialLength)
      at = from + size
    }
    return count
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  // The low bits choose the slot and would otherwise hang on the last octets alone.
  return (hash ^ (hash >>> 15)) >>> 0
}
