/**
 * Every key of the catalogues. Each Vietnamese catalogue adds its own keys by declaration merging, so that a misspelt key
 * does not compile and this folder still knows no slice.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the catalogues fill it
export interface MessageKeys {}

export type MessageKey = keyof MessageKeys & string

type Refused<Key> = Key extends `refusal.${infer Code}` ? Code : Key extends `error.${string}` ? Key : never

/** The codes of refusals, those with a sentence: of a rule (`refusal.<code>`) and of a field (`error.…`, said as it stands). */
export type ReasonCode = Refused<MessageKey>

/**
 * The key of a code word that comes from data: `codeKey('state', row.state)`. The compiler cannot know the word; a test
 * checks that the catalogues have the group.
 */
export function codeKey(group: string, code: string | number): MessageKey {
  return `${group}.${code}` as MessageKey
}
