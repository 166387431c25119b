import type { Search, SearchTerm } from './parse-search.ts'
import { shortestWithSlip, slipsOf } from './slips.ts'
import { type TextWord, wordsOf } from './words.ts'

/** A text of a thing by which it is found, as it is shown. */
export interface SearchField {
  readonly text: string | null
  /** The name of a unit: its initials are looked for too. */
  readonly isUnit?: boolean
}

interface ReadField {
  readonly words: readonly TextWord[]
  readonly initials: string | null
}

interface Hit {
  /** From 0, not there, to 1, as it was typed. */
  readonly quality: number
  /** The place of the word in the field. */
  readonly place: number
}

const nowhere: Hit = { quality: 0, place: -1 }

/** How much each way to find a word counts, beside the word itself as it was typed: 1. */
const qualities = {
  otherAccents: 0.86,
  short: 0.96,
  long: 0.92,
  initials: 0.85,
  telex: 0.95,
  split: 0.95,
  begun: 0.8,
  slip: 0.6,
} as const
const fillerWeight = 0.15
const adjacentWeight = 0.15
const coverWeight = 0.12
const orderWeight = 0.03

/** Of one thing: for each field, for each term, how well it is found there and where. */
export type Hits = readonly (readonly Hit[])[]

/**
 * How well a thing fits a search, about 0 to 1.3: the share of the words found, each by how well; more where they stand side by
 * side as typed, and where little else stands in the first field, its name.
 */
export class FitReader {
  readonly #search: Search
  readonly #slips: ReadonlyMap<SearchTerm, ReadonlySet<string>>

  constructor(search: Search) {
    this.#search = search
    this.#slips = new Map(
      search.terms
        .filter(({ isNumber, folded }) => !isNumber && folded.length >= shortestWithSlip)
        .map((term) => [term, new Set(slipsOf(term.folded))]),
    )
  }

  /** Finds each term in each field. */
  hits(fields: readonly SearchField[]): Hits {
    return fields.map((field) => {
      const read = readField(field)
      return this.#search.terms.map((term) => this.#bestHit(term, read))
    })
  }

  /** @param weights how much each term tells; fillers tell little */
  fit(fields: readonly SearchField[], hits: Hits, weights: readonly number[]): number {
    const { terms } = this.#search
    const weightOf = (index: number) => (terms[index]?.filler ? fillerWeight : 1) * (weights[index] ?? 1)
    const all = terms.reduce((sum, _, index) => sum + weightOf(index), 0)
    const found = terms.reduce((sum, _, index) => sum + bestQuality(hits, index) * weightOf(index), 0)
    return found / all + Math.max(...hits.map(adjacency)) + cover(fields[0], hits[0])
  }

  #bestHit(term: SearchTerm, { words, initials }: ReadField): Hit {
    let best = nowhere
    for (const [place, word] of words.entries()) {
      const quality = this.#quality(term, word)
      if (quality > best.quality) best = { quality, place }
    }
    if (best.quality === 1) return best
    for (const hit of this.#otherReadings(term, words, initials)) if (hit.quality > best.quality) best = hit
    return best
  }

  /** How well one word of a text fits a term by its letters. */
  #quality(term: SearchTerm, word: TextWord): number {
    if (word.exact === term.exact) return 1
    if (word.folded === term.folded) return term.exact === term.folded ? 1 : qualities.otherAccents
    if (term.partial && word.folded.startsWith(term.folded))
      return qualities.begun + (0.1 * term.folded.length) / word.folded.length
    for (const { words, kind } of term.readings)
      if (words.length === 1 && words[0] === word.folded && (kind === 'short' || kind === 'telex'))
        return qualities[kind]
    return this.#slips.get(term)?.has(word.folded) && word.folded.length > 1 ? qualities.slip : 0
  }

  #otherReadings({ readings }: SearchTerm, words: readonly TextWord[], initials: string | null): Hit[] {
    return readings.flatMap(({ words: read, kind }) => {
      if (kind === 'initials')
        return initials?.includes(read[0]?.slice(1) ?? ' ') ? [{ quality: qualities.initials, place: 0 }] : []
      if (kind !== 'long' && kind !== 'split') return []
      const place = runPlace(words, read)
      if (place === null) return []
      return [{ quality: place.together ? qualities[kind] : qualities[kind] * 0.6, place: place.at }]
    })
  }

  /**
   * Says of each word of a text whether it is what was looked for, to be marked. A slip counts only for what is found in no other
   * way: "huyen" marks "huyện", and "tuyên" only where there is no "huyện".
   *
   * @param beside other texts of the same thing
   */
  markedIn(words: readonly TextWord[], beside: readonly TextWord[]): (word: TextWord) => boolean {
    const terms = this.#search.terms
      .filter(({ filler }) => !filler)
      .map((term) => {
        const runs = term.readings.flatMap(({ words: read, kind }) => {
          if (kind !== 'long' && kind !== 'split') return []
          return [words, beside].some((some) => runPlace(some, read)?.together) ? read : []
        })
        const qualityOf = (word: TextWord) =>
          runs.includes(word.folded) ? qualities.long : this.#quality(term, word)
        const best = [...words, ...beside].reduce((most, word) => Math.max(most, qualityOf(word)), 0)
        return { qualityOf, least: best > qualities.slip ? qualities.slip + 0.01 : qualities.slip }
      })
    return (word) => terms.some(({ qualityOf, least }) => qualityOf(word) >= least)
  }
}

