import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { MessageKey } from '../platform/message-key.ts'

/** The languages of the product; Vietnamese is the first. */
export type Language = 'vi' | 'en'

/** Gives the sentence of a key in the reader's language, with `{name}` replaced by the parameter of that name. */
export type Translate = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string

/** What a component needs to speak: the catalogue and the language for dates and numbers. */
export interface Words {
  readonly t: Translate
  readonly language: Language
}

// No default on purpose: a forgotten provider would otherwise show Vietnamese to a reader of English.
const WordsContext = createContext<Words | null>(null)

/** Hands the words to everything inside. `Document` does this; a Turbo frame answered alone does it itself. */
export function WordsProvider({ words, children }: { words: Words; children?: ComponentChildren }) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

/** The words of the page that this component is rendered in. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('A component of ui/ was rendered outside Document and WordsProvider.')
  return words
}
