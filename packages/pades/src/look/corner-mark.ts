import { vietnamTime } from '../vietnam-time.ts'
import { Drawing, type Mark } from './drawing.ts'
import { fontOf } from './font-file.ts'
import { draw, layOut, pointsPerMm } from './layout.ts'

/** What a mark in the upper right corner of page 1 says (decree 30/2020/NĐ-CP, annex I, parts I and II). */
export type CornerWords =
  /** An electronic copy of a paper. */
  | {
      readonly kind: 'copy'
      readonly form: 'SAO Y' | 'SAO LỤC' | 'TRÍCH SAO'
      readonly body: string
      readonly at: Date
    }
  /** An attachment or appendix in a file of its own; the number with its symbol, as `12/KH-UBND`. */
  | { readonly kind: 'attachment'; readonly documentNumber: string; readonly at: Date }
  /** A digitised archival document (circular 05/2025/TT-BNV, art. 8). */
  | { readonly kind: 'digitised'; readonly body: string; readonly at: Date }

/** The parts as they are read one after the other. */
function partsOf(words: CornerWords): readonly string[] {
  // The decree wants the zone by ISO 8601.
  const time = `${vietnamTime(words.at)} +07:00`
  if (words.kind === 'copy') return [words.form, words.body, time]
  if (words.kind === 'attachment') return [`Số: ${words.documentNumber}`, time]
  return [words.body, time]
}

const size = 10

/**
 * A mark of words alone: upright, black, size 10, set to the right. A part that does not fit behind the one before it
 * begins a line.
 *
 * @param widthMm how wide it may be; 85 where it is left out
 * @throws PadesError `font_missing_letters`
 */
export function cornerMark(words: CornerWords, widthMm = 85): Mark {
  const most = widthMm * pointsPerMm
  const lines: string[] = []
  for (const part of partsOf(words)) {
    const longer = `${lines.at(-1) ?? ''}; ${part}`
    if (lines.length > 0 && fontOf('regular').widthOf(longer, size) <= most) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  const paragraphs = lines.map((line) => layOut(line, { style: 'regular', size, width: most, mostLines: 3 }))
  const width = Math.max(...paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.width)))
  const height = paragraphs.reduce((sum, paragraph) => sum + paragraph.height, 0)
  const drawing = new Drawing(width, height)
  let y = height
  for (const paragraph of paragraphs) y = draw(drawing, { ...paragraph, width }, 0, y, 'right')
  return drawing.finish()
}
