import { PadesError } from '../errors.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfStream, PdfString } from '../pdf/objects.ts'
import type { Rect } from './appearance.ts'
import { boxIn, matrixIn } from './boxes.ts'
import { type Operation, readContent } from './content-reader.ts'
import { around, common, identity, type Matrix, matrixOf, multiply, transformed } from './matrix.ts'
import { spendOperation } from './operation-budget.ts'
import { readTextFont, type TextFont, unknownFont } from './text-fonts.ts'

/** Something that a content stream puts on its page. */
export interface PageMark {
  readonly kind: 'text' | 'image' | 'path'
  /** Around it, in the user space of the page; cut by the clipping path's box. */
  readonly box: Rect
  /** The words, as far as the font tells them; `\ufffd` for those that it does not. */
  readonly text?: string
  /** False for text that is painted neither with ink nor as a clip (9.3.6, mode 3): the words under a scanned page. */
  readonly isShown: boolean
  /** Of an image that is an object of its own and nowhere cut. */
  readonly picture?: PlacedPicture
}

/** An image as it is laid on the page. */
export interface PlacedPicture {
  readonly image: PdfStream
  /** How it is turned, in quarters against the clock; null where it is mirrored or leans. */
  readonly quarters: 0 | 1 | 2 | 3 | null
  /** Whether it is blended so that what is black below it stays black. */
  readonly multiplies: boolean
}

interface State {
  ctm: Matrix
  /** Null where nothing can be seen any more. */
  clip: Rect | null
  font: TextFont
  size: number
  charSpace: number
  wordSpace: number
  scale: number
  leading: number
  rise: number
  mode: number
  multiplies: boolean
}

const mostMarks = 200_000
const mostFormsWithin = 16
/** Of all contents that are run, each time they are. */
const mostBytes = 256 << 20
const mostSaved = 256
const unitSquare: Rect = [0, 0, 1, 1]

/** Follows the operators of content streams (ISO 32000-2, annex A) as far as they say what is where. */
export class Interpreter {
  readonly marks: PageMark[] = []
  readonly #file: PdfFile
  readonly #at: number
  readonly #fonts = new Map<PdfDict, TextFont>()
  #state: State
  #saved: State[] = []
  #resources: PdfDict | null = null
  #textMatrix = identity
  #lineMatrix = identity
  #path: Rect | null = null
  #clipsNext = false
  #bytes = 0
  #depth = 0
  /** Groups blend within themselves, not with the page. */
  #groups = 0

