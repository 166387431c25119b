import { type DecodedPart, decodePart, encodePart } from '../../read/decode.ts'
import type { XmlElement } from '../../read/xml.ts'

interface Splice {
  readonly start: number
  readonly end: number
  readonly by: string
}

/**
 * Letters put in place of others in parts of a file. Parts without any keep their very bytes, and the others every letter
 * that is not in a splice.
 */
export class Edits {
  private readonly parts: ReadonlyMap<string, Uint8Array>
  private readonly decoded = new Map<string, DecodedPart>()
  private readonly splices = new Map<string, Splice[]>()
  private readonly opened = new Map<string, Map<XmlElement, { first: string; last: string }>>()
  private readonly added = new Map<string, Uint8Array>()

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.parts = parts
  }

  has(part: string): boolean {
    return this.parts.has(part) || this.added.has(part)
  }

  text(part: string): string {
    return this.decode(part).text
  }

  private decode(part: string): DecodedPart {
    const kept = this.decoded.get(part)
    if (kept) return kept
    const bytes = this.parts.get(part)
    if (!bytes) throw new RangeError(`no part ${part}`)
    const decoded = decodePart(part, bytes)
    this.decoded.set(part, decoded)
    return decoded
  }

  splice(part: string, start: number, end: number, by: string) {
    if (start === end && by === '') return
    const splices = this.splices.get(part) ?? []
    splices.push({ start, end, by })
    this.splices.set(part, splices)
  }

  /** At the beginning of an element. */
  insertFirst(part: string, element: XmlElement, xml: string) {
    if (element.selfClosing) this.open(part, element).first += xml
    else this.splice(part, element.contentStart, element.contentStart, xml)
  }

  /** At its end. */
  insertLast(part: string, element: XmlElement, xml: string) {
    if (element.selfClosing) this.open(part, element).last += xml
    else this.splice(part, element.contentEnd, element.contentEnd, xml)
  }

  /** What goes into an element that closes itself waits, so that it is opened once for all of it. */
  private open(part: string, element: XmlElement) {
    const ofPart = this.opened.get(part) ?? new Map<XmlElement, { first: string; last: string }>()
    this.opened.set(part, ofPart)
    const content = ofPart.get(element) ?? { first: '', last: '' }
    ofPart.set(element, content)
    return content
  }

  add(part: string, xml: string) {
    this.added.set(part, Buffer.from(xml, 'utf8'))
  }

  /** Every part in the order of the file, new ones last. */
  result(): Map<string, Uint8Array> {
    for (const [part, elements] of this.opened)
      for (const [element, { first, last }] of elements) {
        const slash = this.text(part).lastIndexOf('/', element.end)
        this.splice(part, slash, element.end, `>${first}${last}</${element.writtenName}>`)
      }
    this.opened.clear()
    const result = new Map(this.parts)
    for (const [part, splices] of this.splices) {
      const decoded = this.decode(part)
      result.set(part, encodePart(decoded, spliced(part, decoded.text, splices)))
    }
    for (const [part, bytes] of this.added) result.set(part, bytes)
    return result
  }
}

function spliced(part: string, text: string, splices: readonly Splice[]): string {
  // Equal places keep the order in which they were asked for.
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  let at = 0
  for (const { start, end, by } of ordered) {
    if (start < at) throw new RangeError(`two repairs of ${part} want the same letters at ${start}`)
    pieces.push(text.slice(at, start), by)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;')
