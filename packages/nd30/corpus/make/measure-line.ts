import type { LaidParagraph } from './laid.ts'
import { textWidthMm } from './text-width.ts'

/** Millimetres of the line below a paragraph; words that wrap are as long as their column. */
export function lineBelowMm(paragraph: LaidParagraph, columnMm: number): number {
  const words = paragraph.spans.reduce((sum, span) => sum + textWidthMm(span.text, span), 0)
  return Math.min(words, columnMm) * (paragraph.below?.share ?? 0)
}

/** What is left between the borders of a cell. */
export const insideCellMm = (widthMm: number): number => widthMm - 3.8

/** The gap after words with a line below them comes after the line. */
export const withoutGap = (paragraph: LaidParagraph): LaidParagraph => ({
  ...paragraph,
  look: { ...paragraph.look, afterPt: 0 },
})
