import type { BodyPart } from '../../check/recognise/recognised.ts'
import type { Block, Text } from '../../model/document.ts'
import { pointNumber } from '../../model/words/letters.ts'
import { plainText } from '../../model/words/spans.ts'
import type { Paragraph } from '../../read/read-document.ts'
import { everyLetter, isAllBold, type NoteTexts, textOf } from './spans-of.ts'

export interface BlockContext {
  readonly notes: NoteTexts
  /** The names of styles by their ids. */
  readonly styleNames: ReadonlyMap<string, string>
}

const labels = {
  group: /^\s*(?:Phần|Chương|Mục|Tiểu mục)\s+(thứ\s+\S+(?:\s+\S+)?|[IVXLC]+|\d+)\s*[.:–-]?\s*/iu,
  article: /^\s*Điều\s+(\d{1,4})([a-zđ])?\s*[.:]\s*/iu,
  roman: /^\s*([IVXLC]{1,8})\s?[.–-]\s*/u,
  numbered: /^\s*(\d{1,3}(?:\.\d{1,3}){0,3})\.\s*/u,
  point: /^\s*(\p{Ll})\s?[).]\s*/u,
  item: /^\s*([-–—+•*])\s*/u,
} as const

/** A paragraph of the text by its role and the label it begins with. */
export function blockOf(
  paragraph: Paragraph,
  part: BodyPart | undefined,
  before: readonly Block[],
  context: BlockContext,
): Block {
  const { notes } = context
  const shown = part?.automatic ? `${part.label ?? ''} ${paragraph.text}` : paragraph.text
  const counted = part?.automatic ? (part.label?.length ?? 0) + 1 : 0
  const labelled = (pattern: RegExp) => {
    const found = pattern.exec(shown)
    return found ? { found, drop: Math.max(0, found[0].length - counted) } : null
  }
  const rest = (drop: number, bold: boolean): Text => textOf([paragraph], notes, { bold }, drop)
  const plain = (): Block => ({ type: 'paragraph', text: rest(0, false) })
  switch (part?.role) {
    case 'part':
    case 'chapter':
    case 'section':
    case 'subsection': {
      const label = labelled(labels.group)
      if (!label) return plain()
      const title = plainText(rest(label.drop, true))
      return { type: part.role, number: label.found[1] ?? '', ...(title === '' ? {} : { title }) }
    }
    case 'article': {
      const label = labelled(labels.article)
      if (!label) return plain()
      const [, number = '', suffix] = label.found
      const head = {
        type: 'article',
        number: Number(number),
        ...(suffix === undefined ? {} : { suffix: suffix.toLocaleLowerCase('vi') }),
      } as const
      return titleOrText(head, paragraph, label.drop, rest)
    }
    case 'headingRoman': {
      const label = labelled(labels.roman)
      if (!label) return plain()
      return { type: 'heading', level: 1, number: label.found[1] ?? '', title: rest(label.drop, true) }
    }
    case 'clause':
    case 'clauseTitle': {
      const label = labelled(labels.numbered)
      if (!label) return plain()
      const number = label.found[1] ?? ''
      if (isHeading2(paragraph, number, before, context))
        return { type: 'heading', level: 2, number, title: rest(label.drop, true) }
      if (number.includes('.')) return plain()
      return titleOrText({ type: 'clause', number: Number(number) }, paragraph, label.drop, rest)
    }
    case 'point': {
      const label = labelled(labels.point)
      if (!label || pointNumber(label.found[1] ?? '') === 0) return plain()
      return { type: 'point', letter: label.found[1] ?? '', text: rest(label.drop, false) }
    }
    case 'item': {
      const label = labelled(labels.item)
      if (!label) return plain()
      return { type: 'item', mark: label.found[1] === '+' ? '+' : '-', text: rest(label.drop, false) }
    }
    default:
      return plain()
  }
}

/** A title is bold from end to end; of a text its label alone is. */
function titleOrText<Head extends { type: 'article' | 'clause'; number: number }>(
  head: Head,
  paragraph: Paragraph,
  drop: number,
  rest: (drop: number, bold: boolean) => Text,
): Block {
  return everyLetter(paragraph, ({ bold }) => bold, drop)
    ? { ...head, title: rest(drop, true) }
    : { ...head, text: rest(drop, false) }
}

/** So many blocks above, at most, stands what a title belongs to. */
const farthest = 500

/**
 * `1. Title` is printed as the title of a clause is. Our own style tells them apart; in other files it is a heading where
 * headings with Roman numbers are, and a clause where articles are.
 */
function isHeading2(
  paragraph: Paragraph,
  number: string,
  before: readonly Block[],
  { styleNames }: BlockContext,
): boolean {
  if (!isAllBold(paragraph)) return false
  const style = styleNames.get(paragraph.styleId ?? '')
  if (style === 'Đề mục số') return true
  if (style === 'Tên khoản') return false
  if (number.includes('.')) return true
  const above = before.slice(-farthest).findLast(({ type }) => type === 'heading' || type === 'article')
  return above?.type === 'heading'
}
