import type {
  BodyBlock,
  Paragraph,
  ReadDocument,
  Run,
  Section,
  TableBlock,
} from '../../read/read-document.ts'
import type { XmlElement } from '../../read/xml.ts'

/** Documents made by hand, as the reader gives them, for tests of what reads nothing of the XML. */

const element: XmlElement = {
  name: 'w:p',
  attributes: new Map(),
  children: [],
  text: '',
  parent: null,
  start: 0,
  contentStart: 0,
  contentEnd: 0,
  end: 0,
  selfClosing: false,
  writtenName: 'w:p',
}

export interface RunWish {
  readonly text?: string
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly caps?: boolean
  readonly font?: string
  readonly colour?: string
}

export interface ParagraphWish extends RunWish {
  readonly align?: Paragraph['alignment']
  readonly firstLine?: number
  readonly left?: number
  readonly before?: number
  readonly after?: number
  readonly line?: Paragraph['spacing']['line']
  readonly lineRule?: Paragraph['spacing']['lineRule']
  readonly runs?: readonly RunWish[]
  readonly label?: string
  readonly labelBold?: boolean
  readonly pageBreakBefore?: boolean
  readonly section?: number
  readonly borders?: Paragraph['borders']
  readonly shapes?: Paragraph['shapes']
}

export interface TableWish {
  readonly rows: readonly (readonly (readonly ParagraphWish[])[])[]
  readonly widths?: readonly number[]
  readonly bordered?: boolean
}

export type BlockWish = ParagraphWish | TableWish

const runOf = (wish: RunWish, number: number): Run => {
  const font = wish.font ?? 'Times New Roman'
  return {
    number,
    text: wish.text ?? '',
    font,
    fonts: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
    sizeHalfPoints: (wish.size ?? 14) * 2,
    bold: wish.bold ?? false,
    italic: wish.italic ?? false,
    underline: wish.underline ? 'single' : 'none',
    strike: false,
    caps: wish.caps ?? false,
    smallCaps: false,
    hidden: false,
    colour: wish.colour ?? 'auto',
    raised: null,
    field: null,
    symbol: false,
    inserted: false,
    styleId: null,
    element,
  }
}

export function section(wish: Partial<Section> = {}): Section {
  return {
    index: 0,
    widthTwips: 11906,
    heightTwips: 16838,
    landscape: false,
    marginsTwips: { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567, footer: 567, gutter: 0 },
    titlePage: true,
    startsOn: 'nextPage',
    pageNumberStart: null,
    pageNumberFormat: 'decimal',
    headers: {},
    footers: {},
    element: null,
    ...wish,
  }
}

/** A document of these blocks; its paragraphs are numbered as they come. */
export function handBuilt(
  wishes: readonly BlockWish[],
  sections: readonly Section[] = [section()],
): ReadDocument {
  const paragraphs: Paragraph[] = []
  const paragraph = (wish: ParagraphWish, cell: Paragraph['cell']): Paragraph => {
    const runs = (wish.runs ?? [wish]).map((run, at) => runOf({ ...wish, ...run }, at + 1))
    const made: Paragraph = {
      type: 'paragraph',
      part: 'word/document.xml',
      number: paragraphs.length + 1,
      sectionIndex: wish.section ?? 0,
      text: runs.map(({ text }) => text).join(''),
      runs,
      styleId: null,
      alignment: wish.align ?? 'left',
      indent: { left: wish.left ?? 0, right: 0, firstLine: wish.firstLine ?? 0 },
      spacing: {
        before: wish.before ?? 0,
        after: wish.after ?? 0,
        line: wish.line ?? 240,
        lineRule: wish.lineRule ?? 'auto',
        contextual: false,
      },
      outlineLevel: null,
      numbering:
        wish.label === undefined
          ? null
          : {
              label: wish.label,
              level: 0,
              numId: '1',
              ...(wish.labelBold === undefined ? {} : { bold: wish.labelBold }),
            },
      borders: wish.borders ?? {},
      pageBreakBefore: wish.pageBreakBefore ?? false,
      pageBreakInside: false,
      keepNext: false,
      shapes: wish.shapes ?? [],
      cell,
      inShape: false,
      element,
    }
    paragraphs.push(made)
    return made
  }
  const blocks: BodyBlock[] = wishes.map((wish) =>
    'rows' in wish ? tableOf(wish, paragraph) : paragraph(wish, null),
  )
  return { parts: new Map(), sections, blocks, paragraphs, footnotes: [], notes: [] }
}

function tableOf(
  wish: TableWish,
  paragraph: (wish: ParagraphWish, cell: Paragraph['cell']) => Paragraph,
): TableBlock {
  const rows: TableBlock['rows'][number][] = []
  const table: TableBlock = {
    type: 'table',
    part: 'word/document.xml',
    sectionIndex: 0,
    number: 1,
    rows,
    borderless: !wish.bordered,
    widthTwips: null,
    alignment: 'center',
    element,
  }
  for (const [row, cells] of wish.rows.entries())
    rows.push(
      cells.map((inner, column) => ({
        row,
        column,
        columns: 1,
        continuesAbove: false,
        widthTwips: wish.widths?.[column] ?? null,
        borders: {},
        blocks: inner.map((each) => paragraph(each, { table, row, column })),
      })),
    )
  return table
}

/** The blocks with every paragraph that says `text` (or begins with it) changed. */
export function changed(
  blocks: readonly BlockWish[],
  text: string,
  change: ParagraphWish | ((wish: ParagraphWish) => ParagraphWish),
): readonly BlockWish[] {
  let count = 0
  const of = (wish: ParagraphWish): ParagraphWish => {
    const words = wish.text || (wish.runs ?? []).map((run) => run.text ?? '').join('')
    if (words === '' || !words.startsWith(text)) return wish
    count++
    return typeof change === 'function' ? change(wish) : { ...wish, ...change }
  }
  const made = blocks.map((block) =>
    'rows' in block
      ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(of))) }
      : of(block),
  )
  if (count === 0) throw new RangeError(`no paragraph says ${text}`)
  return made
}
