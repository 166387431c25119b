import { FlowingText } from './flowing-text.ts'
import { vocabularyOf } from './namespaces.ts'
import type { Element, XmlReader } from './read-xml.ts'

/** The texts that cells of a workbook share, by number; what is only said for reading aloud is left out of them. */
export class SharedStrings implements XmlReader {
  readonly strings: string[] = []
  /** All text of the part, including text that no cell shows. */
  readonly rest = new FlowingText()
  #current = ''
  #aloud = 0

  open(element: Element): void {
    this.rest.open(element)
    const { uri, local } = element
    if (vocabularyOf(uri) !== 'sheet') return
    if (local === 'si') this.#current = ''
    if (local === 'rPh') this.#aloud += 1
  }

  close(element: Element): void {
    this.rest.close(element)
    const { uri, local } = element
    if (vocabularyOf(uri) !== 'sheet') return
    if (local === 'si') this.strings.push(this.#current.trim())
    if (local === 'rPh') this.#aloud -= 1
  }

  text(text: string): void {
    this.rest.text(text)
    if (this.#aloud === 0) this.#current += text
  }
}

interface Cell {
  readonly column: string
  text: string
}

// They have no text but their cells', and are most of a sheet.
const ofCells = new Set(['row', 'c', 'v', 'f', 'is'])

const headers = new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'])

/** The rows of a sheet, cells apart by tabs; under a heading "Độ mật" each value is read with its heading. */
export class SheetText implements XmlReader {
  /** Any other text of the part. */
  readonly rest = new FlowingText()
  readonly lines: string[] = []
  hasCells = false
  readonly #strings: readonly string[]
  readonly #headings = new Map<string, string>()
  #row: Cell[] = []
  #cell: { column: string; type: string; value: string; inline: string; formula: string } | undefined
  #inside = ''
  #header = ''

  constructor(strings: readonly string[]) {
    this.#strings = strings
  }

  open(element: Element): void {
    const { local } = element
    const isOfSheet = vocabularyOf(element.uri) === 'sheet'
    if (!isOfSheet || !ofCells.has(local)) this.rest.open(element)
    if (!isOfSheet) return
    if (local === 'row') this.#row = []
    else if (local === 'c')
      this.#cell = {
        column: /^[A-Z]+/.exec(element.attribute('r') ?? '')?.[0] ?? String(this.#row.length),
        type: element.attribute('t') ?? 'n',
        value: '',
        inline: '',
        formula: '',
      }
    else if (local === 'v' || local === 't' || local === 'f') this.#inside = local
    else if (headers.has(local)) {
      this.#inside = local
      this.#header = ''
    }
  }

  close(element: Element): void {
    const { local } = element
    const isOfSheet = vocabularyOf(element.uri) === 'sheet'
    if (!isOfSheet || !ofCells.has(local)) this.rest.close(element)
    if (!isOfSheet) return
    if (local === this.#inside) this.#inside = ''
    if (local === 'c') this.#endCell()
    else if (local === 'row') this.#endRow()
    else if (headers.has(local)) this.lines.push(headerText(this.#header))
  }

  text(text: string): void {
    if (this.#cell === undefined) this.rest.text(text)
    if (headers.has(this.#inside)) this.#header += text
    if (this.#cell === undefined) return
    if (this.#inside === 'v') this.#cell.value += text
    else if (this.#inside === 't') this.#cell.inline += text
    else if (this.#inside === 'f') this.#cell.formula += text
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (cell === undefined) return
    const { column, type, value, inline, formula } = cell
    const text = (type === 's' ? this.#strings[Number(value)] : value + inline)?.trim() ?? ''
    if (text !== '') this.hasCells = true
    this.#row.push({ column, text })
    if (/^\s*=?\s*[\w.]{1,60}\|\s*'/.test(formula)) this.rest.instructions.push(`DDE ${formula}`)
    // A text that a formula puts together is no text yet where the program did not keep its result.
    const literals = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map((one) => one[1] ?? '')
    if (literals.length > 0) this.lines.push(...literals, literals.join(''), literals.join(' '))
  }

  #endRow(): void {
    this.lines.push(this.#row.map(({ text }) => text).join('\t'))
    for (const { column, text } of this.#row) {
      if (/^(?:mức )?độ m[ậâ]t$/iu.test(text.normalize('NFC'))) this.#headings.set(column, text)
      else if (this.#headings.has(column)) this.lines.push(`${this.#headings.get(column)}: ${text}`)
    }
    this.#row = []
  }
}

/** 18.3.1.46: `&L`, `&C`, `&R` begin a part, other codes are fonts, sizes, numbers of pages. */
const headerText = (coded: string): string =>
  coded
    .replace(/&[LCR]/g, '\t')
    .replace(/&"[^"]*"/g, '')
    .replace(/&K(?:[0-9A-F]{6}|\d\d[+-]\d{3})/gi, '')
    .replace(/&\d{1,3} ?/g, '')
    .replace(/&&/g, '\u0001')
    .replace(/&[A-Z]/gi, '')
    .replaceAll('\u0001', '&')
