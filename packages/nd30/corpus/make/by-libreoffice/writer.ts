import { element, escapeXml } from '../by-word/xml.ts'
import type { LaidLook, LaidParagraph, LaidSpan, LaidTable, Way } from '../laid.ts'
import { insideCellMm, lineBelowMm, withoutGap } from '../measure-line.ts'
import { type OdfStyles, odfText } from './styles.ts'

interface Master {
  readonly name: string
  readonly restarts: boolean
}

/** Paragraphs and tables of a flat ODF file. */
export class OdfWriter {
  readonly styles: OdfStyles
  readonly #way: Way
  #notes = 0
  #tables = 0
  #listOpen = new Set<number>()

  constructor(styles: OdfStyles, way: Way) {
    this.styles = styles
    this.#way = way
  }

  paragraph(at: LaidParagraph, columnMm: number, master?: Master): string {
    if (at.box) return this.#boxed(at, at.box, columnMm)
    const bordered = at.below && this.#way.line !== 'shape'
    const style = this.styles.paragraph((bordered ? withoutGap(at) : at).look, {}, master)
    const drawn = at.below && this.#way.line === 'shape' ? this.#line(at, columnMm) : ''
    const content = drawn + at.spans.map((span) => this.#span(span)).join('')
    const written = element('text:p', { 'text:style-name': style }, content)
    const listed = at.counted ? this.#listed(at.counted.format, at.counted.list, written) : written
    return bordered ? listed + this.#emptyBelow(at, columnMm) : listed
  }

  table(table: LaidTable, master?: Master): string {
    this.#tables += 1
    const name = `Table${this.#tables}`
    const width = table.widthsMm.reduce((a, b) => a + b, 0)
    const own = this.styles.raw(
      'TT',
      `<style:style style:name="NAME" style:family="table"${master ? ` style:master-page-name="${master.name}"` : ''}>${element('style:table-properties', { 'style:width': `${width}mm`, 'table:align': 'center', ...(master?.restarts ? { 'style:page-number': '1' } : {}) })}</style:style>`,
    )
    const border = table.role === 'data' ? '0.5pt solid #000000' : 'none'
    const cell = this.styles.raw(
      'TC',
      `<style:style style:name="NAME" style:family="table-cell">${element('style:table-cell-properties', { 'fo:border': border, 'fo:padding-left': '1.9mm', 'fo:padding-right': '1.9mm', 'fo:padding-top': '0mm', 'fo:padding-bottom': '0mm' })}</style:style>`,
    )
    const columns = table.widthsMm.map((mm) =>
      element('table:table-column', {
        'table:style-name': this.styles.raw(
          'TW',
          `<style:style style:name="NAME" style:family="table-column">${element('style:table-column-properties', { 'style:column-width': `${mm}mm` })}</style:style>`,
        ),
      }),
    )
    const rows = table.rows.map((row) => {
      const cells = row.map((each, column) => {
        const inside = insideCellMm(table.widthsMm[column] ?? 50)
        const content = each.map((one) => this.paragraph(one, inside)).join('')
        return element(
          'table:table-cell',
          { 'table:style-name': cell, 'office:value-type': 'string' },
          content,
        )
      })
      return element('table:table-row', {}, ...cells)
    })
    const [first = '', ...rest] = rows
    const head = table.role === 'data' ? element('table:table-header-rows', {}, first) : first
    return element('table:table', { 'table:name': name, 'table:style-name': own }, ...columns, head, ...rest)
  }

  #span(span: LaidSpan): string {
    const style = this.styles.text(span)
    if (span.note !== null) {
      this.#notes += 1
      const small = { ...span, text: span.note, sizePt: 10, note: null }
      const inner = element('text:p', { 'text:style-name': 'Footnote' }, this.#span(small))
      const note = `<text:note text:id="ftn${this.#notes}" text:note-class="footnote"><text:note-citation>${this.#notes}</text:note-citation><text:note-body>${inner}</text:note-body></text:note>`
      return element('text:span', { 'text:style-name': style }, note)
    }
    const written = element('text:span', { 'text:style-name': style }, odfText(span.text))
    if (span.link === null) return written
    return `<text:a xlink:type="simple" xlink:href="${escapeXml(span.link)}" text:style-name="" text:visited-style-name="">${written}</text:a>`
  }

  #line(at: LaidParagraph, columnMm: number): string {
    const length = lineBelowMm(at, columnMm)
    const from = (columnMm - length) / 2
    const lines = Math.max(1, Math.ceil(lineBelowMm({ ...at, below: { share: 1 } }, 9999) / columnMm))
    const y = lines * (at.spans[0]?.sizePt ?? 14) * 1.15 * 0.353 + 0.8
    const style = this.styles.raw(
      'GL',
      `<style:style style:name="NAME" style:family="graphic">${element('style:graphic-properties', { 'draw:stroke': 'solid', 'svg:stroke-width': '0.26mm', 'svg:stroke-color': '#000000', 'style:wrap': 'run-through', 'style:run-through': 'foreground', 'style:vertical-pos': 'from-top', 'style:vertical-rel': 'paragraph', 'style:horizontal-pos': 'from-left', 'style:horizontal-rel': 'paragraph' })}</style:style>`,
    )
    return element('draw:line', {
      'text:anchor-type': 'paragraph',
      'draw:style-name': style,
      'svg:x1': `${from}mm`,
      'svg:y1': `${y}mm`,
      'svg:x2': `${from + length}mm`,
      'svg:y2': `${y}mm`,
    })
  }

