import type { Span, Text } from '../../model/document.ts'
import { tidyText } from '../../model/tidied.ts'
import type { Paragraph, Run } from '../../read/read-document.ts'
import type { XmlElement } from '../../read/xml.ts'

/** What words have anyway by the component they stand in, and so do not say themselves. */
export interface BaseLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
}

/** The notes of a file by their id. */
export type NoteTexts = ReadonlyMap<string, string>

/** The words of paragraphs as spans, their first `drop` letters left out (a label such as `Điều 1.`). */
export function textOf(
  paragraphs: readonly Paragraph[],
  notes: NoteTexts,
  base: BaseLook = {},
  drop = 0,
): Text {
  const spans = paragraphs.flatMap((paragraph, index) => [
    ...(index > 0 ? [{ text: ' ' }] : []),
    ...spansOf(paragraph, notes, base),
  ])
  return tidyText(dropped(spans, drop))
}

function spansOf(paragraph: Paragraph, notes: NoteTexts, base: BaseLook): Span[] {
  const spans: Span[] = []
  for (const run of paragraph.runs) {
    if (run.hidden) continue
    const note = noteOf(run.element, notes)
    const text = run.text.normalize('NFC').replace(/[\t\n]/g, ' ')
    if (text !== '' && note === null) spans.push({ text, ...lookOf(run, base) })
    const last = spans.at(-1)
    if (note !== null && last) spans[spans.length - 1] = { ...last, footnote: note }
  }
  return spans
}

const lookOf = (run: Run, base: BaseLook): Omit<Span, 'text'> => ({
  ...(run.bold && !base.bold ? { bold: true } : {}),
  ...(run.italic && !base.italic ? { italic: true } : {}),
  ...(run.underline !== 'none' && !base.underline ? { underline: true } : {}),
  ...(run.raised === null ? {} : { raised: run.raised }),
})

/** What is written at the foot of the page for the mark in this run. */
function noteOf(run: XmlElement, notes: NoteTexts): string | null {
  const mark = run.children.find(({ name }) => name === 'w:footnoteReference')
  return mark ? (notes.get(mark.attributes.get('w:id') ?? '') ?? null) : null
}

function dropped(spans: readonly Span[], letters: number): readonly Span[] {
  let left = letters
  return spans.flatMap((span) => {
    const taken = Math.min(left, span.text.length)
    left -= taken
    return taken === span.text.length && span.footnote === undefined
      ? []
      : [{ ...span, text: span.text.slice(taken) }]
  })
}

export const isAllBold = (paragraph: Paragraph): boolean => everyLetter(paragraph, ({ bold }) => bold)

/** Whether every run with letters is so; false where there are none. */
export function everyLetter(paragraph: Paragraph, is: (run: Run) => boolean, from = 0): boolean {
  let at = 0
  let some = false
  for (const run of paragraph.runs) {
    const text = run.text.slice(Math.max(0, from - at))
    at += run.text.length
    if (run.hidden || text.trim() === '') continue
    some = true
    if (!is(run)) return false
  }
  return some
}
