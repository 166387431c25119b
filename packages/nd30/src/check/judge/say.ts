import type { Range } from '../../profile/profile.ts'
import { mmOfTwips } from '../../profile/tolerances.ts'
import type { Said } from '../draft.ts'

export interface Both {
  readonly vi: string
  readonly en: string
}

export const both = (said: Said): Both => (typeof said === 'string' ? { vi: said, en: said } : said)

/** A figure as each language writes it, with its unit. */
export function figure(value: number, unit: string): Both {
  const rounded = String(Math.round(value * 10) / 10)
  return { vi: `${rounded.replace('.', ',')} ${unit}`, en: `${rounded} ${unit}` }
}

export function range([least, most]: Range, unit: string): Both {
  if (least === most) return figure(least, unit)
  const low = both(figure(least, ''))
  const high = both(figure(most, unit))
  return { vi: `${low.vi.trim()}–${high.vi}`, en: `${low.en.trim()}–${high.en}` }
}

export const points = (halfPoints: number): Both => figure(halfPoints / 2, 'pt')
export const millimetres = (twips: number): Both => figure(mmOfTwips(twips), 'mm')

export function joined(parts: readonly Said[], separator = ', '): Both {
  const all = parts.map(both)
  return { vi: all.map(({ vi }) => vi).join(separator), en: all.map(({ en }) => en).join(separator) }
}

const longest = 80

/** Words of the document, cut where they are long. */
export function quoted(text: string): string {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  return tidy.length > longest ? `${tidy.slice(0, longest)}…` : tidy
}

/** A colour as a file writes it; the one that a program chooses by itself is black. */
export const colourName = (colour: string): Both =>
  /^(?:auto|000000)$/u.test(colour) ? { vi: 'đen', en: 'black' } : { vi: `#${colour}`, en: `#${colour}` }

export const none: Both = { vi: 'không có', en: 'none' }
