import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { zip } from '../zip.ts'

/** The same parts without the hour at which they were written. */
export async function fixed(bytes: Uint8Array): Promise<Uint8Array> {
  const file = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, Uint8Array>()
  for await (const entry of file.eachEntry()) {
    const content = await buffer(await file.openReadStreamPromise(entry))
    const text = entry.fileName === 'docProps/core.xml' ? withoutHours(content.toString('utf8')) : content
    parts.set(entry.fileName, Buffer.from(text as string))
  }
  return zip(parts)
}

const withoutHours = (core: string): string =>
  core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2020-01-01T00:00:00Z')
