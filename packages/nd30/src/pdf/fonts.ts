import { readFileSync } from 'node:fs'
import { Nd30Error } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import { familyOf, lettersOf } from './font-file.ts'

const own = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(
  (style) => new URL(`../../fonts/LiberationSerif-${style}.ttf`, import.meta.url),
)

/** The four styles of one family. Those of the machine are never asked. */
export class FontFiles {
  readonly files: readonly Uint8Array[]
  readonly family: string
  readonly #letters: readonly ReadonlySet<number>[]
  /** Letters of the first plane that all styles have: 1 at their numbers. */
  readonly #usual = new Uint8Array(0x10000)

  /** @param paths of TrueType or OpenType files of one family; Liberation Serif, which comes along, where left out */
  constructor(paths: readonly (string | URL)[] = own) {
    this.files = paths.map((path) => readFileSync(path))
    this.family = familyOf(this.files[0] ?? new Uint8Array())
    this.#letters = this.files.map(lettersOf)
    for (const code of this.#letters[0] ?? []) if (code < 0x10000 && this.#shows(code)) this.#usual[code] = 1
  }

  /** @throws Nd30Error `font_missing_letters` for the first place of the model with letters that a style lacks */
  refuseMissingLetters(document: OfficialDocument): void {
    for (const { path, text } of textsOf(document, '')) {
      const missing = this.#missing(text)
      if (missing.length === 0) continue
      const letters = missing.map(named).join(', ')
      throw new Nd30Error('font_missing_letters', `no letters ${letters} in ${this.family}, at ${path}`, {
        letters,
        place: path,
      })
    }
  }

  #missing(text: string): readonly string[] {
    const set = text.normalize('NFC')
    if (this.#isUsual(set)) return []
    return [...new Set(set)].filter((letter) => letter !== '\n' && !this.#shows(letter.codePointAt(0) ?? 0))
  }

  #isUsual(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) if (this.#usual[text.charCodeAt(at)] !== 1) return false
    return true
  }

  #shows(code: number): boolean {
    return code >= 0x20 && code !== 0x7f && this.#letters.every((known) => known.has(code))
  }
}

/** What is no letter that shows is named by its number. */
const named = (letter: string): string =>
  /[\p{C}\p{Z}]/u.test(letter)
    ? `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : letter

function* textsOf(value: unknown, path: string): Generator<{ readonly path: string; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* textsOf(one, `${path}[${index}]`)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      if (name !== 'image') yield* textsOf(one, path === '' ? name : `${path}.${name}`)
}
