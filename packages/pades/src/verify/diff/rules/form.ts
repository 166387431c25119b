import { PdfDict, type PdfObject, PdfRef } from '../../../pdf/objects.ts'
import { changedKeys, compareLists } from '../compare.ts'
import type { RevisionDiff } from '../revision-diff.ts'

/** The form as a whole (12.7.3), whether it stands in the catalogue or by itself. */
export function compareForms(diff: RevisionDiff): void {
  const entries = [diff.file.catalog(diff.before), diff.file.catalog(diff.after)].map((one) =>
    one.get('AcroForm'),
  )
  const [then, now] = entries
  const [before, after] = [diff.earlier(then ?? null), diff.current(now ?? null)]
  const object = now instanceof PdfRef ? now.number : null
  const isNew = before === null
  if (!(after instanceof PdfDict) || !(isNew || before instanceof PdfDict)) {
    if (before !== null || after !== null)
      diff.refuse('structure', 'form_changed', { object, details: { key: 'AcroForm' } })
    return
  }
  const old = isNew ? PdfDict.of({}) : before
  for (const key of changedKeys(old, after)) {
    if (key === 'Fields') compareFieldLists(diff, object, old.get(key), after.get(key))
    else if (key === 'DR' && !isNew && isAdditive(diff, old.get(key), after.get(key), 0))
      diff.note('form_value', 'form_resources_added', 'nothing', { object })
    else if (!isAllowed(diff, key, old, after, isNew))
      diff.refuse('structure', 'form_changed', { object, details: { key } })
  }
}

function isAllowed(
  diff: RevisionDiff,
  key: string,
  before: PdfDict,
  after: PdfDict,
  isNew: boolean,
): boolean {
  const value = diff.current(after.get(key))
  if (key === 'SigFlags') return isMoreFlags(diff.earlier(before.get(key)), value)
  // True would have readers make the look of all fields anew.
  if (key === 'NeedAppearances') return value === null || value === false
  if (key === 'DA') return before.get(key) === null
  return key === 'DR' && isNew
}

function isMoreFlags(before: PdfObject, after: PdfObject): boolean {
  if (typeof after !== 'number' || !Number.isInteger(after) || after < 0 || after > 3) return false
  return typeof before !== 'number' || (before & ~after) === 0
}

/** A list of fields: those that are added are judged as objects. */
export function compareFieldLists(
  diff: RevisionDiff,
  object: number | null,
  before: PdfObject,
  after: PdfObject,
): void {
  const [then, now] = [diff.earlier(before), diff.current(after)]
  if ((then !== null && !Array.isArray(then)) || !Array.isArray(now)) {
    diff.refuse('structure', 'form_changed', { object, details: { key: 'Fields' } })
    return
  }
  const { added, removed } = compareLists(then ?? [], now)
  // One that was a field before would have two names.
  if (!added.every((item) => item instanceof PdfRef && !diff.hadRole(item.number, 'field')))
    diff.refuse('structure', 'form_changed', { object, details: { key: 'Fields' } })
  for (const item of removed)
    diff.refuse('structure', 'field_removed', {
      object: item instanceof PdfRef ? item.number : object,
      details: { field: item instanceof PdfRef ? item.number : '?' },
    })
}

/** Fonts and other resources of the form: what was there stays as it is. */
export function compareFormResources(
  diff: RevisionDiff,
  number: number,
  before: PdfObject,
  after: PdfObject,
): void {
  const depth = depthOf(diff, number)
  if (depth !== null && isAdditive(diff, before, after, depth))
    diff.note('form_value', 'form_resources_added', 'nothing', { object: number })
  else diff.refuse('structure', 'form_changed', { object: number, details: { key: 'DR' } })
}

/** 0 for the resources of the form, 1 for those of one kind in it; null for what is in those. */
function depthOf(diff: RevisionDiff, number: number): number | null {
  const form = diff.currentDict(diff.file.catalog(diff.after).get('AcroForm'))
  const entry = form?.get('DR') ?? null
  const isIt = (value: PdfObject) => value instanceof PdfRef && value.number === number
  if (isIt(entry)) return 0
  const resources = diff.currentDict(entry)
  return resources !== null && [...resources.entries.values()].some(isIt) ? 1 : null
}

/** Resources by kind and by name: names may be added, and no more. */
function isAdditive(diff: RevisionDiff, before: PdfObject, after: PdfObject, depth: number): boolean {
  const [then, now] = [diff.earlier(before), diff.current(after)]
  if (then === null) return true
  if (depth > 1 || !(then instanceof PdfDict) || !(now instanceof PdfDict)) return false
  return changedKeys(then, now).every((key) => isAdditive(diff, then.get(key), now.get(key), depth + 1))
}
