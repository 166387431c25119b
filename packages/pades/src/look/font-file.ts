import { readFileSync } from 'node:fs'
import { PadesError } from '../errors.ts'

export type FontStyle = 'regular' | 'bold' | 'italic'

const files: Readonly<Record<FontStyle, string>> = {
  regular: 'LiberationSerif-Regular.ttf',
  bold: 'LiberationSerif-Bold.ttf',
  italic: 'LiberationSerif-Italic.ttf',
}
const loaded = new Map<FontStyle, FontFile>()

/** One of our fonts, whose letters are as wide as those of Times New Roman; read when it is first asked for. */
export function fontOf(style: FontStyle): FontFile {
  const known = loaded.get(style)
  if (known !== undefined) return known
  const font = new FontFile(readFileSync(new URL(`../../fonts/${files[style]}`, import.meta.url)))
  loaded.set(style, font)
  return font
}

/** A TrueType font (ISO/IEC 14496-22) that comes with us, so that its tables are trusted. Lengths are in its units. */
export class FontFile {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly weight: number
  readonly italicAngle: number
  readonly box: readonly [number, number, number, number]
  readonly #tables: ReadonlyMap<string, Buffer>
  readonly #glyphs: ReadonlyMap<number, number>
  readonly #longMetrics: number

  constructor(bytes: Buffer) {
    this.#tables = tablesOf(bytes)
    const head = this.table('head')
    const hhea = this.table('hhea')
    const os2 = this.table('OS/2')
    this.unitsPerEm = head.readUInt16BE(18)
    this.box = [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)]
    this.ascent = hhea.readInt16BE(4)
    this.descent = hhea.readInt16BE(6)
    this.#longMetrics = hhea.readUInt16BE(34)
    this.weight = os2.readUInt16BE(4)
    this.capHeight = os2.readInt16BE(88)
    this.italicAngle = this.table('post').readInt32BE(4) / 65536
    this.#glyphs = glyphsOf(this.table('cmap'))
  }

  table(tag: string): Buffer {
    const table = this.#tables.get(tag)
    if (table === undefined) throw new RangeError(`The font has no table ${tag}`)
    return table
  }

  /**
   * The glyphs of a text, one for each letter of its composed form.
   *
   * @throws PadesError `font_missing_letters`
   */
  glyphsOf(text: string): readonly number[] {
    const letters = [...text.normalize('NFC')]
    const missing = letters.filter((letter) => !this.#glyphs.has(letter.codePointAt(0) ?? 0))
    if (missing.length > 0) {
      const named = [...new Set(missing)].slice(0, 20).join(' ')
      throw new PadesError('font_missing_letters', `The font has no letters ${named}`, { letters: named })
    }
    return letters.map((letter) => this.#glyphs.get(letter.codePointAt(0) ?? 0) ?? 0)
  }

  advanceOf(glyph: number): number {
    const index = Math.min(glyph, this.#longMetrics - 1)
    return this.table('hmtx').readUInt16BE(index * 4)
  }

  bearingOf(glyph: number): number {
    const { length } = this.table('hmtx')
    const at =
      glyph < this.#longMetrics ? glyph * 4 + 2 : this.#longMetrics * 4 + (glyph - this.#longMetrics) * 2
    return at + 2 <= length ? this.table('hmtx').readInt16BE(at) : 0
  }

  /** The outline of a glyph; empty for a space. */
  outlineOf(glyph: number): Buffer {
    const isLong = this.table('head').readInt16BE(50) === 1
    const loca = this.table('loca')
    const offset = (index: number) =>
      isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2
    return this.table('glyf').subarray(offset(glyph), offset(glyph + 1))
  }

  /** How wide a text is in a size of points. */
  widthOf(text: string, size: number): number {
    let units = 0
    for (const glyph of this.glyphsOf(text)) units += this.advanceOf(glyph)
    return (units * size) / this.unitsPerEm
  }
}

function tablesOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + index * 16
    const offset = bytes.readUInt32BE(at + 8)
    tables.set(
      bytes.toString('latin1', at, at + 4),
      bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)),
    )
  }
  return tables
}

/** The glyphs of the code points of the basic plane: a table of format 4 for Windows is in each of our fonts. */
function glyphsOf(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = 4 + index * 8
    if (cmap.readUInt16BE(at) !== 3 || cmap.readUInt16BE(at + 2) !== 1) continue
    readFormat4(cmap.subarray(cmap.readUInt32BE(at + 4)), glyphs)
  }
  return glyphs
}

function readFormat4(table: Buffer, glyphs: Map<number, number>): void {
  const doubled = table.readUInt16BE(6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = table.readUInt16BE(14 + segment)
    const start = table.readUInt16BE(16 + doubled + segment)
    const delta = table.readUInt16BE(16 + 2 * doubled + segment)
    const rangeAt = 16 + 3 * doubled + segment
    const range = table.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const found = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - start) * 2)
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}
