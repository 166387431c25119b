import type { Picture } from './png.ts'

/** What is to be said of a picture to whoever chose it; none of it keeps it from being used. */
export interface PictureNote {
  readonly code: 'no_transparency' | 'too_few_pixels' | 'white_box' | 'wrong_colour'
  readonly details: Readonly<Record<string, string | number>>
}

/** Decree 30/2020/NĐ-CP, annex I, part II, 7d and 8a: blue for a person, red for a seal. Degrees; a range may pass 360. */
const hues = { blue: [200, 250], red: [345, 15] } as const
export type InkColour = keyof typeof hues

const leastDpi = 300

/** Looks at a picture as it is to be shown `widthMm` wide. */
export function checkPicture(picture: Picture, colour: InkColour, widthMm: number): readonly PictureNote[] {
  const notes: PictureNote[] = []
  if (picture.alpha === null) notes.push({ code: 'no_transparency', details: {} })
  const dpi = Math.floor((picture.width * 25.4) / widthMm)
  if (dpi < leastDpi) notes.push({ code: 'too_few_pixels', details: { dpi, least: leastDpi } })
  const { inked, white, right } = countPixels(picture, colour)
  const pixels = picture.width * picture.height
  if (white > pixels / 5)
    notes.push({ code: 'white_box', details: { percent: Math.round((white * 100) / pixels) } })
  if (inked > 0 && right < inked * 0.8)
    notes.push({ code: 'wrong_colour', details: { colour, percent: Math.round((right * 100) / inked) } })
  return notes
}

/** The pixels that are more opaque than not: white ones, others, and those of the others that have the right hue. */
function countPixels({ rgb, alpha }: Picture, colour: InkColour) {
  let [inked, white, right] = [0, 0, 0]
  for (let pixel = 0, at = 0; at < rgb.length; pixel++, at += 3) {
    if (alpha !== null && (alpha[pixel] ?? 0) < 128) continue
    const [red = 0, green = 0, blue = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]]
    const most = Math.max(red, green, blue)
    const spread = most - Math.min(red, green, blue)
    if (most - spread > 230) {
      white++
      continue
    }
    inked++
    if (spread >= 40 && isWithin(hueOf(red, green, blue, most, spread), hues[colour])) right++
  }
  return { inked, white, right }
}

function hueOf(red: number, green: number, blue: number, most: number, spread: number): number {
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread
  return (sixth * 60 + 360) % 360
}

function isWithin(hue: number, [from, to]: readonly [number, number]): boolean {
  return from <= to ? hue >= from && hue <= to : hue >= from || hue <= to
}
