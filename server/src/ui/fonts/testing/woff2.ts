import { brotliDecompressSync } from 'node:zlib'

// The places of three tables in the list of tables that WOFF2 knows by number (W3C, WOFF File Format 2.0, 5.1).
const cmap = 0
const hmtx = 3
const glyphTables = [10, 11]

/** The characters that a WOFF2 font draws, of its map in format 4, the one that all our fonts have. */
export function lettersOf(font: Buffer): ReadonlySet<string> {
  const map = characterMap(font)
  const segments = map.readUInt16BE(6) / 2
  const letters = new Set<string>()
  for (let segment = 0; segment < segments; segment += 1) {
    const end = map.readUInt16BE(14 + 2 * segment)
    const start = map.readUInt16BE(16 + 2 * (segments + segment))
    const delta = map.readUInt16BE(16 + 2 * (2 * segments + segment))
    const offsetAt = 16 + 2 * (3 * segments + segment)
    const offset = map.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : map.readUInt16BE(offsetAt + offset + 2 * (code - start))
      if ((glyph & 0xffff) !== 0) letters.add(String.fromCharCode(code))
    }
  }
  return letters
}

function characterMap(font: Buffer): Buffer {
  const { at, length, tables } = directory(font)
  const table = brotliDecompressSync(font.subarray(tables)).subarray(at, at + length)
  for (let record = 0; record < table.readUInt16BE(2); record += 1) {
    const map = table.subarray(table.readUInt32BE(8 + 8 * record))
    if (map.readUInt16BE(0) === 4) return map
  }
  throw new Error('the font has no map in format 4')
}

/** Where the table of characters is among the unpacked tables, and where the packed ones begin. */
function directory(font: Buffer) {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 font')
  let position = 48
  const number = () => {
    let value = 0
    for (;;) {
      const byte = font.readUInt8(position++)
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  let found = { at: 0, length: 0 }
  let at = 0
  for (let table = 0; table < font.readUInt16BE(12); table += 1) {
    const flags = font.readUInt8(position++)
    const tag = flags & 0x3f
    if (tag === 0x3f) position += 4
    const whole = number()
    const isChanged = glyphTables.includes(tag) ? flags >> 6 === 0 : tag === hmtx && flags >> 6 === 1
    const length = isChanged ? number() : whole
    if (tag === cmap) found = { at, length }
    at += length
  }
  return { ...found, tables: position }
}
