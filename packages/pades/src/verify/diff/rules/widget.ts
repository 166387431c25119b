import type { Rect } from '../../../look/appearance.ts'
import { boxIn } from '../../../look/boxes.ts'
import type { PdfFile } from '../../../pdf/document.ts'
import { PdfDict } from '../../../pdf/objects.ts'
import { coverOf, coversAny, hidesAny } from '../page-words.ts'
import type { RevisionDiff } from '../revision-diff.ts'

/** 12.5.3 */
const hidden = 2
const noZoom = 8
const noRotate = 16
const noView = 32

function widgetOf(file: PdfFile, number: number, at: number): PdfDict | null {
  const dict = file.getObject(number, at)?.value
  return dict instanceof PdfDict ? dict : null
}

function hasFlag(file: PdfFile, dict: PdfDict, flag: number, at: number): boolean {
  const flags = file.resolve(dict.get('F'), at)
  return typeof flags === 'number' && (flags & flag) !== 0
}

/** Whether anything of a widget can be seen as of a revision, on screen or on paper. */
export function isVisible(diff: RevisionDiff, number: number, at = diff.after): boolean {
  const { file, graph } = diff
  const dict = widgetOf(file, number, at)
  if (dict === null || !graph.hasRole(number, 'annotation')) return false
  if (hasFlag(file, dict, hidden, at)) return false
  // What is not for the screen is for the printer. Of an earlier field it is asked whether somebody saw it.
  if (at === diff.before && hasFlag(file, dict, noView, at)) return false
  const rect = boxIn(file, dict, 'Rect', at)
  return rect === null || (rect[2] > rect[0] && rect[3] > rect[1])
}

/** Whether a widget keeps its size and place on the page however the page is looked at. */
export function staysInPlace(diff: RevisionDiff, number: number): boolean {
  const dict = widgetOf(diff.file, number, diff.after)
  if (dict === null || !isVisible(diff, number)) return true
  return !hasFlag(diff.file, dict, noZoom | noRotate, diff.after)
}

/** Where a widget can be seen; null where it cannot. */
export function placeOf(diff: RevisionDiff, number: number): Rect | null {
  const dict = widgetOf(diff.file, number, diff.after)
  return dict === null || !isVisible(diff, number) ? null : boxIn(diff.file, dict, 'Rect', diff.after)
}

/** Where a widget can hide what is below it. */
export function coverBy(diff: RevisionDiff, number: number): readonly Rect[] {
  const dict = widgetOf(diff.file, number, diff.after)
  if (dict === null || !isVisible(diff, number)) return []
  return groundOf(diff, dict, diff.after) ?? coverOf(diff.file, dict, diff.after)
}

/** Whether a widget hides some of the words that are below it. */
export function hidesBy(diff: RevisionDiff, number: number, words: readonly Rect[]): boolean {
  const dict = widgetOf(diff.file, number, diff.after)
  if (dict === null || !isVisible(diff, number)) return false
  const ground = groundOf(diff, dict, diff.after)
  return ground === null ? hidesAny(diff.file, dict, words, diff.after) : coversAny(ground, words)
}

/** 12.5.6.19: a background, or a border as broad as one, that some readers draw themselves. */
export function groundOf({ file }: RevisionDiff, dict: PdfDict, at: number): readonly Rect[] | null {
  const rect = boxIn(file, dict, 'Rect', at)
  const colours = file.resolve(dict.get('MK'), at)
  const hasColour = (key: string) => colours instanceof PdfDict && colours.get(key) !== null
  const hasGround = hasColour('BG') || (hasColour('BC') && borderOf(file, dict, at) > mostBorder)
  return hasGround && rect !== null ? [rect] : null
}

/** As broad as borders are, in points. */
const mostBorder = 2

/** 12.5.4: in points, 1 where nothing is said; what is no number is taken for broad. */
function borderOf(file: PdfFile, dict: PdfDict, at: number): number {
  const style = file.resolve(dict.get('BS'), at)
  const border = file.resolve(dict.get('Border'), at)
  const old = Array.isArray(border) ? border[2] : 1
  const width = file.resolve((style instanceof PdfDict ? style.get('W') : null) ?? old ?? 1, at)
  return typeof width === 'number' ? width : Number.POSITIVE_INFINITY
}
