import { childOf, type XmlElement } from '../xml.ts'
import { type ParagraphProperties, readParagraphProperties } from './paragraph-properties.ts'
import { type RunProperties, readRunProperties } from './run-properties.ts'
import type { Theme } from './theme.ts'
import { isOn, valOf } from './values.ts'

/** A style alone, without what it is based on. */
export interface Style {
  readonly id: string
  readonly type: string
  readonly basedOn: string | undefined
  readonly element: XmlElement
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
}

/** The styles of a document and its defaults (ECMA-376 part 1, 17.7). */
export interface Styles {
  readonly defaults: { readonly paragraph: ParagraphProperties; readonly run: RunProperties }
  /** By type and id. */
  find(type: string, id: string | undefined): Style | undefined
  /** The style of that id, or the default one of its type, after everything it is based on: that first. */
  chain(type: string, id: string | undefined): readonly Style[]
}

/** Word itself follows about ten. */
const longest = 30

export function readStyles(root: XmlElement | undefined, theme: Theme): Styles {
  const styles = new Map<string, Style>()
  const defaultOf = new Map<string, Style>()
  for (const element of root?.children ?? []) {
    if (element.name !== 'w:style') continue
    const style = readStyle(element, theme)
    styles.set(`${style.type} ${style.id}`, style)
    const isDefault = element.attributes.get('w:default')
    if (isDefault !== undefined && isOn(isDefault)) defaultOf.set(style.type, style)
  }
  const docDefaults = childOf(root, 'w:docDefaults')
  const chains = new Map<string, readonly Style[]>()
  const find = (type: string, id: string | undefined) =>
    (id === undefined ? undefined : styles.get(`${type} ${id}`)) ?? defaultOf.get(type)
  return {
    defaults: {
      paragraph: readParagraphProperties(childOf(childOf(docDefaults, 'w:pPrDefault'), 'w:pPr')),
      run: readRunProperties(childOf(childOf(docDefaults, 'w:rPrDefault'), 'w:rPr'), theme),
    },
    find,
    chain(type, id) {
      const key = `${type} ${id ?? ''}`
      const kept = chains.get(key)
      if (kept) return kept
      const chain = chainOf(find(type, id), styles)
      chains.set(key, chain)
      return chain
    },
  }
}

function readStyle(element: XmlElement, theme: Theme): Style {
  return {
    id: element.attributes.get('w:styleId') ?? '',
    type: element.attributes.get('w:type') ?? 'paragraph',
    basedOn: valOf(element, 'w:basedOn'),
    element,
    paragraph: readParagraphProperties(childOf(element, 'w:pPr')),
    run: readRunProperties(childOf(element, 'w:rPr'), theme),
  }
}

/** A style is based on one of its own type (17.7.4.3); a circle ends where it closes. */
function chainOf(style: Style | undefined, styles: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = []
  const met = new Set<Style>()
  let each = style
  while (each && !met.has(each) && chain.length < longest) {
    met.add(each)
    chain.unshift(each)
    each = each.basedOn === undefined ? undefined : styles.get(`${each.type} ${each.basedOn}`)
  }
  return chain
}
