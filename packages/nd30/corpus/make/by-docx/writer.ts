import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { twips } from '../by-word/xml.ts'
import type { LaidLook, LaidParagraph, LaidSpan, LaidTable, Way } from '../laid.ts'
import { font } from '../laid.ts'
import { insideCellMm, lineBelowMm, withoutGap } from '../measure-line.ts'

type Border = NonNullable<IParagraphOptions['border']>
type Changes = Pick<IParagraphOptions, 'border' | 'indent'>

const line = (color = '000000') => ({ style: BorderStyle.SINGLE, size: 6, space: 1, color })

/** Paragraphs and tables as objects of the library; footnotes are kept until the document is put together. */
export class DocxWriter {
  readonly #way: Way
  readonly #notes: string[] = []

  constructor(way: Way) {
    this.#way = way
  }

  /** A paragraph, and where the line below it is the border of an empty one, that one. */
  paragraphs(at: LaidParagraph, columnMm: number): Paragraph[] {
    if (at.box) return [this.#paragraph(at, boxed(at.box, columnMm))]
    if (!at.below) return [this.#paragraph(at, {})]
    const side = twips((columnMm - lineBelowMm(at, columnMm)) / 2)
    if (this.#way.line === 'own' && at.below.share === 1 && side > 60) {
      // A little wider than the words, so that they do not wrap.
      const indent = { left: side - 50, right: side - 50 }
      return [this.#paragraph(at, { border: { bottom: line() }, indent })]
    }
    const empty = new Paragraph({
      border: { top: line() },
      indent: { left: side, right: side },
      spacing: { before: 40, after: at.look.afterPt * 20, line: 80, lineRule: LineRuleType.EXACT },
    })
    return [this.#paragraph(withoutGap(at), {}), empty]
  }

  /** Of the foot of the first page; the first has a line above it. */
  contact(at: LaidParagraph, columnMm: number, first: boolean): Paragraph {
    return first
      ? this.#paragraph(at, { border: { top: line() } })
      : (this.paragraphs(at, columnMm)[0] ?? new Paragraph({}))
  }

  table(table: LaidTable): Table {
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const bare = {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    }
    const widths = table.widthsMm.map(twips)
    return new Table({
      columnWidths: widths,
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      ...(table.role === 'data' ? {} : { borders: bare }),
      rows: table.rows.map(
        (row, index) =>
          new TableRow({
            tableHeader: table.role === 'data' && index === 0,
            children: row.map(
              (cell, column) =>
                new TableCell({
                  width: { size: widths[column] ?? 0, type: WidthType.DXA },
                  children: cell.flatMap((each) =>
                    this.paragraphs(each, insideCellMm(table.widthsMm[column] ?? 50)),
                  ),
                }),
            ),
          }),
      ),
    })
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      this.#notes.map((note, at) => [
        String(at + 1),
        { children: [new Paragraph({ children: [new TextRun({ text: ` ${note}`, font, size: 20 })] })] },
      ]),
    )
  }

  #paragraph(at: LaidParagraph, changes: Changes): Paragraph {
    const { look, counted } = at
    return new Paragraph({
      alignment: alignments[look.align],
      indent: { left: twips(look.leftMm), firstLine: twips(look.firstLineMm) },
      spacing: { before: look.beforePt * 20, after: look.afterPt * 20, ...lineOf(look) },
      contextualSpacing: look.contextual,
      keepNext: look.keepNext,
      pageBreakBefore: look.pageBreakBefore,
      ...(counted ? { numbering: { reference: `${counted.format}-${counted.list}`, level: 0 } } : {}),
      ...changes,
      children: at.spans.flatMap((span) => this.#span(span)),
    })
  }

  #span(span: LaidSpan): ParagraphChild[] {
    if (span.note !== null) {
      this.#notes.push(span.note)
      return [new FootnoteReferenceRun(this.#notes.length)]
    }
    const usual = this.#way.styled && span.font === font
    return [
      new TextRun({
        text: span.text,
        bold: span.bold,
        italics: span.italic,
        ...(usual ? {} : { font: span.font }),
        ...(usual && span.sizePt === 14 ? {} : { size: span.sizePt * 2 }),
        ...(span.underline ? { underline: {} } : {}),
        ...(span.colour === null ? {} : { color: span.colour }),
      }),
    ]
  }
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const

const lineOf = ({ line: height }: LaidLook) =>
  height.rule === 'auto'
    ? { line: Math.round(height.lines * 240), lineRule: LineRuleType.AUTO }
    : {
        line: height.pt * 20,
        lineRule: height.rule === 'exact' ? LineRuleType.EXACT : LineRuleType.AT_LEAST,
      }

function boxed(box: NonNullable<LaidParagraph['box']>, columnMm: number): Changes {
  const side = twips((columnMm - box.widthMm) / 2)
  const each = line(box.colour)
  const border: Border = { top: each, bottom: each, left: each, right: each }
  return { border, indent: { left: side, right: side } }
}
