import { isSyllable } from '../syllables.ts'
import { fromTcvn3, tcvn3Letters, toTcvn3 } from './tcvn3.ts'
import { fromVni, toVni, vniLetters } from './vni.ts'

/** An encoding from before Unicode, which only its own typefaces show as Vietnamese. */
export interface Legacy {
  readonly encoding: 'tcvn3' | 'vni'
  /** Its typeface shows capitals only: `.VnTimeH`. */
  readonly capital: boolean
}

/** Of the typefaces that go with an old encoding; null for those of Unicode. */
export function legacyOfFont(font: string): Legacy | null {
  const name = font.trim()
  if (/^\.Vn/i.test(name)) return { encoding: 'tcvn3', capital: /H$/.test(name) }
  if (/^VNI[- _]/i.test(name) || /^VNI$/i.test(name)) return { encoding: 'vni', capital: false }
  return null
}

export const toUnicode = (text: string, legacy: Legacy): string =>
  legacy.encoding === 'tcvn3' ? fromTcvn3(text, legacy.capital) : fromVni(text)

/** As `toUnicode`, for each unit (UTF-16) of the text what stands in its place. */
export const unicodeLetters = (text: string, legacy: Legacy): readonly string[] =>
  legacy.encoding === 'tcvn3' ? tcvn3Letters(text, legacy.capital) : vniLetters(text)

export const fromUnicode = (text: string, legacy: Legacy): string =>
  legacy.encoding === 'tcvn3' ? toTcvn3(text, legacy.capital) : toVni(text)

const candidates: readonly Legacy[] = [
  { encoding: 'tcvn3', capital: false },
  { encoding: 'vni', capital: false },
]

const looked = 4000

/**
 * Whether letters of an old encoding stand in a typeface of Unicode: `Céng hßa x· héi` reads as nothing, and as
 * Vietnamese once it is converted. Says nothing of a single word, or where the text reads as Vietnamese already.
 */
export function looksLikeLegacy(text: string): Legacy | null {
  const tokens = markedTokens(text.slice(0, looked))
  if (tokens.length < 2 || syllableShare(tokens) > 0.5) return null
  const best = candidates
    .map((legacy) => ({ legacy, share: syllableShare(tokens.map((token) => toUnicode(token, legacy))) }))
    .reduce((a, b) => (b.share > a.share ? b : a))
  return best.share >= 0.9 ? best.legacy : null
}

/** What stands between spaces and signs of ASCII, and has more than ASCII: bytes of TCVN3 may be shown as signs (× · ¸). */
const markedTokens = (text: string): readonly string[] =>
  text
    .split(/[\s!-/:-@[-`{-~\u2010-\u201f\u2022\u2026\u25a0-\u25ff\ue000-\uf8ff\ufffd]+/)
    .filter((token) => /[^\0-\u007f]/.test(token))

const syllableShare = (tokens: readonly string[]): number => tokens.filter(isSyllable).length / tokens.length
