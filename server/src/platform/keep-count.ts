import type { CompiledQuery } from 'kysely'
import { type MarkLog, sightOf } from './change-marks.ts'
import type { PublicContext } from './context.ts'
import { wordOf } from './remember.ts'

type Reader = Pick<PublicContext, 'db'>

/** Works that are alike in all that a question asks for. */
export interface KeptGroup<Key> {
  readonly key: Key
  readonly ids: ReadonlySet<string>
}

/** How many works of each kind there are, and which. It changes when it is asked for again: read it at once. */
export interface KeptCount<Key> {
  readonly groups: readonly KeptGroup<Key>[]
  readonly size: number
  /** The same while nothing of it has changed. */
  readonly version: object
}

/** A row of such a question: what the works have in common, and their ids, 36 signs each, one behind the other. */
export type GroupRow<Key> = Key & { readonly ids: string }

/**
 * A question that each work answers for itself.
 * @param only null: all works; else only these, and the same of them as if all had been asked for
 */
export type WorkQuestion<Key> = (only: readonly string[] | null) => CompiledQuery<GroupRow<Key>>

const idLength = 36
// Of so many works it is cheaper to ask for all again.
const maxChanged = 500
// A work is kept in some hundred bytes: all questions together stay within a hundred megabytes.
const maxKept = 600_000

/** One question with its works; mended where works changed. */
class Keeping<Key> implements KeptCount<Key> {
  readonly log: MarkLog | null
  position: number
  version = {}
  readonly #groups = new Map<string, { readonly key: Key; readonly ids: Set<string> }>()
  readonly #groupOf = new Map<string, string>()

  constructor(log: MarkLog | null, position: number, rows: readonly GroupRow<Key>[]) {
    this.log = log
    this.position = position
    this.#add(rows)
  }

  get groups(): readonly KeptGroup<Key>[] {
    return [...this.#groups.values()]
  }

  get size(): number {
    return this.#groupOf.size
  }

  /** Takes in the new answers of works that changed; those without one are no longer among them. */
  mend(changed: ReadonlySet<string>, rows: readonly GroupRow<Key>[], position: number): void {
    this.position = position
    if (changed.size === 0) return
    for (const id of changed) this.#remove(id)
    this.#add(rows)
    this.version = {}
  }

  #add(rows: readonly GroupRow<Key>[]): void {
    for (const { ids, ...rest } of rows) {
      const word = JSON.stringify(rest)
      const group = this.#groups.get(word) ?? { key: rest as unknown as Key, ids: new Set<string>() }
      this.#groups.set(word, group)
      for (let at = 0; at < ids.length; at += idLength) {
        const id = ids.slice(at, at + idLength)
        group.ids.add(id)
        this.#groupOf.set(id, word)
      }
    }
  }

  #remove(id: string): void {
    const word = this.#groupOf.get(id)
    if (word === undefined) return
    this.#groupOf.delete(id)
    const group = this.#groups.get(word)
    group?.ids.delete(id)
    if (group?.ids.size === 0) this.#groups.delete(word)
  }
}

const keepings = new Map<string, Keeping<unknown>>()
let kept = 0

/**
 * Counts works by what they have in common, once; afterwards only the works that changed are asked for again. Exact for the
 * snapshot of the transaction, as `remember` is: the marks name every work that somebody changed, and where something else
 * changed that answers may hang on, all is counted anew. Checked against counting anew by `keep-count.test.ts` and by the
 * figures' property test (design 8.3).
 */
export async function keepCount<Key>(c: Reader, question: WorkQuestion<Key>): Promise<KeptCount<Key>> {
  const sight = await sightOf(c.db)
  const all = question(null)
  const ask = async (query: CompiledQuery<GroupRow<Key>>) => (await c.db.executeQuery(query)).rows
  // What may still be written to is nobody else's to see.
  if (sight === null) return new Keeping(null, 0, await ask(all))
  const word = wordOf(all)
  const known = keepings.get(word) as Keeping<Key> | undefined
  const changed = known?.log === sight.log ? sight.log.changed(known.position, sight.position) : null
  if (known !== undefined && changed !== null && changed.size <= maxChanged) {
    if (changed.size === 0) return used(word, known)
    const rows = await ask(question([...changed]))
    // Another reader may have mended it meanwhile: from an earlier sight, so that this mends the rest, or from a later one.
    if (keepings.get(word) === known && known.position <= sight.position) {
      kept -= known.size
      known.mend(changed, rows, sight.position)
      kept += known.size
      return used(word, known)
    }
  }
  const fresh = new Keeping(sight.log, sight.position, await ask(all))
  const newest = keepings.get(word)
  if (newest?.log !== sight.log || newest.position <= sight.position) keep(word, fresh)
  return fresh
}

/** What was used last is dropped last. */
function used<Key>(word: string, keeping: Keeping<Key>): KeptCount<Key> {
  keepings.delete(word)
  keepings.set(word, keeping as Keeping<unknown>)
  return keeping
}

function keep<Key>(word: string, keeping: Keeping<Key>): void {
  drop(word)
  if (keeping.size > maxKept / 4) return
  keepings.set(word, keeping as Keeping<unknown>)
  kept += keeping.size + 1
  for (const oldest of keepings.keys()) {
    if (kept <= maxKept) break
    drop(oldest)
  }
}

function drop(word: string): void {
  const former = keepings.get(word)
  if (former === undefined) return
  keepings.delete(word)
  kept -= former.size + 1
}
