import { limitMet, malformed } from './limits.ts'

const clear = 256
const end = 257

/** Undoes LZW (ISO 32000-2, 7.4.4.2); `early` is `/EarlyChange`, whose default is true. */
export function unlzw(bytes: Uint8Array, early: boolean, most: number, offset: number): Uint8Array {
  // Each entry is a stretch of the output itself: where it begins and how long it is.
  const starts = new Uint32Array(4097)
  const lengths = new Uint32Array(4097)
  let out = new Uint8Array(Math.min(most, bytes.length * 4 + 64))
  let length = 0
  let next = 258
  let width = 9
  let before = -1
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === end) break
    if (code === clear) {
      next = 258
      width = 9
      before = -1
      continue
    }
    if (code > next || (code === next && before === -1) || next > 4096) throw malformed('lzw', offset)
    const start = length
    const size = code < 256 ? 1 : code < next ? (lengths[code] ?? 0) : (lengths[next] ?? 0)
    if (length + size > most) throw limitMet('inflatedBytesPerStream', most, offset)
    if (length + size > out.length) out = grown(out, length + size, most)
    if (code < 256) out[length++] = code
    else {
      // Byte by byte: an entry may reach into what is being written.
      const from = starts[code] ?? 0
      for (let i = 0; i < size; i++) out[length++] = out[from + i] ?? 0
    }
    // The entry that this code completes is what was written before it and the first byte of this.
    if (before !== -1 && next < 4096) next++
    if (next <= 4096) {
      starts[next] = start
      lengths[next] = size + 1
    }
    before = start
    const full = early ? next + 1 : next
    width = full >= 2048 ? 12 : full >= 1024 ? 11 : full >= 512 ? 10 : 9
  }
  return out.subarray(0, length)
}

function grown(bytes: Uint8Array, least: number, most: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(most, Math.max(least, bytes.length * 2)))
  larger.set(bytes)
  return larger
}
