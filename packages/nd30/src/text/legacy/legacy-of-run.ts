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

/**
 * The encodings of runs that follow each other. A run of ASCII alone needs none, unless the next one may begin with the mark
 * of its last letter (VNI writes marks behind letters): then both are read in the encoding that their typefaces share.
 */
export function legacyOfRuns(runs: readonly LettersOfTypefaces[]): readonly (Legacy | null)[] {
  const own = runs.map(legacyOfRun)
  return runs.map((run, at) => {
    const next = own[at + 1]
    if (own[at] || !next || run.text === '') return own[at] ?? null
    const beyondAscii = legacyOfFont(run.fonts.hAnsi)
    const isShared = beyondAscii?.encoding === next.encoding && beyondAscii.capital === next.capital
    return isShared ? beyondAscii : null
  })
}
