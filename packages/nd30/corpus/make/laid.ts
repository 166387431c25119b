/**
 * A document as it is laid out, before a producer writes it: every paragraph with its own look. Damages change this, so
 * that the same damage is the same whoever writes the file.
 */
export interface Laid {
  readonly id: string
  readonly title: string
  readonly way: Way
  sections: LaidSection[]
}

/** How the producer writes, which has nothing to do with how it looks. */
export interface Way {
  /** Styles of a name carry the look, or every run carries its own. */
  readonly styled: boolean
  readonly field: 'simple' | 'complex' | 'gallery'
  /** Lines below words: drawn, as the border of an empty paragraph, or as the border of the words' own paragraph. */
  readonly line: 'shape' | 'empty' | 'own'
}

export interface LaidSection {
  widthMm: number
  heightMm: number
  landscape: boolean
  marginsMm: Record<'top' | 'bottom' | 'left' | 'right', number>
  number: PageNumber | null
  restarts: boolean
  blocks: LaidBlock[]
  /** At the foot of its first page, under a line. */
  readonly contact: LaidParagraph[]
}

export interface PageNumber {
  sizePt: number
  align: 'left' | 'center'
  where: 'head' | 'foot'
  hiddenOnFirst: boolean
}

export type LaidBlock = LaidParagraph | LaidTable

export interface LaidParagraph {
  readonly type: 'paragraph'
  readonly role: string
  spans: LaidSpan[]
  look: LaidLook
  below: { share: number } | null
  box: { colour: string; readonly widthMm: number; readonly heightMm: number } | null
  readonly counted: Counted | null
}

export interface Counted {
  readonly list: number
  readonly format: 'decimal' | 'dash'
}

export interface LaidLook {
  align: 'left' | 'center' | 'right' | 'both'
  firstLineMm: number
  leftMm: number
  beforePt: number
  afterPt: number
  line: Line
  contextual: boolean
  keepNext: boolean
  pageBreakBefore: boolean
}

export type Line =
  | { readonly rule: 'auto'; readonly lines: number }
  | { readonly rule: 'exact' | 'atLeast'; readonly pt: number }

export interface LaidSpan {
  text: string
  bold: boolean
  italic: boolean
  underline: boolean
  sizePt: number
  font: string
  colour: string | null
  readonly link: string | null
  readonly note: string | null
}

export interface LaidTable {
  readonly type: 'table'
  readonly role: 'head' | 'foot' | 'data'
  readonly widthsMm: readonly number[]
  rows: LaidParagraph[][][]
}

export const font = 'Times New Roman'

export const textOf = (paragraph: LaidParagraph): string => paragraph.spans.map((span) => span.text).join('')

/** Every place where paragraphs stand one after the other: sections, cells, feet of pages. */
export function* placesOf(laid: Laid): Generator<LaidBlock[]> {
  for (const section of laid.sections) {
    yield section.blocks
    for (const block of section.blocks)
      if (block.type === 'table') for (const row of block.rows) for (const cell of row) yield cell
    yield section.contact
  }
}

export function paragraphsOf(laid: Laid): LaidParagraph[] {
  return laid.sections.flatMap((section) => [
    ...section.blocks.flatMap((block) => (block.type === 'table' ? block.rows.flat(2) : [block])),
    ...section.contact,
  ])
}
