import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** The first instant that a ZIP can name. */
const noTime = new Date(1980, 0, 1)

/**
 * The same package with the same bytes each time: entries in the order of their names (their list first, as readers
 * expect), no hour of writing, pictures counted from 1 in this file alone.
 *
 * @param properties the words of docProps/core.xml
 */
export async function repacked(
  bytes: Uint8Array,
  properties: { readonly title: string; readonly creator: string },
): Promise<Uint8Array> {
  const parts = await entriesOf(Buffer.from(bytes))
  parts.set('docProps/core.xml', Buffer.from(coreProperties(properties)))
  const document = parts.get('word/document.xml')
  if (document) parts.set('word/document.xml', Buffer.from(counted(document.toString('utf8'))))
  const zip = new ZipFile()
  const list = '[Content_Types].xml'
  const names = [list, ...[...parts.keys()].filter((name) => name !== list).sort()]
  for (const name of names)
    zip.addBuffer(parts.get(name) ?? Buffer.alloc(0), name, { mtime: noTime, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream)
}

/** The library counts pictures over all documents of a process. */
function counted(xml: string): string {
  let next = 0
  return xml.replace(/<wp:docPr id="\d+"/g, () => {
    next += 1
    return `<wp:docPr id="${next}"`
  })
}

function coreProperties({ title, creator }: { readonly title: string; readonly creator: string }): string {
  const escaped = (words: string) =>
    words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>`,
    '<dc:language>vi-VN</dc:language></cp:coreProperties>',
  ].join('')
}

/** Of a package that we have just written. */
async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const zip = await fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry())
    if (!entry.fileName.endsWith('/'))
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return parts
}
