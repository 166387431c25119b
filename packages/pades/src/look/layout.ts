import type { Drawing } from './drawing.ts'
import { type FontStyle, fontOf } from './font-file.ts'

export const pointsPerMm = 72 / 25.4

/** How high a line of the size 1 is, with the room to the next. */
export const lineHeight = 1.15
/** How far the base line is below the top of a line of the size 1. */
const topToBase = 0.89

export interface Paragraph {
  readonly lines: readonly { readonly words: string; readonly width: number; readonly stretch: number }[]
  readonly style: FontStyle
  readonly size: number
  readonly width: number
  readonly height: number
}

export interface ParagraphWish {
  readonly style: FontStyle
  readonly size: number
  /** In points. */
  readonly width: number
  /** 1 where it is left out. */
  readonly mostLines?: number
  /** In points; tried for by smaller letters, and no bound for the smallest. */
  readonly mostHeight?: number
}

/** The smallest size that is still read on paper, as a part of the size asked for. */
const least = 0.7
/** So much smaller, one line looks better than two. */
const leastForOneLine = 0.85
const step = 0.5

/**
 * Lays words into a width: smaller by half points until they fit, at the smallest size narrower. They are never wider
 * than the width, nor on more lines than allowed.
 */
export function layOut(words: string, wish: ParagraphWish): Paragraph {
  const { style, width, mostLines = 1 } = wish
  const text = words.normalize('NFC').replace(/\s+/g, ' ').trim()
  const natural = fontOf(style).widthOf(text, wish.size)
  if (natural > width && natural * leastForOneLine <= width) return oneLine(text, wish, width / natural)
  const smallest = wish.size * least
  let size = wish.size
  let lines = wrap(text, style, size, width)
  while (!fits(lines, size, wish) && size - step >= smallest) {
    size -= step
    lines = wrap(text, style, size, width)
  }
  if (lines.length > mostLines)
    lines = [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(' ')]
  const laid = lines.map((line) => {
    const natural = fontOf(style).widthOf(line, size)
    // Rounded down, because what is written has three decimals of a hundredth.
    const stretch = natural > width ? Math.floor((width / natural) * 1e5) / 1e5 : 1
    return { words: line, width: natural * stretch, stretch }
  })
  return { lines: laid, style, size, width, height: laid.length * size * lineHeight }
}

function oneLine(words: string, { style, size: asked, width }: ParagraphWish, scale: number): Paragraph {
  // In steps of a tenth, rounded down so that it fits.
  const size = Math.floor(asked * scale * 10) / 10
  const line = { words, width: fontOf(style).widthOf(words, size), stretch: 1 }
  return { lines: [line], style, size, width, height: size * lineHeight }
}

function fits(lines: readonly string[], size: number, wish: ParagraphWish): boolean {
  const { style, width, mostLines = 1, mostHeight = Number.POSITIVE_INFINITY } = wish
  const isLow = lines.length * size * lineHeight <= mostHeight
  return (
    isLow && lines.length <= mostLines && lines.every((line) => fontOf(style).widthOf(line, size) <= width)
  )
}

function wrap(text: string, style: FontStyle, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && fontOf(style).widthOf(longer.trim(), size) <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export type Side = 'left' | 'middle' | 'right'

/** Draws a paragraph whose upper left corner is at the place; gives where its foot is. */
export function draw(drawing: Drawing, paragraph: Paragraph, left: number, top: number, side: Side): number {
  let y = top
  for (const { words, width, stretch } of paragraph.lines) {
    const free = paragraph.width - width
    const x = left + (side === 'left' ? 0 : side === 'middle' ? free / 2 : free)
    drawing.text(words, x, y - paragraph.size * topToBase, paragraph.style, paragraph.size, stretch)
    y -= paragraph.size * lineHeight
  }
  return y
}
