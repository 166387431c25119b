import { hash } from 'node:crypto'
import { formatPdfDate } from '../form/date.ts'
import { encodeText } from '../form/text-string.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '../pdf/objects.ts'
import type { NewObject } from '../pdf/write-update.ts'
import type { ValidationData } from './validation-data.ts'

/** What is to be in the store for one signature. */
export interface StoreEntry {
  /** The bytes of its `/Contents`, with the zeros after it. */
  readonly contents: Uint8Array
  readonly data: Readonly<Record<keyof ValidationData, readonly { readonly der: Uint8Array }[]>>
}

/**
 * The objects of an update that put validation data into the document security store (EN 319 142-1, 5.4; ISO 32000-2,
 * 12.8.4.3), beside what it has already and nothing twice. Each signature's own entry (VRI) names its data and when they
 * were gathered.
 *
 * @param at when the data were gathered
 * @returns nothing where the store has all of it
 */
export function storeObjects(file: PdfFile, entries: readonly StoreEntry[], at: Date): readonly NewObject[] {
  const update = new StoreUpdate(file)
  for (const entry of entries) update.add(entry, at)
  return update.objects()
}

interface Kind {
  /** The key of all of the kind in the store, and in an entry of a signature. */
  readonly all: 'Certs' | 'CRLs' | 'OCSPs'
  readonly own: 'Cert' | 'CRL' | 'OCSP'
}

const kinds = {
  certificates: { all: 'Certs', own: 'Cert' },
  crls: { all: 'CRLs', own: 'CRL' },
  ocsps: { all: 'OCSPs', own: 'OCSP' },
} as const satisfies Record<keyof ValidationData, Kind>

const mostItems = 10_000

class StoreUpdate {
  readonly #file: PdfFile
  readonly #ref: PdfRef | null
  readonly #dict: PdfDict
  readonly #lists = new Map<Kind, StoredItems>()
  readonly #signatures: Map<string, PdfObject>
  readonly #streams: NewObject[] = []
  #next: number
  #changed = false

  constructor(file: PdfFile) {
    this.#file = file
    const entry = file.catalog().get('DSS')
    const dict = file.resolve(entry)
    this.#ref = entry instanceof PdfRef && dict instanceof PdfDict ? entry : null
    this.#dict = dict instanceof PdfDict ? dict : PdfDict.of({ Type: new PdfName('DSS') })
    this.#next = file.nextNumber
    for (const kind of Object.values(kinds))
      this.#lists.set(kind, new StoredItems(file, file.resolve(this.#dict.get(kind.all))))
    const signatures = file.resolve(this.#dict.get('VRI'))
    this.#signatures = new Map(signatures instanceof PdfDict ? signatures.entries : [])
  }

  add({ contents, data }: StoreEntry, at: Date): void {
    const key = hash('sha1', contents, 'hex').toUpperCase()
    const before = this.#file.resolve(this.#signatures.get(key) ?? null)
    const own = before instanceof PdfDict ? before : PdfDict.of({ Type: new PdfName('VRI') })
    const changes: Record<string, PdfObject> = {}
    for (const [name, kind] of Object.entries(kinds) as [keyof ValidationData, Kind][]) {
      const refs = this.#store(
        kind,
        data[name].map(({ der }) => der),
      )
      const merged = this.#merged(own.get(kind.own), refs)
      if (merged !== null) changes[kind.own] = merged
    }
    if (Object.keys(changes).length === 0) return
    this.#changed = true
    this.#signatures.set(key, own.with({ ...changes, TU: encodeText(formatPdfDate(at)) }))
  }

  #store(kind: Kind, items: readonly Uint8Array[]): readonly PdfRef[] {
    const list = this.#lists.get(kind)
    return items.map((der) => {
      const known = list?.find(der)
      if (known !== undefined) return known
      const ref = new PdfRef(this.#next++)
      this.#streams.push({ number: ref.number, value: PdfStream.of(PdfDict.of({}), der) })
      list?.add(der, ref)
      this.#changed = true
      return ref
    })
  }

  /** The references with those that are new; null where there is none. */
  #merged(before: PdfObject, refs: readonly PdfRef[]): readonly PdfObject[] | null {
    const list = this.#file.resolve(before)
    const known: readonly PdfObject[] = Array.isArray(list) ? list : []
    const numbers = new Set(known.map((item) => (item instanceof PdfRef ? item.number : -1)))
    const added = refs.filter(({ number }) => !numbers.has(number))
    return added.length === 0 ? null : [...known, ...added]
  }

  objects(): readonly NewObject[] {
    if (!this.#changed) return []
    const changes: Record<string, PdfObject> = { VRI: new PdfDict(this.#signatures) }
    for (const [kind, { refs }] of this.#lists) if (refs.length > 0) changes[kind.all] = refs
    const value = this.#dict.with(changes)
    if (this.#ref !== null)
      return [...this.#streams, { number: this.#ref.number, generation: this.#ref.generation, value }]
    const store = new PdfRef(this.#next++)
    return [...this.#streams, { number: store.number, value }, ...this.#catalogWith(store)]
  }

  #catalogWith(store: PdfRef): readonly NewObject[] {
    const root = this.#file.trailer().get('Root')
    if (!(root instanceof PdfRef)) return []
    const value = this.#file.catalog().with({ DSS: store })
    return [{ number: root.number, generation: root.generation, value }]
  }
}

/** The streams of one kind that a store has, found again by their content. */
class StoredItems {
  readonly refs: PdfObject[]
  readonly #byContent = new Map<string, PdfRef>()

  constructor(file: PdfFile, list: PdfObject) {
    this.refs = Array.isArray(list) ? [...list] : []
    for (const item of this.refs.slice(0, mostItems)) {
      const stream = file.resolve(item)
      if (item instanceof PdfRef && stream instanceof PdfStream)
        this.#byContent.set(keyOf(file.decode(stream).bytes), item)
    }
  }

  find(der: Uint8Array): PdfRef | undefined {
    return this.#byContent.get(keyOf(der))
  }

  add(der: Uint8Array, ref: PdfRef): void {
    this.#byContent.set(keyOf(der), ref)
    this.refs.push(ref)
  }
}

const keyOf = (der: Uint8Array): string => hash('sha256', der, 'hex')
