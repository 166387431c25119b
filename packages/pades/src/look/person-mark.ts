import { Drawing, type Mark } from './drawing.ts'
import { draw, layOut, pointsPerMm } from './layout.ts'
import { checkPicture, type PictureNote } from './picture-checks.ts'
import { readPng } from './png.ts'

export interface PersonMarkOptions {
  /** The signature as it is written by hand: a PNG, blue, with a transparent ground. */
  readonly picture?: { readonly png: Uint8Array; readonly widthMm: number }
  /** What is read aloud in the place of the picture, as `Chữ ký của Nguyễn Văn A`. */
  readonly pictureWords?: string
  /** Authority and position, each on a line of its own, as they are to be read. None where the page has them already. */
  readonly above?: readonly string[]
  /** Between position and name, beside or in the place of the picture: that it is signed, when. */
  readonly between?: readonly string[]
  /** The name; none where the page has it already. */
  readonly name?: string
  /** 13 or 14 by decree 30/2020/NĐ-CP, annex I; 14 where it is left out. */
  readonly size?: number
  /** How wide words may be; 75 where it is left out. */
  readonly widthMm?: number
}

export interface PersonMark {
  readonly mark: Mark
  readonly notes: readonly PictureNote[]
}

/** Between words and picture. */
const gap = 4
const betweenSize = 10

/**
 * The signature of a person: the picture centred between position and name (decree 30/2020/NĐ-CP, annex I, part II,
 * 7d), or words alone.
 *
 * @throws PadesError `image_malformed`, `font_missing_letters`
 */
export function personMark(options: PersonMarkOptions): PersonMark {
  const { above = [], between = [], name, size = 14 } = options
  const picture = options.picture === undefined ? null : readPng(options.picture.png)
  const pictureWidth = (options.picture?.widthMm ?? 0) * pointsPerMm
  const pictureHeight = picture === null ? 0 : (pictureWidth * picture.height) / picture.width
  const hasWords = above.length > 0 || between.length > 0 || name !== undefined
  const width = Math.max(pictureWidth, hasWords ? (options.widthMm ?? 75) * pointsPerMm : 0)
  const bold = { style: 'bold', size, width, mostLines: 2 } as const
  const upper = above.map((words) => layOut(words, bold))
  const middle = between.map((words) =>
    layOut(words, { style: 'regular', size: betweenSize, width, mostLines: 2 }),
  )
  const lower = name === undefined ? [] : [layOut(name, bold)]
  const gaps =
    [upper.length, pictureHeight, middle.length, lower.length].filter((part) => part > 0).length - 1
  const words = [...upper, ...middle, ...lower].reduce((sum, { height }) => sum + height, 0)
  const drawing = new Drawing(width, words + pictureHeight + Math.max(0, gaps) * gap)
  let y = drawing.height
  for (const paragraph of upper) y = draw(drawing, paragraph, 0, y, 'middle')
  if (upper.length > 0) y -= gap
  if (picture !== null) {
    const left = (width - pictureWidth) / 2
    drawing.picture(picture, [left, y - pictureHeight, left + pictureWidth, y], options.pictureWords)
    y -= pictureHeight + gap
  }
  for (const paragraph of middle) y = draw(drawing, paragraph, 0, y, 'middle')
  if (middle.length > 0) y -= gap
  for (const paragraph of lower) y = draw(drawing, paragraph, 0, y, 'middle')
  const notes = picture === null ? [] : checkPicture(picture, 'blue', options.picture?.widthMm ?? 0)
  return { mark: drawing.finish(), notes }
}
