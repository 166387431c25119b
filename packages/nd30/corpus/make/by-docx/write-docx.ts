import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import { twips } from '../by-word/xml.ts'
import type { Laid, LaidSection } from '../laid.ts'
import { font, paragraphsOf } from '../laid.ts'
import { fixed } from './fixed.ts'
import { DocxWriter } from './writer.ts'

/** The file as a program writes it that uses the `docx` library. */
export async function writeDocxLibrary(laid: Laid): Promise<Uint8Array> {
  const writer = new DocxWriter(laid.way)
  const sections = laid.sections.map((section, at) => sectionOptions(writer, section, at))
  const document = new Document({
    title: laid.title,
    creator: 'docx',
    styles: { default: { document: laid.way.styled ? { run: { font, size: 28 } } : {} } },
    numbering: { config: lists(laid) },
    footnotes: writer.footnotes(),
    sections,
  })
  return fixed(await Packer.toBuffer(document))
}

function sectionOptions(writer: DocxWriter, section: LaidSection, at: number): ISectionOptions {
  const { marginsMm, number, contact } = section
  const columnMm = section.widthMm - marginsMm.left - marginsMm.right
  const numbered = number
    ? new Paragraph({
        alignment: number.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ font, size: number.sizePt * 2, children: [PageNumber.CURRENT] })],
      })
    : null
  const nothing = [new Paragraph({})]
  const inHead = numbered && number?.where === 'head'
  const firstFoot = contact.map((each, index) => writer.contact(each, columnMm, index === 0))
  return {
    properties: {
      titlePage: (number?.hiddenOnFirst ?? false) || contact.length > 0,
      ...(at === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      page: {
        // The library turns the sides of a landscape page by itself.
        size: {
          width: twips(section.landscape ? section.heightMm : section.widthMm),
          height: twips(section.landscape ? section.widthMm : section.heightMm),
          orientation: section.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(marginsMm.top),
          bottom: twips(marginsMm.bottom),
          left: twips(marginsMm.left),
          right: twips(marginsMm.right),
          header: twips(10),
          footer: twips(10),
        },
        ...(section.restarts ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      default: new Header({ children: inHead ? [numbered] : nothing }),
      ...(number?.hiddenOnFirst ? { first: new Header({ children: nothing }) } : {}),
    },
    footers: {
      default: new Footer({ children: numbered && !inHead ? [numbered] : nothing }),
      ...(number?.hiddenOnFirst || contact.length > 0
        ? { first: new Footer({ children: firstFoot.length > 0 ? firstFoot : nothing }) }
        : {}),
    },
    children: section.blocks.flatMap((block): (Paragraph | Table)[] =>
      block.type === 'table' ? [writer.table(block)] : writer.paragraphs(block, columnMm),
    ),
  }
}

function lists(laid: Laid) {
  const used = new Map(
    paragraphsOf(laid).flatMap(({ counted }) =>
      counted ? [[`${counted.format}-${counted.list}`, counted.format] as const] : [],
    ),
  )
  return [...used].map(([reference, format]) => ({
    reference,
    levels: [
      {
        level: 0,
        format: format === 'decimal' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text: format === 'decimal' ? '%1.' : '-',
        suffix: LevelSuffix.SPACE,
        style: { run: { font } },
      },
    ],
  }))
}
