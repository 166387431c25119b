import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfStream } from '../pdf/objects.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { readToUnicode } from './to-unicode.ts'

/** A font of a page as far as it is needed to tell where its words stand. Sizes are in ems. */
export interface TextFont {
  readonly codeBytes: 1 | 2
  readonly isVertical: boolean
  readonly ascent: number
  readonly descent: number
  widthOf(code: number): number
  textOf(code: number): string
}

const thousandth: Matrix = [0.001, 0, 0, 0.001, 0, 0]
/** A standard font has no widths of its own (9.6.2.2); few letters are wider than this. */
const assumedWidth = 0.65

/** For text that is shown without any font: nothing can be said of it but where it begins. */
export const unknownFont: TextFont = {
  codeBytes: 1,
  isVertical: false,
  ascent: 0.9,
  descent: -0.25,
  widthOf: () => assumedWidth,
  textOf: (code) => latin(code),
}

export function readTextFont(file: PdfFile, dict: PdfDict, at: number): TextFont {
  const get = (from: PdfDict, key: string) => file.resolve(from.get(key), at)
  const subtype = get(dict, 'Subtype')
  const isComposite = subtype instanceof PdfName && subtype.value === 'Type0'
  const isType3 = subtype instanceof PdfName && subtype.value === 'Type3'
  const descendants = get(dict, 'DescendantFonts')
  const [first = null] = Array.isArray(descendants) ? descendants : []
  const descendant = file.resolve(first, at)
  const holder = isComposite && descendant instanceof PdfDict ? descendant : dict
  const descriptor = get(holder, 'FontDescriptor')
  const encoding = isComposite ? get(dict, 'Encoding') : null
  const texts = readTexts(file, get(dict, 'ToUnicode'), at)
  const height = (key: string, otherwise: number) => {
    const value = descriptor instanceof PdfDict ? get(descriptor, key) : null
    // Many descriptors have 0, or numbers of another scale.
    return typeof value === 'number' && Math.abs(value) >= 100 && Math.abs(value) <= 1500
      ? value / 1000
      : otherwise
  }
  const scale = isType3 ? (matrixOf(listOf(get(dict, 'FontMatrix'))) ?? thousandth)[0] : 0.001
  const widthOf = isComposite ? compositeWidths(file, holder, at) : simpleWidths(file, dict, scale, at)
  return {
    codeBytes: isComposite ? 2 : 1,
    isVertical: encoding instanceof PdfName && /(^|-)V$/.test(encoding.value),
    ascent: isType3 ? 1 : Math.abs(height('Ascent', unknownFont.ascent)),
    descent: isType3 ? -0.3 : -Math.abs(height('Descent', unknownFont.descent)),
    widthOf,
    textOf: (code) => texts?.get(code) ?? (isComposite ? '\ufffd' : latin(code)),
  }
}

function latin(code: number): string {
  return code >= 32 && code < 127 ? String.fromCharCode(code) : '\ufffd'
}

function listOf(value: PdfObject): readonly PdfObject[] {
  return Array.isArray(value) ? value : []
}

/** What cannot be read of it is not known; the words are for people. */
function readTexts(file: PdfFile, value: PdfObject, at: number): ReadonlyMap<number, string> | null {
  if (!(value instanceof PdfStream)) return null
  try {
    return readToUnicode(file.decode(value, at).bytes, file.limits)
  } catch {
    return null
  }
}

function simpleWidths(file: PdfFile, dict: PdfDict, scale: number, at: number): (code: number) => number {
  const widths = listOf(file.resolve(dict.get('Widths'), at))
  const first = file.resolve(dict.get('FirstChar'), at)
  const descriptor = file.resolve(dict.get('FontDescriptor'), at)
  const missing = descriptor instanceof PdfDict ? file.resolve(descriptor.get('MissingWidth'), at) : null
  const otherwise = widths.length === 0 ? assumedWidth : typeof missing === 'number' ? missing * scale : 0
  return (code) => {
    const width = file.resolve(widths[code - (typeof first === 'number' ? first : 0)] ?? null, at)
    return typeof width === 'number' ? width * scale : otherwise
  }
}

/** 9.7.4.3: `c [w1 w2 …]` and `first last w`. */
function compositeWidths(file: PdfFile, descendant: PdfDict, at: number): (code: number) => number {
  const widths = new Map<number, number>()
  const ranges: { readonly first: number; readonly last: number; readonly width: number }[] = []
  const list = listOf(file.resolve(descendant.get('W'), at))
  for (let i = 0; i < list.length; ) {
    const first = file.resolve(list[i] ?? null, at)
    const next = file.resolve(list[i + 1] ?? null, at)
    if (typeof first !== 'number') break
    if (Array.isArray(next)) {
      for (const [n, item] of next.entries()) {
        const width = file.resolve(item, at)
        if (typeof width === 'number') widths.set(first + n, width / 1000)
      }
      i += 2
    } else {
      const width = file.resolve(list[i + 2] ?? null, at)
      if (typeof next === 'number' && typeof width === 'number')
        ranges.push({ first, last: next, width: width / 1000 })
      i += 3
    }
  }
  const given = file.resolve(descendant.get('DW'), at)
  const otherwise = typeof given === 'number' ? given / 1000 : 1
  return (code) => {
    const width = widths.get(code)
    if (width !== undefined) return width
    const found = ranges.find(({ first, last }) => code >= first && code <= last)?.width ?? otherwise
    widths.set(code, found)
    return found
  }
}
