import type { Paragraph, ReadDocument, Run, Section } from '../../read/read-document.ts'
import { childOf, type XmlElement } from '../../read/xml.ts'
import type { ParagraphChange, Repair, RunChange, SectionChange } from '../repair.ts'
import { paragraphProperties, runProperties, sectionProperties } from './changes.ts'
import { Edits } from './edits.ts'
import { footNumbers, numberRepairs, PageNumbers } from './page-number.ts'
import { changeProperties, writtenProperties } from './properties.ts'
import { type LineLook, ruleBelow } from './rule-line.ts'
import { changeText, type TextChange } from './run-text.ts'
import { writeZip } from './write-zip.ts'
import { elementName, wordNamesAt } from './written.ts'

/**
 * Applies repairs to the file that `document` was read from. Repairs of one thing are put together. Parts that none
 * touches keep their bytes, the others all letters but those of the repairs; the same repairs give the same bytes.
 *
 * @throws RangeError where two repairs want different things of one property or letter: a bug of who asks
 */
export async function applyRepairs(document: ReadDocument, repairs: readonly Repair[]): Promise<Uint8Array> {
  return writeZip(editedParts(document, repairs))
}

/** As `applyRepairs`, before the parts are put into a zip. */
export function editedParts(document: ReadDocument, repairs: readonly Repair[]): Map<string, Uint8Array> {
  const edits = new Edits(document.parts)
  const partOf = partFinder(document)
  const asked = gather(document, repairs)
  for (const paragraph of asked.emptied) empty(edits, paragraph)
  for (const [run, set] of asked.runs) {
    const complex = ['w:rtl', 'w:cs'].some((name) => childOf(childOf(run.element, 'w:rPr'), name))
    if (!run.element.selfClosing)
      changeProperties(edits, partOf(run.element), run.element, 'w:rPr', runProperties(set, complex))
  }
  for (const [run, changes] of asked.texts)
    changeText(edits, partOf(run.element), run.element, run.text, changes)
  for (const [paragraph, set] of asked.paragraphs) {
    const changes = paragraphProperties(paragraph, set)
    changeProperties(edits, paragraph.part, paragraph.element, 'w:pPr', changes)
  }
  for (const [paragraph, length] of asked.rules)
    ruleBelow(edits, paragraph, length, lookAfter(paragraph, asked))
  changeSections(edits, document, asked)
  return edits.result()
}

function lookAfter(paragraph: Paragraph, { runs, paragraphs }: Asked): LineLook {
  const { line, lineRule } = paragraph.spacing
  const sizes = paragraph.runs
    .filter((run) => run.text !== '')
    .map((run) => runs.get(run)?.sizeHalfPoints ?? run.sizeHalfPoints)
  // An empty paragraph is there for the line alone: it is drawn at its top.
  if (sizes.length === 0) return { sizeHalfPoints: 2, line: { value: 240, rule: 'auto' } }
  return {
    sizeHalfPoints: Math.max(2, ...sizes),
    line: paragraphs.get(paragraph)?.line ?? { value: line, rule: lineRule },
  }
}

interface Asked {
  readonly runs: ReadonlyMap<Run, RunChange>
  readonly texts: ReadonlyMap<Run, readonly TextChange[]>
  readonly paragraphs: ReadonlyMap<Paragraph, ParagraphChange>
  readonly sections: ReadonlyMap<Section, SectionChange>
  readonly numbers: ReadonlyMap<Section, number>
  readonly rules: ReadonlyMap<Paragraph, number>
  /** Paragraphs whose runs go. */
  readonly emptied: ReadonlySet<Paragraph>
}

function gather(document: ReadDocument, repairs: readonly Repair[]): Asked {
  const runs = new Map<Run, RunChange>()
  const texts = new Map<Run, TextChange[]>()
  const paragraphs = new Map<Paragraph, ParagraphChange>()
  const sections = new Map<Section, SectionChange>()
  const numbers = new Map<Section, number>()
  const rules = new Map<Paragraph, number>()
  const emptied = new Set<Paragraph>()
  const numbered = repairs.filter((repair) => repair.type === 'page-number')
  const further = numbered.flatMap((repair) => numberRepairs(document, repair.section))
  for (const repair of [...repairs, ...further]) {
    switch (repair.type) {
      case 'run':
        merge(runs, repair.run, repair.set)
        break
      case 'text':
        keepText(texts, repair.run, repair)
        break
      case 'paragraph':
        merge(paragraphs, repair.paragraph, repair.set)
        break
      case 'section':
        mergeSection(sections, repair.section, repair.set)
        break
      case 'page-number':
        once(numbers, repair.section, repair.sizeHalfPoints)
        for (const paragraph of footNumbers(repair.section)) emptied.add(paragraph)
        break
      case 'rule-below':
        once(rules, repair.paragraph, repair.lengthTwips)
    }
  }
  for (const run of [...emptied].flatMap((paragraph) => paragraph.runs)) {
    runs.delete(run)
    texts.delete(run)
  }
  return { runs, texts, paragraphs, sections, numbers, rules, emptied }
}

