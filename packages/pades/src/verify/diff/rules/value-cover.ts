import type { Rect } from '../../../look/appearance.ts'
import { boxIn } from '../../../look/boxes.ts'
import type { PageMark } from '../../../look/page-marks.ts'
import { PdfDict, PdfName, type PdfObject } from '../../../pdf/objects.ts'
import { marksOfAnnotation } from '../annotation-marks.ts'
import type { FieldView } from '../form-field.ts'
import { coversAny } from '../page-words.ts'
import type { RevisionDiff } from '../revision-diff.ts'
import { groundOf, isVisible } from './widget.ts'

/** A tick, a cross or a letter; more would be words that a state of a button was prepared to show. */
const mostLetters = 3

/**
 * Whether filling in a field lays something over words that were to be seen before. Whoever prepares a document can
 * put empty fields over its words, and states of tick boxes as large as a page (Shadow Attacks, NDSS 2021).
 */
export function coversMore(diff: RevisionDiff, field: FieldView): boolean {
  return field.widgets.some((number) => {
    if (!isVisible(diff, number)) return false
    if (field.kind === 'Btn' && !isSign(shownBy(diff, number, diff.after))) return true
    const cover = coverAt(diff, number, field.value, diff.after)
    if (cover.length === 0) return false
    const before = coverAt(diff, number, diff.file.getObject(number, diff.before)?.value ?? null, diff.before)
    const pages = diff.pageObjectsOf(number)
    const words = diff.words.on(pages, diff.before, number)
    return pages.length === 0 || words.some((word) => coversAny(cover, [word]) && !coversAny(before, [word]))
  })
}

const isSign = (marks: readonly PageMark[]): boolean =>
  marks.every(({ kind }) => kind !== 'image') &&
  marks.map(({ text = '' }) => text.trim()).join('').length <= mostLetters

/** Where the widget puts something as of a revision. */
function coverAt(diff: RevisionDiff, number: number, value: PdfObject, at: number): readonly Rect[] {
  const dict = diff.file.getObject(number, at)?.value
  if (!(dict instanceof PdfDict)) return []
  const ground = groundOf(diff, dict, at)
  if (ground !== null) return ground
  const rect = boxIn(diff.file, dict, 'Rect', at)
  const text = value instanceof PdfDict ? value.get('V') : value
  // Its reader writes the value.
  if (dict.get('AP') === null) return text === null || rect === null ? [] : [rect]
  return shownBy(diff, number, at).map(({ box }) => box)
}

/** What the state of a widget that is chosen shows. */
function shownBy({ file }: RevisionDiff, number: number, at: number): readonly PageMark[] {
  const dict = file.getObject(number, at)?.value
  if (!(dict instanceof PdfDict)) return []
  const looks = file.resolve(dict.get('AP'), at)
  const normal = looks instanceof PdfDict ? file.resolve(looks.get('N'), at) : null
  if (!(normal instanceof PdfDict)) return marksOfAnnotation(file, dict, at)
  const state = file.resolve(dict.get('AS'), at)
  const chosen = state instanceof PdfName ? file.resolve(normal.get(state.value), at) : null
  return marksOfAnnotation(file, dict.with({ AP: PdfDict.of({ N: chosen }) }), at)
}
