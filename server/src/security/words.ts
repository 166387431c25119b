import { messages } from './messages-acts.vi.ts'

const keysOf = (prefix: string) =>
  Object.keys(messages)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))

/** Every act that the record knows: a test compares them with what the program writes. */
export const acts: readonly string[] = keysOf('act.')

/** The kinds of things that are acted on. */
export const objectKinds: readonly string[] = keysOf('recorded.')

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
