import { changedKeys } from '../compare.ts'
import { type FieldView, viewField } from '../form-field.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import type { TouchedField } from '../touched.ts'
import { changesOfDicts } from './field-dicts.ts'
import { compareFieldLists } from './form.ts'
import { judgeSignature } from './signature.ts'
import { coversMore } from './value-cover.ts'
import { showsItsValue } from './value-look.ts'

/** A field (12.7.4) with its widgets, by all that a revision did to it. */
export function judgeField(diff: RevisionDiff, number: number, isNew: boolean, touched: TouchedField): void {
  const before = isNew ? null : viewField(diff.file, diff.graph, number, diff.before)
  const after = viewField(diff.file, diff.graph, number, diff.after)
  const field = (after ?? before)?.name ?? ''
  const place = { object: number, field, page: diff.pageOf(after?.widgets[0] ?? number) }
  const key = before === null || after === null ? null : otherwiseBuilt(before, after)
  if (after === null) diff.refuse('structure', 'field_removed', { ...place, details: { field } })
  else if (before === null) judgeNewField(diff, number, after, touched)
  else if (key !== null) diff.refuse('structure', 'field_changed', { ...place, details: { field, key } })
  else if (after.isGroup) judgeGroup(diff, number, before, after)
  else if (after.kind === 'Sig') judgeSignature(diff, number, before, after, touched)
  else judgeValue(diff, number, after, touched)
}

/** The entry by which it is no longer the same field; null where it still is. */
function otherwiseBuilt(before: FieldView, after: FieldView): string | null {
  if (before.kind !== after.kind) return 'FT'
  if (before.name !== after.name) return 'T'
  // Whether fields were added below a group is seen by the list of them.
  const hasSameLooks = String(before.widgets) === String(after.widgets)
  return hasSameLooks && (before.isGroup === after.isGroup || after.isGroup) ? null : 'Kids'
}

function judgeNewField(diff: RevisionDiff, number: number, after: FieldView, touched: TouchedField): void {
  const place = { object: number, field: after.name, page: diff.pageOf(after.widgets[0] ?? number) }
  const groupKeys = ['T', 'Kids', 'Parent', 'FT', 'Ff']
  if (after.isGroup && [...after.dict.entries.keys()].every((key) => groupKeys.includes(key))) return
  if (after.kind === 'Sig' && !after.isGroup) judgeSignature(diff, number, null, after, touched)
  else diff.refuse('structure', 'field_added', { ...place, details: { field: after.name } })
}

function judgeGroup(diff: RevisionDiff, number: number, before: FieldView, after: FieldView): void {
  for (const key of changedKeys(before.dict, after.dict))
    if (key === 'Kids') compareFieldLists(diff, number, before.dict.get(key), after.dict.get(key))
    else
      diff.refuse('structure', 'field_changed', {
        object: number,
        field: after.name,
        details: { field: after.name, key },
      })
}

/** What filling in a field touches: its value, its look, which state of it is shown. */
const valueKeys = new Set(['V', 'AP', 'AS', 'I', 'TI', 'M'])
const buttonKeys = new Set(['V', 'AS', 'M'])

function judgeValue(diff: RevisionDiff, number: number, after: FieldView, touched: TouchedField): void {
  const field = after.name
  const place = { object: number, field, page: diff.pageOf(after.widgets[0] ?? number), details: { field } }
  const isPushButton = after.kind === 'Btn' && (after.flags & (1 << 16)) !== 0
  if (touched.placed || isPushButton || after.kind === null) {
    diff.refuse('structure', 'field_changed', { ...place, details: { field, key: after.kind ?? 'FT' } })
    return
  }
  const not = changesOfDicts(diff, touched, after.kind === 'Btn' ? buttonKeys : valueKeys)
  for (const key of not) diff.refuse('structure', 'field_changed', { ...place, details: { field, key } })
  // The states of a button are drawn once; filling it in chooses one.
  if (not.length === 0 && ((after.kind === 'Btn' && touched.look) || !showsItsValue(diff, after)))
    diff.refuse('form_value', 'look_differs', place)
  else if (not.length === 0 && coversMore(diff, after)) diff.refuse('form_value', 'value_covers', place)
  else if (not.length === 0) diff.note('form_value', 'form_value_filled', 'form', place)
}
