import type { Laid, LaidParagraph, LaidSpan, LaidTable } from '../laid.ts'
import { insideCellMm, lineBelowMm, withoutGap } from '../measure-line.ts'
import { drawnBox, drawnLine } from './drawing.ts'
import { type Base, paragraphProperties, runProperties } from './look.ts'
import type { Bases } from './styles.ts'
import { element, escapeXml, twips, value } from './xml.ts'

/** Writes paragraphs and tables in the manner of Word, and keeps what other parts must know of them. */
export class Writer {
  readonly notes: string[] = []
  readonly links: string[] = []
  readonly #bases: Bases
  readonly #way: Laid['way']
  #drawings = 0
  #runs = 0

  constructor(laid: Laid, bases: Bases) {
    this.#way = laid.way
    this.#bases = bases
  }

  /** @param section a sectPr that ends with this paragraph */
  paragraph(at: LaidParagraph, columnMm: number, section = ''): string {
    if (at.box) return this.#boxed(at, at.box, columnMm)
    const below = this.#below(at, columnMm)
    const base = this.#bases.of(at)
    const [first] = at.spans
    const properties = paragraphProperties(below.after ? withoutGap(at) : at, base, {
      numbering: at.counted ? numbering(at.counted.format, at.counted.list) : '',
      mark: first ? runProperties(first, base.run) : '',
      section,
    })
    const rsid = hex(0x00a10000 + (this.#runs % 7) * 0x101)
    return (
      element(
        'w:p',
        { 'w:rsidR': rsid, 'w:rsidRDefault': rsid },
        properties,
        this.#spans(at, base),
        below.inside,
      ) + below.after
    )
  }

  table(table: LaidTable): string {
    const widths = table.widthsMm.map(twips)
    const rows = table.rows.map((row, index) => {
      const cells = row.map((cell, column) => {
        const inside = insideCellMm(table.widthsMm[column] ?? 50)
        const width = element('w:tcW', { 'w:w': widths[column] ?? 0, 'w:type': 'dxa' })
        const content = cell.map((each) => this.paragraph(each, inside)).join('')
        return element('w:tc', {}, element('w:tcPr', {}, width), content)
      })
      const heads = table.role === 'data' && index === 0 ? element('w:trPr', {}, element('w:tblHeader')) : ''
      return element('w:tr', { 'w:rsidR': '00A10101' }, heads, ...cells)
    })
    const style = table.role === 'data' ? value('w:tblStyle', 'TableGrid') : ''
    const properties = element(
      'w:tblPr',
      {},
      style,
      element('w:tblW', { 'w:w': widths.reduce((a, b) => a + b, 0), 'w:type': 'dxa' }),
      table.role === 'data' ? '' : value('w:jc', 'center'),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', {
        'w:val': '01E0',
        'w:firstRow': 1,
        'w:lastRow': 1,
        'w:firstColumn': 1,
        'w:lastColumn': 1,
        'w:noHBand': 0,
        'w:noVBand': 0,
      }),
    )
    const grid = element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })))
    return element('w:tbl', {}, properties, grid, ...rows)
  }

  #spans(at: LaidParagraph, base: Base): string {
    return at.spans
      .map((span) => {
        if (span.note !== null) return this.#note(span, base)
        const runs = this.#pieces(span.text).map((text) => this.#run(span, base, text))
        if (span.link === null) return runs.join('')
        this.links.push(span.link)
        return element('w:hyperlink', { 'r:id': `rIdLink${this.links.length}`, 'w:history': 1 }, ...runs)
      })
      .join('')
  }

  /** Word parts a run wherever somebody typed on another day. */
  #pieces(text: string): string[] {
    const words = text.split(/(?<= )/u)
    const size = 6 + (text.length % 5)
    const pieces: string[] = []
    for (let at = 0; at < words.length; at += size) pieces.push(words.slice(at, at + size).join(''))
    return pieces.length === 0 ? [text] : pieces
  }

  #run(span: LaidSpan, base: Base, text: string): string {
    this.#runs += 1
    if (text === '') return ''
    const space = text !== text.trim() || text.includes('  ') ? ' xml:space="preserve"' : ''
    const lang = this.#runs % 3 === 0 ? element('w:lang', { 'w:val': 'vi-VN' }) : ''
    const written = element(
      'w:r',
      this.#runs % 4 === 0 ? { 'w:rsidR': '00B20202', 'w:rsidRPr': '00C30303' } : { 'w:rsidRPr': '00C30303' },
      runProperties(span, base.run, lang),
      `<w:t${space}>${escapeXml(text)}</w:t>`,
    )
    if (this.#runs % 5 !== 0) return written
    return `<w:proofErr w:type="spellStart"/>${written}<w:proofErr w:type="spellEnd"/>`
  }

  #note(span: LaidSpan, base: Base): string {
    this.notes.push(span.note ?? '')
    const number = element('w:footnoteReference', { 'w:id': this.notes.length })
    return element('w:r', {}, runProperties(span, base.run, value('w:vertAlign', 'superscript')), number)
  }

  #below(at: LaidParagraph, columnMm: number): { inside: string; after: string } {
    const none = { inside: '', after: '' }
    if (!at.below) return none
    const length = lineBelowMm(at, columnMm)
    const side = (columnMm - length) / 2
    if (this.#way.line === 'shape') {
      this.#drawings += 1
      const lines = Math.max(1, Math.ceil((lineBelowMm({ ...at, below: { share: 1 } }, 9999) + 1) / columnMm))
      const height = ((at.spans[0]?.sizePt ?? 14) * 1.15 * 25.4) / 72
      return {
        ...none,
        inside: drawnLine(this.#drawings, side, at.look.beforePt * 0.35 + height * lines + 0.8, length),
      }
    }
    const border = (where: string) =>
      element(where, { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': 'auto' })
    const indent = element('w:ind', { 'w:left': twips(side), 'w:right': twips(side) })
    const small = element('w:rPr', {}, value('w:sz', 8), value('w:szCs', 8))
    const after = element(
      'w:p',
      {},
      element(
        'w:pPr',
        {},
        element('w:pBdr', {}, border('w:top')),
        element('w:spacing', {
          'w:before': 40,
          'w:after': at.look.afterPt * 20,
          'w:line': 80,
          'w:lineRule': 'exact',
        }),
        indent,
        small,
      ),
    )
    return { ...none, after }
  }

  /** The words stand in a box that is anchored in an empty paragraph. */
  #boxed(at: LaidParagraph, box: NonNullable<LaidParagraph['box']>, columnMm: number): string {
    this.#drawings += 1
    const inner = { ...at, box: null, look: { ...at.look, beforePt: 0 } }
    const content = this.paragraph(inner, box.widthMm)
    const host = { ...at, box: null, spans: [], look: { ...at.look, afterPt: 24 } }
    const base = this.#bases.of(host)
    const parts = { numbering: '', mark: '', section: '' }
    const drawing = drawnBox(this.#drawings, box, (columnMm - box.widthMm) / 2, content)
    return element('w:p', { 'w:rsidR': '00A10202' }, paragraphProperties(host, base, parts), drawing)
  }
}

export const numberingId = (format: 'decimal' | 'dash', list: number): number =>
  list * 2 + (format === 'dash' ? 1 : 0)

const numbering = (format: 'decimal' | 'dash', list: number): string =>
  element('w:numPr', {}, value('w:ilvl', 0), value('w:numId', numberingId(format, list)))

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0')
