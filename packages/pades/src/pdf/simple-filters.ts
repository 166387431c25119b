import { limitMet, malformed } from './limits.ts'
import { hexDigit } from './strings.ts'

/** 7.4.2; the output can be no longer than half the input. */
export function unhex(bytes: Uint8Array, offset: number): Uint8Array {
  const out = new Uint8Array((bytes.length >> 1) + 1)
  let length = 0
  let high = -1
  for (const byte of bytes) {
    if (byte === 0x3e) break
    const digit = hexDigit(byte)
    if (digit < 0) {
      if (!isBlank(byte)) throw malformed('ascii_hex', offset)
    } else if (high < 0) high = digit
    else {
      out[length++] = high * 16 + digit
      high = -1
    }
  }
  if (high >= 0) out[length++] = high * 16
  return out.subarray(0, length)
}

function isBlank(byte: number): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32
}

/** 7.4.3: five characters are four bytes; `z` is four zero bytes; `~>` ends. */
export function unascii85(bytes: Uint8Array, offset: number): Uint8Array {
  const out = new Uint8Array(bytes.length * 4 + 4)
  let length = 0
  let group = 0
  let count = 0
  const put = (value: number, size: number) => {
    for (let i = 0; i < size; i++) out[length++] = Math.floor(value / 256 ** (3 - i)) & 255
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (isBlank(byte)) continue
    if (byte === 0x7a && count === 0) put(0, 4)
    else {
      if (byte < 0x21 || byte > 0x75) throw malformed('ascii_85', offset)
      group = group * 85 + byte - 0x21
      if (++count === 5) {
        if (group > 0xffffffff) throw malformed('ascii_85', offset)
        put(group, 4)
        group = 0
        count = 0
      }
    }
  }
  if (count === 1) throw malformed('ascii_85', offset)
  if (count > 1) {
    for (let i = count; i < 5; i++) group = group * 85 + 84
    put(group, count - 1)
  }
  return out.subarray(0, length)
}

/** 7.4.5; at most 64 times as long as its input. */
export function unrunLength(bytes: Uint8Array, most: number, offset: number): Uint8Array {
  const size = runLengthSize(bytes)
  if (size > most) throw limitMet('inflatedBytesPerStream', most, offset)
  const out = new Uint8Array(size)
  let length = 0
  let at = 0
  while (at < bytes.length) {
    const run = bytes[at++] ?? 128
    if (run === 128) break
    if (run < 128) {
      const part = bytes.subarray(at, at + run + 1)
      if (part.length !== run + 1) throw malformed('run_length', offset)
      out.set(part, length)
      length += run + 1
      at += run + 1
    } else {
      if (at >= bytes.length) throw malformed('run_length', offset)
      out.fill(bytes[at++] ?? 0, length, length + 257 - run)
      length += 257 - run
    }
  }
  return out
}

function runLengthSize(bytes: Uint8Array): number {
  let size = 0
  for (let at = 0; at < bytes.length; ) {
    const run = bytes[at] ?? 128
    if (run === 128) break
    size += run < 128 ? run + 1 : 257 - run
    at += run < 128 ? run + 2 : 2
  }
  return size
}
