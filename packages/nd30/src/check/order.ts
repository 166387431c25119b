import type { ReadDocument } from '../read/read-document.ts'
import type { Draft } from './draft.ts'

/** Drafts by place, from the first page on; at the same place in the order of the rules. Notes at the foot come last. */
export function byPlace(drafts: readonly Draft[], read: ReadDocument): readonly Draft[] {
  const begins = sectionBeginnings(read)
  const keyed = drafts.map((draft, at) => ({ draft, at, key: keyOf(draft, read, begins) }))
  keyed.sort(
    (a, b) =>
      a.key.part - b.key.part || a.key.paragraph - b.key.paragraph || a.key.run - b.key.run || a.at - b.at,
  )
  return keyed.map(({ draft }) => draft)
}

interface Key {
  readonly part: number
  readonly paragraph: number
  readonly run: number
}

function keyOf({ at }: Draft, { paragraphs }: ReadDocument, begins: ReadonlyMap<number, number>): Key {
  if ('section' in at) return { part: 0, paragraph: begins.get(at.section.index) ?? 0, run: 0 }
  const paragraph = 'piece' in at ? at.piece.paragraph : at.paragraph
  const main = paragraphs[0]?.part
  const inHeader = /(?:header|footer)/u.test(paragraph.part)
  if (paragraph.part === main) return { part: 0, paragraph: paragraph.number, run: at.run?.number ?? 0 }
  return { part: inHeader ? 0 : 1, paragraph: inHeader ? 0 : paragraph.number, run: at.run?.number ?? 0 }
}

/** Just before the first paragraph of each section. */
function sectionBeginnings({ paragraphs }: ReadDocument): ReadonlyMap<number, number> {
  const begins = new Map<number, number>()
  for (const { sectionIndex, number } of paragraphs)
    if (!begins.has(sectionIndex)) begins.set(sectionIndex, number - 0.5)
  return begins
}