  constructor(file: PdfFile, at: number, clip: Rect) {
    this.#file = file
    this.#at = at
    this.#state = {
      ...{ ctm: identity, clip, font: unknownFont, size: 1 },
      ...{ charSpace: 0, wordSpace: 0, scale: 1, leading: 0, rise: 0, mode: 0, multiplies: false },
    }
  }

  /** Runs a content stream with its resources; the state is afterwards what it was before. */
  run(content: Uint8Array, resources: PdfDict | null, matrix: Matrix): void {
    this.#bytes += content.length
    if (this.#bytes > mostBytes) throw tooMuch('contentBytes', mostBytes)
    const before = { state: this.#state, saved: this.#saved, resources: this.#resources }
    this.#state = { ...this.#state, ctm: multiply(matrix, this.#state.ctm) }
    this.#saved = []
    this.#resources = resources ?? this.#resources
    this.#path = null
    for (const operation of readContent(content, this.#file.limits)) {
      spendOperation(this.#file, operation.operator)
      this.#take(operation)
    }
    this.#state = before.state
    this.#saved = before.saved
    this.#resources = before.resources
  }

  /** A form XObject (8.10) in the space of `matrix`. */
  form(stream: PdfStream, matrix: Matrix): void {
    if (this.#depth >= mostFormsWithin) throw tooMuch('formsWithin', mostFormsWithin)
    this.#depth++
    const own = multiply(matrixIn(this.#file, stream.dict, this.#at), matrix)
    const box = boxIn(this.#file, stream.dict, 'BBox', this.#at)
    const state = this.#state
    this.#state = { ...state }
    if (box !== null) this.#clipTo(transformed(box, multiply(own, state.ctm)))
    const resources = this.#resolve(stream.dict.get('Resources'))
    const { bytes } = this.#file.decode(stream, this.#at)
    const isGroup = stream.dict.get('Group') !== null
    if (isGroup) this.#groups++
    this.run(bytes, resources instanceof PdfDict ? resources : null, own)
    if (isGroup) this.#groups--
    this.#state = state
    this.#depth--
  }

  #resolve(value: PdfObject): PdfObject {
    return this.#file.resolve(value, this.#at)
  }

  #resource(kind: string, name: PdfObject | undefined): PdfObject {
    const all = this.#resolve(this.#resources?.get(kind) ?? null)
    return all instanceof PdfDict && name instanceof PdfName ? this.#resolve(all.get(name.value)) : null
  }

  #take({ operator, operands }: Operation): void {
    const n = (index: number) => numberOf(operands[index])
    switch (operator) {
      case 'q':
        if (this.#saved.length >= mostSaved) throw tooMuch('saved', mostSaved)
        this.#saved.push({ ...this.#state })
        break
      case 'Q':
        this.#state = this.#saved.pop() ?? this.#state
        break
      case 'cm':
        this.#state.ctm = multiply(matrixOf(operands) ?? identity, this.#state.ctm)
        break
      case 'gs':
        this.#graphicsState(this.#resource('ExtGState', operands[0]))
        break
      case 'Do':
        this.#object(this.#resource('XObject', operands[0]))
        break
      case 'BI':
        this.#mark('image', transformed(unitSquare, this.#state.ctm))
        break
      case 'sh':
        if (this.#state.clip !== null) this.#mark('path', this.#state.clip)
        break
      case 'm':
      case 'l':
        this.#to(n(0), n(1))
        break
      case 'c':
        this.#to(n(0), n(1))
        this.#to(n(2), n(3))
        this.#to(n(4), n(5))
        break
      case 'v':
      case 'y':
        this.#to(n(0), n(1))
        this.#to(n(2), n(3))
        break
      case 're':
        this.#to(n(0), n(1))
        this.#to(n(0) + n(2), n(1))
        this.#to(n(0), n(1) + n(3))
        this.#to(n(0) + n(2), n(1) + n(3))
        break
      case 'W':
      case 'W*':
        this.#clipsNext = true
        break
      case 'f':
      case 'F':
      case 'f*':
      case 'S':
      case 's':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        if (this.#path !== null) this.#mark('path', this.#path)
        this.#endPath()
        break
      case 'n':
        this.#endPath()
        break
      default:
        this.#takeText(operator, operands, n)
    }
  }

  #takeText(operator: string, operands: readonly PdfObject[], n: (index: number) => number): void {
    const state = this.#state
    switch (operator) {
      case 'BT':
        this.#textMatrix = this.#lineMatrix = identity
        break
      case 'Tf':
        this.#setFont(this.#resource('Font', operands[0]), n(1))
        break
      case 'Tc':
        state.charSpace = n(0)
        break
      case 'Tw':
        state.wordSpace = n(0)
        break
      case 'Tz':
        state.scale = n(0) / 100
        break
      case 'TL':
        state.leading = n(0)
        break
      case 'Ts':
        state.rise = n(0)
        break
      case 'Tr':
        state.mode = n(0)
        break
      case 'Td':
        this.#nextLine(n(0), n(1))
        break
      case 'TD':
        state.leading = -n(1)
        this.#nextLine(n(0), n(1))
        break
      case 'T*':
        this.#nextLine(0, -state.leading)
        break
      case 'Tm':
        this.#textMatrix = this.#lineMatrix = matrixOf(operands) ?? identity
        break
      case 'Tj':
        this.#show(operands)
        break
      case 'TJ':
        if (Array.isArray(operands[0])) this.#show(operands[0] as readonly PdfObject[])
        break
      case "'":
        this.#nextLine(0, -state.leading)
        this.#show(operands)
        break
      case '"':
        state.wordSpace = n(0)
        state.charSpace = n(1)
        this.#nextLine(0, -state.leading)
        this.#show(operands.slice(2))
        break
    }
  }

  #graphicsState(dict: PdfObject): void {
    const font = dict instanceof PdfDict ? this.#resolve(dict.get('Font')) : null
    if (Array.isArray(font)) this.#setFont(this.#resolve(font[0] ?? null), numberOf(font[1]))
    const mode = dict instanceof PdfDict ? this.#resolve(dict.get('BM')) : null
    if (mode !== null) this.#state.multiplies = mode instanceof PdfName && mode.value === 'Multiply'
  }

  #setFont(dict: PdfObject, size: number): void {
    this.#state.size = size
    if (!(dict instanceof PdfDict)) {
      this.#state.font = unknownFont
      return
    }
    const known = this.#fonts.get(dict) ?? readTextFont(this.#file, dict, this.#at)
    this.#fonts.set(dict, known)
    this.#state.font = known
  }

  #object(object: PdfObject): void {
    if (!(object instanceof PdfStream)) return
    const subtype = this.#resolve(object.dict.get('Subtype'))
    if (subtype instanceof PdfName && subtype.value === 'Form') this.form(object, identity)
    else this.#image(object)
  }

  #image(image: PdfStream): void {
    const { ctm, clip } = this.#state
    const box = transformed(unitSquare, ctm)
    const isWhole = clip !== null && isEqualBox(common(box, clip), box)
    const multiplies = this.#state.multiplies && this.#groups === 0
    this.#mark('image', box, isWhole ? { picture: { image, quarters: quartersOf(ctm), multiplies } } : {})
  }

  #to(x: number, y: number): void {
    this.#path = around(this.#path, transformed([x, y, x, y], this.#state.ctm))
  }

  #endPath(): void {
    if (this.#clipsNext) this.#clipTo(this.#path)
    this.#clipsNext = false
    this.#path = null
  }

  #clipTo(box: Rect | null): void {
    const { clip } = this.#state
    this.#state.clip = clip === null || box === null ? null : common(clip, box)
  }

  #mark(kind: PageMark['kind'], box: Rect, more: Pick<PageMark, 'text' | 'picture'> = {}): void {
    const seen = this.#state.clip === null ? null : common(box, this.#state.clip)
    if (seen === null) return
    if (this.marks.length >= mostMarks) throw tooMuch('marks', mostMarks)
    const isShown = kind !== 'text' || this.#state.mode !== 3
    this.marks.push({ kind, box: seen, isShown, ...more })
  }

  #nextLine(x: number, y: number): void {
    this.#textMatrix = this.#lineMatrix = multiply([1, 0, 0, 1, x, y], this.#lineMatrix)
  }

  /** 9.4.4: the strings and moves of one showing operator are one mark. */
  #show(items: readonly PdfObject[]): void {
    const { font, size, scale, rise } = this.#state
    let along = 0
    let text = ''
    let [low, high] = [0, 0]
    for (const item of items) {
      if (typeof item === 'number') {
        along -= (item / 1000) * size
        // About a space: words are set apart by moves as often as by spaces.
        if (item < -200) text += ' '
      } else if (item instanceof PdfString)
        for (const code of codesOf(item.bytes, font.codeBytes)) {
          low = Math.min(low, along)
          along += this.#advance(code)
          high = Math.max(high, along)
          text += font.textOf(code)
        }
    }
    const across: Rect = font.isVertical
      ? [-size / 2, -Math.abs(high), size / 2, 0]
      : [low * scale, font.descent * size + rise, high * scale, font.ascent * size + rise]
    const matrix = multiply(this.#textMatrix, this.#state.ctm)
    if (/\S/.test(text)) this.#mark('text', transformed(across, matrix), { text })
    const move = font.isVertical ? [0, -along] : [along * scale, 0]
    this.#textMatrix = multiply([1, 0, 0, 1, move[0] ?? 0, move[1] ?? 0], this.#textMatrix)
  }

  #advance(code: number): number {
    const { font, size, charSpace, wordSpace } = this.#state
    const width = font.isVertical ? 1 : font.widthOf(code)
    const isSpace = code === 32 && font.codeBytes === 1
    return width * size + charSpace + (isSpace ? wordSpace : 0)
  }
}

function* codesOf(bytes: Uint8Array, codeBytes: 1 | 2): Generator<number> {
  if (codeBytes === 1) yield* bytes
  else for (let i = 0; i + 1 < bytes.length; i += 2) yield (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)
}

function isEqualBox(one: Rect | null, other: Rect): boolean {
  // Rounding of what is written may cut off a thousandth.
  return one?.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 0.01) ?? false
}

function quartersOf([a, b, c, d]: Matrix): PlacedPicture['quarters'] {
  if (b === 0 && c === 0 && a * d > 0) return a > 0 ? 0 : 2
  if (a === 0 && d === 0 && b * c < 0) return b > 0 ? 1 : 3
  return null
}

function numberOf(value: PdfObject | undefined): number {
  return typeof value === 'number' ? value : 0
}

function tooMuch(limit: string, most: number): PadesError {
  return new PadesError('pdf_limit', `PDF: more than ${most} of ${limit} on a page`, { limit, most })
}
