import type { CompiledQuery } from 'kysely'
import { type MarkLog, type Sight, sightOf } from './change-marks.ts'
import type { PublicContext } from './context.ts'
import { wordOf } from './keep-answer.ts'

type Reader = Pick<PublicContext, 'db'>

/** Works that are alike in all that a question asks for. */
export interface KeptGroup<Key> {
  readonly key: Key
  readonly size: number
}

/** What is added up as works come and go; `count` is negative for those that go. */
export interface Tallying<Key> {
  add(key: Key, count: number): void
}

/** How many works of each kind there are, and which. It changes when it is asked for again: read it at once. */
export interface KeptCount<Key, Sum> {
  readonly groups: readonly KeptGroup<Key>[]
  /** The works of each of these groups, in the order of the groups. */
  idsOf(groups: readonly KeptGroup<Key>[]): readonly ReadonlySet<string>[]
  readonly size: number
  readonly sum: Sum
}

/** One row: of each work a line with its id, a space, and what it has in common with others, in words of the question's own. */
export interface Lines {
  readonly lines: string | null
}

/** A question that each work answers for itself. */
export interface WorkQuestion<Key, Sum extends Tallying<Key>> {
  /** @param only null: all works; else only these, and the same of them as if all had been asked for */
  ask(only: readonly string[] | null): CompiledQuery<Lines>
  /** Reads what a line says after the id. */
  keyOf(word: string): Key
  sum(): Sum
}

/** For questions that need no sums. */
export const noSum = (): Tallying<unknown> => ({ add: () => undefined })

const idLength = 36
// Of so many works it is cheaper to ask for all again.
const maxChanged = 500
// A work is kept in some hundred bytes: all questions together stay within a hundred megabytes.
const maxKept = 600_000

interface Group<Key> {
  readonly key: Key
  readonly word: string
  size: number
  /** Null until somebody asks which works they are: of most groups only their number is ever wanted. */
  ids: Set<string> | null
}

/** One question with its works; mended where works changed. */
class Keeping<Key, Sum extends Tallying<Key>> implements KeptCount<Key, Sum> {
  readonly log: MarkLog | null
  position: number
  readonly sum: Sum
  readonly #question: WorkQuestion<Key, Sum>
  readonly #groups = new Map<string, Group<Key>>()
  readonly #groupOf = new Map<string, Group<Key>>()

  constructor(sight: Sight | null, question: WorkQuestion<Key, Sum>, lines: readonly string[]) {
    this.log = sight?.log ?? null
    this.position = sight?.position ?? 0
    this.#question = question
    this.sum = question.sum()
    for (const line of lines) this.#put(line)
    for (const { key, size } of this.#groups.values()) this.sum.add(key, size)
  }

  get groups(): readonly KeptGroup<Key>[] {
    return [...this.#groups.values()]
  }

  get size(): number {
    return this.#groupOf.size
  }

  idsOf(groups: readonly KeptGroup<Key>[]): readonly ReadonlySet<string>[] {
    const asked = groups as readonly Group<Key>[]
    if (asked.some(({ ids }) => ids === null)) {
      for (const group of asked) group.ids ??= new Set()
      for (const [id, group] of this.#groupOf) group.ids?.add(id)
    }
    return asked.map(({ ids }) => ids ?? new Set())
  }

  /** Takes in the new answers of works that changed; those without one are no longer among them. */
  mend(changed: ReadonlySet<string>, lines: readonly string[], position: number): void {
    this.position = position
    for (const id of changed) this.#take(id)
    for (const line of lines) this.sum.add(this.#put(line).key, 1)
  }

  #put(line: string): Group<Key> {
    const id = line.slice(0, idLength)
    const word = line.slice(idLength + 1)
    let group = this.#groups.get(word)
    if (group === undefined) {
      group = { key: this.#question.keyOf(word), word, size: 0, ids: null }
      this.#groups.set(word, group)
    }
    group.size += 1
    group.ids?.add(id)
    this.#groupOf.set(id, group)
    return group
  }

  #take(id: string): void {
    const group = this.#groupOf.get(id)
    if (group === undefined) return
    this.#groupOf.delete(id)
    group.size -= 1
    group.ids?.delete(id)
    if (group.size === 0) this.#groups.delete(group.word)
    this.sum.add(group.key, -1)
  }
}

type AnyKeeping = Keeping<never, Tallying<never>>

const keepings = new Map<string, AnyKeeping>()
let kept = 0

/**
 * Counts works by what they have in common, once; afterwards only the works that changed are asked for again. Exact for the
 * snapshot of the transaction, as `keepAnswer` is: the marks name every work that somebody changed, and where something else
 * changed that answers may hang on, all is counted anew. Checked against counting anew by `keep-count.test.ts` and by the
 * figures' property test (design 8.3).
 */
export async function keepCount<Key, Sum extends Tallying<Key>>(
  c: Reader,
  question: WorkQuestion<Key, Sum>,
): Promise<KeptCount<Key, Sum>> {
  const sight = await sightOf(c.db)
  const all = question.ask(null)
  const ask = async (query: CompiledQuery<Lines>) => {
    const [row] = (await c.db.executeQuery(query)).rows
    return row?.lines?.split('\n') ?? []
  }
  // What may still be written to is nobody else's to see.
  if (sight === null) return new Keeping(null, question, await ask(all))
  const word = wordOf(all)
  const known = keepings.get(word) as Keeping<Key, Sum> | undefined
  const changed = known?.log === sight.log ? sight.log.changed(known.position, sight.position) : null
  if (known !== undefined && changed !== null && changed.size <= maxChanged) {
    if (changed.size === 0) return used(word, known)
    const lines = await ask(question.ask([...changed]))
    // Another reader may have mended it meanwhile: from an earlier sight, so that this mends the rest, or from a later one.
    if ((keepings.get(word) as unknown) === known && known.position <= sight.position) {
      kept -= known.size
      known.mend(changed, lines, sight.position)
      kept += known.size
      return used(word, known)
    }
  }
  const fresh = new Keeping(sight, question, await ask(all))
  const newest = keepings.get(word)
  if (newest?.log !== sight.log || newest.position <= sight.position) keep(word, fresh)
  return fresh
}

/** What was used last is dropped last. */
function used<Key, Sum extends Tallying<Key>>(word: string, keeping: Keeping<Key, Sum>): Keeping<Key, Sum> {
  keepings.delete(word)
  keepings.set(word, keeping as unknown as AnyKeeping)
  return keeping
}

function keep<Key, Sum extends Tallying<Key>>(word: string, keeping: Keeping<Key, Sum>): void {
  drop(word)
  if (keeping.size > maxKept / 4) return
  keepings.set(word, keeping as unknown as AnyKeeping)
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
