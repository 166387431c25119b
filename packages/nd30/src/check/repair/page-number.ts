import { relationsIn, relationsPart } from '../../read/open/package.ts'
import type { HeaderOrFooter, Paragraph, ReadDocument, Section } from '../../read/read-document.ts'
import { parseXml } from '../../read/scan-xml.ts'
import type { XmlElement } from '../../read/xml.ts'
import type { Repair } from '../repair.ts'
import { type Edits, escapeAttribute } from './edits.ts'
import { elementName, type WordNames, wordNamesAt } from './written.ts'

const office = 'http://schemas.openxmlformats.org'
const word = `${office}/wordprocessingml/2006/main`
const strictWord = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const plainRelations = `${office}/officeDocument/2006/relationships`
const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'

const budget = () => ({ elements: 100_000, depth: 200, attributes: 200 })

type Kind = 'default' | 'even'

/** What a section's head has and what it lacks. */
interface Head {
  readonly kind: Kind
  readonly header: HeaderOrFooter | undefined
}

/** Repairs that a number in the head comes to, where a head is there already. */
export function numberRepairs(document: ReadDocument, section: Section): Repair[] {
  const repairs: Repair[] = []
  for (const { header } of headsOf(document, section)) {
    const home = header && homeOf(header)
    if (home && home.alignment !== 'center')
      repairs.push({ type: 'paragraph', paragraph: home, set: { alignment: 'center' } })
  }
  return [...repairs, { type: 'section', section, set: { titlePage: true } }]
}

/** Paragraphs at the foot that say nothing but the number, or the number between dashes: it moves to the head. */
export function footNumbers(section: Section): Paragraph[] {
  return Object.values(section.footers).flatMap((footer) => footer.paragraphs.filter(saysOnlyPage))
}

function saysOnlyPage(paragraph: Paragraph): boolean {
  const others = paragraph.runs.filter((run) => run.field !== 'PAGE').map((run) => run.text)
  return showsPage(paragraph) && paragraph.shapes.length === 0 && !/[^\s\-–—.]/.test(others.join(''))
}

const headsOf = (document: ReadDocument, section: Section): Head[] =>
  (document.notes.includes('odd_even_headers') ? (['default', 'even'] as const) : (['default'] as const)).map(
    (kind) => ({ kind, header: section.headers[kind] }),
  )

/** The paragraph that has the number, or an empty head's first, which can take it. */
function homeOf(header: HeaderOrFooter): Paragraph | undefined {
  const numbered = header.paragraphs.find(showsPage)
  const empty = header.paragraphs.every((each) => each.text.trim() === '' && each.shapes.length === 0)
  return numbered ?? (empty ? header.paragraphs[0] : undefined)
}

const showsPage = (paragraph: Paragraph): boolean => paragraph.runs.some((run) => run.field === 'PAGE')

/** Puts the number of pages into heads of sections; a head that several share gets one. */
export class PageNumbers {
  private readonly edits: Edits
  private readonly document: ReadDocument
  private readonly mended = new Set<string>()
  private made: string | null = null

  constructor(edits: Edits, document: ReadDocument) {
    this.edits = edits
    this.document = document
  }

  /** Puts it where there is a head, makes one where there is none, and gives the references to it. */
  put(part: string, section: Section, names: WordNames, sizeHalfPoints: number): string {
    let references = ''
    for (const { kind, header } of headsOf(this.document, section)) {
      if (header) this.putInto(header, sizeHalfPoints)
      else references += referenceTo(kind, this.make(part, names.strict, sizeHalfPoints), names)
    }
    return references
  }

  private putInto(header: HeaderOrFooter, sizeHalfPoints: number) {
    if (this.mended.has(header.part)) return
    this.mended.add(header.part)
    const home = homeOf(header)
    if (home && showsPage(home)) return
    const root = rootOf(home?.element ?? header.blocks[0]?.element)
    if (!root) return
    const names = wordNamesAt(this.edits.text(header.part), root)
    if (home) this.edits.insertLast(header.part, home.element, pageField(names, sizeHalfPoints))
    else this.edits.insertFirst(header.part, root, pageParagraph(names, sizeHalfPoints))
  }

