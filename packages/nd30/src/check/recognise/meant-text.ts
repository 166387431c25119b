import { composed } from '../../text/compose.ts'
import { legacyOfFont, looksLikeLegacy, toUnicode } from '../../text/legacy/legacy.ts'

/** The letters that a typeface shows: those of the legacy encodings (TCVN3, VNI) as Unicode. */
export function meantText(text: string, font: string): string {
  const legacy = legacyOfFont(font)
  return composed(legacy ? toUnicode(text, legacy) : text)
}

/** Letters of an old encoding that stand in a typeface of Unicode, as they were meant. */
export function meantAnyhow(text: string): string {
  const legacy = looksLikeLegacy(text)
  return legacy ? composed(toUnicode(text, legacy)) : text
}
