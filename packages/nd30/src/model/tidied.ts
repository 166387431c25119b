import type { Block, Cell, OfficialDocument, Span, Table, Text } from './document.ts'
import { joined } from './words/spans.ts'

/**
 * The same document with its texts in their one form: no blanks at the ends, neighbours of the same look in one span, a
 * text of one plain span as a string.
 */
export function tidied(document: OfficialDocument): OfficialDocument {
  const { abstract, bases, annexes } = document
  return {
    ...document,
    ...(abstract === undefined ? {} : { abstract: tidyText(abstract) }),
    ...(bases === undefined ? {} : { bases: bases.map(tidyText) }),
    body: document.body.map(tidyBlock),
    ...(annexes === undefined
      ? {}
      : {
          annexes: annexes.map((annex) => ({
            ...annex,
            title: tidyText(annex.title),
            body: annex.body.map(tidyBlock),
          })),
        }),
  }
}

function tidyBlock(block: Block): Block {
  switch (block.type) {
    case 'article':
    case 'clause':
      return {
        ...block,
        ...(block.title === undefined ? {} : { title: tidyText(block.title) }),
        ...(block.text === undefined ? {} : { text: tidyText(block.text) }),
      }
    case 'point':
    case 'paragraph':
    case 'item':
      return { ...block, text: tidyText(block.text) }
    case 'heading':
      return { ...block, title: tidyText(block.title) }
    case 'table':
      return tidyTable(block)
    case 'figure':
      return block.caption === undefined ? block : { ...block, caption: tidyText(block.caption) }
    default:
      return block
  }
}

function tidyTable(table: Table): Table {
  const tidyRow = (row: readonly Cell[]) => row.map(tidyCell)
  return {
    ...table,
    ...(table.caption === undefined ? {} : { caption: tidyText(table.caption) }),
    ...(table.header === undefined ? {} : { header: table.header.map(tidyRow) }),
    rows: table.rows.map(tidyRow),
  }
}

/** Without what a cell is anyway: at the left, over one column and one row. */
const tidyCell = ({ text, align, columns = 1, rows = 1 }: Cell): Cell => ({
  text: tidyText(text),
  ...(align === undefined || align === 'left' ? {} : { align }),
  ...(columns === 1 ? {} : { columns }),
  ...(rows === 1 ? {} : { rows }),
})

/** See `tidied`. */
export function tidyText(text: Text): Text {
  if (typeof text === 'string') return text.trim()
  const spans = trimmedAtEnds(joined(text.map(bareSpan)))
  const [only, ...others] = spans
  if (only === undefined) return ''
  return others.length === 0 && Object.keys(only).length === 1 ? only.text : spans
}

/** Without what is false. */
const bareSpan = (span: Span): Span => ({
  text: span.text,
  ...(span.bold ? { bold: true } : {}),
  ...(span.italic ? { italic: true } : {}),
  ...(span.underline ? { underline: true } : {}),
  ...(span.raised === undefined ? {} : { raised: span.raised }),
  ...(span.footnote === undefined ? {} : { footnote: span.footnote }),
})

function trimmedAtEnds(spans: readonly Span[]): readonly Span[] {
  const all = [...spans]
  for (let first = all[0]; first; first = all[0]) {
    const text = first.text.trimStart()
    if (text !== '' || first.footnote !== undefined) {
      all[0] = { ...first, text }
      break
    }
    all.shift()
  }
  for (let last = all.at(-1); last; last = all.at(-1)) {
    const text = last.text.trimEnd()
    if (text !== '' || last.footnote !== undefined) {
      all[all.length - 1] = { ...last, text }
      break
    }
    all.pop()
  }
  return all
}
