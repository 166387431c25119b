import type { PdfFile } from '../../pdf/document.ts'
import { PdfDict, type PdfObject } from '../../pdf/objects.ts'
import type { Change, ChangePlace, Needs } from './change.ts'
import type { ChangeCode } from './messages.vi.ts'
import type { PageNumbers } from './page-numbers.ts'
import type { PageWords } from './page-words.ts'
import type { RoleGraph } from './role-graph.ts'
import { type RoleName, roles } from './roles.ts'

/** How many changes that are not allowed are named one by one. */
const mostRefused = 100

/** How many changes of one revision are judged. */
const mostNoted = 5000

/** What is kept from revision to revision. */
export interface Kept {
  readonly pages: PageNumbers
  readonly words: PageWords
}

/** One revision against the one before it, and what the rules have found so far. */
export class RevisionDiff {
  readonly file: PdfFile
  readonly graph: RoleGraph
  /** Numbers of the two revisions. */
  readonly before: number
  readonly after: number
  readonly words: PageWords
  readonly changes: Change[] = []
  readonly #pages: PageNumbers
  readonly #gained: ReadonlyMap<number, number>
  readonly #named = new Set<string>()
  #refused = 0
  #noted = 0

  /** @param gained which roles objects have got with this revision */
  constructor(
    file: PdfFile,
    graph: RoleGraph,
    { pages, words }: Kept,
    after: number,
    gained: ReadonlyMap<number, number>,
  ) {
    this.file = file
    this.graph = graph
    this.before = after - 1
    this.after = after
    this.#pages = pages
    this.words = words
    this.#gained = gained
  }

  /** Follows references as of the revision before. */
  earlier(value: PdfObject): PdfObject {
    return this.file.resolve(value, this.before)
  }

  /** Follows references as of this revision. */
  current(value: PdfObject): PdfObject {
    return this.file.resolve(value, this.after)
  }

  earlierDict(value: PdfObject): PdfDict | null {
    const dict = this.earlier(value)
    return dict instanceof PdfDict ? dict : null
  }

  currentDict(value: PdfObject): PdfDict | null {
    const dict = this.current(value)
    return dict instanceof PdfDict ? dict : null
  }

  /** Whether an object had a role in the revision before. */
  hadRole(number: number, role: RoleName): boolean {
    return (this.graph.rolesOf(number) & ~(this.#gained.get(number) ?? 0) & roles[role]) !== 0
  }

  /** The page, from 1, that an object is on or belongs to; null where it is on none. */
  pageOf(number: number): number | null {
    return this.#pages.of(number)
  }

  /** The objects of all pages that have an annotation: it may stand in the lists of several. */
  pageObjectsOf(annotation: number): readonly number[] {
    return this.#pages.objectsWith(annotation)
  }

  /** The page tree is another one from here on. */
  renewPages(): void {
    this.#pages.renew(this.after)
  }

  /** Notes a change that a certification may allow. */
  note(kind: Change['kind'], code: ChangeCode, needs: Needs, place: ChangePlace = {}): void {
    this.#noted++
    if (this.#noted < mostNoted) this.changes.push(this.#changeOf(kind, code, needs, place))
    // What is not looked at any more is not allowed either.
    else if (this.#noted === mostNoted) this.changes.push(this.#changeOf(kind, 'more_changes', 'never', {}))
  }

  /** There is one already that nothing allows, and too many to judge the others. */
  get isFull(): boolean {
    return this.#noted >= mostNoted
  }

  /** Notes a change that nothing allows. */
  refuse(kind: Change['kind'], code: ChangeCode, place: ChangePlace = {}): void {
    const key = `${code} ${place.object ?? ''} ${JSON.stringify(place.details ?? {})}`
    if (this.#named.has(key)) return
    this.#named.add(key)
    this.#refused++
    if (this.#refused < mostRefused) this.note(kind, code, 'never', place)
    else if (this.#refused === mostRefused) this.note(kind, 'more_changes', 'never')
  }

  #changeOf(kind: Change['kind'], code: ChangeCode, needs: Needs, place: ChangePlace): Change {
    const { object = null, field = null, page = null, details = {} } = place
    return {
      revision: this.after,
      kind,
      code,
      needs,
      page,
      object: object === null ? null : `${object} ${this.#generationOf(object)}`,
      field,
      details,
    }
  }

  /** That which the object has, or had before it was freed. */
  #generationOf(number: number): number {
    for (const at of [this.after, this.before]) {
      const entry = this.file.entry(number, at)
      if (entry !== null && entry.kind !== 'free') return entry.kind === 'at' ? entry.extra : 0
    }
    return 0
  }
}