  /** A new part with its relation and content type. */
  private make(part: string, strict: boolean, sizeHalfPoints: number): string {
    if (this.made !== null) return this.made
    const { edits } = this
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    let count = 1
    while (edits.has(`${folder}header${count}.xml`)) count += 1
    const name = `header${count}.xml`
    const names: WordNames = { elementPrefix: 'w:', attributePrefix: 'w', declaration: '', strict }
    edits.add(
      folder + name,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<w:hdr xmlns:w="${strict ? strictWord : word}">${pageParagraph(names, sizeHalfPoints)}</w:hdr>`,
    )
    this.made = this.relate(part, name, strict)
    this.addContentType(`/${folder}${name}`)
    return this.made
  }

  private relate(part: string, target: string, strict: boolean): string {
    const { edits } = this
    const relations = relationsPart(part)
    const type = `${strict ? strictRelations : plainRelations}/header`
    if (!edits.has(relations)) {
      const inner = `<Relationship Id="rIdPage" Type="${type}" Target="${target}"/>`
      edits.add(
        relations,
        `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="${office}/package/2006/relationships">${inner}</Relationships>`,
      )
      return 'rIdPage'
    }
    const root = parseXml(relations, edits.text(relations), budget())
    const taken = new Set(relationsIn(root, part).map((each) => each.id))
    let id = 'rIdPage'
    for (let count = 2; taken.has(id); count += 1) id = `rIdPage${count}`
    const name = root.writtenName.replace('Relationships', 'Relationship')
    edits.insertLast(relations, root, `<${name} Id="${id}" Type="${type}" Target="${target}"/>`)
    return id
  }

  private addContentType(partName: string) {
    const types = '[Content_Types].xml'
    const root = parseXml(types, this.edits.text(types), budget())
    const name = root.writtenName.replace('Types', 'Override')
    this.edits.insertLast(
      types,
      root,
      `<${name} PartName="${escapeAttribute(partName)}" ContentType="${headerType}"/>`,
    )
  }
}

function rootOf(element: XmlElement | undefined): XmlElement | undefined {
  let root = element
  while (root?.parent) root = root.parent
  return root
}

const referenceTo = (kind: Kind, id: string, names: WordNames): string =>
  `<${elementName(names, 'w:headerReference')}${names.declaration} ${names.attributePrefix}:type="${kind}"` +
  ` xmlns:r="${names.strict ? strictRelations : plainRelations}" r:id="${id}"/>`

function pageParagraph(names: WordNames, sizeHalfPoints: number): string {
  const [p, pPr, jc] = ['w:p', 'w:pPr', 'w:jc'].map((each) => elementName(names, each))
  const centre = `<${jc}${names.declaration} ${names.attributePrefix}:val="center"/>`
  return `<${p}><${pPr}>${centre}</${pPr}>${pageField(names, sizeHalfPoints)}</${p}>`
}

function pageField(names: WordNames, sizeHalfPoints: number): string {
  const e = (name: string) => elementName(names, `w:${name}`)
  const a = `${names.attributePrefix}:`
  const { declaration } = names
  const font = 'Times New Roman'
  const look =
    `<${e('rPr')}><${e('rFonts')}${declaration} ${a}ascii="${font}" ${a}hAnsi="${font}" ${a}eastAsia="${font}" ${a}cs="${font}"/>` +
    `<${e('b')}${declaration} ${a}val="0"/><${e('i')}${declaration} ${a}val="0"/>` +
    `<${e('sz')}${declaration} ${a}val="${sizeHalfPoints}"/><${e('szCs')}${declaration} ${a}val="${sizeHalfPoints}"/></${e('rPr')}>`
  const run = (inner: string) => `<${e('r')}>${look}${inner}</${e('r')}>`
  const mark = (type: string) => `<${e('fldChar')}${declaration} ${a}fldCharType="${type}"/>`
  return (
    run(mark('begin')) +
    run(`<${e('instrText')} xml:space="preserve"> PAGE </${e('instrText')}>`) +
    run(mark('separate')) +
    run(`<${e('t')}>2</${e('t')}>`) +
    run(mark('end'))
  )
}
