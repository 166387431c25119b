import { usualPrefixes } from '../../read/namespaces.ts'
import type { XmlElement } from '../../read/xml.ts'

/** An attribute as it is written, with where it stands. */
export interface WrittenAttribute {
  readonly name: string
  readonly start: number
  readonly valueStart: number
  readonly valueEnd: number
  /** After its quote. */
  readonly end: number
}

/** The attributes of a first tag; the part was parsed before, so that its writing can be trusted. */
export function writtenAttributes(text: string, element: XmlElement): WrittenAttribute[] {
  const found: WrittenAttribute[] = []
  const from = element.start + 1 + element.writtenName.length
  const pattern = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/y
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, name = '', value = ''] = match
    const end = pattern.lastIndex
    found.push({ name, start: match.index, valueStart: end - value.length + 1, valueEnd: end - 1, end })
    if (end >= element.contentStart) break
  }
  return found
}

/** What to call elements and attributes of WordprocessingML where `element` stands. */
export interface WordNames {
  /** `w:` or nothing. */
  readonly elementPrefix: string
  /** `w`, with the declaration that an inserted element needs where none is bound. */
  readonly attributePrefix: string
  readonly declaration: string
  readonly strict: boolean
}

export function wordNamesAt(text: string, element: XmlElement): WordNames {
  let strict = false
  let elementPrefix: string | null = null
  let attributePrefix: string | null = null
  const hidden = new Set<string>()
  for (let each: XmlElement | null = element; each; each = each.parent) {
    for (const attribute of writtenAttributes(text, each)) {
      const [kind = '', prefix = ''] = attribute.name.split(':')
      if (kind !== 'xmlns' || hidden.has(prefix)) continue
      hidden.add(prefix)
      const namespace = text.slice(attribute.valueStart, attribute.valueEnd)
      if (usualPrefixes.get(namespace) !== 'w') continue
      strict ||= namespace.includes('purl.oclc.org')
      elementPrefix ??= prefix === '' ? '' : `${prefix}:`
      if (prefix !== '') attributePrefix ??= prefix
    }
  }
  return {
    elementPrefix: elementPrefix ?? 'w:',
    attributePrefix: attributePrefix ?? 'w',
    declaration:
      attributePrefix === null
        ? ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        : '',
    strict,
  }
}

/** `w:jc` as it is called there. */
export const elementName = (names: WordNames, usual: string): string =>
  names.elementPrefix + usual.replace(/^w:/, '')

export const attributeName = (names: WordNames, usual: string): string =>
  usual.replace(/^w:/, `${names.attributePrefix}:`)
