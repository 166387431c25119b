import { PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '../pdf/objects.ts'
import type { NewObject } from '../pdf/write-update.ts'
import type { Rect } from './appearance.ts'
import { greySpace, inkSpace } from './colour.ts'
import { type EmbeddedFont, embedFont } from './embedded-font.ts'
import { type EmbeddedPicture, embedPicture, type Transparency } from './embedded-picture.ts'
import type { FontStyle } from './font-file.ts'
import type { Matrix } from './matrix.ts'
import type { Picture } from './png.ts'

export type Ink = 'black' | 'red'

/** What is on a mark, from its lower left corner, in points. */
export class Drawing {
  readonly width: number
  readonly height: number
  readonly #parts: ((fonts: ReadonlyMap<FontStyle, EmbeddedFont>) => string)[] = []
  readonly #texts = new Map<FontStyle, string>()
  readonly #pictures: EmbeddedPicture[] = []
  readonly #words: string[] = []

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.ink('black')
  }

  /** A line of words whose first letter stands at `x` on the base line `y`. `stretch` is 1 where letters keep their width. */
  text(words: string, x: number, y: number, style: FontStyle, size: number, stretch = 1): void {
    this.#words.push(words)
    this.#texts.set(style, (this.#texts.get(style) ?? '') + words)
    const at = `${number(x)} ${number(y)} Td`
    this.#parts.push((fonts) => {
      const shown = `/${fontNames[style]} ${number(size)} Tf ${at} ${fonts.get(style)?.encode(words)} Tj ET`
      // What is set within a text object stays set after it.
      return stretch === 1 ? `BT ${shown}` : `q BT ${number(stretch * 100)} Tz ${shown} Q`
    })
  }

  line(fromX: number, fromY: number, toX: number, toY: number, width: number): void {
    this.#parts.push(
      () => `${number(width)} w ${number(fromX)} ${number(fromY)} m ${number(toX)} ${number(toY)} l S`,
    )
  }

  /** From here on. */
  ink(ink: Ink): void {
    const operators = ink === 'black' ? '/Grey cs 0 sc /Grey CS 0 SC' : '/Ink cs .8 0 0 sc /Ink CS .8 0 0 SC'
    this.#parts.push(() => operators)
  }

  /** @param words what is read aloud in its place */
  picture(picture: Picture, [left, bottom, right, top]: Rect, words?: string): void {
    if (words !== undefined) this.#words.push(words)
    const name = `Im${this.#pictures.length}`
    this.#pictures.push(embedPicture(picture))
    const matrix = [right - left, 0, 0, top - bottom, left, bottom].map(number).join(' ')
    this.#parts.push(() => `q /Over gs ${matrix} cm /${name} Do Q`)
  }

  /** @throws PadesError `font_missing_letters` */
  finish(): Mark {
    const fonts = new Map([...this.#texts].map(([style, text]) => [style, embedFont(style, text)]))
    const content = this.#parts.map((part) => part(fonts)).join('\n')
    const spoken = this.#words.join(' ').replace(/\s+/g, ' ').trim()
    return new Mark(this, spoken, content, fonts, this.#pictures)
  }
}

const fontNames: Readonly<Record<FontStyle, string>> = { regular: 'F1', bold: 'F2', italic: 'F3' }

/** Three decimals are a third of a micrometre. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** Where a mark stands within its box, and how the box is turned; lengths in points of the mark. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly bottom: number
  readonly scale: number
  readonly turn: Matrix
  readonly transparency: Transparency
}

/** A drawing that is done. It is made once and put into any number of files. */
export class Mark {
  readonly width: number
  readonly height: number
  /** All its words, in the order in which they are read. */
  readonly words: string
  readonly #content: string
  readonly #fonts: ReadonlyMap<FontStyle, EmbeddedFont>
  readonly #pictures: readonly EmbeddedPicture[]

  constructor(
    size: { readonly width: number; readonly height: number },
    words: string,
    content: string,
    fonts: ReadonlyMap<FontStyle, EmbeddedFont>,
    pictures: readonly EmbeddedPicture[],
  ) {
    this.width = size.width
    this.height = size.height
    this.words = words
    this.#content = content
    this.#fonts = fonts
    this.#pictures = pictures
  }

  /** The form XObject (ISO 32000-2, 8.10) of the mark in its frame, and what belongs to it. */
  build(
    allocate: () => number,
    frame: Frame,
  ): { readonly normal: PdfRef; readonly objects: readonly NewObject[] } {
    const objects: NewObject[] = []
    const lastOf = (made: readonly NewObject[]) => {
      objects.push(...made)
      return new PdfRef(made.at(-1)?.number ?? 0)
    }
    const fonts: Record<string, PdfObject> = {}
    for (const [style, font] of this.#fonts) fonts[fontNames[style]] = lastOf(font.build(allocate))
    const pictures: Record<string, PdfObject> = {}
    for (const [index, picture] of this.#pictures.entries())
      pictures[`Im${index}`] = lastOf(picture.build(allocate, frame.transparency))
    const { width, height, left, bottom, scale, turn } = frame
    const isMoved = left !== 0 || bottom !== 0 || scale !== 1
    const move = isMoved ? `${[scale, 0, 0, scale, left, bottom].map(number).join(' ')} cm\n` : ''
    const dict = PdfDict.of({
      Type: new PdfName('XObject'),
      Subtype: new PdfName('Form'),
      BBox: [0, 0, width, height].map((value) => Math.round(value * 1000) / 1000),
      ...(turn[0] !== 1 && { Matrix: turn }),
      Resources: resourcesOf(fonts, pictures, frame.transparency),
    })
    const form = {
      number: allocate(),
      value: PdfStream.of(dict, Buffer.from(`q\n${move}${this.#content}\nQ`, 'latin1')),
    }
    objects.push(form)
    return { normal: new PdfRef(form.number), objects }
  }
}

/**
 * Pictures are laid on as ink is: what is black below them stays black, so that a seal that reaches over words hides
 * none (ISO 32000-2, 11.3.5.2: Multiply).
 */
function resourcesOf(
  fonts: Readonly<Record<string, PdfObject>>,
  pictures: Readonly<Record<string, PdfObject>>,
  transparency: Transparency,
) {
  const over = new PdfName(transparency === 'soft' ? 'Multiply' : 'Normal')
  const state = PdfDict.of({ Type: new PdfName('ExtGState'), BM: over })
  return PdfDict.of({
    ColorSpace: PdfDict.of({ Grey: greySpace, Ink: inkSpace }),
    ...(Object.keys(fonts).length > 0 && { Font: PdfDict.of(fonts) }),
    ...(Object.keys(pictures).length > 0 && {
      XObject: PdfDict.of(pictures),
      ExtGState: PdfDict.of({ Over: state }),
    }),
  })
}
