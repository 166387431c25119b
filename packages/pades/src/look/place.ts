import type { FormField } from '../form/fields.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfStream } from '../pdf/objects.ts'
import type { PdfPage } from '../pdf/pages.ts'
import type { Rect, WidgetLook } from './appearance.ts'
import { boxIn, matrixIn } from './boxes.ts'
import type { Mark } from './drawing.ts'
import { pointsPerMm } from './layout.ts'
import { around, common, transformed } from './matrix.ts'
import { marksOfAppearance, marksOfPage, type PageMark } from './page-marks.ts'
import { type PageSpace, pageSpace } from './page-space.ts'
import { claimedPdfA } from './pdf-a/claim.ts'
import { hasOutputIntent } from './pdf-a/output-intent.ts'

/** Where a mark goes. Millimetres count from an upper corner of what is visible of the page, as it is seen upright. */
export type Place =
  | { readonly kind: 'from_left'; readonly leftMm: number; readonly topMm: number }
  | { readonly kind: 'from_right'; readonly rightMm: number; readonly topMm: number }
  /** A box of the page as it is seen, in points from its lower left corner. */
  | { readonly kind: 'seen'; readonly box: Rect }
  /** A rectangle of the page's user space. */
  | { readonly kind: 'rectangle'; readonly rect: Rect }

/**
 * The look of a mark on a page. A mark keeps its size; in a box that is smaller it is made to fit, in a larger one it
 * is in the middle. A place that is partly outside of the page is moved into it.
 *
 * @throws PadesError `pdf_malformed`, `pdf_limit` where the page says nothing sound of its size
 */
export function placeMark(file: PdfFile, page: PdfPage, mark: Mark, place: Place): WidgetLook {
  const space = pageSpace(file, page)
  const box = withinPage(space, boxOf(space, mark, place))
  const transparency = needsHardMasks(file) ? 'hard' : 'soft'
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  const scale = Math.min(1, width / mark.width, height / mark.height)
  const left = (width - mark.width * scale) / 2
  const bottom = (height - mark.height * scale) / 2
  const frame = { width, height, left, bottom, scale, turn: space.turn, transparency } as const
  const rect = rounded(space.toUser(box))
  return { rect, words: mark.words, build: (allocate) => mark.build(allocate, frame) }
}

/** The look of a mark in the rectangle of an empty field. Null where the field has no place on this page. */
export function placeInField(file: PdfFile, page: PdfPage, mark: Mark, field: FormField): WidgetLook | null {
  const [widget] = field.widgets
  const dict = widget === undefined ? field.dict : file.resolve(widget)
  const rect = dict instanceof PdfDict ? boxIn(file, dict, 'Rect') : null
  if (rect === null || rect[0] === rect[2] || rect[1] === rect[3]) return null
  return placeMark(file, page, mark, { kind: 'rectangle', rect })
}

function boxOf(space: PageSpace, mark: Mark, place: Place): Rect {
  if (place.kind === 'seen') return place.box
  if (place.kind === 'rectangle') return space.toSeen(place.rect)
  const left =
    place.kind === 'from_left'
      ? place.leftMm * pointsPerMm
      : space.width - place.rightMm * pointsPerMm - mark.width
  const top = space.height - place.topMm * pointsPerMm
  return [left, top - mark.height, left + mark.width, top]
}

function withinPage(space: PageSpace, box: Rect): Rect {
  const width = Math.min(box[2] - box[0], space.width)
  const height = Math.min(box[3] - box[1], space.height)
  const left = Math.min(Math.max(0, box[0]), space.width - width)
  const bottom = Math.min(Math.max(0, box[1]), space.height - height)
  return [left, bottom, left + width, bottom + height]
}

function rounded([left, bottom, right, top]: Rect): Rect {
  const to = (value: number) => Math.round(value * 1000) / 1000
  return [to(left), to(bottom), to(right), to(top)]
}

/** PDF/A-1 has no degrees of transparency; parts 2 and 3 have them only where an output intent says how they blend. */
function needsHardMasks(file: PdfFile): boolean {
  const claim = claimedPdfA(file)
  return claim !== null && (claim.part === 1 || !hasOutputIntent(file))
}

/**
 * What of the page's own contents a box would cover: words (also those behind a scan), and pictures that are less than
 * half of the page; larger ones are its ground.
 */
export function marksUnder(file: PdfFile, page: PdfPage, rect: Rect): readonly PageMark[] {
  const ground = pageSpace(file, page)
  const half = (ground.width * ground.height) / ground.unit ** 2 / 2
  return marksOfPage(file, page).filter(({ kind, box }) => {
    if (kind === 'path' || areaOf(box) > half) return false
    const shared = common(box, rect)
    return shared !== null && areaOf(shared) > 0
  })
}

function areaOf([left, bottom, right, top]: Rect): number {
  return (right - left) * (top - bottom)
}

/** Where the pictures are that a widget's normal appearance shows, in user space; null where it shows none. */
export function pictureOfWidget(file: PdfFile, widget: PdfDict): Rect | null {
  const rect = boxIn(file, widget, 'Rect')
  const appearances = file.resolve(widget.get('AP'))
  const normal = appearances instanceof PdfDict ? file.resolve(appearances.get('N')) : null
  if (rect === null || !(normal instanceof PdfStream)) return null
  const form = boxIn(file, normal.dict, 'BBox')
  if (form === null) return null
  let pictures: Rect | null = null
  for (const { kind, box } of marksOfAppearance(file, normal))
    if (kind === 'image') pictures = around(pictures, box)
  if (pictures === null) return null
  // 12.5.5: what the matrix makes of the box is moved and stretched onto the rectangle.
  const [left, bottom, right, top] = transformed(form, matrixIn(file, normal.dict))
  const across = (rect[2] - rect[0]) / (right - left)
  const up = (rect[3] - rect[1]) / (top - bottom)
  return [
    rect[0] + (pictures[0] - left) * across,
    rect[1] + (pictures[1] - bottom) * up,
    rect[0] + (pictures[2] - left) * across,
    rect[1] + (pictures[3] - bottom) * up,
  ]
}
