/** What of a TrueType or OpenType file is needed here: the name of its family and which letters it has. */

interface Table {
  readonly offset: number
  readonly length: number
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tableOf(data: DataView, wanted: string): Table {
  const count = data.getUint16(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => data.getUint8(at + byte)))
    if (tag === wanted) return { offset: data.getUint32(at + 8), length: data.getUint32(at + 12) }
  }
  throw new RangeError(`a font file without ${wanted}`)
}

const familyName = 1
const typographicFamilyName = 16
const windows = 3

/** @throws RangeError where the bytes are no font file */
export function familyOf(bytes: Uint8Array): string {
  const data = view(bytes)
  const { offset } = tableOf(data, 'name')
  const [count, strings] = [data.getUint16(offset + 2), offset + data.getUint16(offset + 4)]
  const names = new Map<number, string>()
  for (let at = offset + 6; at < offset + 6 + count * 12; at += 12) {
    if (data.getUint16(at) !== windows) continue
    const [id, length, start] = [
      data.getUint16(at + 6),
      data.getUint16(at + 8),
      strings + data.getUint16(at + 10),
    ]
    const letters = Array.from({ length: length / 2 }, (_, index) => data.getUint16(start + index * 2))
    if (!names.has(id)) names.set(id, String.fromCharCode(...letters))
  }
  const family = names.get(typographicFamilyName) ?? names.get(familyName)
  if (family === undefined) throw new RangeError('a font file without the name of its family')
  return family
}

/** @returns code points that have a glyph */
export function lettersOf(bytes: Uint8Array): ReadonlySet<number> {
  const data = view(bytes)
  const { offset } = tableOf(data, 'cmap')
  const letters = new Set<number>()
  for (let index = 0; index < data.getUint16(offset + 2); index += 1) {
    const at = offset + data.getUint32(offset + 4 + index * 8 + 4)
    const format = data.getUint16(at)
    if (format === 4) addSegments(data, at, letters)
    if (format === 12) addGroups(data, at, letters)
  }
  return letters
}

/** OpenType, cmap, format 4 */
function addSegments(data: DataView, at: number, letters: Set<number>): void {
  const double = data.getUint16(at + 6)
  const [ends, starts, deltas, ranges] = [14, 16 + double, 16 + 2 * double, 16 + 3 * double].map(
    (from) => at + from,
  ) as [number, number, number, number]
  for (let index = 0; index < double; index += 2) {
    const [start, end] = [data.getUint16(starts + index), data.getUint16(ends + index)]
    const [delta, range] = [data.getUint16(deltas + index), data.getUint16(ranges + index)]
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code + delta : data.getUint16(ranges + index + range + (code - start) * 2)
      if ((glyph & 0xffff) !== 0) letters.add(code)
    }
  }
}

/** OpenType, cmap, format 12 */
function addGroups(data: DataView, at: number, letters: Set<number>): void {
  const count = data.getUint32(at + 12)
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [data.getUint32(at + 16 + index * 12), data.getUint32(at + 20 + index * 12)]
    for (let code = start; code <= end; code += 1) letters.add(code)
  }
}
