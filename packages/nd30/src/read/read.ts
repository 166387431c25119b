import { Nd30Error } from '../errors.ts'
import { defaultReadLimits, type ReadLimits } from './open/limits.ts'
import { openParts } from './open/open-parts.ts'
import type { Package } from './open/package.ts'
import type { HeaderOrFooter, Paragraph, ReadDocument, ReadNote, Section } from './read-document.ts'
import { readNumbering } from './resolve/numbering.ts'
import { Resolver } from './resolve/resolver.ts'
import { linePitchOf, readSection, sectionElements } from './resolve/sections.ts'
import { Story } from './resolve/story.ts'
import { readStyles } from './resolve/styles.ts'
import type { Setting } from './resolve/surroundings.ts'
import { readTheme } from './resolve/theme.ts'
import { onOff } from './resolve/values.ts'
import { childOf, type XmlElement } from './xml.ts'

/**
 * A DOCX as it looks, from its bytes. Waits only for its zip.
 *
 * @throws Nd30Error `file_*`
 */
export async function readDocument(
  bytes: Uint8Array,
  limits: ReadLimits = defaultReadLimits,
): Promise<ReadDocument> {
  const { package: opened, main } = await openParts(bytes, limits)
  const { text, root } = opened.required(main)
  const body = childOf(root, 'w:body')
  if (!body) throw new Nd30Error('file_part_missing', `${main} has no body`, { part: main })
  const elements = sectionElements(body)
  if (elements.length > limits.sections)
    throw new Nd30Error('file_limit', 'too many sections', { what: 'sections', part: main })
  const setting = readSetting(opened, main, limits, elements)
  const story = new Story(main, text, setting)
  const blocks = story.blocks(body)
  return {
    parts: opened.parts,
    blocks,
    paragraphs: numbered(story.paragraphs),
    sections: readSections(opened, main, setting, elements, (story.paragraphs.at(-1)?.sectionIndex ?? 0) + 1),
    footnotes: [
      ...readNotes(opened, main, setting, 'footnotes', 'w:footnote'),
      ...readNotes(opened, main, setting, 'endnotes', 'w:endnote'),
    ],
    notes: [...setting.notes].sort(),
  }
}

function readSetting(
  opened: Package,
  main: string,
  limits: ReadLimits,
  sections: readonly XmlElement[],
): Setting {
  const root = (type: string) => {
    const part = opened.related(main, type)
    return part === undefined ? undefined : opened.root(part)
  }
  const settings = root('settings')
  const theme = readTheme(root('theme'), childOf(settings, 'w:themeFontLang'))
  const styles = readStyles(root('styles'), theme)
  const numbering = readNumbering(root('numbering'), theme)
  const notes = new Set<ReadNote>()
  if (onOff(settings, 'w:evenAndOddHeaders')) notes.add('odd_even_headers')
  return {
    styles,
    theme,
    numbering,
    resolver: new Resolver(styles, numbering, theme),
    notes,
    linePitches: sections.map(linePitchOf),
    paragraphsLeft: limits.paragraphs,
    mostRuns: limits.runs,
  }
}

/** Paragraphs count in the order of the XML. */
function numbered(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  paragraphs.forEach((paragraph, index) => {
    ;(paragraph as { number: number }).number = index + 1
  })
  return paragraphs
}

function readSections(
  opened: Package,
  main: string,
  setting: Setting,
  elements: readonly XmlElement[],
  atLeast: number,
): Section[] {
  const relations = new Map(opened.relations(main).map((each) => [each.id, each.target]))
  const kept = new Map<string, HeaderOrFooter>()
  const headOrFoot = (id: string, sectionIndex: number) => {
    const part = opened.nameOf(relations.get(id) ?? '')
    const found = part === undefined ? undefined : kept.get(part)
    if (part === undefined || found) return found
    const { text, root } = opened.required(part)
    const story = new Story(part, text, setting, sectionIndex)
    const read = { part, blocks: story.blocks(root), paragraphs: numbered(story.paragraphs) }
    kept.set(part, read)
    return read
  }
  const sections: Section[] = []
  const count = Math.max(elements.length, atLeast)
  for (let index = 0; index < count; index += 1)
    sections.push(readSection(elements[index] ?? null, index, sections[index - 1], headOrFoot))
  return sections
}

/** Without those that only draw the line between text and notes. */
function readNotes(
  opened: Package,
  main: string,
  setting: Setting,
  type: string,
  name: string,
): readonly Paragraph[] {
  const part = opened.related(main, type)
  if (part === undefined) return []
  const { text, root } = opened.required(part)
  const story = new Story(part, text, setting)
  for (const note of root.children) {
    const kind = note.attributes.get('w:type') ?? 'normal'
    if (note.name === name && kind === 'normal') story.blocks(note)
  }
  return numbered(story.paragraphs)
}
