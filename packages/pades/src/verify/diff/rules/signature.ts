import { PdfDict, PdfName, PdfRef, PdfString } from '../../../pdf/objects.ts'
import { appearancesOf } from '../annotation-marks.ts'
import type { ChangePlace } from '../change.ts'
import type { FieldView } from '../form-field.ts'
import { coversAny } from '../page-words.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import type { TouchedField } from '../touched.ts'
import { changesOfDicts } from './field-dicts.ts'
import { coverBy, hidesBy, isVisible, placeOf, staysInPlace } from './widget.ts'

type Place = ChangePlace & { readonly field: string }

/** What signing touches in a field that is there already. */
const signingKeys = new Set(['V', 'AP', 'AS', 'F', 'M', 'MK', 'DA', 'Border', 'BS', 'H'])
const nothing: ReadonlySet<string> = new Set()

/** What a new signature field and its look may say; what hangs on it is judged as objects. */
const newKeys = new Set([
  ...[
    'Type',
    'Subtype',
    'FT',
    'T',
    'TU',
    'TM',
    'V',
    'Rect',
    'F',
    'P',
    'AP',
    'AS',
    'Ff',
    'Parent',
    'Kids',
    'Lock',
    'SV',
  ],
  ...['MK', 'DA', 'Q', 'M', 'NM', 'H', 'BS', 'Border', 'C', 'StructParent', 'Contents'],
])

/** A field for a signature (12.7.5.5): it may be signed once, or added. */
export function judgeSignature(
  diff: RevisionDiff,
  number: number,
  before: FieldView | null,
  after: FieldView,
  touched: TouchedField,
): void {
  const field = after.name
  const place = { object: number, field, page: diff.pageOf(after.widgets[0] ?? number), details: { field } }
  const signature = diff.currentDict(after.value)
  if (before !== null && diff.earlier(before.value) !== null)
    diff.refuse('signature', 'signature_touched', place)
  else if (signature === null && before !== null) judgeEmpty(diff, touched, place)
  else if (!isSound(diff, before, after, touched, place)) return
  else if (signature === null && diff.current(after.value) !== null)
    diff.refuse('structure', 'field_changed', { ...place, details: { field, key: 'V' } })
  // Nobody stands for what an unsigned field shows.
  else if (signature === null && after.widgets.some((widget) => coverBy(diff, widget).length > 0))
    diff.refuse('structure', 'field_changed', { ...place, details: { field, key: 'AP' } })
  else if (signature === null && liesOverWords(diff, after))
    diff.refuse('signature', 'signature_covers', place)
  else if (signature === null) diff.note('signature', 'signature_field_added', 'form', place)
  else judgeSigning(diff, before, after, signature, place)
}

/** A field that stays empty stays as it is. */
function judgeEmpty(diff: RevisionDiff, touched: TouchedField, place: Place): void {
  const not = changesOfDicts(diff, touched, nothing)
  const keys = touched.look || touched.placed ? [...not, 'AP'] : not
  for (const key of keys)
    diff.refuse('structure', 'field_changed', { ...place, details: { field: place.field, key } })
}

/** Whether nothing but the signing was done to the field. */
function isSound(
  diff: RevisionDiff,
  before: FieldView | null,
  after: FieldView,
  touched: TouchedField,
  place: Place,
): boolean {
  const not = before === null ? strangeKeys(diff, after) : [...changesOfDicts(diff, touched, signingKeys)]
  if (before !== null && touched.placed) not.push('Rect')
  if (before === null && after.widgets.length > 1) not.push('Kids')
  if (!after.widgets.every((widget) => staysInPlace(diff, widget))) not.push('F')
  if (after.widgets.some((widget) => changesUnderMouse(diff, widget))) not.push('AP')
  for (const key of not)
    diff.refuse('structure', 'field_changed', { ...place, details: { field: place.field, key } })
  return not.length === 0
}

/** Whether a widget has a look for the mouse, which is not compared with what is below it. */
function changesUnderMouse({ file, after }: RevisionDiff, number: number): boolean {
  const dict = file.getObject(number, after)?.value
  return (
    dict instanceof PdfDict && ['R', 'D'].some((kind) => appearancesOf(file, dict, after, kind).length > 0)
  )
}

/** What a widget has from its field: with a type and a value of its own it would be another field to some readers. */
const keysOfField = new Set(['FT', 'V', 'T', 'Ff', 'Kids', 'Lock', 'SV'])

function strangeKeys({ file, after }: RevisionDiff, { dict, widgets }: FieldView): string[] {
  const not = [...dict.entries.keys()].filter((key) => !newKeys.has(key))
  if (dict.get('Kids') === null) return not
  const ofWidgets = widgets.flatMap((number) => {
    const widget = file.getObject(number, after)?.value
    const keys = widget instanceof PdfDict ? [...widget.entries.keys()] : ['Kids']
    return keys.filter((key) => !newKeys.has(key) || keysOfField.has(key))
  })
  return [...not, ...ofWidgets]
}

function judgeSigning(
  diff: RevisionDiff,
  before: FieldView | null,
  field: FieldView,
  signature: PdfDict,
  place: Place,
): void {
  const { value } = field
  const wasThere =
    value instanceof PdfRef &&
    diff.hadRole(value.number, 'value') &&
    diff.file.getObject(value.number, diff.before) !== null
  const contents = signature.get('Contents')
  if (wasThere) diff.refuse('signature', 'signature_reused', place)
  else if (!(contents instanceof PdfString) || !Array.isArray(signature.get('ByteRange')))
    diff.refuse('structure', 'field_changed', { ...place, details: { field: place.field, key: 'V' } })
  // Anybody gets a time-stamp, and nobody stands for what it would show.
  else if (isTimestamp(diff, signature) && field.widgets.some((widget) => coverBy(diff, widget).length > 0))
    diff.refuse('signature', 'field_changed', { ...place, details: { field: place.field, key: 'AP' } })
  else if (coversWords(diff, before, field)) diff.refuse('signature', 'signature_covers', place)
  else if (isTimestamp(diff, signature) && !field.widgets.some((widget) => isVisible(diff, widget)))
    diff.note('timestamp', 'timestamp_added', 'nothing', place)
  else diff.note('signature', 'signature_added', 'form', place)
}

/** Whether its look lies over words. Where an empty field could be seen, whoever signed before has agreed to its place. */
function coversWords(diff: RevisionDiff, before: FieldView | null, field: FieldView): boolean {
  const isNew = (number: number) => before === null || !isVisible(diff, number, diff.before)
  return field.widgets.filter(isNew).some((number) => {
    if (coverBy(diff, number).length === 0) return false
    const pages = diff.pageObjectsOf(number)
    const words = diff.words.on(pages, diff.before)
    return pages.length === 0 || hidesBy(diff, number, words)
  })
}

/** Whether an empty field has its place over words: it could be signed by a later revision. */
function liesOverWords(diff: RevisionDiff, field: FieldView): boolean {
  return field.widgets.some((number) => {
    const rect = placeOf(diff, number)
    const words = diff.words.on(diff.pageObjectsOf(number), diff.before)
    return rect !== null && coversAny([rect], words)
  })
}

/** EN 319 142-1, 5.4.3. */
function isTimestamp(diff: RevisionDiff, signature: PdfDict): boolean {
  const [type, subFilter] = ['Type', 'SubFilter'].map((key) => diff.current(signature.get(key)))
  const isOf = (value: unknown, name: string) => value instanceof PdfName && value.value === name
  return isOf(type, 'DocTimeStamp') && isOf(subFilter, 'ETSI.RFC3161')
}
