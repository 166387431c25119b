import { element, emu } from './xml.ts'

/** A drawn line as Word writes it: a shape for those who know it, a line in VML for the others. */
export function drawnLine(id: number, xMm: number, yMm: number, lengthMm: number): string {
  const line = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
  const shape =
    `<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(lengthMm)}" cy="0"/></a:xfrm>` +
    `<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${line}</wps:spPr><wps:bodyPr/></wps:wsp>`
  const from = `${points(xMm)}pt,${points(yMm)}pt`
  const to = `${points(xMm + lengthMm)}pt,${points(yMm)}pt`
  const vml =
    `<v:line id="Straight Connector ${id}" o:spid="_x0000_s${1025 + id}" style="position:absolute;z-index:${251658240 + id};` +
    `visibility:visible;mso-wrap-style:square;mso-position-horizontal:absolute;mso-position-horizontal-relative:text;` +
    `mso-position-vertical:absolute;mso-position-vertical-relative:text" from="${from}" to="${to}" strokecolor="black"/>`
  return alternate(
    anchor({ id, name: 'Straight Connector', xMm, yMm, widthMm: lengthMm, heightMm: 0 }, shape),
    vml,
  )
}

/** A box with a word in it; `content` is a paragraph. */
export function drawnBox(
  id: number,
  box: { readonly colour: string; readonly widthMm: number; readonly heightMm: number },
  xMm: number,
  content: string,
): string {
  const { widthMm, heightMm, colour } = box
  const text = `<w:txbxContent>${content}</w:txbxContent>`
  const shape =
    `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(widthMm)}" cy="${emu(heightMm)}"/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>` +
    `<a:ln w="12700"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></wps:spPr><wps:txbx>${text}</wps:txbx>` +
    `<wps:bodyPr lIns="0" tIns="18000" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>`
  const vml =
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>` +
    `<v:shape id="Text Box ${id}" o:spid="_x0000_s${1025 + id}" type="#_x0000_t202" style="position:absolute;` +
    `margin-left:${points(xMm)}pt;margin-top:4pt;width:${points(widthMm)}pt;height:${points(heightMm)}pt;z-index:${251658240 + id}" ` +
    `strokecolor="#${colour.toLowerCase()}" strokeweight="1pt"><v:textbox inset="0,.5mm,0,0">${text}</v:textbox></v:shape>`
  return alternate(anchor({ id, name: 'Text Box', xMm, yMm: 1.5, widthMm, heightMm }, shape), vml)
}

interface Frame {
  readonly id: number
  readonly name: string
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

function anchor(frame: Frame, shape: string): string {
  const at = (name: string, from: string, mm: number) =>
    element(name, { relativeFrom: from }, `<wp:posOffset>${emu(mm)}</wp:posOffset>`)
  return (
    `<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="${251658240 + frame.id}" ` +
    `behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
    at('wp:positionH', 'column', frame.xMm) +
    at('wp:positionV', 'paragraph', frame.yMm) +
    `<wp:extent cx="${emu(frame.widthMm)}" cy="${emu(frame.heightMm)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${frame.id}" name="${frame.name} ${frame.id}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData ` +
    `uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>`
  )
}

const alternate = (choice: string, fallback: string): string =>
  `<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>` +
  `<mc:Fallback><w:pict>${fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`

const points = (mm: number): number => Math.round(((mm * 72) / 25.4) * 100) / 100
