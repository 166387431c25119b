import { spellingKey } from '../../text/tones.ts'

/** A syllable or a number of a paragraph, with what must be known of it to judge its capital. */
export interface Word {
  readonly text: string
  /** In small letters, its tone behind it: the same wherever a writer sets the tone (`hòa`, `hoà`). */
  readonly key: string
  readonly start: number
  readonly end: number
  /** What stands between the word before and this one. */
  readonly gap: string
  /** A sentence begins here or may begin: what is before it leaves a capital possible. */
  readonly begins: boolean
  /** Stands in quotation marks: somebody else's words, which nobody may correct. */
  readonly quoted: boolean
  readonly letters: Letters
}

export type Letters = 'small' | 'capital' | 'all capital' | 'mixed' | 'number'

/** A deviation from annex II, between two places of the paragraph's text. */
export interface CapitalFault {
  readonly rule: CapitalRule
  readonly from: number
  readonly to: number
  readonly found: string
  readonly expected: string
}

export type CapitalRule = 'C01' | 'C02' | 'C03' | 'C04' | 'C05' | 'C06' | 'C07' | 'C08' | 'C09' | 'C10'

const plainAscii = /^[a-z0-9]*$/
const keys = new Map<string, string>()
/** Words of a language are few; the bound holds for texts that are none. */
const mostKeys = 20_000

/** The word as it is compared. */
export function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const small = text.toLowerCase()
  const key = plainAscii.test(small) ? small : spellingKey(small)
  if (keys.size < mostKeys && text.length <= 12) keys.set(text, key)
  return key
}

export const labelPattern =
  /^\s{0,20}(?:[-+*•–—]\s{0,5}|\(?(?:[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,3})[).]\s{1,5}|[IVXLC]{1,7}[.)-]\s{1,5}|Điều\s{1,3}\d{1,4}[a-zđ]?[.:]?\s{1,5}){0,2}/u
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu
const beginning = /[.?!:…\n\t“”"«»‘([{;=*•]|(?:^|\s)[-–—+](?:\s|$)/

/**
 * The words of a paragraph from behind its label (`a)`, `1.`, `Điều 5.`) on.
 *
 * @param openQuote whether a quotation that began in a paragraph before still goes on
 */
export function wordsOf(text: string, openQuote = false): readonly Word[] {
  const from = labelPattern.exec(text)?.[0].length ?? 0
  const words: Word[] = []
  const quotes = { curly: openQuote, straight: false }
  readQuotes(quotes, text.slice(0, from))
  let before = from
  for (const { 0: found, index } of text.slice(from).matchAll(wordPattern)) {
    const start = from + index
    const gap = text.slice(before, start)
    readQuotes(quotes, gap)
    const last = words.at(-1)
    const begins = last === undefined || beginning.test(gap) || numbersItem(last, gap)
    const quoted = quotes.curly || quotes.straight
    words.push({
      text: found,
      key: keyOf(found),
      start,
      end: start + found.length,
      gap,
      begins,
      quoted,
      letters: lettersOf(found),
    })
    before = start + found.length
  }
  return words
}

function readQuotes(quotes: { curly: boolean; straight: boolean }, gap: string): void {
  for (const letter of gap) {
    if (letter === '“' || letter === '«') quotes.curly = true
    else if (letter === '”' || letter === '»') quotes.curly = false
    else if (letter === '"') quotes.straight = !quotes.straight
  }
}

/** `(1) Tỉnh …`: the number of an item within a line. */
const numbersItem = (last: Word, gap: string) =>
  gap.startsWith(')') && (last.letters === 'number' || last.text.length === 1)

const firstCapital = /^\p{Lu}/u
const anyCapital = /\p{Lu}/u
const anySmall = /\p{Ll}/u
const anyDigit = /\p{N}/u

function lettersOf(text: string): Letters {
  if (anyDigit.test(text)) return 'number'
  if (!anyCapital.test(text)) return 'small'
  if (!anySmall.test(text)) return text.length === 1 ? 'capital' : 'all capital'
  return firstCapital.test(text) && !anyCapital.test(text.slice(1)) ? 'capital' : 'mixed'
}

export const joins = (gap: string): boolean => /^[ \u00a0]{1,3}$/.test(gap)

/** A word in the manner of another: `ĐÔNG` by `Anh` is `Đông`. */
export function inCaseOf(word: string, model: string): string {
  if (!firstCapital.test(model)) return word.toLowerCase()
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('').toLowerCase()
}
