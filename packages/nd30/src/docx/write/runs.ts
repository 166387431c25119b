import { FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Span } from '../../model/document.ts'

/** The notes of a document, numbered in the order in which they are hung. */
export class Notes {
  readonly #notes: string[] = []

  add(note: string): number {
    this.#notes.push(note)
    return this.#notes.length
  }

  asFootnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      this.#notes.map((note, index) => [
        String(index + 1),
        { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${note}`)] })] },
      ]),
    )
  }
}

/** Spans as runs; what they do not say comes from the paragraph's style. */
export const runsOf = (spans: readonly Span[], notes: Notes): ParagraphChild[] =>
  spans.flatMap((span) => [
    new TextRun({
      text: span.text,
      ...(span.bold ? { bold: true } : {}),
      ...(span.italic ? { italics: true } : {}),
      ...(span.underline ? { underline: {} } : {}),
      ...(span.raised === 'superscript' ? { superScript: true } : {}),
      ...(span.raised === 'subscript' ? { subScript: true } : {}),
    }),
    ...(span.footnote === undefined ? [] : [new FootnoteReferenceRun(notes.add(span.footnote))]),
  ])
