import type { PdfObject } from '../pdf/objects.ts'
import type { Rect } from './appearance.ts'

/** ISO 32000-2, 8.3.3: `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `one`, then `two`. */
export function multiply(one: Matrix, two: Matrix): Matrix {
  const [a, b, c, d, e, f] = one
  const [g, h, i, j, k, l] = two
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/** The smallest upright rectangle around the rectangle after `matrix`. */
export function transformed([left, bottom, right, top]: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const xs = [left * a + bottom * c, right * a + bottom * c, left * a + top * c, right * a + top * c]
  const ys = [left * b + bottom * d, right * b + bottom * d, left * b + top * d, right * b + top * d]
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f]
}

/** What both have in common; null where that is nothing, not even a line. */
export function common(one: Rect, other: Rect): Rect | null {
  const left = Math.max(one[0], other[0])
  const bottom = Math.max(one[1], other[1])
  const right = Math.min(one[2], other[2])
  const top = Math.min(one[3], other[3])
  return left > right || bottom > top ? null : [left, bottom, right, top]
}

/** The smallest rectangle around both. */
export function around(one: Rect | null, other: Rect): Rect {
  if (one === null) return other
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

/** Six numbers of a PDF array as a matrix; null where they are not. */
export function matrixOf(value: readonly PdfObject[]): Matrix | null {
  const numbers = value.filter((item): item is number => typeof item === 'number')
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return numbers.length === 6 && value.length === 6 ? [a, b, c, d, e, f] : null
}

/** Four numbers of a PDF array as a rectangle, whichever corners they name (7.9.5); null where they are not. */
export function rectOf(value: readonly PdfObject[]): Rect | null {
  const numbers = value.filter((item): item is number => typeof item === 'number')
  const [x = 0, y = 0, z = 0, w = 0] = numbers
  if (numbers.length !== 4 || value.length !== 4) return null
  return [Math.min(x, z), Math.min(y, w), Math.max(x, z), Math.max(y, w)]
}
