import { type ByteSource, bytesSource } from '../source.ts'

/** A source with bytes after it, for a file that is written in several updates; the source itself is not copied. */
export function appendedSource(source: ByteSource, appended: Uint8Array): ByteSource {
  const { sizeBytes } = source
  if (appended.length === 0) return source
  if (source.bytes !== undefined) return bytesSource(Buffer.concat([source.bytes, appended]))
  return {
    sizeBytes: sizeBytes + appended.length,
    read(from, to) {
      if (to <= sizeBytes) return source.read(from, to)
      const start = Math.max(0, from - sizeBytes)
      const after = appended.subarray(start, Math.max(start, to - sizeBytes))
      return from >= sizeBytes ? after : Buffer.concat([source.read(from, sizeBytes), after])
    },
  }
}
