import { isVietnameseLetter } from '../letters.ts'
import { isSyllable, wordsOf } from '../syllables.ts'
import { fromTcvn3, hasTcvn3Signs, toTcvn3 } from './tcvn3.ts'
import { fromVni, hasVniSigns, toVni } from './vni.ts'

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

export const fromUnicode = (text: string, legacy: Legacy): string =>
  legacy.encoding === 'tcvn3' ? toTcvn3(text, legacy.capital) : toVni(text)

const candidates: readonly Legacy[] = [
  { encoding: 'tcvn3', capital: false },
  { encoding: 'vni', capital: false },
]

const looked = 4000
/** Letters that no old encoding has a byte for as they stand: a text with several of them is Unicode. */
const manyModern = /(?:[Ạ-ỹ][^Ạ-ỹ]*){6}/

/**
 * Whether letters of an old encoding stand in a typeface of Unicode: `Céng hßa x· héi` reads as nothing, and as
 * Vietnamese once it is converted. Says nothing of a few letters, or where the text reads as Vietnamese already.
 */
export function looksLikeLegacy(text: string): Legacy | null {
  const looking = text.slice(0, looked)
  if (manyModern.test(looking) || (!hasTcvn3Signs(looking) && !hasVniSigns(looking))) return null
  const now = syllableShare(looking)
  if (now.words < 2 || now.share > 0.6) return null
  const best = candidates
    .map((legacy) => ({ legacy, ...syllableShare(toUnicode(looking, legacy)) }))
    .reduce((a, b) => (b.share > a.share ? b : a))
  return best.share >= 0.9 && markedWords(toUnicode(looking, best.legacy)) >= 2 ? best.legacy : null
}

const markedWords = (text: string): number =>
  wordsOf(text).filter((word) => [...word].some(isVietnameseLetter)).length

function syllableShare(text: string) {
  // A byte of TCVN3 is a sign that no word of Unicode has (× · ¸); it parts words before they are converted.
  const words = wordsOf(text)
  const good = words.filter(isSyllable).length
  return { words: words.length, share: words.length === 0 ? 1 : good / words.length }
}
