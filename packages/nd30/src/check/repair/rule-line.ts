import type { Paragraph } from '../../read/read-document.ts'
import type { XmlElement } from '../../read/xml.ts'
import type { Edits } from './edits.ts'
import { elementName, wordNamesAt } from './written.ts'

const office = 'http://schemas.openxmlformats.org'
const shapes = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const emuPerTwip = 635
const widthEmu = 9525
/** By this name we find our own line again. */
const ownName = 'Rule below'

/**
 * A drawn line below the last line of a paragraph, centred in its column or cell. A border of the paragraph would be as
 * long as the paragraph, and indents that shorten it would break the words; the line hangs on the last line of the text,
 * so it stays below it however the words wrap. Drawn anew where we drew one before.
 */
export function ruleBelow(edits: Edits, part: string, paragraph: Paragraph, lengthTwips: number) {
  const text = edits.text(part)
  const names = wordNamesAt(text, paragraph.element)
  const run = elementName(names, 'w:r')
  const drawing = elementName(names, 'w:drawing')
  const before = ownRun(paragraph.element)
  const id = nextId(text) + paragraph.number
  const xml = `<${run}>${lineXml(drawing, id, lengthTwips * emuPerTwip, offsetEmu(paragraph))}</${run}>`
  if (before) edits.splice(part, before.start, before.end, xml)
  else edits.insertLast(part, paragraph.element, xml)
}

/** From the top of the text's last line to below it: a line of Times New Roman is 1.15 of its size. */
function offsetEmu(paragraph: Paragraph): number {
  const sizes = paragraph.runs.filter((run) => run.text !== '').map((run) => run.sizeHalfPoints)
  const sizePt = Math.max(...sizes, 2) / 2
  const { line, lineRule } = paragraph.spacing
  const linePt = lineRule === 'auto' ? (sizePt * 1.15 * line) / 240 : line / 20
  return Math.round((Math.max(linePt, sizePt) + 1) * 12700)
}

function ownRun(element: XmlElement): XmlElement | undefined {
  return element.children.find((child) => child.name === 'w:r' && holdsOwn(child))
}

const holdsOwn = (element: XmlElement): boolean =>
  (element.name === 'wp:docPr' && element.attributes.get('name') === ownName) ||
  element.children.some(holdsOwn)

function nextId(text: string): number {
  let most = 0
  for (const [, id = ''] of text.matchAll(/docPr\b[^>]{0,2000}?\sid="(\d{1,9})"/g))
    most = Math.max(most, Number(id))
  return most
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
