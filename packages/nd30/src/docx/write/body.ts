import { AlignmentType, type FileChild, ImageRun, Paragraph } from 'docx'
import { Nd30Error } from '../../errors.ts'
import type { Figure } from '../../model/document.ts'
import { imageFacts } from '../../model/image.ts'
import type { BodyLine, Line } from '../../model/words/body.ts'
import { spansOf } from '../../model/words/spans.ts'
import { type Notes, runsOf } from './runs.ts'
import { otherStyles, styleOf } from './styles.ts'
import { tableOf } from './table.ts'
import { pixelsOfMm } from './units.ts'

/**
 * @param width of the text, in twips
 * @param keepLast that the last paragraph stays on the page of what follows, as a signature
 */
export function bodyOf(
  lines: readonly BodyLine[],
  width: number,
  notes: Notes,
  keepLast: boolean,
): readonly FileChild[] {
  return lines.flatMap((line, index): readonly FileChild[] => {
    if (line.type === 'table') return tableOf(line, width, notes)
    if (line.type === 'figure') return figureOf(line, notes)
    return [lineOf(line, notes, keepLast && index === lines.length - 1)]
  })
}

const lineOf = (line: Line, notes: Notes, keep: boolean) =>
  new Paragraph({
    style: styleOf(line.role, line.component).id,
    ...(keep ? { keepNext: true } : {}),
    children: runsOf(line.spans, notes),
  })

function figureOf(figure: Figure, notes: Notes): readonly Paragraph[] {
  const facts = imageFacts(figure.image)
  if (!facts) throw new Nd30Error('image_wrong', 'no readable PNG or JPEG', { path: 'figure' })
  const width = pixelsOfMm(figure.widthMm)
  const picture = new Paragraph({
    style: otherStyles.figure.id,
    alignment: AlignmentType.CENTER,
    ...(figure.caption === undefined ? { keepNext: false } : {}),
    children: [
      new ImageRun({
        type: facts.format,
        data: Buffer.from(figure.image, 'base64'),
        transformation: { width, height: (width * facts.height) / facts.width },
        altText: { name: 'Hình', description: figure.alternative, title: '' },
      }),
    ],
  })
  if (figure.caption === undefined) return [picture]
  return [
    picture,
    new Paragraph({ style: otherStyles.figureCaption.id, children: runsOf(spansOf(figure.caption), notes) }),
  ]
}
