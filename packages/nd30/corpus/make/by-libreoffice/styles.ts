import { element, escapeXml } from '../by-word/xml.ts'
import type { LaidLook, LaidSection, LaidSpan } from '../laid.ts'

/** Automatic styles of a flat ODF file, one for each look that is met. */
export class OdfStyles {
  readonly #styles = new Map<string, string>()
  readonly #masters: string[] = []
  readonly #layouts: string[] = []

  get automatic(): string {
    return (
      [...this.#styles].map(([content, name]) => content.replace('NAME', name)).join('') +
      this.#layouts.join('')
    )
  }

  get masters(): string {
    return this.#masters.join('')
  }

  /** @param master a section that begins with this paragraph */
  paragraph(
    look: LaidLook,
    more: Record<string, string> = {},
    master?: { name: string; restarts: boolean },
  ): string {
    const { line } = look
    const properties = {
      'fo:text-align': look.align === 'both' ? 'justify' : look.align === 'left' ? 'start' : look.align,
      'fo:text-indent': `${look.firstLineMm}mm`,
      'fo:margin-left': `${look.leftMm}mm`,
      'fo:margin-right': '0mm',
      'fo:margin-top': `${look.beforePt}pt`,
      'fo:margin-bottom': `${look.afterPt}pt`,
      ...(line.rule === 'auto'
        ? { 'fo:line-height': `${Math.round(line.lines * 100)}%` }
        : line.rule === 'exact'
          ? { 'fo:line-height': `${line.pt}pt` }
          : { 'style:line-height-at-least': `${line.pt}pt` }),
      ...(look.keepNext ? { 'fo:keep-with-next': 'always' } : {}),
      ...(look.pageBreakBefore ? { 'fo:break-before': 'page' } : {}),
      ...(look.contextual ? { 'style:contextual-spacing': 'true' } : {}),
      ...(master?.restarts ? { 'style:page-number': '1' } : {}),
      ...more,
    }
    return this.#style(
      'P',
      `<style:style style:name="NAME" style:family="paragraph" style:parent-style-name="Standard"${master ? ` style:master-page-name="${master.name}"` : ''}>${element('style:paragraph-properties', properties)}</style:style>`,
    )
  }

  text(span: LaidSpan): string {
    const properties = {
      'style:font-name': span.font,
      'style:font-name-asian': span.font,
      'style:font-name-complex': span.font,
      'fo:font-size': `${span.sizePt}pt`,
      'style:font-size-asian': `${span.sizePt}pt`,
      'style:font-size-complex': `${span.sizePt}pt`,
      'fo:font-weight': span.bold ? 'bold' : 'normal',
      'fo:font-style': span.italic ? 'italic' : 'normal',
      ...(span.underline
        ? { 'style:text-underline-style': 'solid', 'style:text-underline-width': 'auto' }
        : {}),
      'fo:color': `#${(span.colour ?? '000000').toLowerCase()}`,
    }
    return this.#style(
      'T',
      `<style:style style:name="NAME" style:family="text">${element('style:text-properties', properties)}</style:style>`,
    )
  }

  raw(prefix: string, content: string): string {
    return this.#style(prefix, content)
  }

  /** A page of the size, margins and numbers of a section. */
  master(section: LaidSection, name: string, head: string, foot: string): void {
    const { marginsMm } = section
    const properties = {
      'fo:page-width': `${section.widthMm}mm`,
      'fo:page-height': `${section.heightMm}mm`,
      'style:print-orientation': section.landscape ? 'landscape' : 'portrait',
      'fo:margin-top': `${head ? 10 : marginsMm.top}mm`,
      'fo:margin-bottom': `${foot ? 10 : marginsMm.bottom}mm`,
      'fo:margin-left': `${marginsMm.left}mm`,
      'fo:margin-right': `${marginsMm.right}mm`,
    }
    // The text begins where the margin of the file demands: what a header takes is part of that margin.
    const band = (tag: string, side: string, mm: number) =>
      `<style:${tag}-style><style:header-footer-properties svg:height="${mm}mm" fo:margin-${side}="0mm" style:dynamic-spacing="false"/></style:${tag}-style>`
    this.#layouts.push(
      `<style:page-layout style:name="L${name}">${element('style:page-layout-properties', properties)}` +
        `${head ? band('header', 'bottom', marginsMm.top - 10) : ''}${foot ? band('footer', 'top', marginsMm.bottom - 10) : ''}</style:page-layout>`,
    )
    this.#masters.push(
      `<style:master-page style:name="${name}" style:page-layout-name="L${name}">${head}${foot}</style:master-page>`,
    )
  }

  #style(prefix: string, content: string): string {
    const known = this.#styles.get(content)
    if (known !== undefined) return known
    const name = `${prefix}${this.#styles.size + 1}`
    this.#styles.set(content, name)
    return name
  }
}

/** Spaces that follow one another are counted in ODF. */
export const odfText = (text: string): string =>
  escapeXml(text).replace(/ {2,}|^ /gu, (spaces) => `<text:s text:c="${spaces.length}"/>`)
