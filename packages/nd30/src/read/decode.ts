import { Nd30Error } from '../errors.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The text of a part and how it was written, so that a repair writes it so again. Positions in it are UTF-16 units. */
export interface DecodedPart {
  readonly text: string
  readonly encoding: Encoding
  readonly mark: boolean
}

/** @throws Nd30Error `file_xml_malformed` where the bytes are no UTF-8 or, with its mark, UTF-16 */
export function decodePart(part: string, bytes: Uint8Array): DecodedPart {
  const { encoding, markBytes } = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(markBytes))
    checkDeclaration(part, text, encoding)
    return { text, encoding, mark: markBytes > 0 }
  } catch (cause) {
    if (cause instanceof Nd30Error) throw cause
    throw malformed(part, `its bytes are no ${encoding}`, cause)
  }
}

export function encodePart({ encoding, mark }: Omit<DecodedPart, 'text'>, text: string): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8')
  const bytes = Buffer.from(marked, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; markBytes: number } {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  return { encoding: 'utf-8', markBytes: 0 }
}

function checkDeclaration(part: string, text: string, encoding: Encoding) {
  const declared = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(text)?.[1]?.toLowerCase()
  if (declared === undefined) return
  const agrees =
    encoding === 'utf-8' ? /^(utf-?8|us-ascii)$/.test(declared) : /^utf-?16(le|be)?$/.test(declared)
  if (!agrees) throw malformed(part, `it says that it is ${declared}, and is ${encoding}`)
}

export const malformed = (part: string, why: string, cause?: unknown) =>
  new Nd30Error('file_xml_malformed', `${part}: ${why}`, { part }, cause === undefined ? {} : { cause })
