import type { PdfFile } from '../../pdf/document.ts'
import type { PdfObject, PdfRef } from '../../pdf/objects.ts'
import { eachWay } from './roles.ts'

/**
 * Whether an object refers to something that is not there and to which it did not refer before. Such a reference means
 * null, yet poppler takes the whole file for broken and mends it when it meets one.
 *
 * @param at the revision that wrote `after`
 */
export function pointsNowhere(file: PdfFile, before: PdfObject, after: PdfObject, at: number): boolean {
  const nowhere = refsIn(after).filter((ref) => !isThere(file, ref, at))
  if (nowhere.length === 0) return false
  const old = new Set(refsIn(before).map(keyOf))
  return nowhere.some((ref) => !old.has(keyOf(ref)))
}

function refsIn(value: PdfObject): readonly PdfRef[] {
  const refs: PdfRef[] = []
  eachWay(value, 'other', (ref) => refs.push(ref))
  return refs
}

const keyOf = ({ number, generation }: PdfRef): string => `${number} ${generation}`

function isThere(file: PdfFile, { number, generation }: PdfRef, at: number): boolean {
  const entry = file.entry(number, at)
  if (entry === null || entry.kind === 'free') return false
  return generation === (entry.kind === 'at' ? entry.extra : 0)
}
