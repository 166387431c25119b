import { isEqual, PdfDict, type PdfObject, PdfRef } from '../../../pdf/objects.ts'
import { changedKeys, compareLists } from '../compare.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import { judgeAnnotation } from './annotation.ts'

const contentKeys = new Set(['Contents', 'Resources', 'Group', 'SeparationInfo', 'Thumb'])
const treeKeys = new Set(['Type', 'Parent', 'Kids', 'Count'])

/** A node of the page tree or a page (7.7.3): only its annotations may change, and what no reader shows. */
export function comparePages(diff: RevisionDiff, number: number, before: PdfObject, after: PdfObject): void {
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) {
    diff.renewPages()
    diff.refuse('page', 'pages_changed', { object: number })
    return
  }
  const isPage = before.get('Kids') === null && after.get('Kids') === null
  const place = { object: number, page: isPage ? diff.pageOf(number) : null }
  for (const key of changedKeys(before, after)) {
    if (key === 'Annots') compareAnnotations(diff, number, before.get(key), after.get(key))
    else if (treeKeys.has(key)) {
      diff.renewPages()
      diff.refuse('page', 'pages_changed', place)
    } else if (key === 'AA') diff.refuse('action', 'action_changed', place)
    else if (contentKeys.has(key)) diff.refuse('content', 'content_changed', place)
    else if (!isHarmless(diff, key, before, after))
      diff.refuse('page', 'page_changed', { ...place, details: { key } })
  }
}

/** When it was changed, and in which order the tabulator key goes, where nothing said so. */
function isHarmless(diff: RevisionDiff, key: string, before: PdfDict, after: PdfDict): boolean {
  if (key === 'LastModified') return !(diff.current(after.get(key)) instanceof PdfDict)
  return key === 'Tabs' && before.get(key) === null
}

/**
 * The list of a page's annotations, `number` being the page or the list itself. Those that are added are judged as
 * objects; those that stand in the list itself are judged here.
 */
export function compareAnnotations(
  diff: RevisionDiff,
  number: number,
  before: PdfObject,
  after: PdfObject,
): void {
  const [then, now] = [diff.earlier(before), diff.current(after)]
  const place = { object: number, page: diff.pageOf(number) }
  if ((then !== null && !Array.isArray(then)) || (now !== null && !Array.isArray(now))) {
    if (!isEqual(then, now)) diff.refuse('page', 'page_changed', { ...place, details: { key: 'Annots' } })
    return
  }
  const { added, removed } = compareLists(then ?? [], now ?? [])
  for (const item of added)
    if (!(item instanceof PdfRef)) judgeAnnotation(diff, number, null, item)
    else if (diff.hadRole(item.number, 'annotation')) judgeSecondPlace(diff, item, place.page)
  for (const item of removed) {
    const object = item instanceof PdfRef ? item.number : number
    judgeAnnotation(diff, object, diff.earlier(item), null, place.page)
  }
}

/** An annotation of the document that is put on one more page, or into the same list once more. */
function judgeSecondPlace(diff: RevisionDiff, ref: PdfRef, page: number | null): void {
  if (diff.graph.hasRole(ref.number, 'field'))
    diff.refuse('structure', 'widget_without_field', { object: ref.number, page })
  else judgeAnnotation(diff, ref.number, null, diff.current(ref), page)
}
