import { type Operation, readContent } from '../../../look/content-reader.ts'
import { spendOperation } from '../../../look/operation-budget.ts'
import type { PdfFile } from '../../../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfStream } from '../../../pdf/objects.ts'

/** How dark a colour may be for black letters on it to stay readable, 0 for black. */
const leastLight = 0.6
/** Lines that are no broader than this, in points, cannot hide words. */
const mostLineWidth = 2
/** More lines than these could be put together to letters. */
const mostLines = 50
const mostFormsWithin = 4

/** A highlight is light colour, an underline a few lines. */
export type Tint = 'colour' | 'lines'

interface Paint {
  readonly multiplies: boolean
  readonly alpha: number
  readonly colour: readonly number[] | null
  readonly width: number
}

/** Whether a colour is light enough to be laid over words; no colour at all is none to be seen. */
export function isTint(colour: readonly number[]): boolean {
  const [a = 1, b = 1, c = 1, d = 0] = colour
  if (colour.length === 4) return 1 - Math.min(1, 0.3 * a + 0.59 * b + 0.11 * c + d) >= leastLight
  return colour.length === 3 ? 0.3 * a + 0.59 * b + 0.11 * c >= leastLight : a >= leastLight
}

/**
 * Whether an appearance does nothing but lay light colour through which words are seen, or draw few thin lines. What is
 * not known is taken for more than that.
 */
export function tintsOnly(file: PdfFile, form: PdfStream, at: number, tint: Tint): boolean {
  return new TintReader(file, at, tint).isTint(
    form,
    { multiplies: false, alpha: 1, colour: null, width: 1 },
    0,
  )
}

const harmless = new Set([
  ...['J', 'j', 'M', 'd', 'ri', 'i', 'm', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*', 'n'],
  ...['CS', 'SC', 'SCN', 'G', 'RG', 'K', 'BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX', 'cm'],
])
const fillsOnly = new Set(['f', 'F', 'f*'])
const strokesOnly = new Set(['S', 's'])

class TintReader {
  readonly #file: PdfFile
  readonly #at: number
  readonly #tint: Tint
  #lines = 0

  constructor(file: PdfFile, at: number, tint: Tint) {
    this.#file = file
    this.#at = at
    this.#tint = tint
  }

  isTint(form: PdfStream, outer: Paint, depth: number): boolean {
    if (depth > mostFormsWithin) return false
    const resources = this.#resolve(form.dict.get('Resources'))
    let paint = outer
    const saved: Paint[] = []
    for (const operation of readContent(this.#file.decode(form, this.#at).bytes, this.#file.limits)) {
      const { operator, operands } = operation
      spendOperation(this.#file, operator)
      if (operator === 'q') saved.push(paint)
      else if (operator === 'Q') paint = saved.pop() ?? outer
      else if (operator === 'Do') {
        const inner = this.#resource(resources, 'XObject', operands[0])
        if (!(inner instanceof PdfStream) || !this.#isForm(inner) || !this.isTint(inner, paint, depth + 1))
          return false
      } else if (!harmless.has(operator)) {
        const next = this.#painted(operation, paint, resources)
        if (next === null) return false
        paint = next
      } else if (operator === 'cm' && !isSmall(operands)) return false
      if (saved.length > 64) return false
    }
    return true
  }

  /** What is painted with afterwards; null where the operator shows more than a tint. */
  #painted({ operator, operands }: Operation, paint: Paint, resources: PdfObject): Paint | null {
    const numbers = operands.filter((item): item is number => typeof item === 'number')
    if (operator === 'w') return { ...paint, width: numbers[0] ?? 1 }
    if (operator === 'g' || operator === 'rg' || operator === 'k') return { ...paint, colour: numbers }
    // The colours of a space of its own are not known.
    if (operator === 'cs' || operator === 'scn' || operator === 'sc') return { ...paint, colour: null }
    if (operator === 'gs') return this.#withState(paint, this.#resource(resources, 'ExtGState', operands[0]))
    if (this.#tint === 'colour') return fillsOnly.has(operator) && isSeenThrough(paint) ? paint : null
    this.#lines++
    const isThin = paint.width <= mostLineWidth && this.#lines <= mostLines
    return strokesOnly.has(operator) && isThin ? paint : null
  }

  #withState(paint: Paint, state: PdfObject): Paint | null {
    if (!(state instanceof PdfDict) || state.get('Font') !== null || state.get('SMask') instanceof PdfDict)
      return null
    const blend = this.#resolve(state.get('BM'))
    const alpha = this.#resolve(state.get('ca'))
    const width = this.#resolve(state.get('LW'))
    return {
      ...paint,
      ...(blend !== null && { multiplies: blend instanceof PdfName && blend.value === 'Multiply' }),
      ...(typeof alpha === 'number' && { alpha }),
      ...(typeof width === 'number' && { width }),
    }
  }

  #isForm(stream: PdfStream): boolean {
    const subtype = this.#resolve(stream.dict.get('Subtype'))
    return subtype instanceof PdfName && subtype.value === 'Form'
  }

  #resource(resources: PdfObject, kind: string, name: PdfObject | undefined): PdfObject {
    const all = resources instanceof PdfDict ? this.#resolve(resources.get(kind)) : null
    return all instanceof PdfDict && name instanceof PdfName ? this.#resolve(all.get(name.value)) : null
  }

  #resolve(value: PdfObject): PdfObject {
    return this.#file.resolve(value, this.#at)
  }
}

/** Light colour that leaves dark letters dark, or so thin a colour that they shine through. */
function isSeenThrough({ multiplies, alpha, colour }: Paint): boolean {
  return multiplies ? colour !== null && isTint(colour) : alpha <= 0.3
}

/** Does not make thin lines thick. */
function isSmall(operands: readonly PdfObject[]): boolean {
  return operands.slice(0, 4).every((item) => typeof item === 'number' && Math.abs(item) <= 1)
}
