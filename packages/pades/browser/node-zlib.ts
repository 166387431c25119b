// In the place of `node:zlib` in the build for browsers, whose own DecompressionStream answers later and has no bound.
import { Inflate } from 'pako'

class TooLargeError extends RangeError {
  readonly code = 'ERR_BUFFER_TOO_LARGE'
}

export function inflateSync(
  bytes: Uint8Array,
  { maxOutputLength: most }: { maxOutputLength: number },
): Uint8Array {
  // With a size of the window the format is that of zlib, and gzip is refused.
  const inflate = new Inflate({ windowBits: 15 })
  const keep = inflate.onData.bind(inflate)
  let length = 0
  inflate.onData = (chunk) => {
    length += chunk.length
    if (length > most) throw new TooLargeError('inflated data too large')
    keep(chunk)
  }
  if (!inflate.push(bytes, true)) throw new Error(inflate.msg)
  return inflate.result
}
