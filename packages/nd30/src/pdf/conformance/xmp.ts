import { SaxesParser } from 'saxes'
import { PdfStream } from './objects.ts'
import type { PdfFile } from './read-pdf.ts'
import type { Claim } from './rules.ts'

const pdfaId = 'http://www.aiim.org/pdfa/ns/id/'

/** What a file says that it is. ISO 19005-2, 6.6.2 and 6.6.4. */
export function claimOf(file: PdfFile, tell: (clause: string, fault: string) => void): Claim | null {
  const metadata = file.resolve(file.catalog.get('Metadata'))
  if (!(metadata instanceof PdfStream)) {
    tell('6.6.2.1', 'the catalog has no metadata')
    return null
  }
  if (metadata.dict.has('Filter')) tell('6.6.2.1', 'the metadata has a filter')
  const text = new TextDecoder('utf-8').decode(file.contents(metadata) ?? new Uint8Array())
  const properties = propertiesOf(text)
  if (properties === null) {
    tell('6.6.2.1', 'the metadata is no well-formed XML')
    return null
  }
  if (/<\?xpacket[^>]*\s(?:bytes|encoding)=/.test(text))
    tell('6.6.2.1', 'the packet of metadata names bytes or encoding')
  const part = Number(properties.get('part'))
  const conformance = properties.get('conformance')
  if (part !== 2 || !isConformance(conformance)) {
    tell(
      '6.6.4',
      `the metadata does not name PDF/A-2: part ${properties.get('part')}, conformance ${conformance}`,
    )
    return null
  }
  return { part, conformance }
}

const isConformance = (value: string | undefined): value is Claim['conformance'] =>
  value === 'A' || value === 'B' || value === 'U'

/** Of PDF/A's own namespace, whether written as elements or as attributes; null where it is no XML. */
function propertiesOf(text: string): ReadonlyMap<string, string> | null {
  const properties = new Map<string, string>()
  const parser = new SaxesParser({ xmlns: true })
  let open: string | null = null
  let sound = true
  parser.on('error', () => {
    sound = false
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    open = uri === pdfaId ? local : null
    for (const attribute of Object.values(attributes))
      if (attribute.uri === pdfaId) properties.set(attribute.local, attribute.value)
  })
  parser.on('text', (value) => {
    if (open !== null && value.trim() !== '') properties.set(open, value.trim())
  })
  parser.on('closetag', () => {
    open = null
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  return sound ? properties : null
}
