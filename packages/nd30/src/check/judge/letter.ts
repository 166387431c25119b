import type { Draft, Judge } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import { rewrite } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { none, quoted } from './say.ts'

/** T04: the abstract of a letter stands under its symbol, and the letter has no printed kind. Annex I, part II, 5.b. */
export const judgeLetter: Judge = (context) => {
  const { recognised, profile } = context
  if (recognised.kind?.shape !== 'letter') return []
  const { letterAbstract, kindLine } = recognised.head
  const first = letterAbstract[0]
  return [
    ...lookFaults(context, 'T04', 'letterAbstract', letterAbstract),
    ...(first ? beginning(first, profile.name === 'state' ? /^V\/v\s/u : /^[Vv]ề\s/u, profile.name) : []),
    ...(kindLine ? [printedKind(kindLine)] : []),
  ]
}

const mended = { state: 'V/v ', party: 'về việc ' } as const
const anyBeginning = /^(?:V\s?[/.]\s?v\.?:?|Về việc)\s+/iu

function beginning(piece: Piece, wanted: RegExp, profile: keyof typeof mended): readonly Draft[] {
  if (wanted.test(piece.text)) return []
  const words = piece.text.replace(anyBeginning, mended[profile])
  return [
    {
      rule: 'T04',
      code: 'letter_abstract_words',
      at: { piece },
      found: quoted(piece.text.slice(0, 30)),
      expected: `${mended[profile]}…`,
      repairs: words === piece.text ? [] : rewrite(piece, words),
    },
  ]
}

function printedKind(piece: Piece): Draft {
  return {
    rule: 'T04',
    code: 'letter_with_kind',
    at: { piece },
    found: quoted(piece.text),
    expected: none,
    repairs: [],
  }
}
