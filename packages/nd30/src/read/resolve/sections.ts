import type { HeaderOrFooter, Section } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { shownBranch } from './alternate.ts'
import { integer, onOff, twips, valOf } from './values.ts'

/** Every `w:sectPr` of a body, in order: those of last paragraphs, then the body's own (ECMA-376 part 1, 17.6). */
export function sectionElements(body: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  collect(body, found)
  return found
}

function collect(container: XmlElement, found: XmlElement[]) {
  for (const child of container.children) {
    if (child.name === 'w:p') {
      const own = childOf(childOf(child, 'w:pPr'), 'w:sectPr')
      if (own) found.push(own)
    } else if (child.name === 'w:sectPr') found.push(child)
    else if (holdsBlocks(child.name)) {
      const shown = shownBranch(child)
      if (shown) collect(shown, found)
    }
  }
}

/** What stands about paragraphs without being seen. */
export const holdsBlocks = (name: string): boolean =>
  name === 'w:sdt' ||
  name === 'w:sdtContent' ||
  name === 'w:customXml' ||
  name === 'w:smartTag' ||
  name === 'w:ins' ||
  name === 'w:moveTo' ||
  name === 'mc:AlternateContent'

type Heads = Section['headers']

/** Word's own page, where a section does not say: US letter, an inch about (17.6.11, 17.6.13). */
const unsaid = { width: 12240, height: 15840, margin: 1440, header: 720 }

export function readSection(
  element: XmlElement | null,
  index: number,
  before: Section | undefined,
  headOrFoot: (id: string, index: number) => HeaderOrFooter | undefined,
): Section {
  const size = childOf(element, 'w:pgSz')?.attributes
  const margins = childOf(element, 'w:pgMar')?.attributes
  const numbers = childOf(element, 'w:pgNumType')?.attributes
  const widthTwips = twips(size?.get('w:w')) ?? unsaid.width
  const heightTwips = twips(size?.get('w:h')) ?? unsaid.height
  const margin = (name: string, otherwise: number) => twips(margins?.get(`w:${name}`)) ?? otherwise
  return {
    index,
    widthTwips,
    heightTwips,
    landscape: widthTwips > heightTwips,
    marginsTwips: {
      top: margin('top', unsaid.margin),
      bottom: margin('bottom', unsaid.margin),
      left: margin('left', unsaid.margin),
      right: margin('right', unsaid.margin),
      header: margin('header', unsaid.header),
      footer: margin('footer', unsaid.header),
      gutter: margin('gutter', 0),
    },
    titlePage: onOff(element, 'w:titlePg') ?? false,
    startsOn: startOf(valOf(element, 'w:type')),
    pageNumberStart: integer(numbers?.get('w:start')) ?? null,
    pageNumberFormat: numbers?.get('w:fmt') ?? 'decimal',
    headers: heads(element, 'w:headerReference', before?.headers, (id) => headOrFoot(id, index)),
    footers: heads(element, 'w:footerReference', before?.footers, (id) => headOrFoot(id, index)),
    element,
  }
}

function startOf(type: string | undefined): Section['startsOn'] {
  switch (type) {
    case 'continuous':
    case 'evenPage':
    case 'oddPage':
    case 'nextColumn':
      return type
    default:
      return 'nextPage'
  }
}

/** Each kind is inherited by itself (17.10.1). */
function heads(
  element: XmlElement | null,
  name: string,
  inherited: Heads | undefined,
  find: (id: string) => HeaderOrFooter | undefined,
): Heads {
  const own: { default?: HeaderOrFooter; first?: HeaderOrFooter; even?: HeaderOrFooter } = { ...inherited }
  for (const each of element?.children ?? []) {
    if (each.name !== name) continue
    const type = each.attributes.get('w:type') ?? 'default'
    const found = find(each.attributes.get('r:id') ?? '')
    if (found && (type === 'default' || type === 'first' || type === 'even')) own[type] = found
  }
  return own
}

/** The height of a line of the section's grid, where it has one that lines keep to (17.6.5). */
export function linePitchOf(element: XmlElement | null): number | null {
  const grid = childOf(element, 'w:docGrid')?.attributes
  const type = grid?.get('w:type') ?? 'default'
  return type === 'default' ? null : (twips(grid?.get('w:linePitch')) ?? null)
}
