import { SaxesParser, type SaxesTagNS } from 'saxes'
import { FileTrouble } from './judgement.ts'

/** An element by its namespace: the prefix is the writer's own choice. */
export interface Element {
  readonly uri: string
  readonly local: string
  /** By local name; of two that differ in their namespace alone, the last. */
  attribute(local: string): string | undefined
  readonly attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[]
}

export interface XmlReader {
  open(element: Element): void
  close(element: Element): void
  text(text: string): void
}

const deepest = 300
const pieceBytes = 1 << 16

/**
 * Reads a part of an office file from its first byte to its last. No DOCTYPE, no entities but the five of XML.
 * @throws FileTrouble `broken` where it is no sound XML in UTF-8 or UTF-16
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const { encoding, markBytes } = encodingOf(bytes)
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Element[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw broken('a DOCTYPE')
  })
  parser.on('xmldecl', (declared) => checkDeclaration(declared.encoding, encoding))
  parser.on('opentag', (tag) => {
    const element = new Tag(tag)
    open.push(element)
    if (open.length > deepest) throw new FileTrouble('oversized', 'elements within elements')
    reader.open(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined) reader.close(element)
  })
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  try {
    for (let at = markBytes; at < bytes.length; at += pieceBytes)
      parser.write(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }))
    parser.write(decoder.decode()).close()
  } catch (error) {
    throw error instanceof FileTrouble ? error : broken('no sound XML')
  }
}

const broken = (why: string) => new FileTrouble('broken', `xml: ${why}`)

/** The attributes of most elements of a large table are never used, so they are parsed on demand. */
class Tag implements Element {
  readonly uri: string
  readonly local: string
  readonly #attributes: SaxesTagNS['attributes']

  constructor({ uri, local, attributes }: SaxesTagNS) {
    this.uri = uri
    this.local = local
    this.#attributes = attributes
  }

  get attributes() {
    return Object.values(this.#attributes)
  }

  attribute(local: string): string | undefined {
    return this.attributes.findLast((one) => one.local === local)?.value
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** By the byte order mark, otherwise by the position of zeros in the first characters (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): { encoding: Encoding; markBytes: number } {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0)) throw broken('UTF-32')
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  if (b === 0 && a !== 0) return { encoding: 'utf-16le', markBytes: 0 }
  if (a === 0 && b !== 0) return { encoding: 'utf-16be', markBytes: 0 }
  return { encoding: 'utf-8', markBytes: 0 }
}

function checkDeclaration(declared: string | undefined, encoding: Encoding): void {
  if (declared === undefined) return
  const agrees = encoding === 'utf-8' ? /^(?:utf-?8|us-ascii)$/i : /^(?:utf-?16(?:le|be)?|ucs-2)$/i
  if (!agrees.test(declared)) throw broken('another encoding than it says')
}
