import type { Place } from '../look/place.ts'
import { oneOf, required } from './shell/command-line.ts'
import type { Said } from './shell/said.ts'
import { UsageError } from './shell/usage-error.ts'

/** The options by which a signature is given a visible mark, and its place on the page. */
export const markOptions = {
  mark: { type: 'string' },
  image: { type: 'string' },
  'image-width': { type: 'string' },
  above: { type: 'string', multiple: true },
  'from-left': { type: 'string' },
  'from-right': { type: 'string' },
  'from-top': { type: 'string' },
  box: { type: 'string' },
} as const

export const markUsage =
  '[--mark person|picture|seal [--image FILE.png] [--image-width MM] [--above TEXT]… ' +
  '[(--from-left MM | --from-right MM) --from-top MM | --box LEFT,BOTTOM,WIDTH,HEIGHT]]'

export interface MarkValues {
  readonly field?: string | undefined
  readonly mark?: string | undefined
  readonly image?: string | undefined
  readonly 'image-width'?: string | undefined
  readonly above?: readonly string[] | undefined
  readonly 'from-left'?: string | undefined
  readonly 'from-right'?: string | undefined
  readonly 'from-top'?: string | undefined
  readonly box?: string | undefined
}

/** A mark as it is asked for. */
export interface MarkWish {
  /** The person with capacity, time and name; the handwritten signature alone; the body's seal. */
  readonly kind: 'person' | 'picture' | 'seal'
  readonly image: { readonly path: string; readonly widthMm: number } | null
  readonly above: readonly string[]
  /** Null where the field that is signed has its place already. */
  readonly place: Place | null
}

/** Of a seal in its actual size 36 mm (decree 30/2020/NĐ-CP, annex I, part II, 8a). */
const usualWidthMm = { person: 40, picture: 40, seal: 36 } as const

/** What the options ask for; null for a signature that shows nothing. @throws UsageError */
export function markIn(values: MarkValues, usage: string): MarkWish | null {
  const { mark, image: path, above = [] } = values
  if (mark === undefined) {
    const alone = Object.keys(markOptions).find((name) => values[name as keyof MarkValues] !== undefined)
    if (alone !== undefined) throw wrong(onlyWithMark(alone), usage)
    return null
  }
  const kind = oneOf(['person', 'picture', 'seal'], mark, '--mark', usage)
  if (kind !== 'person') {
    required(path, `--image FILE.png (--mark ${kind})`, usage)
    if (above.length > 0) throw wrong(onlyOfPerson, usage)
  }
  const width = values['image-width']
  const widthMm = width === undefined ? usualWidthMm[kind] : lengthIn(width, '--image-width', usage)
  if (widthMm === 0) throw wrong(noWidth, usage)
  const place = placeIn(values, usage)
  if (place === null && values.field === undefined) throw new UsageError(noPlace, usage)
  return { kind, image: path === undefined ? null : { path, widthMm }, above, place }
}

function placeIn(values: MarkValues, usage: string): Place | null {
  const { 'from-left': left, 'from-right': right, 'from-top': top, box } = values
  const sides = [left, right, box].filter((value) => value !== undefined).length
  if (sides > 1 || (box !== undefined && top !== undefined)) throw wrong(onePlace, usage)
  if (box !== undefined) return { kind: 'seen', box: boxIn(box, usage) }
  if (sides === 0 && top === undefined) return null
  if (sides === 0 || top === undefined) throw wrong(onePlace, usage)
  const topMm = lengthIn(top, '--from-top', usage)
  return left !== undefined
    ? { kind: 'from_left', leftMm: lengthIn(left, '--from-left', usage), topMm }
    : { kind: 'from_right', rightMm: lengthIn(right ?? '', '--from-right', usage), topMm }
}

/** As `dotpha render --json` tells the places of a page: points from its lower left corner. */
function boxIn(given: string, usage: string): readonly [number, number, number, number] {
  const parts = /^\d{1,5}(\.\d+)?(,\d{1,5}(\.\d+)?){3}$/.test(given) ? given.split(',').map(Number) : []
  const [left = 0, bottom = 0, width = 0, height = 0] = parts
  if (width > 0 && height > 0) return [left, bottom, left + width, bottom + height]
  const fault = {
    vi: `--box cần bốn số đo bằng điểm (trái, dưới, rộng, cao) như 340,120,160,90, không phải “${given}”`,
    en: `--box takes four lengths in points (left, bottom, width, height) such as 340,120,160,90, not “${given}”`,
  }
  throw wrong(fault, usage)
}

function lengthIn(given: string, option: string, usage: string): number {
  if (/^\d{1,4}([.,]\d{1,3})?$/.test(given)) return Number(given.replace(',', '.'))
  const fault = {
    vi: `${option} cần số mi-li-mét như 20 hoặc 12,5, không phải “${given}”`,
    en: `${option} takes millimetres such as 20 or 12.5, not “${given}”`,
  }
  throw wrong(fault, usage)
}

const wrong = (fault: Said, usage: string) => new UsageError(fault, usage)

export const noPlace = {
  vi: '--mark cần chỗ đặt: --from-left hoặc --from-right cùng --from-top, hoặc --box, hoặc --field có sẵn chỗ trên trang',
  en: '--mark needs a place: --from-left or --from-right with --from-top, or --box, or a --field with a place on its page',
}

const onlyWithMark = (name: string): Said => ({
  vi: `--${name} chỉ dùng cùng --mark`,
  en: `--${name} is for --mark`,
})
const onlyOfPerson = {
  vi: '--above chỉ dùng cùng --mark person',
  en: '--above is for --mark person',
}
const noWidth = { vi: '--image-width phải lớn hơn 0', en: '--image-width must be more than 0' }
const onePlace = {
  vi: 'nêu đúng một chỗ: --from-left hoặc --from-right cùng --from-top, hoặc --box',
  en: 'name exactly one place: --from-left or --from-right with --from-top, or --box',
}
