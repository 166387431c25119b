import type { Rect } from '../../../look/appearance.ts'
import { boxIn } from '../../../look/boxes.ts'
import { common } from '../../../look/matrix.ts'
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
  const shared = common(one, other)
  return shared !== null && areaOf(shared) > Math.min(areaOf(one), areaOf(other)) / 4
}

function areaOf([left, bottom, right, top]: Rect): number {
  return (right - left) * (top - bottom)
}

/** Whether more highlights than a few lie where this one lies. */
export function isOneOfMany(diff: RevisionDiff, page: number, dict: PdfDict, at: number): boolean {
  const { file } = diff
  const own = boxIn(file, dict, 'Rect', at)
  const holder = file.getObject(page, at)?.value
  const list = holder instanceof PdfDict ? file.resolve(holder.get('Annots'), at) : null
  if (own === null) return true
  if (!Array.isArray(list)) return false
  let layers = 0
  for (const item of list) {
    const other = item instanceof PdfRef ? file.get(item, at) : null
    const isHighlight = other instanceof PdfDict && isOf(diff, other, at)
    const rect = isHighlight ? boxIn(file, other, 'Rect', at) : null
    if (rect !== null && lieTogether(own, rect)) layers++
  }
  return layers > mostLayers
}

function isOf(diff: RevisionDiff, dict: PdfDict, at: number): boolean {
  const subtype = diff.file.resolve(dict.get('Subtype'), at)
  return subtype instanceof PdfName && subtype.value === 'Highlight'
}
