import type { Body, BodyPart } from '../../check/recognise/recognised.ts'
import type { Block, ProfileName, Text } from '../../model/document.ts'
import { pointNumber } from '../../model/words/letters.ts'
import { plainText } from '../../model/words/spans.ts'
import type { BodyBlock, Paragraph } from '../../read/read-document.ts'
import { isEndAlone, withoutEnding } from './ending.ts'
import { captionOf, figureOf, isCaptionOf, type Pictures } from './figure-of.ts'
import { everyLetter, isAllBold, type NoteTexts, textOf } from './spans-of.ts'
import { tableOf } from './table-of.ts'

export interface BodyContext {
  readonly profile: ProfileName
  readonly notes: NoteTexts
  readonly pictures: Pictures
  /** The names of styles by their ids. */
  readonly styleNames: ReadonlyMap<string, string>
}

/** The text, block by block, without the mark at its end. */
export function bodyOf(body: Body, context: BodyContext): readonly Block[] {
  const parts = new Map(body.parts.map((part) => [part.piece.paragraph, part]))
  const blocks: Block[] = []
  const list = body.blocks.filter((block) => block.type === 'table' || isWritten(block))
  // The Party's hyphens below the reference of an annex.
  if (list[0]?.type === 'paragraph' && /^\s*-{3,12}\s*$/.test(list[0].text)) list.shift()
  const last = list.at(-1)
  const alone = last?.type === 'paragraph' && isEndAlone(last.text, context.profile)
  if (alone) list.pop()
  for (let at = 0; at < list.length; at += 1) {
    const block = list[at]
    if (!block) continue
    const next = list[at + 1]
    if (
      next?.type === 'table' &&
      isCaptionOf(block, next) &&
      mayBeCaption(block, parts.get(block), context)
    ) {
      blocks.push({ ...tableOf(next, context.notes), ...captionOf(block, context.notes) })
      at += 1
    } else if (block.type === 'table') blocks.push(tableOf(block, context.notes))
    else at += pushParagraph(blocks, block, next, parts.get(block), context)
  }
  return alone ? blocks : withoutEnding(blocks, context.profile)
}

const captionRoles: ReadonlySet<string> = new Set(['caption', 'centred', 'paragraph'])

const mayBeCaption = ({ styleId }: Paragraph, part: BodyPart | undefined, { styleNames }: BodyContext) =>
  captionRoles.has(part?.role ?? 'paragraph') || styleNames.get(styleId ?? '') === 'Tên bảng'

const isWritten = (paragraph: Paragraph) =>
  paragraph.text.trim() !== '' || paragraph.shapes.some(({ kind }) => kind === 'picture')

/** How many of the blocks behind it belong to it. */
function pushParagraph(
  blocks: Block[],
  paragraph: Paragraph,
  next: BodyBlock | undefined,
  part: BodyPart | undefined,
  context: BodyContext,
): 0 | 1 {
  const figure = figureOf(paragraph, next, context.pictures, context.notes)
  if (figure) {
    blocks.push(figure.block)
    return figure.captioned ? 1 : 0
  }
  const last = blocks.at(-1)
  if (part?.role === 'groupTitle' && last && 'number' in last && isGroup(last) && last.title === undefined) {
    blocks[blocks.length - 1] = { ...last, title: plainText(textOf([paragraph], context.notes)) }
    return 0
  }
  blocks.push(blockOf(paragraph, part, blocks, context))
  return 0
}

type Group = Extract<Block, { type: 'part' | 'chapter' | 'section' | 'subsection' }>
const isGroup = (block: Block): block is Group =>
  block.type === 'part' || block.type === 'chapter' || block.type === 'section' || block.type === 'subsection'

const labels = {
  group: /^\s*(?:Phần|Chương|Mục|Tiểu mục)\s+(thứ\s+\S+(?:\s+\S+)?|[IVXLC]+|\d+)\s*[.:–-]?\s*/iu,
  article: /^\s*Điều\s+(\d{1,4})([a-zđ])?\s*[.:]\s*/iu,
  roman: /^\s*([IVXLC]{1,8})\s?[.–-]\s*/u,
  numbered: /^\s*(\d{1,3}(?:\.\d{1,3}){0,3})\.\s*/u,
  point: /^\s*(\p{Ll})\s?[).]\s*/u,
  item: /^\s*([-–—+•*])\s*/u,
} as const

function blockOf(
  paragraph: Paragraph,
  part: BodyPart | undefined,
  before: readonly Block[],
  context: BodyContext,
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

/**
 * `1. Title` is printed as the title of a clause is. Our own style tells them apart; in other files it is a heading where
 * headings with Roman numbers are, and a clause where articles are.
 */
function isHeading2(
  paragraph: Paragraph,
  number: string,
  before: readonly Block[],
  { styleNames }: BodyContext,
): boolean {
  if (!isAllBold(paragraph)) return false
  const style = styleNames.get(paragraph.styleId ?? '')
  if (style === 'Đề mục số') return true
  if (style === 'Tên khoản') return false
  if (number.includes('.')) return true
  const above = before.findLast(({ type }) => type === 'heading' || type === 'article')
  return above?.type === 'heading'
}
