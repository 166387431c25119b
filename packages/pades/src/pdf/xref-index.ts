import type { Revision } from './revisions.ts'
import type { XrefEntry } from './xref-entries.ts'
import { entryIn } from './xref-section.ts'

/** The sections of more entries than this are not listed object by object. */
const mostListed = 4096

/** Finds the entry of an object as of a revision without asking each revision. */
export class XrefIndex {
  readonly #revisions: readonly Revision[]
  /** For each object the revisions that name it, in order; made when there are enough revisions to be worth it. */
  #history: Map<number, number[]> | undefined
  readonly #wide: number[] = []

  constructor(revisions: readonly Revision[]) {
    this.#revisions = revisions
  }

  /** The entry of an object, and the revision that it is of; null where none names it. */
  find(number: number, at: number): { readonly entry: XrefEntry; readonly revision: Revision } | null {
    if (at < 8) return this.#search(number, at)
    const newest = newestOf(this.#listed().get(number), at)
    for (let i = this.#wide.length - 1; i >= 0; i--) {
      const wide = this.#wide[i] ?? 0
      if (wide > at) continue
      if (wide < newest) break
      const found = this.#in(number, wide)
      if (found !== null) return found
    }
    return newest < 0 ? null : this.#in(number, newest)
  }

  #search(number: number, at: number) {
    for (let revision = at; revision >= 0; revision--) {
      const found = this.#in(number, revision)
      if (found !== null) return found
    }
    return null
  }

  #in(number: number, at: number) {
    const revision = this.#revisions[at]
    if (revision === undefined) return null
    for (const section of revision.sections) {
      const entry = entryIn(section, number)
      if (entry !== null) return { entry, revision }
    }
    return null
  }

  #listed(): Map<number, number[]> {
    if (this.#history !== undefined) return this.#history
    const history = new Map<number, number[]>()
    for (const revision of this.#revisions) {
      if (countOf(revision) > mostListed) this.#wide.push(revision.number)
      else
        for (const number of numbersOf(revision)) {
          const list = history.get(number)
          if (list === undefined) history.set(number, [revision.number])
          else if (list.at(-1) !== revision.number) list.push(revision.number)
        }
    }
    this.#history = history
    return history
  }
}

/** The greatest of the ascending `list` that is not above `at`, or -1. */
function newestOf(list: readonly number[] | undefined, at: number): number {
  if (list === undefined) return -1
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return list[low - 1] ?? -1
}

function* rangesOf({ sections }: Revision) {
  for (const { ranges, hidden } of sections) {
    yield* ranges.ranges
    if (hidden !== null) yield* hidden.ranges.ranges
  }
}

function countOf(revision: Revision): number {
  let count = 0
  for (const range of rangesOf(revision)) count += range.count
  return count
}

/** The numbers that a revision's sections name; one may come twice where a table hides objects. */
export function* numbersOf(revision: Revision): Generator<number> {
  for (const { first, count } of rangesOf(revision)) for (let i = 0; i < count; i++) yield first + i
}
