import type { Paragraph } from '../../read/read-document.ts'
import { shownBranch } from '../../read/resolve/alternate.ts'
import { readDrawing } from '../../read/resolve/drawing.ts'
import { noTheme } from '../../read/resolve/theme.ts'
import { readVml } from '../../read/resolve/vml.ts'
import type { XmlElement } from '../../read/xml.ts'
import type { Edits } from './edits.ts'
import { elementName, wordNamesAt } from './written.ts'

const office = 'http://schemas.openxmlformats.org'
const shapes = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const emuPerTwip = 635
const widthEmu = 9525
/** Ids of drawings are to differ; programs count theirs from one. */
const firstId = 900_000_000
const ownName = 'Rule below'

/** The largest letters of the words and their line spacing, as they are after the other repairs. */
export interface LineLook {
  readonly sizeHalfPoints: number
  readonly line: { readonly value: number; readonly rule: 'auto' | 'exact' | 'atLeast' }
}

/**
 * A drawn line below the last line of a paragraph, centred in its column or cell. A border of the paragraph would be as
 * long as the paragraph, and indents that shorten it would break the words; the line hangs on the last line of the text,
 * so it stays below it however the words wrap. Lines that were drawn in the paragraph before give way to it.
 */
export function ruleBelow(edits: Edits, paragraph: Paragraph, lengthTwips: number, look: LineLook) {
  const { part } = paragraph
  const names = wordNamesAt(edits.text(part), paragraph.element)
  const run = elementName(names, 'w:r')
  const drawing = elementName(names, 'w:drawing')
  const holders = lineHolders(paragraph.element)
  // Only what stands last hangs on the last line.
  const before = holders.find((each) => isLastIn(paragraph.element, each))
  for (const other of holders) if (other !== before) edits.splice(part, other.start, other.end, '')
  const id = firstId + paragraph.number
  const line = lineXml(drawing, id, lengthTwips * emuPerTwip, offsetEmu(look))
  if (before) edits.splice(part, before.start, before.end, line)
  else edits.insertLast(part, paragraph.element, `<${run}>${line}</${run}>`)
}

/** From the top of the text's last line to below it: a line of Times New Roman is 1.15 of its size. */
function offsetEmu({ sizeHalfPoints, line }: LineLook): number {
  const sizePt = sizeHalfPoints / 2
  const linePt = line.rule === 'auto' ? (sizePt * 1.15 * line.value) / 240 : line.value / 20
  return Math.round((Math.max(linePt, sizePt) + 1) * 12700)
}

function isLastIn(paragraph: XmlElement, element: XmlElement): boolean {
  for (let each = element; each !== paragraph && each.parent; each = each.parent)
    if (each.parent.children.at(-1) !== each) return false
  return true
}

/** What holds drawn lines and nothing else: drawings, or both branches of one. */
function lineHolders(element: XmlElement): XmlElement[] {
  if (element.name === 'mc:AlternateContent') {
    const shown = shownBranch(element)
    const drawn = shown?.children ?? []
    return drawn.length > 0 && drawn.every(isLine) ? [element] : []
  }
  if (isLine(element)) return [element]
  return element.name === 'w:txbxContent' ? [] : element.children.flatMap(lineHolders)
}

function isLine(element: XmlElement): boolean {
  const drawn =
    element.name === 'w:drawing'
      ? readDrawing(element, noTheme)
      : element.name === 'w:pict'
        ? readVml(element)
        : []
  return drawn.length > 0 && drawn.every(({ shape }) => shape.kind === 'line')
}

function lineXml(drawing: string, id: number, length: number, offset: number): string {
  return (
    `<mc:AlternateContent xmlns:mc="${office}/markup-compatibility/2006"><mc:Choice xmlns:wps="${shapes}" Requires="wps">` +
    `<${drawing}><wp:anchor xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0"` +
    ' distR="0" simplePos="0" relativeHeight="251658240" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/>' +
    '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>' +
    `<wp:positionV relativeFrom="line"><wp:posOffset>${offset}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${id}" name="${ownName}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${office}/drawingml/2006/main"><a:graphicData uri="${shapes}"><wps:wsp><wps:cNvCnPr/>` +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${length}" cy="0"/></a:xfrm>` +
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>' +
    `<a:ln w="${widthEmu}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>` +
    `</wps:wsp></a:graphicData></a:graphic></wp:anchor></${drawing}></mc:Choice></mc:AlternateContent>`
  )
}
