import { readFileSync } from 'node:fs'

type Style = 'Regular' | 'Bold' | 'Italic' | 'BoldItalic'

interface Metrics {
  readonly unitsPerEm: number
  readonly advance: (codePoint: number) => number
}

const known = new Map<Style, Metrics>()

/** Millimetres that words take in Liberation Serif, whose widths are those of Times New Roman. */
export function textWidthMm(text: string, style: { bold: boolean; italic: boolean; sizePt: number }): number {
  const metrics = metricsOf(
    style.bold ? (style.italic ? 'BoldItalic' : 'Bold') : style.italic ? 'Italic' : 'Regular',
  )
  const units = [...text].reduce((sum, letter) => sum + metrics.advance(letter.codePointAt(0) ?? 32), 0)
  return ((units / metrics.unitsPerEm) * style.sizePt * 25.4) / 72
}

function metricsOf(style: Style): Metrics {
  const found = known.get(style) ?? read(style)
  known.set(style, found)
  return found
}

function read(style: Style): Metrics {
  const bytes = readFileSync(new URL(`../../fonts/LiberationSerif-${style}.ttf`, import.meta.url))
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let at = 12; at < 12 + font.getUint16(4) * 16; at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), font.getUint32(at + 8))
  const table = (name: string) => tables.get(name) ?? fail(`no table ${name}`)
  const glyphOf = characterMap(font, table('cmap'))
  const widths = table('hmtx')
  const last = font.getUint16(table('hhea') + 34) - 1
  return {
    unitsPerEm: font.getUint16(table('head') + 18),
    advance: (codePoint) => font.getUint16(widths + Math.min(glyphOf(codePoint), last) * 4),
  }
}

/** The map of format 4, for letters of the first plane. */
function characterMap(font: DataView, start: number): (codePoint: number) => number {
  const subtables = Array.from({ length: font.getUint16(start + 2) }, (_, index) =>
    font.getUint32(start + 4 + index * 8 + 4),
  )
  const map = start + (subtables.find((at) => font.getUint16(start + at) === 4) ?? fail('no map of format 4'))
  const twice = font.getUint16(map + 6)
  const [ends, starts] = [map + 14, map + 16 + twice]
  const [deltas, offsets] = [starts + twice, starts + 2 * twice]
  return (codePoint) => {
    for (let at = 0; at < twice; at += 2) {
      if (font.getUint16(ends + at) < codePoint) continue
      const first = font.getUint16(starts + at)
      if (first > codePoint) return 0
      const [delta, offset] = [font.getUint16(deltas + at), font.getUint16(offsets + at)]
      const glyph = offset ? font.getUint16(offsets + at + offset + (codePoint - first) * 2) : codePoint
      return (glyph + delta) & 0xffff
    }
    return 0
  }
}

function fail(what: string): never {
  throw new Error(what)
}
