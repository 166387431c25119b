import type { Block, ProfileName, Span, Text } from '../../model/document.ts'
import { tidyText } from '../../model/tidied.ts'

// Bounded: texts of files may hold any number of spaces.
const marks = { state: /\s{0,9}\.?\s{0,9}\/\s{0,9}\.?$/u, party: /\s{0,9}\.$/u } as const

/** `./.`, for the Party a full stop, on a line of its own: below a table, a figure or a title. */
export const isEndAlone = (text: string, profile: ProfileName): boolean =>
  text.trim() !== '' && text.trim().replace(marks[profile], '') === ''

/** Without what the form adds behind the last words. */
export function withoutEnding(blocks: readonly Block[], profile: ProfileName): readonly Block[] {
  const last = blocks.at(-1)
  if (!last || !('text' in last) || last.text === undefined) return blocks
  return [...blocks.slice(0, -1), { ...last, text: withoutEnd(last.text, marks[profile]) }]
}

function withoutEnd(text: Text, mark: RegExp): Text {
  if (typeof text === 'string') return text.replace(mark, '')
  const spans: Span[] = [...text]
  // The mark may stand in a span of its own, behind one that ends otherwise.
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    const span = spans[at]
    if (!span) break
    const bare = span.text.replace(mark, '')
    const changed = bare !== span.text
    spans[at] = { ...span, text: bare }
    if (bare !== '' || !changed) break
  }
  return tidyText(spans.filter((span) => span.text !== '' || span.footnote !== undefined))
}
