import type { Paragraph, ReadDocument } from '../../read/read-document.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import { inkOf } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'
import { lookFaults } from './look-fault.ts'
import { colourName, joined, none } from './say.ts'

/** M01: the mark of urgency: bold capitals; the State's in a red frame. Annex I, part II, 10. */
export const judgeUrgency: Judge = (context) => {
  const { urgency, circulation } = context.recognised.head
  return [
    ...lookFaults(context, 'M01', 'urgency', [urgency]),
    ...lookFaults(context, 'M01', 'circulation', [circulation]),
    ...(urgency && context.profile.name === 'state' ? frame(context, urgency) : []),
  ]
}

function frame({ read }: JudgeContext, piece: Piece): readonly Draft[] {
  const frames = framesOf(read, piece.paragraph)
  if (frames.length === 0) return [draft('urgency_frame', piece, none, framed)]
  const letters = inkOf(piece).map(({ run }) => run.colour)
  const colours = [...letters, ...frames]
  if (colours.some((colour) => colour === null || isRed(colour))) return []
  return [
    draft('urgency_colour', piece, joined([...new Set(colours)].map((each) => colourName(each ?? 'auto'))), {
      vi: 'màu đỏ tươi',
      en: 'bright red',
    }),
  ]
}

const framed = { vi: 'khung viền đơn màu đỏ', en: 'a single red frame' }

/** The colours of what stands about the mark: of its shape, its own borders or its cell's; null where one is not known. */
function framesOf({ paragraphs }: ReadDocument, paragraph: Paragraph): readonly (string | null)[] {
  if (paragraph.inShape) {
    const shapes = paragraphs.flatMap((each) => each.shapes)
    return [shapes.find((shape) => shape.paragraphs.includes(paragraph))?.strokeColour ?? null]
  }
  const { cell } = paragraph
  const ofCell = cell?.table.rows[cell.row]?.find(({ column }) => column === cell.column)?.borders ?? {}
  const borders = [...Object.values(paragraph.borders), ...Object.values(ofCell)]
  return borders.filter(({ style }) => style !== 'none' && style !== 'nil').map(({ colour }) => colour)
}

const least = { red: 0xa0, apart: 0x50 }

/** More red than anything else; what a program chooses by itself is black. */
function isRed(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] =
    (/^[\dA-F]{6}$/iu.test(colour) ? colour : '000000')
      .match(/../gu)
      ?.map((each) => Number.parseInt(each, 16)) ?? []
  return red >= least.red && red - Math.max(green, blue) >= least.apart
}

function draft(
  code: 'urgency_frame' | 'urgency_colour',
  piece: Piece,
  found: Draft['found'],
  expected: Draft['expected'],
): Draft {
  return { rule: 'M01', code, at: { piece }, found, expected, repairs: [] }
}
