import type { Profile } from '../../profile/profile.ts'

/** The number line taken apart; offsets count in the text that was given. */
export interface NumberParts {
  /** `Số:` with what stands between it and the number; '' where it is missing. */
  readonly label: string
  /** Figures, or '' where the place is empty, as in a draft. */
  readonly figures: string
  /** What fills the place of a number that is not there. */
  readonly blank: string
  /** From the sign behind the number on: `/QĐ-UBND`. */
  readonly symbol: string
}

const bare = /^()(\d{1,6})([\s.…_]{0,60})([/–—‑−‐-].{0,60})$/su
const line = /^(S[ốôóo]\s*[:.;]?\s*)(\d{0,6})([\s.…_]{0,60})(.{0,60})$/isu
const dashes = /[–—‑−‐]/gu

export function numberParts(text: string): NumberParts | null {
  const found = line.exec(text) ?? bare.exec(text)
  if (!found) return null
  const [, label = '', figures = '', blank = '', symbol = ''] = found
  return { label, figures, blank, symbol }
}

/** The symbol with plain hyphens and no spaces about its signs. */
export function tidySymbol(symbol: string): string {
  return symbol
    .replace(dashes, '-')
    .replace(/\s*([/-])\s*/gu, '$1')
    .trim()
}

const body = String.raw`\p{Lu}[\p{L}\d.&]*`
const year = String.raw`(?:\/\d{4})?`

/** Whether a tidy symbol has the shape of its form: `/QĐ-UBND`, `-QĐ/TU`. Which kind it names is another question. */
export function isSymbol(symbol: string, { symbol: { afterNumber, beforeBody } }: Profile): boolean {
  const pattern =
    afterNumber === '/'
      ? new RegExp(String.raw`^${year}\/${body}(?:${beforeBody}${body})+$`, 'u')
      : new RegExp(String.raw`^-${body}\/${body}(?:-${body})*$`, 'u')
  return pattern.test(symbol)
}

/** What stands for the kind in a tidy symbol: `QĐ` of `/QĐ-UBND`, of `/2024/QĐ-UBND` and of `-QĐ/TU`. */
export function kindInSymbol(symbol: string): string {
  return /^[/-](?:\d{4}\/)?([\p{L}\d.&]+)/u.exec(symbol)?.[1] ?? ''
}

/** A tidy symbol of the other form, in its own: `-QĐ/UBND` as `/QĐ-UBND`, `/QĐ-TU` as `-QĐ/TU`; null where it is none. */
export function turnedSymbol(symbol: string, profile: Profile): string | null {
  const found =
    profile.symbol.afterNumber === '/'
      ? /^-([^-/]+)\/([^/]+)$/u.exec(symbol)
      : /^\/([^-/]+)-([^/]+)$/u.exec(symbol)
  if (!found) return null
  const { afterNumber, beforeBody } = profile.symbol
  const turned = `${afterNumber}${found[1]}${beforeBody}${found[2]}`
  return isSymbol(turned, profile) ? turned : null
}