function empty(edits: Edits, { part, element }: Paragraph) {
  for (const child of element.children)
    if (child.name !== 'w:pPr') edits.splice(part, child.start, child.end, '')
}

function merge<K, T extends object>(all: Map<K, T>, key: K, set: T) {
  const before = all.get(key)
  if (before) refuseContradiction(before, set)
  all.set(key, { ...before, ...set })
}

function refuseContradiction(before: object, set: object) {
  for (const [name, value] of Object.entries(set)) {
    const other: unknown = (before as Record<string, unknown>)[name]
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(value))
      throw new RangeError(`two repairs want another ${name} of one thing`)
  }
}

/** Margins are put together side by side. */
function mergeSection(all: Map<Section, SectionChange>, section: Section, set: SectionChange) {
  const before = all.get(section)
  const { marginsTwips: was, ...rest } = before ?? {}
  const { marginsTwips, ...more } = set
  refuseContradiction(rest, more)
  if (was && marginsTwips) refuseContradiction(was, marginsTwips)
  const margins = was || marginsTwips ? { marginsTwips: { ...was, ...marginsTwips } } : {}
  all.set(section, { ...rest, ...more, ...margins })
}

function once<K>(all: Map<K, number>, key: K, value: number) {
  const before = all.get(key)
  if (before !== undefined && before !== value) throw new RangeError('two repairs want different lengths')
  all.set(key, value)
}

function keepText(all: Map<Run, TextChange[]>, run: Run, { from, to, by }: TextChange) {
  const changes = all.get(run) ?? []
  if (!changes.some((each) => each.from === from && each.to === to && each.by === by))
    changes.push({ from, to, by })
  all.set(run, changes)
}

function changeSections(edits: Edits, document: ReadDocument, asked: Asked) {
  const numbers = new PageNumbers(edits, document)
  const [first] = document.paragraphs
  for (const [section, set] of asked.sections) {
    const holder = section.element ?? bodyOf(first)
    if (!first || !holder) continue
    const names = wordNamesAt(edits.text(first.part), holder)
    const size = asked.numbers.get(section)
    const references = size === undefined ? '' : numbers.put(first.part, section, names, size)
    const changes = sectionProperties(section, set)
    if (section.element) {
      edits.insertFirst(first.part, section.element, references)
      changeProperties(edits, first.part, section.element, 'w:sectPr', changes)
    } else {
      const name = elementName(names, 'w:sectPr')
      edits.insertLast(
        first.part,
        holder,
        `<${name}>${references}${writtenProperties(changes, names)}</${name}>`,
      )
    }
  }
}

function bodyOf(paragraph: Paragraph | undefined): XmlElement | undefined {
  let each: XmlElement | null | undefined = paragraph?.element
  while (each && each.name !== 'w:body') each = each.parent
  return each ?? undefined
}

/** Which part an element is of, by its root. */
function partFinder(document: ReadDocument): (element: XmlElement) => string {
  const parts = new Map<XmlElement, string>()
  const rootOf = (element: XmlElement) => {
    let root = element
    while (root.parent) root = root.parent
    return root
  }
  const heads = document.sections.flatMap((section) => [
    ...Object.values(section.headers),
    ...Object.values(section.footers),
  ])
  const firsts = [document.paragraphs, document.footnotes, ...heads.map((each) => each.paragraphs)]
  for (const paragraphs of firsts) {
    // Notes at the foot and at the end are two parts in one list.
    for (const paragraph of paragraphs === document.footnotes ? paragraphs : paragraphs.slice(0, 1))
      parts.set(rootOf(paragraph.element), paragraph.part)
  }
  return (element) => {
    const part = parts.get(rootOf(element))
    if (part === undefined) throw new RangeError('a repair of another document')
    return part
  }
}
