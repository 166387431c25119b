import type { PdfFile } from '../pdf/document.ts'
import type { PdfPage } from '../pdf/pages.ts'
import type { Rect } from './appearance.ts'
import { Drawing, type Mark } from './drawing.ts'
import { pointsPerMm } from './layout.ts'
import { pageSpace } from './page-space.ts'
import { checkPicture, type PictureNote } from './picture-checks.ts'
import type { Place } from './place.ts'
import { readPng } from './png.ts'

/**
 * The seal of a body in its actual size (decree 30/2020/NĐ-CP, annex I, part II, 8a).
 *
 * @param widthMm of the picture's width; 36 to 42 with round seals
 * @param words what is read aloud in its place, as `Con dấu của Ủy ban nhân dân xã A`
 * @throws PadesError `image_malformed`
 */
export function sealMark(
  png: Uint8Array,
  widthMm: number,
  words?: string,
): { readonly mark: Mark; readonly notes: readonly PictureNote[] } {
  const picture = readPng(png)
  const width = widthMm * pointsPerMm
  const drawing = new Drawing(width, (width * picture.height) / picture.width)
  drawing.picture(picture, [0, 0, drawing.width, drawing.height], words)
  return { mark: drawing.finish(), notes: checkPicture(picture, 'red', widthMm) }
}

/** The part of the signature's width, from its left, that the seal covers. */
const coveredPart = 1 / 3

/** Where the seal stands: over a third of the signature's picture, on its left, their middles on one height. */
export function sealPlace(file: PdfFile, page: PdfPage, signature: Rect, seal: Mark): Place {
  const { toSeen } = pageSpace(file, page)
  const [left, bottom, right, top] = toSeen(signature)
  const edge = left + (right - left) * coveredPart
  const middle = (bottom + top) / 2
  return {
    kind: 'seen',
    box: [edge - seal.width, middle - seal.height / 2, edge, middle + seal.height / 2],
  }
}
