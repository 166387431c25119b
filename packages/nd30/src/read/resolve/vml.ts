import type { Shape } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { type DrawnShape, kindOf } from './drawing.ts'

const shapeNames = new Set([
  'v:line',
  'v:rect',
  'v:roundrect',
  'v:oval',
  'v:shape',
  'v:polyline',
  'v:arc',
  'v:curve',
  'v:image',
])
/** Word's numbers of a line and of connectors (ECMA-376 part 4, 19.1.2.19). */
const lineTypes = /^#_x0000_t(20|3[2-8])$/

/** Shapes of a `w:pict` or `w:object` (ECMA-376 part 4, 19), as Word wrote until 2007 and others still do. */
export function readVml(holder: XmlElement): DrawnShape[] {
  const found: DrawnShape[] = []
  addShapes(found, holder, 1, false)
  return found
}

function addShapes(found: DrawnShape[], holder: XmlElement, scale: number, grouped: boolean) {
  for (const each of holder.children) {
    if (each.name === 'v:group') addShapes(found, each, scale * scaleOf(each), true)
    else if (shapeNames.has(each.name)) found.push(readShape(each, scale, grouped))
  }
}

/** EMU of a unit of the group's own. */
function scaleOf(group: XmlElement): number {
  const width = lengthEmu(styleOf(group).get('width')) ?? 0
  const [across] = (group.attributes.get('coordsize') ?? '1000,1000').split(',')
  const units = Number(across) || 1000
  return width / units / pixelEmu
}

function readShape(element: XmlElement, scale: number, grouped: boolean): DrawnShape {
  const style = styleOf(element)
  const textbox = childOf(element, 'v:textbox')
  const content = childOf(textbox, 'w:txbxContent')
  const size = element.name === 'v:line' ? sizeOfLine(element) : sizeOf(style)
  const width = Math.round(size.width * scale)
  const height = Math.round(size.height * scale)
  const isLine =
    element.name === 'v:line' ||
    lineTypes.test(element.attributes.get('type') ?? '') ||
    element.attributes.get('o:hr') === 't'
  const picture = childOf(element, 'v:imagedata') !== undefined
  return {
    shape: {
      kind: picture && !content ? 'picture' : kindOf({ width, height }, content, isLine),
      widthEmu: width,
      heightEmu: height,
      anchor: grouped ? { x: null, y: null, alignX: null } : anchorOf(element, style),
      strokeColour: picture ? null : strokeOf(element),
    },
    content,
  }
}

function styleOf(element: XmlElement): Map<string, string> {
  const style = new Map<string, string>()
  for (const each of (element.attributes.get('style') ?? '').slice(0, 4000).split(';')) {
    const colon = each.indexOf(':')
    if (colon > 0) style.set(each.slice(0, colon).trim().toLowerCase(), each.slice(colon + 1).trim())
  }
  return style
}

const pixelEmu = 9525
const unitEmu: Readonly<Record<string, number>> = {
  pt: 12700,
  in: 914400,
  mm: 36000,
  cm: 360000,
  pc: 152400,
  px: pixelEmu,
  '': pixelEmu,
}

function lengthEmu(text: string | undefined): number | undefined {
  const [, amount, unit = ''] = /^\s*(-?\d{0,9}\.?\d{0,9})\s*(pt|in|mm|cm|pc|px)?\s*$/.exec(text ?? '') ?? []
  if (amount === undefined || amount === '' || !Number.isFinite(Number(amount))) return undefined
  return Math.round(Number(amount) * (unitEmu[unit] ?? pixelEmu))
}

const sizeOf = (style: ReadonlyMap<string, string>) => ({
  width: lengthEmu(style.get('width')) ?? 0,
  height: lengthEmu(style.get('height')) ?? 0,
})

function sizeOfLine(line: XmlElement) {
  const [x1 = 0, y1 = 0] = pointOf(line.attributes.get('from'))
  const [x2 = 0, y2 = 0] = pointOf(line.attributes.get('to'))
  return { width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
}

const pointOf = (text: string | undefined) => (text ?? '').split(',').map((each) => lengthEmu(each) ?? 0)

function anchorOf(element: XmlElement, style: ReadonlyMap<string, string>): Shape['anchor'] {
  if (style.get('position') !== 'absolute') return null
  const [fromX, fromY] = element.name === 'v:line' ? pointOf(element.attributes.get('from')) : []
  return {
    x: lengthEmu(style.get('margin-left')) ?? fromX ?? null,
    y: lengthEmu(style.get('margin-top')) ?? fromY ?? null,
    alignX: style.get('mso-position-horizontal') ?? null,
  }
}

const named: Readonly<Record<string, string>> = {
  black: '000000',
  red: 'FF0000',
  white: 'FFFFFF',
  blue: '0000FF',
}

function strokeOf(element: XmlElement): string | null {
  const off = (value: string | undefined) => value === 'f' || value === 'false'
  if (off(element.attributes.get('stroked')) || off(childOf(element, 'v:stroke')?.attributes.get('on')))
    return null
  const written = (element.attributes.get('strokecolor') ?? 'black').trim().split(/\s/)[0] ?? ''
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(written)?.[1]?.toUpperCase()
  if (hex !== undefined) return hex.length === 6 ? hex : hex.replace(/./g, '$&$&')
  return named[written.toLowerCase()] ?? '000000'
}
