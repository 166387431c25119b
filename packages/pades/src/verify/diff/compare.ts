import { isEqual, type PdfArray, type PdfDict, type PdfObject, PdfRef } from '../../pdf/objects.ts'

/** The keys whose values are not the same in both; references are not followed. */
export function changedKeys(before: PdfDict, after: PdfDict): readonly string[] {
  const keys: string[] = []
  for (const [key, value] of after.entries) if (!isEqual(value, before.get(key))) keys.push(key)
  for (const [key, value] of before.entries) if (value !== null && !after.entries.has(key)) keys.push(key)
  return keys
}

export interface ListDifference {
  readonly added: readonly PdfObject[]
  readonly removed: readonly PdfObject[]
}

/** What was put into a list and what was taken out of it; what lost its place in the order counts as taken out. */
export function compareLists(before: PdfArray, after: PdfArray): ListDifference {
  const added: PdfObject[] = []
  let at = 0
  for (const item of after) {
    const expected = before[at]
    if (expected !== undefined && isEqual(expected, item)) at++
    else added.push(item)
  }
  // As a rule nothing is taken out.
  if (at === before.length) return { added, removed: [] }
  const removed = itemsNotIn(after, before)
  return {
    added: itemsNotIn(before, after),
    removed: removed.length > 0 ? removed : before.slice(at, at + 1),
  }
}

function itemsNotIn(list: PdfArray, items: PdfArray): readonly PdfObject[] {
  const numbers = new Set(list.map((item) => (item instanceof PdfRef ? item.number : -1)))
  // Dictionaries that stand in the list itself are rare; many of them are all taken for new.
  const others = list.filter((item) => !(item instanceof PdfRef)).slice(0, 100)
  return items.filter((item) =>
    item instanceof PdfRef ? !numbers.has(item.number) : !others.some((other) => isEqual(other, item)),
  )
}
