import { type CapitalFault, type CapitalRule, inCaseOf, keyOf, type Word } from './capitals-words.ts'

/** A name of several words as it is written; `also` are ways that are right too. */
export interface Phrase {
  readonly words: readonly { readonly text: string; readonly key: string }[]
  readonly also: readonly (readonly string[])[]
}

export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu
const splitWords = (name: string): readonly string[] => name.match(wordPattern) ?? []

/** Names by their first word, the longest first. Of an array the first is the one that is proposed. */
export function indexOf(names: readonly (string | readonly [string, ...string[]])[]): PhraseIndex {
  const index = new Map<string, Phrase[]>()
  for (const name of names) {
    const [first, ...also] = typeof name === 'string' ? ([name] as const) : name
    const words = splitWords(first).map((text) => ({ text, key: keyOf(text) }))
    const phrase = { words, also: also.map(splitWords) }
    const key = words[0]?.key ?? ''
    index.set(key, [...(index.get(key) ?? []), phrase])
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return index
}

const within = /^(?:[ \u00a0]{1,3}|, ?| ?[-–] ?)$/

/** The longest name of the index that begins with word `at`, however its capitals are written. */
export function phraseAt(index: PhraseIndex, words: readonly Word[], at: number): Phrase | undefined {
  const first = words[at]
  if (first === undefined || first.quoted) return undefined
  return index.get(first.key)?.find((phrase) =>
    phrase.words.every(({ key }, offset) => {
      const word = words[at + offset]
      return word !== undefined && word.key === key && (offset === 0 || within.test(word.gap))
    }),
  )
}

/** Whether the words at `at` are written as the phrase demands; at the beginning of a sentence its first may be capital. */
export function isWrittenRight(phrase: Phrase, words: readonly Word[], at: number): boolean {
  const ways = [phrase.words.map(({ text }) => text), ...phrase.also]
  return ways.some((way) =>
    way.every((model, offset) => {
      const word = words[at + offset]
      if (word === undefined) return false
      if (word.text === inCaseOf(word.text, model)) return true
      return offset === 0 && word.begins && word.letters === 'capital'
    }),
  )
}

/** The fault of words that are written otherwise than their phrase. */
export function phraseFault(
  rule: CapitalRule,
  phrase: Phrase,
  text: string,
  words: readonly Word[],
  at: number,
): CapitalFault {
  const end = at + phrase.words.length
  return rewritten(rule, text, words, at, end, (word, offset) =>
    inCaseOf(word.text, phrase.words[offset]?.text ?? word.text),
  )
}

/** A fault of the words `from` to before `to`, with what each should be. */
export function rewritten(
  rule: CapitalRule,
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  write: (word: Word, offset: number) => string,
): CapitalFault {
  const part = words.slice(from, to)
  const expected = part.map((word, offset) => (offset === 0 ? '' : word.gap) + write(word, offset)).join('')
  const start = part[0]?.start ?? 0
  const end = part.at(-1)?.end ?? start
  return { rule, from: start, to: end, found: text.slice(start, end), expected }
}
