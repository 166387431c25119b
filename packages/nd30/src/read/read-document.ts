import type { XmlElement } from './xml.ts'

/**
 * A DOCX as it looks: every property is the effective one, after document defaults, theme, table style, paragraph style,
 * numbering and direct formatting (ECMA-376 part 1, 17.7.2). Lengths are twentieths of a point (twips), sizes of letters
 * half points, shapes English metric units (EMU, 914,400 an inch).
 */
export interface ReadDocument {
  /** The parts as they are in the file, by name without a leading slash. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly sections: readonly Section[]
  /** The body in reading order. */
  readonly blocks: readonly BodyBlock[]
  /** Every paragraph of the body in the order of the XML, those in tables and shapes included. */
  readonly paragraphs: readonly Paragraph[]
  readonly footnotes: readonly Paragraph[]
  /** Whether track changes, comments or fields that are not up to date were found. */
  readonly notes: readonly ReadNote[]
}

export type ReadNote = 'tracked_changes' | 'comments' | 'odd_even_headers'

export type BodyBlock = Paragraph | TableBlock

export interface Section {
  readonly index: number
  readonly widthTwips: number
  readonly heightTwips: number
  readonly landscape: boolean
  readonly marginsTwips: Readonly<
    Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer' | 'gutter', number>
  >
  readonly titlePage: boolean
  readonly startsOn: 'nextPage' | 'continuous' | 'evenPage' | 'oddPage' | 'nextColumn'
  /** Set where numbering begins anew. */
  readonly pageNumberStart: number | null
  readonly pageNumberFormat: string
  /** Effective ones: a section without its own has the one before's. */
  readonly headers: Readonly<Partial<Record<'default' | 'first' | 'even', HeaderOrFooter>>>
  readonly footers: Readonly<Partial<Record<'default' | 'first' | 'even', HeaderOrFooter>>>
  /** The paragraphs that begin in it are those with its index. */
  readonly element: XmlElement | null
}

export interface HeaderOrFooter {
  readonly part: string
  readonly blocks: readonly BodyBlock[]
  readonly paragraphs: readonly Paragraph[]
}

export interface Paragraph {
  readonly type: 'paragraph'
  readonly part: string
  /** How manieth of its part in the order of the XML, from 1. */
  readonly number: number
  readonly sectionIndex: number
  /** What is read: texts of its runs, tabs as `\t`, breaks of lines as `\n`; hidden and deleted ones left out. */
  readonly text: string
  readonly runs: readonly Run[]
  readonly styleId: string | null
  readonly alignment: 'left' | 'center' | 'right' | 'both' | 'distribute'
  readonly indent: { readonly left: number; readonly right: number; readonly firstLine: number }
  readonly spacing: {
    readonly before: number
    readonly after: number
    readonly line: number
    readonly lineRule: 'auto' | 'exact' | 'atLeast'
    /** No gap to a neighbour of the same style. */
    readonly contextual: boolean
  }
  /** True where an indent is given in letters, or a gap in lines or by itself: those go before lengths. */
  readonly relative?: boolean
  readonly outlineLevel: number | null
  /** What Word counts by itself, as it is shown: `1.`, `a)`, `-`. Not part of `text`. */
  readonly numbering: {
    readonly label: string
    readonly level: number
    readonly numId: string
    /** How the label is shown. */
    readonly bold?: boolean
  } | null
  readonly borders: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', Border>>>
  readonly pageBreakBefore: boolean
  /** A break of the page stands in one of its runs. */
  readonly pageBreakInside: boolean
  readonly keepNext: boolean
  /** The shapes and pictures that are anchored in it. */
  readonly shapes: readonly Shape[]
  readonly cell: CellPosition | null
  /** True for what stands in a shape (a text box). */
  readonly inShape: boolean
  readonly element: XmlElement
}

export interface CellPosition {
  readonly table: TableBlock
  readonly row: number
  readonly column: number
}

export interface Border {
  readonly style: string
  /** Eighths of a point. */
  readonly size: number
  readonly colour: string
}

export interface Run {
  /** How manieth of its paragraph, from 1. */
  readonly number: number
  readonly text: string
  /** The typeface by which its letters are shown; where those are shown by two, that of most of them. */
  readonly font: string
  readonly fonts: Readonly<Record<'ascii' | 'hAnsi' | 'cs' | 'eastAsia', string>>
  readonly sizeHalfPoints: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: string
  readonly strike: boolean
  readonly caps: boolean
  readonly smallCaps: boolean
  readonly hidden: boolean
  /** `auto` or RRGGBB in capitals. */
  readonly colour: string
  readonly raised: 'superscript' | 'subscript' | null
  /** The field whose result or code it is: `PAGE`, `NUMPAGES`, `REF`. */
  readonly field: string | null
  readonly symbol: boolean
  readonly inserted: boolean
  readonly styleId: string | null
  readonly element: XmlElement
}

export interface TableBlock {
  readonly type: 'table'
  readonly part: string
  readonly sectionIndex: number
  /** How manieth table of the part, from 1. */
  readonly number: number
  readonly rows: readonly (readonly TableCell[])[]
  /** True where no line is drawn about or between its cells. */
  readonly borderless: boolean
  readonly widthTwips: number | null
  readonly alignment: 'left' | 'center' | 'right'
  readonly element: XmlElement
}

export interface TableCell {
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly continuesAbove: boolean
  readonly widthTwips: number | null
  readonly borders: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', Border>>>
  readonly blocks: readonly BodyBlock[]
}

export interface Shape {
  readonly kind: 'line' | 'picture' | 'box' | 'other'
  readonly widthEmu: number
  readonly heightEmu: number
  /** From what the offset counts: `column`, `page`, `character` …; null where it flows with the text. */
  readonly anchor: {
    readonly x: number | null
    readonly y: number | null
    readonly alignX: string | null
  } | null
  readonly strokeColour: string | null
  readonly paragraphs: readonly Paragraph[]
}
