import { CompiledQuery } from 'kysely'
import type { MarkLog, Sight } from './change-marks.ts'

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

interface Group<Key> {
  readonly key: Key
  readonly word: string
  size: number
  /** Null until somebody asks which works they are: of most groups only their number is ever wanted. */
  ids: Set<string> | null
}

/** One question with its works; mended where works changed. */
export class Keeping<Key, Sum extends Tallying<Key>> implements KeptCount<Key, Sum> {
  readonly log: MarkLog | null
  position: number
  /** How often it was looked after since somebody read it (`countAhead`). */
  unread = 0
  readonly sum: Sum
  readonly question: WorkQuestion<Key, Sum>
  /** The question of all works, without the plan that it was compiled from. */
  readonly all: CompiledQuery<Lines>
  readonly #groups = new Map<string, Group<Key>>()
  readonly #groupOf = new Map<string, Group<Key>>()

  constructor(
    sight: Sight | null,
    question: WorkQuestion<Key, Sum>,
    { all, lines }: { readonly all: CompiledQuery<Lines>; readonly lines: readonly string[] },
  ) {
    this.log = sight?.log ?? null
    this.position = sight?.position ?? 0
    this.question = question
    this.all = CompiledQuery.raw(all.sql, [...all.parameters]) as CompiledQuery<Lines>
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
      group = { key: this.question.keyOf(word), word, size: 0, ids: null }
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
