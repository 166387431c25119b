import { expansionsOf, shortenedRuns } from './abbreviations.ts'
import { isSyllable, readTelex, splitSyllables } from './syllables.ts'
import { type TextWord, wordsOf } from './words.ts'

/** One way to read what was typed: words without accents that must all be there, or the initials of a unit (`~tttt`). */
export interface Reading {
  readonly words: readonly string[]
  readonly kind: 'word' | 'short' | 'long' | 'initials' | 'telex' | 'split'
}

/** A word that was typed. */
export interface SearchTerm extends Pick<TextWord, 'exact' | 'folded'> {
  /** Says little by itself ("việc của"): it need not be there. */
  readonly filler: boolean
  /** May be the beginning of a word: the last one, which is perhaps not finished. */
  readonly partial: boolean
  readonly isNumber: boolean
  /** The word itself first. */
  readonly readings: readonly Reading[]
}

export interface Search {
  readonly text: string
  readonly terms: readonly SearchTerm[]
}

// Longer questions are cut: nobody types more words, and a query costs by its words.
const maxTerms = 12
const maxTextLength = 200

// What people say around the thing that they look for, without accents.
const fillers = new Set(
  'viec vu cai cua ve cac nhung va cho trong o ben la thi ma duoc tai cung nay kia gi nao voi tu den theo nhu may de do se da dang'.split(
    ' ',
  ),
)
// The same letters with these accents are words of their own: đỏ, đê, đá, bến, tự, cái …
const fillersAsWritten = new Set(
  'việc vụ cái của về các những và cho trong ở bên là thì mà được tại cũng này kia gì nào với từ đến theo như mấy để đó do sẽ đã đang'
    .split(' ')
    .flatMap((word) => wordsOf(word).map(({ exact }) => exact)),
)
const ambiguousFillers = new Set([
  'tu',
  'de',
  'do',
  'da',
  'ben',
  'o',
  'may',
  'dang',
  'theo',
  'den',
  'voi',
  'nhu',
  'vu',
  'cai',
  'la',
  'ma',
])

/** Reads what was typed into the search: any words, with or without accents, abbreviated, in any order. */
export function parseSearch(typed: string): Search {
  const text = typed.normalize('NFC').trim().slice(0, maxTextLength)
  const words = wordsOf(text).slice(0, maxTerms)
  const runs = shortenedRuns(words.map(({ folded }) => folded))
  const isUnaccented = words.every(({ exact, folded }) => exact === folded)
  const endsInSpace = /\s$/.test(typed)
  const terms = words.map((word, place): SearchTerm => {
    const shorts = runs.filter(({ from, to }) => from <= place && place < to).map(({ short }) => short)
    return {
      exact: word.exact,
      folded: word.folded,
      filler: isFiller(word, isUnaccented),
      partial: place === words.length - 1 && !endsInSpace && word.folded.length > 1,
      isNumber: /^[0-9]/.test(word.folded),
      readings: readingsOf(word.folded, shorts),
    }
  })
  // Who types nothing but such words means them.
  return {
    text,
    terms: terms.every(({ filler }) => filler) ? terms.map((term) => ({ ...term, filler: false })) : terms,
  }
}

const isFiller = ({ exact, folded }: TextWord, isUnaccented: boolean): boolean =>
  exact === folded
    ? isUnaccented && fillers.has(folded) && !ambiguousFillers.has(folded)
    : fillersAsWritten.has(exact)

function readingsOf(folded: string, shorts: readonly string[]): Reading[] {
  const readings: Reading[] = [{ words: [folded], kind: 'word' }]
  if (/^[0-9]/.test(folded)) return readings
  for (const short of shorts) if (short !== folded) readings.push({ words: [short], kind: 'short' })
  for (const words of expansionsOf(folded)) readings.push({ words, kind: 'long' })
  if (isSyllable(folded)) return readings
  if (folded.length >= 2 && folded.length <= 8) readings.push({ words: [`~${folded}`], kind: 'initials' })
  const telex = readTelex(folded)
  if (telex !== null) readings.push({ words: [telex], kind: 'telex' })
  for (const words of splitSyllables(folded)) readings.push({ words, kind: 'split' })
  return readings
}

/** The terms that must be there; the others only bring things nearer to the top. */
export const saidTerms = ({ terms }: Search): readonly SearchTerm[] => terms.filter(({ filler }) => !filler)
