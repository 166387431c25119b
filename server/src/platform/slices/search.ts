import type { VNode } from 'preact'
import type { Context } from '../context.ts'
import type { Search } from '../text-search/parse-search.ts'
import type { TextMatch } from '../text-search/text-match.ts'

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
  /** How well it fits (`FitReader`), to put things of all kinds into one order. */
  readonly fit: number
}

/** How many things were found, and the list of exactly these. */
export interface FoundCount {
  readonly label: string
  /** `maxCounted` says as many or more. */
  readonly total: number
  readonly href: string
}

/** The best things of a kind, and how many there are. */
export interface FoundPile {
  readonly key: string
  readonly icon: string
  readonly items: readonly FoundThing[]
  /** Only where some were found; none where the kind has no list that can be narrowed by words. */
  readonly counts: readonly FoundCount[]
}

export interface SearchQuestion {
  readonly search: Search
  readonly match: TextMatch
  /** At most so many of a kind. */
  readonly limit: number
}

/** What a slice lets be found: only what the actor may see. */
export interface Searchable {
  find(c: Context, question: SearchQuestion): Promise<readonly FoundPile[]>
}
