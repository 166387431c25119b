import type { Rect } from '../../../look/appearance.ts'
import { boxIn } from '../../../look/boxes.ts'
import { PdfDict } from '../../../pdf/objects.ts'
import { coverOf, hidesAny } from '../page-words.ts'
import type { RevisionDiff } from '../revision-diff.ts'

/** 12.5.3 */
const hidden = 2
const noZoom = 8
const noRotate = 16
const noView = 32

function widgetOf(diff: RevisionDiff, number: number): PdfDict | null {
  const dict = diff.file.getObject(number, diff.after)?.value
  return dict instanceof PdfDict ? dict : null
}

function flagsOf(diff: RevisionDiff, dict: PdfDict): number {
  const flags = diff.current(dict.get('F'))
  return typeof flags === 'number' ? flags : 0
}

/** Whether anything of a widget can be seen. */
export function isVisible(diff: RevisionDiff, number: number): boolean {
  const dict = widgetOf(diff, number)
  if (dict === null || !diff.graph.hasRole(number, 'annotation')) return false
  if ((flagsOf(diff, dict) & (hidden | noView)) !== 0) return false
  const rect = boxIn(diff.file, dict, 'Rect', diff.after)
  return rect === null || (rect[2] > rect[0] && rect[3] > rect[1])
}

/** Whether a widget keeps its size and place on the page however the page is looked at. */
export function staysInPlace(diff: RevisionDiff, number: number): boolean {
  const dict = widgetOf(diff, number)
  return dict === null || !isVisible(diff, number) || (flagsOf(diff, dict) & (noZoom | noRotate)) === 0
}

/** Where a widget can hide what is below it. */
export function coverBy(diff: RevisionDiff, number: number): readonly Rect[] {
  const dict = widgetOf(diff, number)
  return dict === null || !isVisible(diff, number) ? [] : coverOf(diff.file, dict, diff.after)
}

/** Whether a widget hides some of the words that are below it. */
export function hidesBy(diff: RevisionDiff, number: number, words: readonly Rect[]): boolean {
  const dict = widgetOf(diff, number)
  return dict !== null && isVisible(diff, number) && hidesAny(diff.file, dict, words, diff.after)
}
