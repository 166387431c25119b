import type { Rect } from '../../look/appearance.ts'
import { boxIn, matrixIn } from '../../look/boxes.ts'
import { type Matrix, transformed } from '../../look/matrix.ts'
import { marksOfAppearance, type PageMark } from '../../look/page-marks.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { malformed } from '../../pdf/limits.ts'
import { PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts'

const mostStates = 64

/** The appearance streams of an annotation: of one kind (`/N` normal, `/R`, `/D`), all of its states. */
export function appearancesOf(file: PdfFile, dict: PdfDict, at: number, kind = 'N'): readonly PdfStream[] {
  const all = file.resolve(dict.get('AP'), at)
  const one = all instanceof PdfDict ? file.resolve(all.get(kind), at) : null
  if (one instanceof PdfStream) return [one]
  if (!(one instanceof PdfDict)) return []
  if (one.entries.size > mostStates) throw malformed('appearance_states', one.start)
  const states: PdfObject[] = [...one.entries.values()].map((state) => file.resolve(state, at))
  return states.filter((state) => state instanceof PdfStream)
}

/**
 * What the normal appearances of an annotation put on the page, in the space of the page (ISO 32000-2, 12.5.5).
 *
 * @throws PadesError where it cannot be told
 */
export function marksOfAnnotation(file: PdfFile, dict: PdfDict, at: number): readonly PageMark[] {
  const rect = boxIn(file, dict, 'Rect', at)
  return appearancesOf(file, dict, at).flatMap((form) => {
    const box = boxIn(file, form.dict, 'BBox', at)
    if (rect === null || box === null) throw malformed('appearance_box', form.dict.start)
    const place = placing(transformed(box, matrixIn(file, form.dict, at)), rect)
    return marksOfAppearance(file, form, at).map((mark) => ({ ...mark, box: transformed(mark.box, place) }))
  })
}

/** From the box of an appearance to the annotation's rectangle. */
function placing(from: Rect, to: Rect): Matrix {
  const x = scaleOf(to[2] - to[0], from[2] - from[0])
  const y = scaleOf(to[3] - to[1], from[3] - from[1])
  return [x, 0, 0, y, to[0] - from[0] * x, to[1] - from[1] * y]
}

function scaleOf(to: number, from: number): number {
  return from === 0 ? 0 : to / from
}
