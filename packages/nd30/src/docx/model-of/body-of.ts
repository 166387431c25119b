import type { Body, BodyPart } from '../../check/recognise/recognised.ts'
import type { Block, ProfileName } from '../../model/document.ts'
import { plainText } from '../../model/words/spans.ts'
import type { BodyBlock, Paragraph } from '../../read/read-document.ts'
import { type BlockContext, blockOf } from './block-of.ts'
import { captionOf, isCaptionFor } from './caption.ts'
import { isEndAlone, withoutEnding } from './ending.ts'
import { figureOf, type Pictures } from './figure-of.ts'
import { textOf } from './spans-of.ts'
import { tableOf } from './table-of.ts'

export interface BodyContext extends BlockContext {
  readonly profile: ProfileName
  readonly pictures: Pictures
}

/** The text, block by block, without the mark at its end. */
export function bodyOf(body: Body, context: BodyContext): readonly Block[] {
  const parts = new Map(body.parts.map((part) => [part.piece.paragraph, part]))
  const list = body.blocks.filter((block) => block.type === 'table' || isWritten(block))
  // The Party's hyphens below the reference of an annex.
  if (list[0]?.type === 'paragraph' && /^\s*-{3,12}\s*$/.test(list[0].text)) list.shift()
  const last = list.at(-1)
  const alone = last?.type === 'paragraph' && isEndAlone(last.text, context.profile)
  if (alone) list.pop()
  const blocks: Block[] = []
  for (let at = 0; at < list.length; ) at += push(blocks, list, at, parts, context)
  return alone ? blocks : withoutEnding(blocks, context.profile)
}

const isWritten = (paragraph: Paragraph) =>
  paragraph.text.trim() !== '' || paragraph.shapes.some(({ kind }) => kind === 'picture')

/** Puts what stands at `at` behind `blocks`; says of how many of `list` it was made. */
function push(
  blocks: Block[],
  list: readonly BodyBlock[],
  at: number,
  parts: ReadonlyMap<Paragraph, BodyPart>,
  context: BodyContext,
): 1 | 2 {
  const [block, next, afterNext] = list.slice(at, at + 3)
  if (!block) throw new RangeError(`no block ${at}`)
  const { notes } = context
  if (block.type === 'table') {
    blocks.push(tableOf(block, notes))
    return 1
  }
  const caption = (each: Paragraph, what: 'table' | 'figure') =>
    isCaptionFor(what, each, parts.get(each), context.styleNames)
  if (next?.type === 'table' && caption(block, 'table')) {
    blocks.push({ ...tableOf(next, notes), caption: captionOf(block, notes) })
    return 2
  }
  const figure = figureOf(block, context.pictures)
  if (figure) {
    // Above a table a line is the table's, unless its style says otherwise.
    const below = next?.type === 'paragraph' && caption(next, 'figure') ? next : null
    const taken = below !== null && afterNext?.type === 'table' && caption(below, 'table') ? null : below
    blocks.push(taken ? { ...figure, caption: captionOf(taken, notes) } : figure)
    return taken ? 2 : 1
  }
  pushParagraph(blocks, block, parts.get(block), context)
  return 1
}

/** The title of a chapter stands on the line below its number. */
function pushParagraph(
  blocks: Block[],
  paragraph: Paragraph,
  part: BodyPart | undefined,
  context: BodyContext,
): void {
  const last = blocks.at(-1)
  if (part?.role === 'groupTitle' && last && isGroup(last) && last.title === undefined)
    blocks[blocks.length - 1] = { ...last, title: plainText(textOf([paragraph], context.notes)) }
  else blocks.push(blockOf(paragraph, part, blocks, context))
}

type Group = Extract<Block, { type: 'part' | 'chapter' | 'section' | 'subsection' }>
const isGroup = (block: Block): block is Group =>
  block.type === 'part' || block.type === 'chapter' || block.type === 'section' || block.type === 'subsection'
