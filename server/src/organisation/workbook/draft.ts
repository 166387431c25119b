import type {
  PresentDirectory,
  PresentHolding,
  PresentPerson,
  PresentPost,
  PresentUnit,
  Span,
} from './present.ts'

/** A thing of the directory as it would be after the import, and whether that needs a row written. */
export type Drafted<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] } & {
  state: 'kept' | 'changed' | 'new'
}

export type DraftName = Drafted<PresentUnit['names'][number]>
export type DraftParent = Drafted<PresentUnit['parents'][number]>
export type DraftManager = Drafted<PresentPost['managers'][number]>
export type DraftUnit = Drafted<Omit<PresentUnit, 'names' | 'parents'>> & {
  names: DraftName[]
  parents: DraftParent[]
}
export type DraftPost = Drafted<Omit<PresentPost, 'managers'>> & { managers: DraftManager[] }
export type DraftPerson = Drafted<PresentPerson>
export type DraftHolding = Drafted<PresentHolding>

/** The directory as it would be: rows of a workbook change it one by one, and then it is checked as a whole. */
export class Draft {
  readonly units = new Map<string, DraftUnit>()
  readonly unitsByCode = new Map<string, DraftUnit>()
  readonly posts = new Map<string, DraftPost>()
  readonly persons = new Map<string, DraftPerson>()
  readonly holdings: DraftHolding[] = []
  readonly holdingsByPost = new Map<string, DraftHolding[]>()
  readonly #postsByMark = new Map<string, DraftPost>()
  readonly #personsByMark = new Map<string, DraftPerson>()

  constructor(present: PresentDirectory) {
    for (const { names, parents, ...unit } of present.units)
      this.addUnit({ ...kept(unit), names: names.map(kept), parents: parents.map(kept) })
    for (const { managers, ...post } of present.posts)
      this.addPost({ ...kept(post), managers: managers.map(kept) })
    for (const person of present.persons) this.addPerson(kept(person))
    for (const holding of present.holdings) this.addHolding(kept(holding))
  }

  addUnit(unit: DraftUnit): void {
    this.units.set(unit.id, unit)
    this.unitsByCode.set(unit.code, unit)
  }

  addPost(post: DraftPost): void {
    this.posts.set(post.id, post)
    this.#postsByMark.set(post.id, post)
    if (post.code !== null) this.#postsByMark.set(post.code, post)
  }

  addPerson(person: DraftPerson): void {
    this.persons.set(person.id, person)
    this.#personsByMark.set(person.id, person)
    if (person.code !== null) this.#personsByMark.set(person.code, person)
  }

  addHolding(holding: DraftHolding): void {
    this.holdings.push(holding)
    const ofPost = this.holdingsByPost.get(holding.postId)
    if (ofPost === undefined) this.holdingsByPost.set(holding.postId, [holding])
    else ofPost.push(holding)
  }

  /** The post that a workbook means: by the office's own code, or by its id. */
  postBy(mark: string): DraftPost | undefined {
    return this.#postsByMark.get(mark) ?? this.#postsByMark.get(mark.toLowerCase())
  }

  personBy(mark: string): DraftPerson | undefined {
    return this.#personsByMark.get(mark) ?? this.#personsByMark.get(mark.toLowerCase())
  }
}

const kept = <Thing extends object>(thing: Thing): Drafted<Thing> =>
  ({ ...thing, state: 'kept' }) as unknown as Drafted<Thing>

/** Marks a thing as changed; what is new stays new. */
export function touch(thing: { state: 'kept' | 'changed' | 'new' }): void {
  if (thing.state === 'kept') thing.state = 'changed'
}

export const covers = (span: Span, on: string) => span.from <= on && (span.to === null || on < span.to)

/** Whether a span still counts on a day or after it. */
export const lasts = (span: Span, on: string) => span.to === null || span.to > on

export const overlap = (a: Span, b: Span) =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)
