import type { MessageKey } from './message-key.ts'
/** The languages of the product; Vietnamese is the first. */
export type Language = 'vi' | 'en'

/** Sentences by key; `{name}` stands for a parameter. */
export type Catalogue = Readonly<Record<string, string>>

export type Words = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string

/** Both languages, put together from what each slice says of itself. */
export interface Catalogues {
  readonly vi: Catalogue
  readonly en: Catalogue
}

/** One catalogue out of those of the slices. @throws where two slices define one key */
export function mergeCatalogues(parts: readonly Catalogues[]): Catalogues {
  const merge = (language: Language): Catalogue => {
    const merged: Record<string, string> = {}
    for (const part of parts) {
      for (const [key, sentence] of Object.entries(part[language])) {
        if (key in merged) throw new Error(`message defined twice: ${key} (${language})`)
        merged[key] = sentence
      }
    }
    return merged
  }
  return { vi: merge('vi'), en: merge('en') }
}

/**
 * The words of one language. A missing key is shown as itself, so that nobody is left with an empty page; a test over
 * all catalogues finds it before that.
 */
export function wordsOf(catalogues: Catalogues, language: Language): Words {
  const catalogue = catalogues[language]
  return (key, params = {}) => {
    const sentence = catalogue[key]
    if (sentence === undefined) return key
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
  }
}
