const hexDigits = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++)
  for (const char of [digit.toString(16), digit.toString(16).toUpperCase()])
    hexDigits[char.charCodeAt(0)] = digit

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number): number {
  return hexDigits[byte] ?? -1
}

/** 7.3.4.2, table 3. */
const escapes = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
])

/** Writes what a literal string means to `into` and gives how many bytes that are. */
export function unescapeLiteral(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0
  let at = start
  while (at < end) {
    const byte = bytes[at++] ?? 0
    if (byte === 13) {
      // A line end within a string is one LF, however it is written.
      if (bytes[at] === 10) at++
      into[length++] = 10
    } else if (byte !== 0x5c) into[length++] = byte
    else {
      const next = bytes[at++] ?? 0
      if (next >= 48 && next <= 55) {
        let code = next - 48
        for (let n = 0; n < 2 && at < end; n++) {
          const digit = (bytes[at] ?? 0) - 48
          if (digit < 0 || digit > 7) break
          code = code * 8 + digit
          at++
        }
        into[length++] = code & 255
      } else if (next === 13) {
        if (bytes[at] === 10) at++
      } else if (next !== 10) into[length++] = escapes.get(next) ?? next
    }
  }
  return length
}