  #emptyBelow(at: LaidParagraph, columnMm: number): string {
    const side = (columnMm - lineBelowMm(at, columnMm)) / 2
    const look: LaidLook = {
      ...at.look,
      beforePt: 2,
      line: { rule: 'exact', pt: 4 },
      firstLineMm: 0,
    }
    const style = this.styles.paragraph(look, {
      'fo:margin-left': `${side}mm`,
      'fo:margin-right': `${side}mm`,
      'fo:border-top': '0.75pt solid #000000',
      'fo:border-left': 'none',
      'fo:border-right': 'none',
      'fo:border-bottom': 'none',
      'fo:padding-top': '0.3mm',
    })
    return element('text:p', { 'text:style-name': style })
  }

  #boxed(at: LaidParagraph, box: NonNullable<LaidParagraph['box']>, columnMm: number): string {
    const inner = this.paragraph({ ...at, box: null, look: { ...at.look, beforePt: 0 } }, box.widthMm)
    const style = this.styles.raw(
      'GF',
      `<style:style style:name="NAME" style:family="graphic" style:parent-style-name="Frame">${element('style:graphic-properties', { 'fo:border': `1pt solid #${box.colour.toLowerCase()}`, 'fo:padding': '0.5mm', 'style:wrap': 'run-through', 'style:run-through': 'foreground', 'style:vertical-pos': 'from-top', 'style:vertical-rel': 'paragraph', 'style:horizontal-pos': 'from-left', 'style:horizontal-rel': 'paragraph' })}</style:style>`,
    )
    const frame = element(
      'draw:frame',
      {
        'text:anchor-type': 'paragraph',
        'draw:style-name': style,
        'svg:x': `${(columnMm - box.widthMm) / 2}mm`,
        'svg:y': '1.5mm',
        'svg:width': `${box.widthMm}mm`,
        'svg:height': `${box.heightMm}mm`,
      },
      element('draw:text-box', {}, inner),
    )
    return element('text:p', { 'text:style-name': this.styles.paragraph({ ...at.look, afterPt: 24 }) }, frame)
  }

  /** A list goes on where it was left. */
  #listed(format: 'decimal' | 'dash', list: number, paragraph: string): string {
    const goesOn = this.#listOpen.has(list)
    this.#listOpen.add(list)
    return element(
      'text:list',
      {
        'text:style-name': format === 'decimal' ? 'Numbers' : 'Dashes',
        ...(goesOn ? { 'text:continue-numbering': 'true' } : {}),
      },
      element('text:list-item', {}, paragraph),
    )
  }
}
