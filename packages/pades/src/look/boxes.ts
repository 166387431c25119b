import type { PdfFile } from '../pdf/document.ts'
import type { PdfDict, PdfObject } from '../pdf/objects.ts'
import type { Rect } from './appearance.ts'
import { identity, type Matrix, matrixOf, rectOf } from './matrix.ts'

/** A rectangle of a dictionary; null where there is none. */
export function boxIn(file: PdfFile, dict: PdfDict, key: string, at = file.latest.number): Rect | null {
  const numbers = listIn(file, dict, key, at)
  return numbers === null ? null : rectOf(numbers)
}

/** The matrix of a form or pattern, the identity where there is none. */
export function matrixIn(file: PdfFile, dict: PdfDict, at = file.latest.number): Matrix {
  const numbers = listIn(file, dict, 'Matrix', at)
  return (numbers === null ? null : matrixOf(numbers)) ?? identity
}

function listIn(file: PdfFile, dict: PdfDict, key: string, at: number): readonly PdfObject[] | null {
  const value = file.resolve(dict.get(key), at)
  return Array.isArray(value) ? value.map((item: PdfObject) => file.resolve(item, at)) : null
}
