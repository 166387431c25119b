import { createHash, type Hash } from 'node:crypto'
import { type ByteSource, digestSpans, type Span } from '../source.ts'

const blockBytes = 1 << 20

/**
 * The digests that the signatures of a file are over. Each covers the file from its first byte, so that the state of the
 * hash before one is on the way to the next: the file passes each hash once, however many signatures it has.
 */
export class FileDigests {
  readonly #source: ByteSource
  /** Where the signatures leave out their own contents, ascending. */
  readonly #gaps: readonly number[]
  /** For each hash the states at the gaps. */
  readonly #states = new Map<string, ReadonlyMap<number, Hash>>()

  constructor(source: ByteSource, spans: readonly (readonly Span[])[]) {
    this.#source = source
    const gaps = spans.flatMap((two) => (isUsual(two) ? [two[0]?.end ?? 0] : []))
    this.#gaps = [...new Set(gaps)].sort((a, b) => a - b)
  }

  /** @param hash a name that `node:crypto` knows */
  of(spans: readonly Span[], hash: string): Uint8Array {
    const [first, second] = spans
    const before = first === undefined || !isUsual(spans) ? undefined : this.#statesOf(hash).get(first.end)
    if (before === undefined || second === undefined) return digestSpans(this.#source, spans, hash)
    const state = before.copy()
    this.#pass(state, second.start, second.end)
    return state.digest()
  }

  /** The digest of the whole file, from where a signature's had come to. */
  whole(hash: string): Uint8Array {
    const { sizeBytes } = this.#source
    const last = this.#gaps.at(-1)
    const state = last === undefined ? undefined : this.#states.get(hash)?.get(last)?.copy()
    if (last === undefined || state === undefined)
      return digestSpans(this.#source, [{ start: 0, end: sizeBytes }], hash)
    this.#pass(state, last, sizeBytes)
    return state.digest()
  }

  #statesOf(hash: string): ReadonlyMap<number, Hash> {
    const known = this.#states.get(hash)
    if (known !== undefined) return known
    const states = new Map<number, Hash>()
    const state = createHash(hash)
    let at = 0
    for (const gap of this.#gaps) {
      this.#pass(state, at, gap)
      states.set(gap, state.copy())
      at = gap
    }
    this.#states.set(hash, states)
    return states
  }

  #pass(state: Hash, from: number, to: number): void {
    for (let at = from; at < to; at += blockBytes)
      state.update(this.#source.read(at, Math.min(to, at + blockBytes)))
  }
}

const isUsual = (spans: readonly Span[]): boolean => spans.length === 2 && spans[0]?.start === 0
