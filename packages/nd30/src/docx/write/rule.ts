import { BorderStyle, Paragraph } from 'docx'
import { type LetterLook, textWidthPt } from '../../text/widths.ts'
import { otherStyles } from './styles.ts'
import { twipsOfPt } from './units.ts'

/**
 * A line below words, centred in a column. It is the border of a low paragraph between two indents: so it is exactly as
 * long as the form has it, stays centred, and moves with the words in Word and LibreOffice alike.
 *
 * @param columnTwips how wide the column is in which it stands
 */
export function rule(lengthPt: number, columnTwips: number): Paragraph {
  const aside = Math.max(0, Math.round((columnTwips - twipsOfPt(lengthPt)) / 2))
  return new Paragraph({
    style: otherStyles.rule.id,
    indent: { left: aside, right: aside },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: 'auto' } },
  })
}

/** Across the whole column. */
export const fullRule = () => rule(0, 0)

/** Of the words above it: within 1/3 and 1/2. */
export const shortRule = 0.42

/** Below names; of the longest where there are several lines. */
export function ruleBelowNames(lines: readonly string[], look: LetterLook, columnTwips: number): Paragraph {
  const widest = Math.max(...lines.map((line) => textWidthPt(line, look)))
  return rule(Math.min(widest, columnTwips / 20) * shortRule, columnTwips)
}

/** As long as the words: below Tiêu ngữ and the Party's title. */
export const ruleBelowTitle = (words: string, look: LetterLook, columnTwips: number): Paragraph =>
  rule(textWidthPt(words, look), columnTwips)
