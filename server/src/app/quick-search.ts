import type { Context } from '../platform/context.ts'
import type { FoundCount, FoundPile, FoundThing } from '../platform/slices/search.ts'
import { parseSearch, type Search } from '../platform/text-search/parse-search.ts'
import { matchText, nearnesses, readSlips, type Slips } from '../platform/text-search/text-match.ts'
import { slices } from './slices.ts'

/** A thing of any slice, with the pile it is of. */
export interface FoundItem extends FoundThing {
  readonly pile: string
  readonly icon: string
}

export interface QuickSearch {
  readonly search: Search
  /** The things of all kinds in one order, the best first, that hold every word. */
  readonly found: readonly FoundItem[]
  /** Those that only come near: a slip of a letter, or a word that is not there. */
  readonly near: readonly FoundItem[]
  /** How many hold every word, with the lists of them. */
  readonly counts: readonly FoundCount[]
}

/** One letter is in nearly everything. */
export const shortestSearch = 2
// With fewer than this what only comes near is shown too.
const enough = 5
const shownOfKind = 12
const shown = 20

/**
 * What a few words find in everything that the actor may see, in one order. Each kind is asked at most once for each nearness,
 * so that the number of queries does not depend on what is found.
 */
export async function quickSearch(c: Context, text: string, limit = shown): Promise<QuickSearch> {
  const search = parseSearch(text)
  const nothing: QuickSearch = { search, found: [], near: [], counts: [] }
  if (search.text.length < shortestSearch) return nothing
  let counts: readonly FoundCount[] = []
  let found: readonly FoundItem[] = []
  const near: FoundItem[] = []
  let slips: Slips = new Map()
  for (const nearness of nearnesses) {
    if (nearness === 'slips') slips = await readSlips(c, search)
    const match = matchText(search, nearness, slips)
    if (match === null) return nothing
    const here: FoundPile[] = []
    for (const slice of slices)
      here.push(...((await slice.search?.find(c, { search, match, limit: shownOfKind })) ?? []))
    const items = inOrder(here)
    if (nearness === 'words') {
      counts = here.flatMap((pile) => pile.counts)
      found = items.slice(0, limit)
    } else {
      const known = new Set([...found, ...near].map(({ href }) => href))
      near.push(...items.filter(({ href }) => !known.has(href)))
    }
    if (found.length + near.length >= enough) break
  }
  return { search, found, near: near.slice(0, enough), counts }
}

const inOrder = (piles: readonly FoundPile[]): FoundItem[] =>
  piles
    .flatMap(({ key, icon, items }) => items.map((item) => ({ ...item, pile: key, icon })))
    .sort((one, other) => other.fit - one.fit)
