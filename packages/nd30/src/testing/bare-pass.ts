import { SaxesParser } from 'saxes'
import { defaultReadLimits } from '../read/open/limits.ts'
import { unzip } from '../read/open/unzip.ts'

/** What no reader of a DOCX can do without: every XML part inflated and gone through by its parser, nothing kept. */
export async function barePass(bytes: Uint8Array): Promise<number> {
  let elements = 0
  for (const [name, part] of await unzip(bytes, defaultReadLimits)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const parser = new SaxesParser({ xmlns: true })
    parser.on('opentag', () => {
      elements++
    })
    parser.write(new TextDecoder().decode(part)).close()
  }
  return elements
}
