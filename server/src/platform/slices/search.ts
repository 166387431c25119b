import type { VNode } from 'preact'
import type { Context } from '../context.ts'

/** Something that was found by a few words: what it is called, where it is, and what tells it from others. */
export interface FoundThing {
  readonly key: string
  readonly title: string
  readonly href: string
  readonly note: string
  /** How it stands, where it has a state. */
  readonly mark: VNode | null
  /** Invented by the demonstration. */
  readonly illustrative: boolean
}

/** The first few things of a kind, and the list of all that were found. */
export interface FoundPile {
  readonly key: string
  readonly title: string
  readonly items: readonly FoundThing[]
  readonly total: number
  readonly allHref: string
}

/** What a slice lets be found: only what the actor may see, those with the accents that were typed before the others. */
export interface Searchable {
  find(c: Context, text: string, limit: number): Promise<readonly FoundPile[]>
}
