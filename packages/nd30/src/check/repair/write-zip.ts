import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A zip of parts in their order; the same bytes for the same parts on any day and in any time zone. */
export async function writeZip(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile()
  // The first day that a zip can say; its fields are of local time, and so is this.
  const mtime = new Date(1980, 0, 1)
  for (const [name, bytes] of parts)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, {
      mtime,
      forceDosTimestamp: true,
    })
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream)
}
