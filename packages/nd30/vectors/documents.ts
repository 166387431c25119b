import {
  AlignmentType,
  Document,
  Header,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { buildDocx } from '../src/read/testing/build-docx.ts'

const font = 'Times New Roman'

/** A decision as a program writes it with the library `docx`: direct formatting, a table for its head, a numbered list. */
export async function byDocxLibrary(): Promise<Uint8Array> {
  const centred = (text: string, look: { bold?: boolean; italics?: boolean; size: number }) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...look })] })
  const body = (children: TextRun[]) =>
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: 720 },
      spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
      children,
    })
  const document = new Document({
    styles: { default: { document: { run: { font, size: 28 } } } },
    numbering: {
      config: [
        {
          reference: 'clauses',
          levels: [
            { level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1701, right: 1134, header: 567 },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
              }),
            ],
          }),
        },
        children: [
          new Table({
            rows: [
              new TableRow({
                children: [
                  new TableCell({
                    children: [
                      centred('BỘ ĐƠN VỊ GIẢ', { size: 24 }),
                      centred('CỤC THỬ NGHIỆM', { bold: true, size: 24 }),
                    ],
                  }),
                  new TableCell({
                    children: [
                      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24 }),
                      centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26 }),
                      centred('Hà Nội, ngày 05 tháng 01 năm 2026', { italics: true, size: 26 }),
                    ],
                  }),
                ],
              }),
            ],
          }),
          body([new TextRun({ text: 'Điều 1.', bold: true }), new TextRun(' Ban hành Quy chế thử nghiệm.')]),
          ...['một', 'hai'].map(
            (text) => new Paragraph({ numbering: { reference: 'clauses', level: 0 }, text: `Điểm ${text};` }),
          ),
        ],
      },
    ],
  })
  return Uint8Array.from(await Packer.toBuffer(document))
}

/** As Word writes it: theme, styles based on others, marks of saving, a drawn line with its older form beside it. */
export async function likeWord(): Promise<Uint8Array> {
  const rsid = ' w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"'
  const line =
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>1905000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>215900</wp:posOffset></wp:positionV><wp:extent cx="1270000" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="Straight Connector 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line id="_x0000_s1026" style="position:absolute;z-index:251659264" from="150pt,17pt" to="250pt,17pt"/></w:pict></mc:Fallback></mc:AlternateContent>'
  return buildDocx({
    theme:
      '<a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme></a:themeElements>',
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="NoiDung"><w:name w:val="Nội dung"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="120" w:after="0" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Dieu"><w:name w:val="Điều"/><w:basedOn w:val="NoiDung"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>',
    body:
      `<w:p${rsid}><w:pPr><w:pStyle w:val="Dieu"/></w:pPr><w:r><w:t>Điều 1. Phạm vi điều chỉnh</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> và đối tượng</w:t></w:r></w:p>` +
      `<w:p${rsid}><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:r><w:t>Quy chế này quy định việc thử nghiệm.</w:t></w:r></w:p>` +
      `<w:p${rsid}><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r><w:r>${line}</w:r></w:p>` +
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:docGrid w:linePitch="360"/></w:sectPr>',
  })
}

export const sources: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'docx-library': byDocxLibrary,
  'like-word': likeWord,
}
