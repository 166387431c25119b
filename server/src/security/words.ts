import type { RecordedKind } from '../platform/slices/recorded-kind.ts'

/** What the slices let the record say. */
export interface Recorded {
  /** How they make the things readable of which it speaks. */
  readonly kinds: readonly RecordedKind[]
  /** Every act that it knows: a test compares them with what the program writes. */
  readonly acts: readonly string[]
  /** The kinds of things that are acted on. */
  readonly objectKinds: readonly string[]
}

/** Reads acts and kinds of things out of the keys of their words. */
export function recordedWords(kinds: readonly RecordedKind[], keys: readonly string[]): Recorded {
  const keysOf = (prefix: string) =>
    keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  return { kinds, acts: keysOf('act.'), objectKinds: keysOf('recorded.') }
}

/** The word of an act, or the act as the record has it where it is newer than the words. */
export function actWord(t: (key: string) => string, action: string): string {
  return known(t, `act.${action}`, action)
}

/** The word of a kind of thing. */
export function kindWord(t: (key: string) => string, kind: string): string {
  return known(t, `recorded.${kind}`, kind)
}

/** The word of a fact of an act. */
export function factWord(t: (key: string) => string, fact: string): string {
  return known(t, `fact.${fact}`, fact)
}

function known(t: (key: string) => string, key: string, otherwise: string): string {
  const word = t(key)
  return word === key ? otherwise : word
}
