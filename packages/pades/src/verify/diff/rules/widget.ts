import { PdfDict } from '../../../pdf/objects.ts'
import type { RevisionDiff } from '../revision-diff.ts'

/** 12.5.3 */
const hidden = 2
const noView = 32

/** The rectangle of an annotation as of this revision, its corners in order; null where there is none. */
export function rectOf(diff: RevisionDiff, dict: PdfDict): readonly [number, number, number, number] | null {
  const rect = diff.current(dict.get('Rect'))
  if (!Array.isArray(rect) || rect.length !== 4) return null
  const numbers = rect.map((item) => diff.current(item)).filter((item) => typeof item === 'number')
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  if (numbers.length !== 4) return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Whether anything of a widget can be seen. */
export function isVisible(diff: RevisionDiff, number: number): boolean {
  const dict = diff.file.getObject(number, diff.after)?.value
  if (!(dict instanceof PdfDict) || !diff.graph.hasRole(number, 'annotation')) return false
  const flags = diff.current(dict.get('F'))
  if (typeof flags === 'number' && (flags & (hidden | noView)) !== 0) return false
  const rect = rectOf(diff, dict)
  return rect === null || (rect[2] > rect[0] && rect[3] > rect[1])
}
