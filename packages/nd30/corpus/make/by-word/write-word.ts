import type { Laid, LaidSection } from '../laid.ts'
import { paragraphsOf } from '../laid.ts'
import { zip } from '../zip.ts'
import { contentTypes, fixedParts, relationships, wrap } from './parts.ts'
import { pageNumberParagraph, type Reference, sectionProperties } from './section.ts'
import { basesOf } from './styles.ts'
import { numberingId, Writer } from './writer.ts'
import { element, escapeXml, value } from './xml.ts'

/** The file as Word would have written it: its parts, its habits, its detours. */
export const writeWord = (laid: Laid): Promise<Uint8Array> => zip(wordParts(laid))

export function wordParts(laid: Laid): Map<string, string> {
  const bases = basesOf(laid)
  const writer = new Writer(laid, bases)
  const margins = new Margins(laid, writer)
  const body = laid.sections.map((section, at) => writeSection(laid, section, at, writer, margins)).join('')
  const parts = new Map<string, string>(fixedParts(laid.title))
  parts.set('word/document.xml', wrap('w:document', element('w:body', {}, body)))
  parts.set('word/styles.xml', wrap('w:styles', bases.xml))
  for (const [name, content] of margins.parts) parts.set(`word/${name}`, content)
  if (writer.notes.length > 0) parts.set('word/footnotes.xml', footnotes(writer.notes))
  if (paragraphsOf(laid).some((each) => each.counted)) parts.set('word/numbering.xml', numberingXml(laid))
  parts.set('word/_rels/document.xml.rels', relationships([...parts.keys()], writer.links))
  return new Map([['[Content_Types].xml', contentTypes([...parts.keys()])], ...parts])
}

function writeSection(
  laid: Laid,
  section: LaidSection,
  at: number,
  writer: Writer,
  margins: Margins,
): string {
  const columnMm = section.widthMm - section.marginsMm.left - section.marginsMm.right
  const properties = sectionProperties(section, margins.of(section), at === 0)
  const last = at === laid.sections.length - 1
  const content = section.blocks.map((block, index) => {
    if (block.type === 'table') return writer.table(block)
    const ends = !last && index === section.blocks.length - 1
    return writer.paragraph(block, columnMm, ends ? properties : '')
  })
  if (last) return content.join('') + properties
  if (section.blocks.at(-1)?.type === 'table')
    content.push(element('w:p', { 'w:rsidR': '00A10505' }, element('w:pPr', {}, properties)))
  return content.join('')
}

/** Headers and footers; a section that has the ones of the section before refers to none. */
class Margins {
  readonly parts = new Map<string, string>()
  readonly #laid: Laid
  readonly #writer: Writer
  #before = ''

  constructor(laid: Laid, writer: Writer) {
    this.#laid = laid
    this.#writer = writer
  }

  of(section: LaidSection): Reference[] {
    const { number, contact } = section
    const { hiddenOnFirst: _, ...shown } = number ?? { hiddenOnFirst: false }
    const key = JSON.stringify([number && shown, contact.length])
    if (key === this.#before) return []
    this.#before = key
    const references: Reference[] = []
    const add = (kind: 'header' | 'footer', type: 'default' | 'first', content: string) => {
      const id = `${kind}${this.parts.size + 1}`
      this.parts.set(`${id}.xml`, wrap(kind === 'header' ? 'w:hdr' : 'w:ftr', content))
      references.push({ kind, type, id: `rId_${id}` })
    }
    if (number)
      add(
        number.where === 'head' ? 'header' : 'footer',
        'default',
        pageNumberParagraph(number, this.#laid.way.field),
      )
    if (contact.length > 0) add('footer', 'first', this.#contact(section))
    return references
  }

  #contact(section: LaidSection): string {
    const width = section.widthMm - section.marginsMm.left - section.marginsMm.right
    const border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    return section.contact
      .map((each, at) => {
        const written = this.#writer.paragraph(each, width)
        return at === 0 ? written.replace(/<w:(spacing|ind|jc)/u, `${border}<w:$1`) : written
      })
      .join('')
  }
}

function footnotes(notes: readonly string[]): string {
  const separator = (id: number, type: string, inner: string) =>
    element(
      'w:footnote',
      { 'w:type': type, 'w:id': id },
      element('w:p', {}, element('w:r', {}, element(inner))),
    )
  const written = notes.map((note, at) =>
    element(
      'w:footnote',
      { 'w:id': at + 1 },
      element(
        'w:p',
        {},
        element('w:pPr', {}, value('w:pStyle', 'FootnoteText')),
        `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>`,
        `<w:r><w:t xml:space="preserve"> ${escapeXml(note)}</w:t></w:r>`,
      ),
    ),
  )
  return wrap(
    'w:footnotes',
    separator(-1, 'separator', 'w:separator') +
      separator(0, 'continuationSeparator', 'w:continuationSeparator') +
      written.join(''),
  )
}

function numberingXml(laid: Laid): string {
  const lists = new Map(
    paragraphsOf(laid).flatMap(({ counted }) =>
      counted ? [[numberingId(counted.format, counted.list), counted.format] as const] : [],
    ),
  )
  const level = (format: 'decimal' | 'dash') =>
    element(
      'w:lvl',
      { 'w:ilvl': 0 },
      value('w:start', 1),
      value('w:numFmt', format === 'decimal' ? 'decimal' : 'bullet'),
      value('w:suff', 'space'),
      value('w:lvlText', format === 'decimal' ? '%1.' : '-'),
      value('w:lvlJc', 'left'),
      element('w:pPr', {}, element('w:ind', { 'w:left': 720, 'w:hanging': 360 })),
      element(
        'w:rPr',
        {},
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:hint="default"/>',
      ),
    )
  const abstracts = [...lists].map(([id, format]) =>
    element(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      value('w:multiLevelType', 'hybridMultilevel'),
      level(format),
    ),
  )
  const instances = [...lists].map(([id]) =>
    element('w:num', { 'w:numId': id }, value('w:abstractNumId', id)),
  )
  return wrap('w:numbering', [...abstracts, ...instances].join(''))
}
