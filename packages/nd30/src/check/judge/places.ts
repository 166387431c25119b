import type { Component } from '../../profile/profile.ts'
import type { Draft, Judge, JudgeContext, Said } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import { componentNames, inSentence } from './component-names.ts'
import { findStrayDate } from './stray-date.ts'

const sides = {
  left: { vi: 'bên trái', en: 'at the left' },
  right: { vi: 'bên phải', en: 'at the right' },
  top: { vi: 'ở đầu trang thứ nhất', en: 'at the top of the first page' },
  foot: { vi: 'ở cuối văn bản', en: 'at the end of the document' },
} as const

/** H10: components on the wrong side, or in the wrong order. Annex I, part IV. */
export const judgePlaces: Judge = (context) => [
  ...sidesOfHead(context),
  ...ordersOfHead(context),
  ...sidesOfFoot(context),
  ...strayDate(context),
]

/** Ô 1 and 4 stand at the right, ô 2 and 3 at the left. */
function sidesOfHead({ recognised, profile }: JudgeContext): readonly Draft[] {
  const { urgency, country, motto, partyTitle, issued, number, superior, issuer, letterAbstract } =
    recognised.head
  const right: readonly (readonly [Component, Piece | null | undefined])[] = [
    ['country', country],
    ['motto', country ? null : motto],
    ['partyTitle', partyTitle],
    ['issued', issued],
  ]
  const left: readonly (readonly [Component, Piece | null | undefined])[] = [
    ['issuer', superior.length > 0 ? superior[0] : issuer[0]],
    ['number', number],
    ['letterAbstract', letterAbstract[0]],
    // Ô 10b; where the Party has it could not be read.
    ['urgency', profile.name === 'state' ? urgency : null],
  ]
  return [
    ...right.flatMap(([component, piece]) =>
      isAt(piece, 'left') ? [draft(component, piece, sides.left, sides.right)] : [],
    ),
    ...left.flatMap(([component, piece]) =>
      isAt(piece, 'right') ? [draft(component, piece, sides.right, sides.left)] : [],
    ),
  ]
}

/** Only what stands beside something else is at a side. */
function isAt(piece: Piece | null | undefined, side: 'left' | 'right'): piece is Piece {
  if (!piece || piece.paragraph.inShape) return false
  const { cell } = piece.paragraph
  if (cell) {
    const row = cell.table.rows[cell.row] ?? []
    const columns = Math.max(1, ...row.map((each) => each.column + each.columns))
    if (row.length < 2) return false
    return (cell.column < columns / 2 ? 'left' : 'right') === side
  }
  // A tab before a line of its own may put it anywhere; between two components it parts left from right.
  if (!/\S\t\s*\S/u.test(piece.paragraph.text)) return false
  return (piece.tab > 0 ? 'right' : 'left') === side
}

/** What stands below what, within one column. */
function ordersOfHead({ recognised, read }: JudgeContext): readonly Draft[] {
  const { country, motto, issued, number, superior, issuer, kindLine, partyTitle } = recognised.head
  const at = (piece: Piece | null | undefined) => (piece ? read.paragraphs.indexOf(piece.paragraph) : -1)
  const sameColumn = (a: Piece, b: Piece) =>
    a.paragraph.cell?.table === b.paragraph.cell?.table &&
    a.paragraph.cell?.column === b.paragraph.cell?.column
  const pairs: readonly (readonly [Piece | null | undefined, Component, Piece | null | undefined])[] = [
    [country, 'motto', motto],
    [motto ?? partyTitle, 'issued', issued],
    [issuer.at(-1) ?? superior.at(-1), 'number', number],
    [number ?? issued, 'kind', kindLine],
  ]
  return pairs.flatMap(([above, component, below]): readonly Draft[] => {
    if (!above || !below || above.paragraph.inShape || below.paragraph.inShape) return []
    const comparable = component === 'kind' || sameColumn(above, below)
    if (!comparable || at(above) < at(below) || above.paragraph === below.paragraph) return []
    const name = inSentence(componentNames[componentOf(component)])
    return [
      draft(
        component,
        below,
        { vi: `trên ${name.vi}`, en: `above ${name.en}` },
        { vi: `dưới ${name.vi}`, en: `below ${name.en}` },
      ),
    ]
  })
}

function componentOf(below: Component): Component {
  if (below === 'motto') return 'country'
  if (below === 'issued') return 'motto'
  return below === 'number' ? 'issuer' : 'number'
}

/** Ô 9b at the left, ô 7 at the right. */
function sidesOfFoot({ recognised }: JudgeContext): readonly Draft[] {
  const { recipients, signatures } = recognised.foot
  return recipients && signatures.length > 0 && isAt(recipients.label, 'right')
    ? [draft('recipients', recipients.label, sides.right, sides.left)]
    : []
}

function strayDate(context: JudgeContext): readonly Draft[] {
  const piece = findStrayDate(context)
  if (!piece || context.recognised.kind?.shape === 'minutes') return []
  return [draft('issued', piece, sides.foot, sides.top)]
}

function draft(component: Component, piece: Piece, found: Said, expected: Said): Draft {
  return {
    rule: 'H10',
    code: 'component_misplaced',
    at: { piece },
    found,
    expected,
    details: { component: componentNames[component] },
    repairs: [],
  }
}
