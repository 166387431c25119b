import type { Language } from '../platform/context.ts'
import type { MessageKey } from '../platform/message-key.ts'
import { codeKey } from '../platform/message-key.ts'
import type { RecordedKind } from '../platform/slices/recorded-kind.ts'
import type { Words } from '../platform/words.ts'

/** What the slices contribute to the audit log's pages. */
export interface Recorded {
  /** How each slice names and links its things in entries. */
  readonly kinds: readonly RecordedKind[]
  /** Every act that has a word: a test compares them with the acts that the program writes. */
  readonly acts: readonly string[]
  /** The kinds of things that are acted on. */
  readonly objectKinds: readonly string[]
}

/** Derives the acts and kinds of things from the message keys of their words. */
export function recordedWords(kinds: readonly RecordedKind[], keys: readonly string[]): Recorded {
  const keysOf = (prefix: string) =>
    keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  return { kinds, acts: keysOf('act.'), objectKinds: keysOf('recorded.') }
}

/** The word of an act, or the act's own name if the catalogue does not have it yet. */
export function actWord(t: Words, action: string): string {
  return known(t, codeKey('act', action), action)
}

/** The acts with their words, in the alphabetical order of the words in `language`: users look for a word, not a key. */
export function actChoices({ t, language }: Speaking, acts: readonly string[]) {
  const byWord = new Intl.Collator(language)
  return acts
    .map((act) => ({ value: act, label: actWord(t, act) }))
    .sort((a, b) => byWord.compare(a.label, b.label))
}

interface Speaking {
  readonly t: Words
  readonly language: Language
}

/** The word of a kind of thing. */
export function kindWord(t: Words, kind: string): string {
  return known(t, codeKey('recorded', kind), kind)
}

/** The word of a fact of an act. */
export function factWord(t: Words, fact: string): string {
  return known(t, codeKey('fact', fact), fact)
}

function known(t: Words, key: MessageKey, otherwise: string): string {
  const word = t(key)
  return word === key ? otherwise : word
}
