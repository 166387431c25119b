import type { PdfFile } from '../pdf/document.ts'
import { malformed } from '../pdf/limits.ts'
import type { PdfPage } from '../pdf/pages.ts'
import type { Rect } from './appearance.ts'
import { boxIn } from './boxes.ts'
import { common, type Matrix, transformed } from './matrix.ts'

/** How a page is seen: what is visible of it, upright, from its lower left corner, in points of 1/72 inch. */
export interface PageSpace {
  readonly width: number
  readonly height: number
  /** Of a box in the user space of the page. */
  readonly toSeen: (box: Rect) => Rect
  readonly toUser: (box: Rect) => Rect
  /** Turns what is drawn upright so that it is seen upright (ISO 32000-2, table 31: Rotate). */
  readonly turn: Matrix
  /** Points in one unit of user space (table 31: UserUnit). */
  readonly unit: number
}

/** By quarters of the way round, clockwise. */
const turns: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, -1, 1, 0, 0, 0],
]
const back = [0, 3, 2, 1] as const

/** @throws PadesError `pdf_malformed` where the page has no size */
export function pageSpace(file: PdfFile, page: PdfPage, at = file.latest.number): PageSpace {
  const { attributes } = page
  const media = boxIn(file, attributes, 'MediaBox', at)
  if (media === null) throw malformed('media_box', page.dict.start, page.ref.number)
  const crop = boxIn(file, attributes, 'CropBox', at)
  const visible = crop === null ? media : (common(crop, media) ?? media)
  const rotate = file.resolve(attributes.get('Rotate'), at)
  const quarters = typeof rotate === 'number' && rotate % 90 === 0 ? (((rotate / 90) % 4) + 4) % 4 : 0
  const userUnit = file.resolve(page.dict.get('UserUnit'), at)
  const unit = typeof userUnit === 'number' && userUnit > 0 ? userUnit : 1
  const turn = turns[quarters] ?? turns[0] ?? [1, 0, 0, 1, 0, 0]
  const toUpright = turns[back[quarters as 0 | 1 | 2 | 3]] ?? turn
  const turned = transformed(visible, toUpright)
  const shown = (box: Rect): Rect => {
    const [left, bottom, right, top] = transformed(box, toUpright)
    return [left - turned[0], bottom - turned[1], right - turned[0], top - turned[1]]
  }
  const scaled = (box: Rect, by: number): Rect => [box[0] * by, box[1] * by, box[2] * by, box[3] * by]
  return {
    width: (turned[2] - turned[0]) * unit,
    height: (turned[3] - turned[1]) * unit,
    toSeen: (box) => scaled(shown(box), unit),
    toUser: (box) => {
      const [left, bottom, right, top] = scaled(box, 1 / unit)
      const [x, y] = turned
      return transformed([left + x, bottom + y, right + x, top + y], turn)
    },
    turn,
    unit,
  }
}
