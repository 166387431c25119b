import type { Rect } from '../../../look/appearance.ts'
import { boxIn } from '../../../look/boxes.ts'
import { common } from '../../../look/matrix.ts'
import type { PdfFile } from '../../../pdf/document.ts'
import { PdfDict, PdfName, PdfRef } from '../../../pdf/objects.ts'
import type { RevisionDiff } from '../revision-diff.ts'

/** How many stretches of colour one highlight may have. */
const mostStretches = 500
/** How many highlights may lie over each other: light colours upon each other become dark. */
const mostLayers = 3

/** Whether stretches of colour lie upon each other, more than neighbouring lines do. */
export function isLaidTwice(boxes: readonly Rect[]): boolean {
  if (boxes.length > mostStretches) return true
  return boxes.some((one, index) => boxes.slice(index + 1).some((other) => lieTogether(one, other)))
}

function lieTogether(one: Rect, other: Rect): boolean {
  if (one[0] >= other[2] || one[2] <= other[0] || one[1] >= other[3] || one[3] <= other[1]) return false
  const shared = common(one, other)
  return shared !== null && areaOf(shared) > Math.min(areaOf(one), areaOf(other)) / 4
}

function areaOf([left, bottom, right, top]: Rect): number {
  return (right - left) * (top - bottom)
}

/** Where the highlights of the page lie that was asked for last; found once for many of them. */
const found = new WeakMap<PdfFile, { readonly key: string; readonly rects: readonly Rect[] }>()

/** Whether more highlights than a few lie where this one lies. */
export function isOneOfMany(diff: RevisionDiff, page: number, dict: PdfDict, at: number): boolean {
  const own = boxIn(diff.file, dict, 'Rect', at)
  if (own === null) return true
  const key = `${page} ${at}`
  const known = found.get(diff.file)
  const rects = known?.key === key ? known.rects : highlightsOn(diff, page, at)
  found.set(diff.file, { key, rects })
  if (rects.length > mostHighlights) return true
  let layers = 0
  for (const rect of rects) {
    if (lieTogether(own, rect)) layers++
    if (layers > mostLayers) return true
  }
  return false
}

/** More on one page are not compared with one another. */
const mostHighlights = 10_000

function highlightsOn(diff: RevisionDiff, page: number, at: number): readonly Rect[] {
  const { file } = diff
  const holder = file.getObject(page, at)?.value
  const list = holder instanceof PdfDict ? file.resolve(holder.get('Annots'), at) : null
  if (!Array.isArray(list)) return []
  return list.flatMap((item) => {
    const other = item instanceof PdfRef ? file.get(item, at) : null
    const isHighlight = other instanceof PdfDict && isOf(diff, other, at)
    const rect = isHighlight ? boxIn(file, other, 'Rect', at) : null
    return rect === null ? [] : [rect]
  })
}

function isOf(diff: RevisionDiff, dict: PdfDict, at: number): boolean {
  const subtype = diff.file.resolve(dict.get('Subtype'), at)
  return subtype instanceof PdfName && subtype.value === 'Highlight'
}
