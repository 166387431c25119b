import { readFileSync } from 'node:fs'
import { type FontMetrics, readMetrics } from './ttf.ts'

export interface LetterLook {
  readonly sizePt: number
  readonly bold?: boolean
  readonly italic?: boolean
}

const cuts = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const
type Cut = (typeof cuts)[number]

const read = new Map<Cut, FontMetrics>()

/**
 * How long a line of words is, in points, set in Times New Roman; measured on Liberation Serif, whose letters are as wide
 * by design. Without kerning, as Word sets it. A tab or line end has no width.
 */
export function textWidthPt(text: string, { sizePt, bold = false, italic = false }: LetterLook): number {
  const metrics = metricsOf(cutOf(bold, italic))
  let ems = 0
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x20) ems += metrics.advance(code)
  }
  return ems * sizePt
}

/** The height of a single line of Times New Roman in ems: 1.15. */
export const singleLineEm = (): number => metricsOf('Regular').line

const cutOf = (bold: boolean, italic: boolean): Cut =>
  bold ? (italic ? 'BoldItalic' : 'Bold') : italic ? 'Italic' : 'Regular'

function metricsOf(cut: Cut): FontMetrics {
  const kept = read.get(cut)
  if (kept) return kept
  const metrics = readMetrics(
    readFileSync(new URL(`../../fonts/LiberationSerif-${cut}.ttf`, import.meta.url)),
  )
  read.set(cut, metrics)
  return metrics
}