function readField({ text, isUnit = false }: SearchField): ReadField {
  const words = wordsOf((text ?? '').normalize('NFC'))
  return { words, initials: isUnit ? initialsOf(words) : null }
}

const connectives = new Set(['va', 'cua', 'cac', 've', 'cho', 'tai'])

/** As `search_initials` of the database. */
const initialsOf = (words: readonly TextWord[]): string =>
  words
    .filter(({ folded }) => /^[a-z]/.test(folded) && !connectives.has(folded))
    .map(({ folded }) => folded.charAt(0))
    .join('')

/** Where the words of a reading stand: side by side (`và` and the like aside), or at least all of them somewhere. */
function runPlace(
  words: readonly TextWord[],
  read: readonly string[],
): { readonly at: number; readonly together: boolean } | null {
  const kept = words.flatMap((word, place) =>
    connectives.has(word.folded) ? [] : [{ folded: word.folded, place }],
  )
  for (const [start, first] of kept.entries())
    if (read.every((one, index) => kept[start + index]?.folded === one))
      return { at: first.place, together: true }
  const places = read.map((one) => words.findIndex(({ folded }) => folded === one))
  return places.every((place) => place >= 0) ? { at: places[0] ?? 0, together: false } : null
}

/** How well a term is found, in whichever field. */
export const bestQuality = (hits: Hits, term: number): number =>
  hits.reduce((best, ofField) => Math.max(best, ofField[term]?.quality ?? 0), 0)

function cover(name: SearchField | undefined, hits: readonly Hit[] = []): number {
  const count = wordsOf(name?.text ?? '').length
  const places = new Set(hits.filter(({ quality }) => quality > 0).map(({ place }) => place))
  return count === 0 ? 0 : coverWeight * Math.min(1, places.size / count)
}

/** The words of one field that stand side by side as they were typed, or at least in that order. */
function adjacency(hits: readonly Hit[]): number {
  if (hits.length < 2) return 0
  let beside = 0
  let inOrder = 0
  for (const [index, hit] of hits.entries()) {
    const before = hits[index - 1]
    if (before === undefined || hit.quality === 0 || before.quality === 0) continue
    if (hit.place === before.place + 1) beside++
    else if (hit.place > before.place) inOrder++
  }
  return (adjacentWeight * beside + orderWeight * inOrder) / (hits.length - 1)
}
