import { CompiledQuery } from 'kysely'
import type { ChangeLog, ReadPoint } from './change-log.ts'

/** Things that have the same key. */
export interface SubjectGroup<Key> {
  readonly key: Key
  readonly size: number
}

/** A total that is adjusted as things come and go; `count` is negative for those that go. */
export interface RunningSum<Key> {
  add(key: Key, count: number): void
}

/** How many things there are of each key, and which. Later questions update it in place: read it before the next await. */
export interface SubjectCount<Key, Sum> {
  readonly groups: readonly SubjectGroup<Key>[]
  /** The ids of each of these groups, in the order of the groups. */
  idsOf(groups: readonly SubjectGroup<Key>[]): readonly ReadonlySet<string>[]
  readonly size: number
  readonly sum: Sum
}

/** One row: for each thing a line with its id, a space, and its key as text. */
export interface Lines {
  readonly lines: string | null
}

/** A question whose answer for one thing depends on that thing alone. */
export interface SubjectQuestion<Key, Sum extends RunningSum<Key>> {
  /** The kind of the things, as their marks of change name it. */
  readonly kind: string
  /** @param only null: all things; else these only, with the same lines as if all had been queried */
  query(only: readonly string[] | null): CompiledQuery<Lines>
  /** Parses the text of a line after the id. */
  keyOf(text: string): Key
  sum(): Sum
}

/** For questions that need no sums. */
export const noSum = (): RunningSum<unknown> => ({ add: () => undefined })

const idLength = 36

interface Group<Key> {
  readonly key: Key
  readonly text: string
  size: number
  /** Null until someone asks for the ids: of most groups only the size is ever needed. */
  ids: Set<string> | null
}

/** The cached answer of one question, updated where things changed. */
export class CachedCount<Key, Sum extends RunningSum<Key>> implements SubjectCount<Key, Sum> {
  readonly log: ChangeLog | null
  position: number
  /** How many times `recountAhead` has seen it since it was last read. */
  unread = 0
  readonly sum: Sum
  readonly question: SubjectQuestion<Key, Sum>
  /** The query for all things, without the plan from which it was compiled. */
  readonly all: CompiledQuery<Lines>
  readonly #groups = new Map<string, Group<Key>>()
  readonly #groupOf = new Map<string, Group<Key>>()

  constructor(
    point: ReadPoint | null,
    question: SubjectQuestion<Key, Sum>,
    { all, lines }: { readonly all: CompiledQuery<Lines>; readonly lines: readonly string[] },
  ) {
    this.log = point?.log ?? null
    this.position = point?.position ?? 0
    this.question = question
    this.all = CompiledQuery.raw(all.sql, [...all.parameters]) as CompiledQuery<Lines>
    this.sum = question.sum()
    for (const line of lines) this.#put(line)
    for (const { key, size } of this.#groups.values()) this.sum.add(key, size)
  }

  get groups(): readonly SubjectGroup<Key>[] {
    return [...this.#groups.values()]
  }

  get size(): number {
    return this.#groupOf.size
  }

  idsOf(groups: readonly SubjectGroup<Key>[]): readonly ReadonlySet<string>[] {
    const asked = groups as readonly Group<Key>[]
    if (asked.some(({ ids }) => ids === null)) {
      for (const group of asked) group.ids ??= new Set()
      for (const [id, group] of this.#groupOf) group.ids?.add(id)
    }
    return asked.map(({ ids }) => ids ?? new Set())
  }

  /** Replaces the lines of things that changed; those without a new line are no longer counted. */
  update(changed: ReadonlySet<string>, lines: readonly string[], position: number): void {
    this.position = position
    for (const id of changed) this.#take(id)
    for (const line of lines) this.sum.add(this.#put(line).key, 1)
  }

  #put(line: string): Group<Key> {
    const id = line.slice(0, idLength)
    const text = line.slice(idLength + 1)
    let group = this.#groups.get(text)
    if (group === undefined) {
      group = { key: this.question.keyOf(text), text, size: 0, ids: null }
      this.#groups.set(text, group)
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
    if (group.size === 0) this.#groups.delete(group.text)
    this.sum.add(group.key, -1)
  }
}
