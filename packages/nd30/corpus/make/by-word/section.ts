import type { LaidSection, PageNumber } from '../laid.ts'
import { element, twips, value } from './xml.ts'

export interface Reference {
  readonly kind: 'header' | 'footer'
  readonly type: 'default' | 'first'
  readonly id: string
}

/** A sectPr with its references, and what it does with the numbers of pages. */
export function sectionProperties(
  section: LaidSection,
  references: readonly Reference[],
  first: boolean,
): string {
  const { marginsMm } = section
  return element(
    'w:sectPr',
    { 'w:rsidR': '00A10303' },
    ...references.map(({ kind, type, id }) => element(`w:${kind}Reference`, { 'w:type': type, 'r:id': id })),
    first ? '' : value('w:type', 'nextPage'),
    element('w:pgSz', {
      'w:w': twips(section.widthMm),
      'w:h': twips(section.heightMm),
      'w:orient': section.landscape ? 'landscape' : null,
      'w:code': section.landscape || section.widthMm !== 210 ? null : 9,
    }),
    element('w:pgMar', {
      'w:top': twips(marginsMm.top),
      'w:right': twips(marginsMm.right),
      'w:bottom': twips(marginsMm.bottom),
      'w:left': twips(marginsMm.left),
      'w:header': twips(10),
      'w:footer': twips(10),
      'w:gutter': 0,
    }),
    section.restarts ? element('w:pgNumType', { 'w:start': 1 }) : '',
    element('w:cols', { 'w:space': 720 }),
    section.number?.hiddenOnFirst || section.contact.length ? element('w:titlePg') : '',
    element('w:docGrid', { 'w:linePitch': 360 }),
  )
}

/** The paragraph that shows the number of the page, as one of the three ways in which Word has it. */
export function pageNumberParagraph(number: PageNumber, way: 'simple' | 'complex' | 'gallery'): string {
  const look = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${value('w:sz', number.sizePt * 2)}${value('w:szCs', number.sizePt * 2)}</w:rPr>`
  const style = value('w:pStyle', number.where === 'head' ? 'Header' : 'Footer')
  const properties = element('w:pPr', {}, style, value('w:jc', number.align))
  const part = (inner: string) => element('w:r', {}, look, inner)
  const code = '<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText>'
  const complex = ['begin', code, 'separate', '<w:t>2</w:t>', 'end']
    .map((each) => part(each.startsWith('<') ? each : element('w:fldChar', { 'w:fldCharType': each })))
    .join('')
  const simple = element('w:fldSimple', { 'w:instr': ' PAGE ' }, part('<w:t>2</w:t>'))
  const paragraph = element('w:p', { 'w:rsidR': '00A10404' }, properties, way === 'simple' ? simple : complex)
  if (way !== 'gallery') return paragraph
  return (
    `<w:sdt><w:sdtPr><w:id w:val="-1769616900"/><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/><w:docPartUnique/></w:docPartObj></w:sdtPr>` +
    `<w:sdtContent>${paragraph}</w:sdtContent></w:sdt><w:p w:rsidR="00A10405"><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>`
  )
}
