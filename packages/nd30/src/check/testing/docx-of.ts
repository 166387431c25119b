import { buildDocx } from '../../read/testing/build-docx.ts'
import type { BlockWish, ParagraphWish, RunWish, TableWish } from './hand-built.ts'

/** The same wishes as a real file, so that it can be read, repaired and read again. */

export interface PageWish {
  readonly top?: number
  readonly bottom?: number
  readonly left?: number
  readonly right?: number
  readonly width?: number
  readonly height?: number
  readonly titlePage?: boolean
  readonly start?: number
  /** The paragraph of the header in which the number stands; none where it is left out. */
  readonly pageNumber?: ParagraphWish
  /** The number stands in the footer instead, above these words. */
  readonly foot?: string
}

const soundPage = { top: 1134, bottom: 1134, left: 1701, right: 1134, width: 11906, height: 16838 }
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export async function docxOf(blocks: readonly BlockWish[], page: PageWish = {}): Promise<Uint8Array> {
  const { top, bottom, left, right, width, height } = { ...soundPage, ...page }
  const place = page.foot === undefined ? 'header' : 'footer'
  const header = page.pageNumber ? `<w:${place}Reference w:type="default" r:id="h1"/>` : ''
  const below = page.foot ? paragraph({ text: page.foot }) : ''
  const section =
    `<w:sectPr>${header}<w:pgSz w:w="${width}" w:h="${height}"/>` +
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/>` +
    `${page.start === undefined ? '' : `<w:pgNumType w:start="${page.start}"/>`}${(page.titlePage ?? true) ? '<w:titlePg/>' : ''}</w:sectPr>`
  return buildDocx({
    body: blocks.map(block).join('') + section,
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>',
    ...(page.pageNumber ? { [`${place}s`]: { h1: pageNumber(page.pageNumber) + below } } : {}),
  })
}

function block(wish: BlockWish): string {
  return 'rows' in wish ? table(wish) : paragraph(wish)
}

function table({ rows, widths, bordered }: TableWish): string {
  const columns = rows[0]?.length ?? 0
  const width = (column: number) => widths?.[column] ?? Math.floor(9000 / columns)
  const grid = Array.from({ length: columns }, (_, at) => `<w:gridCol w:w="${width(at)}"/>`).join('')
  const side = (name: string) =>
    `<w:${name} w:val="${bordered ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const cells = rows.map(
    (row) =>
      `<w:tr>${row
        .map(
          (inner, at) =>
            `<w:tc><w:tcPr><w:tcW w:w="${width(at)}" w:type="dxa"/></w:tcPr>${inner.map(paragraph).join('')}</w:tc>`,
        )
        .join('')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${cells.join('')}</w:tbl>`
}

function paragraph(wish: ParagraphWish): string {
  const {
    align = 'left',
    firstLine = 0,
    left = 0,
    before = 0,
    after = 0,
    line = 240,
    lineRule = 'auto',
  } = wish
  const properties =
    `<w:pPr><w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="${lineRule}"/>` +
    `<w:ind w:left="${left}" w:firstLine="${firstLine}"/><w:jc w:val="${align}"/></w:pPr>`
  const runs = (wish.runs ?? [wish]).map((each) => run({ ...wish, ...each }))
  return `<w:p>${properties}${runs.join('')}${(wish.shapes ?? []).map(drawn).join('')}</w:p>`
}

function runProperties({ size = 14, bold, italic, underline, font, colour, caps }: RunWish): string {
  const typeface = font
    ? `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/>`
    : ''
  return (
    `<w:rPr>${typeface}${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${caps ? '<w:caps/>' : ''}` +
    `${colour ? `<w:color w:val="${colour}"/>` : ''}<w:sz w:val="${size * 2}"/>${underline ? '<w:u w:val="single"/>' : ''}</w:rPr>`
  )
}

function run(wish: RunWish): string {
  const inner = (wish.text ?? '')
    .split(/([\t\n])/u)
    .map((part) =>
      part === '\t'
        ? '<w:tab/>'
        : part === '\n'
          ? '<w:br/>'
          : part === ''
            ? ''
            : `<w:t xml:space="preserve">${escaped(part)}</w:t>`,
    )
  return `<w:r>${runProperties(wish)}${inner.join('')}</w:r>`
}

function drawn({ widthEmu }: NonNullable<ParagraphWish['shapes']>[number]): string {
  return (
    '<w:r><w:drawing><wp:anchor behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>' +
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>' +
    `<wp:extent cx="${widthEmu}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Line"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>' +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${widthEmu}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr>` +
    '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
  )
}

function pageNumber(wish: ParagraphWish): string {
  const properties = runProperties(wish)
  return (
    `<w:p><w:pPr><w:jc w:val="${wish.align ?? 'center'}"/></w:pPr><w:r>${properties}<w:fldChar w:fldCharType="begin"/></w:r>` +
    `<w:r>${properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>${properties}<w:fldChar w:fldCharType="separate"/></w:r>` +
    `<w:r>${properties}<w:t>2</w:t></w:r><w:r>${properties}<w:fldChar w:fldCharType="end"/></w:r></w:p>`
  )
}
