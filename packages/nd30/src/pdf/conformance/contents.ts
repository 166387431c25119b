import { nameOf, type PdfDict, type PdfObject, PdfStream, PdfString } from './objects.ts'
import { pagesOf } from './pages.ts'
import { Keyword, Parser } from './parser.ts'
import type { PdfFile } from './read-pdf.ts'
import type { Inspection } from './rules.ts'

/** What the pages use: codes of letters by the font that shows them, and ways to name colours. */
export interface Used {
  readonly codes: ReadonlyMap<PdfDict, ReadonlySet<number>>
  readonly colours: ReadonlySet<'gray' | 'rgb' | 'cmyk'>
}

const colourOperators: Readonly<Record<string, 'gray' | 'rgb' | 'cmyk'>> = {
  g: 'gray',
  G: 'gray',
  rg: 'rgb',
  RG: 'rgb',
  k: 'cmyk',
  K: 'cmyk',
}
const deviceSpaces: Readonly<Record<string, 'gray' | 'rgb' | 'cmyk'>> = {
  DeviceGray: 'gray',
  DeviceRGB: 'rgb',
  DeviceCMYK: 'cmyk',
}
const mostSaved = 28

/** Reads all pages, and what is drawn on them by name. ISO 19005-2, 6.1.13, 6.2.2 and 6.2.4. */
export function readContents(seen: Inspection): Used {
  const reader = new ContentReader(seen)
  for (const page of pagesOf(seen.file)) {
    const resources = seen.file.dict(page.get('Resources')) ?? new Map()
    const contents = seen.file.resolve(page.get('Contents'))
    const streams = (Array.isArray(contents) ? contents : [contents]).map((one) => seen.file.resolve(one))
    reader.read(
      streams.filter((one) => one instanceof PdfStream),
      resources,
    )
  }
  return reader
}

class ContentReader implements Used {
  readonly codes = new Map<PdfDict, Set<number>>()
  readonly colours = new Set<'gray' | 'rgb' | 'cmyk'>()
  readonly #seen: Inspection
  readonly #forms = new Set<PdfStream>()

  constructor(seen: Inspection) {
    this.#seen = seen
  }

  get #file(): PdfFile {
    return this.#seen.file
  }

  read(streams: readonly PdfStream[], resources: PdfDict): void {
    const parts = streams.map((stream) => this.#file.contents(stream))
    if (parts.includes(null))
      this.#seen.tell('6.1.7.2', 'the contents of a page have a filter that is not read')
    const bytes = Buffer.concat(parts.flatMap((part) => (part === null ? [] : [part, Buffer.from('\n')])))
    const parser = new Parser(bytes)
    let operands: PdfObject[] = []
    let font: PdfDict | null = null
    let saved = 0
    while (!parser.isAtEnd) {
      const next = parser.next()
      if (!(next instanceof Keyword)) {
        operands.push(next)
        continue
      }
      const { word } = next
      if (word === 'q') saved += 1
      if (word === 'Q') saved -= 1
      if (saved > mostSaved) this.#seen.tell('6.1.13', `more than ${mostSaved} states are saved`)
      if (word === 'Tf') font = this.#named(resources, 'Font', operands[0])
      else if (word === 'Do') this.#draw(resources, operands[0])
      else if (word === 'cs' || word === 'CS') this.#useSpace(operands[0])
      else if (word === 'BI') this.#seen.tell('6.1.10', 'a picture within the contents is not read')
      else this.#useColour(word)
      if (['Tj', 'TJ', "'", '"'].includes(word) && font !== null) this.#show(font, operands)
      operands = []
    }
  }

  #useColour(word: string): void {
    const colour = colourOperators[word]
    if (colour !== undefined) this.colours.add(colour)
  }

  #useSpace(space: PdfObject | undefined): void {
    const colour = deviceSpaces[nameOf(this.#file.resolve(space)) ?? '']
    if (colour !== undefined) this.colours.add(colour)
  }

  #named(resources: PdfDict, kind: string, name: PdfObject | undefined): PdfDict | null {
    return this.#file.dict(this.#file.dict(resources.get(kind))?.get(nameOf(name) ?? ''))
  }

  #show(font: PdfDict, operands: readonly PdfObject[]): void {
    const codes = this.codes.get(font) ?? new Set()
    this.codes.set(font, codes)
    const wide = nameOf(this.#file.resolve(font.get('Subtype'))) === 'Type0'
    for (const shown of operands.flat())
      if (shown instanceof PdfString)
        for (let at = 0; at < shown.bytes.length; at += wide ? 2 : 1)
          codes.add(
            wide
              ? shown.bytes.charCodeAt(at) * 256 + (shown.bytes.charCodeAt(at + 1) || 0)
              : shown.bytes.charCodeAt(at),
          )
  }

  #draw(resources: PdfDict, name: PdfObject | undefined): void {
    const drawn = this.#file.resolve(this.#file.dict(resources.get('XObject'))?.get(nameOf(name) ?? ''))
    if (!(drawn instanceof PdfStream) || this.#forms.has(drawn)) return
    this.#forms.add(drawn)
    if (nameOf(drawn.dict.get('Subtype')) === 'Form')
      this.read([drawn], this.#file.dict(drawn.dict.get('Resources')) ?? resources)
    else this.#judgePicture(drawn)
  }

  /** ISO 19005-2, 6.2.8 */
  #judgePicture({ dict }: PdfStream): void {
    this.#useSpace(dict.get('ColorSpace'))
    if (this.#file.resolve(dict.get('Interpolate')) === true)
      this.#seen.tell('6.2.8', 'a picture is interpolated')
    for (const key of ['Alternates', 'OPI'])
      if (dict.has(key)) this.#seen.tell('6.2.8', `a picture has ${key}`)
  }
}
