import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A package of parts, the same bytes for the same parts. */
export async function zip(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const file = new ZipFile()
  for (const [name, content] of parts)
    file.addBuffer(Buffer.from(content as string), name, {
      mtime: new Date(2020, 0, 1),
      forceDosTimestamp: true,
    })
  file.end()
  return buffer(file.outputStream as unknown as NodeJS.ReadableStream)
}
