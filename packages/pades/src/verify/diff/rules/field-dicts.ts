import { PdfDict, PdfName, type PdfObject, PdfRef } from '../../../pdf/objects.ts'
import { changedKeys } from '../compare.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import type { TouchedField } from '../touched.ts'

const readOnly = 1

/** The keys, of the dictionaries that were touched, whose change is not one of the given ones. */
export function changesOfDicts(
  diff: RevisionDiff,
  touched: TouchedField,
  allowed: ReadonlySet<string>,
): readonly string[] {
  const not: string[] = []
  for (const number of touched.dicts) {
    const before = diff.file.getObject(number, diff.before)?.value
    const after = diff.file.getObject(number, diff.after)?.value
    if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) return ['Kids']
    for (const key of changedKeys(before, after))
      if (!allowed.has(key) && !isHarmless(diff, number, key, before, after)) not.push(key)
  }
  return not
}

/** That the field is not to be written to any more, and what was to be taken for granted. */
function isHarmless(
  diff: RevisionDiff,
  number: number,
  key: string,
  before: PdfDict,
  after: PdfDict,
): boolean {
  const [then, now] = [diff.earlier(before.get(key)), diff.current(after.get(key))]
  if (key === 'Ff')
    return typeof now === 'number' && now === ((typeof then === 'number' ? then : 0) | readOnly)
  if (key === 'Type') return then === null && now instanceof PdfName && now.value === 'Annot'
  return key === 'P' && then === null && isPageOf(diff, number, after.get(key))
}

function isPageOf(diff: RevisionDiff, number: number, page: PdfObject): boolean {
  return (
    page instanceof PdfRef &&
    diff.graph.hasRole(page.number, 'page') &&
    diff.pageOf(number) === diff.pageOf(page.number)
  )
}
