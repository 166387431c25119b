import { element, escapeXml } from '../by-word/xml.ts'
import type { Laid, LaidSection, PageNumber } from '../laid.ts'
import { font } from '../laid.ts'
import { paragraph, span } from '../lay/style.ts'
import { OdfStyles } from './styles.ts'
import { OdfWriter } from './writer.ts'

/** The document as one file of ODF, which LibreOffice then saves as DOCX in its own way. */
export function flatOdf(laid: Laid): string {
  const writer = new OdfWriter(new OdfStyles(), laid.way)
  laid.sections.forEach((section, at) => {
    writer.styles.master(section, masterName(at), head(writer, section), foot(writer, section))
  })
  const body = laid.sections.map((section, at) => sectionBody(writer, section, at)).join('')
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">` +
    `<office:meta><dc:title>${escapeXml(laid.title)}</dc:title></office:meta>` +
    `<office:font-face-decls>${faces(body + writer.styles.automatic)}</office:font-face-decls>` +
    `<office:styles>${fixedStyles(laid.way.styled)}</office:styles>` +
    `<office:automatic-styles>${writer.styles.automatic}</office:automatic-styles>` +
    `<office:master-styles>${writer.styles.masters}</office:master-styles>` +
    `<office:body><office:text>${body}</office:text></office:body></office:document>`
  )
}

const masterName = (at: number): string => (at === 0 ? 'Standard' : `Section${at + 1}`)

function sectionBody(writer: OdfWriter, section: LaidSection, at: number): string {
  const columnMm = section.widthMm - section.marginsMm.left - section.marginsMm.right
  const turns = at > 0
  return section.blocks
    .map((block, index) => {
      const master = index === 0 && turns ? { name: masterName(at), restarts: section.restarts } : undefined
      return block.type === 'table' ? writer.table(block, master) : writer.paragraph(block, columnMm, master)
    })
    .join('')
}

function head(writer: OdfWriter, { number }: LaidSection): string {
  if (number?.where !== 'head') return ''
  return both('header', numberParagraph(writer, number), number.hiddenOnFirst)
}

function foot(writer: OdfWriter, { number, contact }: LaidSection): string {
  if (number?.where === 'foot') return both('footer', numberParagraph(writer, number), number.hiddenOnFirst)
  if (contact.length === 0) return ''
  const first = contact.map((each) => writer.paragraph(each, 160)).join('')
  return `<style:footer><text:p/></style:footer><style:footer-first>${first}</style:footer-first>`
}

const both = (tag: string, content: string, hiddenOnFirst: boolean): string =>
  `<style:${tag}>${content}</style:${tag}>` +
  (hiddenOnFirst ? `<style:${tag}-first><text:p/></style:${tag}-first>` : '')

function numberParagraph(writer: OdfWriter, number: PageNumber): string {
  const look = paragraph('pageNumber', '', { align: number.align }).look
  const text = writer.styles.text(span('', { sizePt: number.sizePt }))
  const field = '<text:page-number text:select-page="current">2</text:page-number>'
  return element(
    'text:p',
    { 'text:style-name': writer.styles.paragraph(look) },
    element('text:span', { 'text:style-name': text }, field),
  )
}

const faces = (content: string): string =>
  [...new Set([font, ...[...content.matchAll(/style:font-name="([^"]+)"/gu)].map((each) => each[1] ?? '')])]
    .map((name) => element('style:font-face', { 'style:name': name, 'svg:font-family': `'${name}'` }))
    .join('')

const fixedStyles = (styled: boolean): string => {
  const text = `style:font-name="${styled ? font : 'Liberation Sans'}" fo:font-size="${styled ? 14 : 12}pt" fo:language="vi" fo:country="VN"`
  const label = `style:num-format="1" style:num-suffix="."`
  const position = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space" fo:text-indent="12.7mm" fo:margin-left="0mm"/></style:list-level-properties>`
  return (
    `<style:default-style style:family="paragraph"><style:text-properties ${text}/></style:default-style>` +
    `<style:style style:name="Standard" style:family="paragraph" style:class="text"/>` +
    `<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>` +
    `<style:style style:name="Frame" style:family="graphic"/>` +
    `<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" ${label}>${position}</text:list-level-style-number></text:list-style>` +
    `<text:list-style style:name="Dashes"><text:list-level-style-bullet text:level="1" text:bullet-char="-">${position}<style:text-properties style:font-name="${font}"/></text:list-level-style-bullet></text:list-style>`
  )
}

const open = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces = [
  `xmlns:office="${open}office:1.0"`,
  `xmlns:style="${open}style:1.0"`,
  `xmlns:text="${open}text:1.0"`,
  `xmlns:table="${open}table:1.0"`,
  `xmlns:draw="${open}drawing:1.0"`,
  `xmlns:fo="${open}xsl-fo-compatible:1.0"`,
  `xmlns:svg="${open}svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')
