import type { FontFile } from './font-file.ts'

/** A font with some glyphs of another alone. */
export interface FontSubset {
  readonly bytes: Uint8Array
  /** The numbers in the subset of the glyphs that it was asked for. */
  readonly numberOf: ReadonlyMap<number, number>
}

/**
 * Makes a TrueType font of the given glyphs and those that they are composed of. Hints are left out: they are half of
 * a small subset, and no printer or present screen follows them.
 */
export function subsetFont(font: FontFile, wanted: Iterable<number>): FontSubset {
  const numberOf = new Map<number, number>([[0, 0]])
  for (const glyph of [...new Set(wanted)].sort((a, b) => a - b)) numberOf.set(glyph, numberOf.size)
  const outlines: Buffer[] = []
  // Components are put at the end of the map while it is gone through.
  for (const glyph of numberOf.keys()) outlines.push(withoutHints(font.outlineOf(glyph), numberOf))
  return { bytes: fileOf(tablesOf(font, [...numberOf.keys()], outlines)), numberOf }
}

function withoutHints(outline: Buffer, numberOf: Map<number, number>): Buffer {
  if (outline.length === 0) return outline
  return outline.readInt16BE(0) >= 0 ? plainOutline(outline) : composedOutline(outline, numberOf)
}

function plainOutline(outline: Buffer): Buffer {
  const hintsAt = 10 + outline.readInt16BE(0) * 2
  const hints = outline.readUInt16BE(hintsAt)
  return Buffer.concat([outline.subarray(0, hintsAt), Buffer.alloc(2), outline.subarray(hintsAt + 2 + hints)])
}

const wordArguments = 0x0001
const hasScale = 0x0008
const moreComponents = 0x0020
const hasTwoScales = 0x0040
const hasMatrix = 0x0080
const hasHints = 0x0100

function composedOutline(outline: Buffer, numberOf: Map<number, number>): Buffer {
  const copy = Buffer.from(outline)
  let at = 10
  for (;;) {
    const flags = copy.readUInt16BE(at)
    const component = copy.readUInt16BE(at + 2)
    const number = numberOf.get(component) ?? numberOf.size
    numberOf.set(component, number)
    copy.writeUInt16BE(flags & ~hasHints, at)
    copy.writeUInt16BE(number, at + 2)
    at += flags & wordArguments ? 8 : 6
    if (flags & hasScale) at += 2
    else if (flags & hasTwoScales) at += 4
    else if (flags & hasMatrix) at += 8
    if (!(flags & moreComponents)) return copy.subarray(0, at)
  }
}

function tablesOf(font: FontFile, glyphs: readonly number[], outlines: readonly Buffer[]) {
  const head = Buffer.from(font.table('head'))
  head.writeUInt32BE(0, 8)
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(font.table('hhea'))
  hhea.writeUInt16BE(glyphs.length, 34)
  const maxp = Buffer.from(font.table('maxp'))
  maxp.writeUInt16BE(glyphs.length, 4)
  const hmtx = Buffer.alloc(glyphs.length * 4)
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  const padded: Buffer[] = []
  let offset = 0
  for (const [index, glyph] of glyphs.entries()) {
    hmtx.writeUInt16BE(font.advanceOf(glyph), index * 4)
    hmtx.writeInt16BE(font.bearingOf(glyph), index * 4 + 2)
    const outline = outlines[index] ?? Buffer.alloc(0)
    padded.push(outline, Buffer.alloc(-outline.length & 3))
    offset += outline.length + (-outline.length & 3)
    loca.writeUInt32BE(offset, (index + 1) * 4)
  }
  return { glyf: Buffer.concat(padded), head, hhea, hmtx, loca, maxp }
}

/** The tables as one file, in the order of their names as they must be. */
function fileOf(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const names = Object.keys(tables).sort()
  const power = 2 ** Math.floor(Math.log2(names.length))
  const directory = Buffer.alloc(12 + names.length * 16)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(names.length, 4)
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((names.length - power) * 16, 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  for (const [index, name] of names.entries()) {
    const table = tables[name] ?? Buffer.alloc(0)
    const at = 12 + index * 16
    directory.write(name, at, 'latin1')
    directory.writeUInt32BE(checksum(table), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(table.length, at + 12)
    parts.push(table, Buffer.alloc(-table.length & 3))
    offset += table.length + (-table.length & 3)
  }
  const file = Buffer.concat(parts)
  const head = names.indexOf('head')
  const headAt = directory.readUInt32BE(12 + head * 16 + 8)
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8)
  return file
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4)
    sum = (sum + (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : lastWord(bytes, at))) >>> 0
  return sum
}

function lastWord(bytes: Buffer, at: number): number {
  let word = 0
  for (let i = 0; i < 4; i++) word = word * 256 + (bytes[at + i] ?? 0)
  return word
}
