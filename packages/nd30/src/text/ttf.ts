/** How far each letter of a typeface reaches, read from its file (OpenType 1.9: head, hhea, hmtx, cmap format 4). */
export interface FontMetrics {
  /** In ems; of the empty box where it has no such letter. */
  advance(codePoint: number): number
  /** In ems, of a line without further space: ascent, descent and gap. */
  readonly line: number
}

export function readMetrics(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const table = tablesOf(view)
  const unitsPerEm = view.getUint16(table('head') + 18)
  const hhea = table('hhea')
  const longMetrics = view.getUint16(hhea + 34)
  const hmtx = table('hmtx')
  const glyphOf = readGlyphs(view, table('cmap'))
  const line = view.getInt16(hhea + 4) - view.getInt16(hhea + 6) + view.getInt16(hhea + 8)
  return {
    line: line / unitsPerEm,
    advance(codePoint) {
      const glyph = Math.min(glyphOf(codePoint), longMetrics - 1)
      return view.getUint16(hmtx + 4 * glyph) / unitsPerEm
    },
  }
}

function tablesOf(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)))
    offsets.set(tag, view.getUint32(record + 8))
  }
  return (tag) => {
    const offset = offsets.get(tag)
    if (offset === undefined) throw new RangeError(`the typeface has no table ${tag}`)
    return offset
  }
}

function readGlyphs(view: DataView, cmap: number): (codePoint: number) => number {
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const table = cmap + view.getUint32(cmap + 8 + 8 * index)
    if (view.getUint16(cmap + 4 + 8 * index) === 3 && view.getUint16(table) === 4)
      return (codePoint) => glyphIn(view, table, codePoint)
  }
  throw new RangeError('the typeface has no table of letters')
}

function glyphIn(view: DataView, table: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0
  const segments = view.getUint16(table + 6) / 2
  const ends = table + 14
  let low = 0
  let high = segments - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1
    else high = middle
  }
  const starts = ends + 2 * segments + 2
  const start = view.getUint16(starts + 2 * low)
  if (codePoint < start || codePoint > view.getUint16(ends + 2 * low)) return 0
  const delta = view.getUint16(starts + 2 * (segments + low))
  const rangeAt = starts + 2 * (2 * segments + low)
  const range = view.getUint16(rangeAt)
  if (range === 0) return (codePoint + delta) & 0xffff
  const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
