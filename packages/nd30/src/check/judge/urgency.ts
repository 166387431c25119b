import type { Draft, Judge } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import { lookFaults } from './look-fault.ts'
import { none } from './say.ts'

/** M01: the mark of urgency: bold capitals; the State's in a red frame. Annex I, part II, 10. */
export const judgeUrgency: Judge = (context) => {
  const { urgency, circulation } = context.recognised.head
  return [
    ...lookFaults(context, 'M01', 'urgency', [urgency]),
    ...lookFaults(context, 'M01', 'circulation', [circulation]),
    ...(urgency && context.profile.name === 'state' ? frame(urgency) : []),
  ]
}

function frame(piece: Piece): readonly Draft[] {
  const { paragraph } = piece
  const cell = paragraph.cell
  const sides = cell ? cell.table.rows[cell.row]?.[cell.column]?.borders : undefined
  const framed =
    paragraph.inShape || Object.keys(paragraph.borders).length > 0 || Object.keys(sides ?? {}).length > 0
  if (framed) return []
  return [
    {
      rule: 'M01',
      code: 'urgency_frame',
      at: { piece },
      found: none,
      expected: { vi: 'khung viền đơn màu đỏ', en: 'a single red frame' },
      repairs: [],
    },
  ]
}
