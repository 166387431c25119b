import type { Component } from '../../profile/profile.ts'
import type { Block, Figure, ProfileName, Span, Table } from '../document.ts'
import { after, before, capitalSpans, ended, spansOf } from './spans.ts'

/** One paragraph as it is printed. */
export interface Line {
  readonly type: 'line'
  readonly role: LineRole
  /** Whose look it has; spans say in what they differ from it. */
  readonly component: Component
  readonly spans: readonly Span[]
}

/** What a paragraph is: for styles of DOCX and tags of PDF. */
export type LineRole =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'groupTitle'
  | 'article'
  | 'articleText'
  | 'clause'
  | 'clauseTitle'
  | 'point'
  | 'heading1'
  | 'heading2'
  | 'paragraph'
  | 'item'

export type BodyLine = Line | Table | Figure

export const groupNames = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
} as const

/**
 * Ô 6, paragraph by paragraph.
 *
 * @param ending what the last words are followed by: `./.`; null for nothing
 */
export function bodyLines(
  blocks: readonly Block[],
  profile: ProfileName,
  ending: string | null,
): readonly BodyLine[] {
  const lines = blocks.flatMap((block) => linesOf(block, profile))
  return ending === null ? lines : withEnding(lines, ending)
}

function linesOf(block: Block, profile: ProfileName): readonly BodyLine[] {
  switch (block.type) {
    case 'part':
    case 'chapter':
    case 'section':
    case 'subsection':
      return [
        line(block.type, 'groupNumber', [{ text: `${groupNames[block.type]} ${block.number}` }]),
        ...(block.title === undefined
          ? []
          : [line('groupTitle', 'groupTitle', capitalSpans(spansOf(block.title)))]),
      ]
    case 'article': {
      const label = `Điều ${block.number}${block.suffix ?? ''}. `
      return block.title === undefined
        ? [line('articleText', 'body', before(label, spansOf(block.text ?? ''), { bold: true }))]
        : [line('article', 'article', before(label, spansOf(block.title)))]
    }
    case 'clause': {
      const label = `${block.number}. `
      return block.title === undefined
        ? [line('clause', 'body', before(label, spansOf(block.text ?? '')))]
        : [line('clauseTitle', 'clauseTitle', before(label, spansOf(block.title)))]
    }
    case 'point':
      return [line('point', 'body', before(`${block.letter}) `, spansOf(block.text)))]
    case 'heading':
      return [headingLine(block, profile)]
    case 'paragraph':
      return [line('paragraph', 'body', spansOf(block.text))]
    case 'item':
      return [line('item', 'body', before(`${block.mark} `, spansOf(block.text)))]
    case 'table':
    case 'figure':
      return [block]
  }
}

/** `I. TITLE`, in the Party's custom `I- TITLE`; `1. Title`. */
function headingLine(block: Extract<Block, { type: 'heading' }>, profile: ProfileName): Line {
  if (block.level === 2)
    return line('heading2', 'clauseTitle', before(`${block.number}. `, spansOf(block.title)))
  const label = `${block.number}${profile === 'state' ? '.' : '-'} `
  return line('heading1', 'headingRoman', before(label, capitalSpans(spansOf(block.title))))
}

const line = (role: LineRole, component: Component, spans: readonly Span[]): Line => ({
  type: 'line',
  role,
  component,
  spans,
})

const texts: ReadonlySet<LineRole> = new Set(['articleText', 'clause', 'point', 'paragraph', 'item'])

/** Behind the last words; `./.` on a line of its own where a table, a figure or a title comes last. */
function withEnding(lines: readonly BodyLine[], ending: string): readonly BodyLine[] {
  const last = lines.at(-1)
  if (last?.type !== 'line' || !texts.has(last.role))
    return ending === '.' ? lines : [...lines, line('paragraph', 'body', [{ text: ending }])]
  return [...lines.slice(0, -1), { ...last, spans: endedWith(last.spans, ending) }]
}

const endedWith = (spans: readonly Span[], ending: string): readonly Span[] =>
  /[!?]$/u.test(spans.at(-1)?.text ?? '') ? after(spans, ending === '.' ? '' : ending) : ended(spans, ending)
