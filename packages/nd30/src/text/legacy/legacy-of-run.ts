import { type Legacy, legacyOfFont } from './legacy.ts'

interface LettersOfTypefaces {
  readonly text: string
  readonly font: string
  readonly fonts: { readonly hAnsi: string }
}

/** The encoding of a run: most of its letters may be of ASCII, and those that need an encoding of another typeface. */
export function legacyOfRun({ text, font, fonts }: LettersOfTypefaces): Legacy | null {
  return legacyOfFont(font) ?? (/[^\0-\u007f]/.test(text) ? legacyOfFont(fonts.hAnsi) : null)
}
