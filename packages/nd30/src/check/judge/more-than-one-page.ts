import type { BodyBlock, Paragraph, ReadDocument, Section } from '../../read/read-document.ts'
import { singleLineEm } from '../../text/widths.ts'

/** Narrower than the letters of Times New Roman are on the whole, so that lines are never counted too many. */
const narrowLetterEm = 0.4
/** What is counted may be wrong by so much before it counts as more than a page. */
const margin = 1.15
const twipsPerPoint = 20

/** Whether the document is surely longer than a page. Only what leaves no doubt counts: a file does not say its pages. */
export function isLongerThanOnePage(read: ReadDocument): boolean {
  const [first] = read.sections
  if (!first) return false
  return hasBreak(read) || heightOf(read.blocks, textWidth(first)) > margin * textHeight(first)
}

/** A new page begins behind words. */
function hasBreak(read: ReadDocument): boolean {
  let words = false
  return read.paragraphs.some((paragraph, at) => {
    const breaks = words && (paragraph.pageBreakBefore || startsSection(read, at))
    words ||= paragraph.text.trim() !== ''
    return breaks
  })
}

function startsSection({ paragraphs, sections }: ReadDocument, at: number): boolean {
  const section = paragraphs[at]?.sectionIndex ?? 0
  return section !== paragraphs[at - 1]?.sectionIndex && sections[section]?.startsOn === 'nextPage'
}

const textWidth = ({ widthTwips, marginsTwips }: Section) =>
  widthTwips - marginsTwips.left - marginsTwips.right - marginsTwips.gutter
const textHeight = ({ heightTwips, marginsTwips }: Section) =>
  heightTwips - Math.abs(marginsTwips.top) - Math.abs(marginsTwips.bottom)

function heightOf(blocks: readonly BodyBlock[], width: number): number {
  let height = 0
  for (const block of blocks) {
    if (block.type === 'paragraph') height += paragraphHeight(block, width)
    else
      for (const row of block.rows)
        height += Math.max(0, ...row.map((cell) => heightOf(cell.blocks, cell.widthTwips ?? width)))
  }
  return height
}

function paragraphHeight({ runs, text, spacing }: Paragraph, width: number): number {
  const size = Math.max(0, ...runs.map(({ sizeHalfPoints }) => sizeHalfPoints)) / 2
  if (size === 0) return 0
  const letters = Math.max(1, Math.floor(width / (size * narrowLetterEm * twipsPerPoint)))
  const lines = Math.max(1, Math.ceil(text.length / letters))
  const single = size * singleLineEm() * twipsPerPoint
  const line =
    spacing.lineRule === 'auto'
      ? (single * spacing.line) / 240
      : spacing.lineRule === 'exact'
        ? spacing.line
        : Math.max(single, spacing.line)
  return lines * line + Math.max(spacing.before, spacing.after)
}
