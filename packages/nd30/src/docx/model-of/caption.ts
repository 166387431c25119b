import type { BodyPart } from '../../check/recognise/recognised.ts'
import type { Text } from '../../model/document.ts'
import type { Paragraph } from '../../read/read-document.ts'
import { everyLetter, type NoteTexts, textOf } from './spans-of.ts'

const longestCaption = 400
const ownStyles = { table: 'Tên bảng', figure: 'Tên hình' } as const
const roles: ReadonlySet<string> = new Set(['caption', 'centred', 'paragraph'])

/** Of the style that we give captions; in other files a line in the middle that is nothing else. */
export function isCaptionFor(
  what: keyof typeof ownStyles,
  { alignment, text, shapes, styleId }: Paragraph,
  part: BodyPart | undefined,
  styleNames: ReadonlyMap<string, string>,
): boolean {
  if (shapes.length > 0 || text.trim() === '' || text.length > longestCaption) return false
  const style = styleNames.get(styleId ?? '')
  if (style === ownStyles.table || style === ownStyles.figure) return style === ownStyles[what]
  return alignment === 'center' && roles.has(part?.role ?? 'paragraph')
}

/** What a caption says; that all of it is bold or italic is its look, not its words'. */
export function captionOf(paragraph: Paragraph, notes: NoteTexts): Text {
  const base = {
    bold: everyLetter(paragraph, ({ bold }) => bold),
    italic: everyLetter(paragraph, ({ italic }) => italic),
  }
  return textOf([paragraph], notes, base)
}
