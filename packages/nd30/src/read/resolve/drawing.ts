import type { Shape } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { shownBranch } from './alternate.ts'
import type { Theme } from './theme.ts'

/** A shape before the paragraphs in it are read. */
export interface DrawnShape {
  readonly shape: Omit<Shape, 'paragraphs'>
  /** The element whose paragraphs stand in it. */
  readonly content: XmlElement | undefined
}

const thinEmu = 2 * 12700
const lines = /^(line|lineInv|straightConnector1|(bent|curved)Connector\d)$/

/** Shapes of a `w:drawing` (ECMA-376 part 1, 20.4; Word's own `wps` and `wpg`), those of groups one by one. */
export function readDrawing(drawing: XmlElement, theme: Theme): DrawnShape[] {
  const found: DrawnShape[] = []
  for (const holder of drawing.children) {
    if (holder.name !== 'wp:inline' && holder.name !== 'wp:anchor') continue
    const extent = childOf(holder, 'wp:extent')?.attributes
    const place: Place = {
      width: emu(extent?.get('cx')) ?? 0,
      height: emu(extent?.get('cy')) ?? 0,
      anchor: holder.name === 'wp:anchor' ? anchorOf(holder) : null,
    }
    const data = childOf(childOf(holder, 'a:graphic'), 'a:graphicData')
    for (const each of data?.children ?? []) addShape(found, each, place, theme, 1)
    if (!data?.children.length) found.push(bare('other', place))
  }
  return found
}

interface Place {
  readonly width: number
  readonly height: number
  readonly anchor: Shape['anchor']
}

function addShape(found: DrawnShape[], written: XmlElement, place: Place, theme: Theme, scale: number) {
  const element = shownBranch(written)
  if (!element) return
  switch (element.name) {
    case 'mc:Choice':
    case 'mc:Fallback':
      for (const each of element.children) addShape(found, each, place, theme, scale)
      return
    case 'pic:pic':
      found.push({
        shape: { ...bare('picture', place).shape, strokeColour: strokeOf(element, 'pic:spPr', theme) },
        content: undefined,
      })
      return
    case 'wps:wsp':
      found.push(readShape(element, place, theme))
      return
    case 'wpg:wgp':
    case 'wpg:grpSp':
    case 'wpc:wpc':
      addGroup(found, element, place, theme, scale)
      return
    default:
      // Charts and diagrams at the top; at depth, what a group says of itself.
      if (element.parent?.name === 'a:graphicData') found.push(bare('other', place))
  }
}

function readShape(element: XmlElement, place: Place, theme: Theme): DrawnShape {
  const properties = childOf(element, 'wps:spPr')
  const preset = childOf(properties, 'a:prstGeom')?.attributes.get('prst') ?? ''
  const content = childOf(childOf(element, 'wps:txbx'), 'w:txbxContent')
  const connector = childOf(element, 'wps:cNvCnPr') !== undefined
  return {
    shape: {
      ...bare(kindOf(place, content, connector || lines.test(preset)), place).shape,
      strokeColour: strokeOf(element, 'wps:spPr', theme),
    },
    content,
  }
}

/** A rectangle too thin to hold anything is seen as a line. */
export function kindOf(
  size: { readonly width: number; readonly height: number },
  content: XmlElement | undefined,
  line: boolean,
): Shape['kind'] {
  if (content) return 'box'
  return line || Math.min(size.width, size.height) <= thinEmu ? 'line' : 'other'
}

/** Within a group lengths are the group's own units. */
function addGroup(found: DrawnShape[], group: XmlElement, place: Place, theme: Theme, scale: number) {
  const transform = childOf(childOf(group, 'wpg:grpSpPr'), 'a:xfrm')
  const outer = emu(childOf(transform, 'a:ext')?.attributes.get('cx'))
  const inner = emu(childOf(transform, 'a:chExt')?.attributes.get('cx'))
  const own = scale * (outer && inner ? outer / inner : 1)
  for (const each of group.children) {
    const size = childOf(childOf(childOf(each, 'wps:spPr') ?? childOf(each, 'pic:spPr'), 'a:xfrm'), 'a:ext')
    const width = emu(size?.attributes.get('cx'))
    const height = emu(size?.attributes.get('cy'))
    addShape(
      found,
      each,
      {
        width: Math.round((width ?? 0) * own),
        height: Math.round((height ?? 0) * own),
        anchor: place.anchor && { x: null, y: null, alignX: null },
      },
      theme,
      own,
    )
  }
}

function bare(kind: Shape['kind'], place: Place): DrawnShape {
  return {
    shape: {
      kind,
      widthEmu: place.width,
      heightEmu: place.height,
      anchor: place.anchor,
      strokeColour: null,
    },
    content: undefined,
  }
}

function anchorOf(anchor: XmlElement): NonNullable<Shape['anchor']> {
  const across = childOf(anchor, 'wp:positionH')
  const down = childOf(anchor, 'wp:positionV')
  return {
    x: emu(childOf(across, 'wp:posOffset')?.text) ?? null,
    y: emu(childOf(down, 'wp:posOffset')?.text) ?? null,
    alignX: childOf(across, 'wp:align')?.text.trim() ?? null,
  }
}

/** The colour of its line; null where it has none. */
function strokeOf(shape: XmlElement, properties: string, theme: Theme): string | null {
  const line = childOf(childOf(shape, properties), 'a:ln')
  if (childOf(line, 'a:noFill')) return null
  const fill = childOf(line, 'a:solidFill')
  if (fill) return colourOf(fill, theme) ?? '000000'
  const reference = childOf(childOf(shape, 'wps:style'), 'a:lnRef')
  const styled = reference && reference.attributes.get('idx') !== '0'
  if (styled) return colourOf(reference, theme) ?? '000000'
  return line ? '000000' : null
}

const presets: Readonly<Record<string, string>> = { black: '000000', red: 'FF0000', white: 'FFFFFF' }

function colourOf(holder: XmlElement, theme: Theme): string | undefined {
  const [colour] = holder.children
  const value = colour?.attributes.get('val')
  if (!colour || value === undefined) return undefined
  if (colour.name === 'a:srgbClr') return value.toUpperCase()
  if (colour.name === 'a:sysClr') return colour.attributes.get('lastClr')?.toUpperCase()
  return colour.name === 'a:prstClr' ? presets[value] : theme.colours.get(value)
}

export function emu(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d{1,12}\s*$/.test(text) ? Number(text) : undefined
}
