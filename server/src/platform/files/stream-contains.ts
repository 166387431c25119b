import type { Readable } from 'node:stream'

/** Whether a byte sequence occurs in a stream, also across chunk boundaries; it stops reading at the first match. */
export async function streamContains(stream: Readable, wanted: Buffer): Promise<boolean> {
  let end: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    const seen = Buffer.concat([end, chunk as Buffer])
    if (seen.includes(wanted)) return true
    end = seen.subarray(Math.max(0, seen.length - wanted.length + 1))
  }
  return false
}
