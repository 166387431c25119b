/** What was fetched, with how long it may be given again. */
export interface Fetched<Value> {
  readonly value: Value
  readonly sizeBytes: number
  /** Null where it is good for whoever asked meanwhile, and for nobody after. */
  readonly until: Date | null
}

interface Entry {
  readonly value: Promise<unknown>
  sizeBytes: number
  /** Milliseconds of the epoch; without an end while it is on its way. */
  until: number
}

/**
 * Answers of services, shared by all who ask. Whoever asks for what is on its way waits for the same answer, so that 200
 * signatures at once ask once. What was put in first makes room.
 */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>()
  readonly #most: number
  readonly #mostBytes: number
  #bytes = 0

  constructor({ most = 4096, mostBytes = 128 << 20 }: { most?: number; mostBytes?: number } = {}) {
    this.#most = most
    this.#mostBytes = mostBytes
  }

  get sizeBytes(): number {
    return this.#bytes
  }

  /** @param fetch must not reject for what a service did; then nothing is kept */
  get<Value>(key: string, now: Date, fetch: () => Promise<Fetched<Value>>): Promise<Value> {
    const known = this.#entries.get(key)
    if (known !== undefined && known.until > now.getTime()) return known.value as Promise<Value>
    this.#remove(key)
    const fetching = fetch()
    const entry: Entry = { value: fetching.then(({ value }) => value), sizeBytes: 0, until: Infinity }
    this.#entries.set(key, entry)
    this.#makeRoom()
    fetching.then(
      (fetched) => this.#settle(key, entry, fetched),
      () => this.#removeIf(key, entry),
    )
    return entry.value as Promise<Value>
  }

  #settle(key: string, entry: Entry, { sizeBytes, until }: Fetched<unknown>): void {
    if (this.#entries.get(key) !== entry) return
    if (until === null || sizeBytes > this.#mostBytes) {
      this.#remove(key)
      return
    }
    entry.until = until.getTime()
    entry.sizeBytes = sizeBytes
    this.#bytes += sizeBytes
    this.#makeRoom()
  }

  #makeRoom(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.#most && this.#bytes <= this.#mostBytes) return
      this.#remove(key)
    }
  }

  #removeIf(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#remove(key)
  }

  #remove(key: string): void {
    this.#bytes -= this.#entries.get(key)?.sizeBytes ?? 0
    this.#entries.delete(key)
  }
}
