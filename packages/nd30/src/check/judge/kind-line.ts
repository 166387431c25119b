import { kindsOf } from '../../model/kinds.ts'
import type { Draft, Judge } from '../draft.ts'
import { folded } from '../recognise/fold.ts'
import type { Piece } from '../recognise/piece.ts'
import { legalKindFolds } from '../recognise/words.ts'
import { rewrite } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { kindInSymbol, numberParts, tidySymbol } from './number-parts.ts'
import { none, quoted } from './say.ts'

/** T01, T02: kind and abstract. Annex I, part II, 5. */
export const judgeKind: Judge = (context) => [...judgeKindOf(context), ...judgeCopyLabel(context)]

/** `SAO Y`, `SAO LỤC`, `TRÍCH SAO` (annex I, part III). */
const judgeCopyLabel: Judge = (context) =>
  context.profile.name === 'state'
    ? lookFaults(context, 'T01', 'copyLabel', [context.recognised.copy?.label])
    : []

const judgeKindOf: Judge = (context) => {
  const { head, kind } = context.recognised
  if (!head.kindLine || kind?.shape === 'letter') return []
  const look = lookFaults(context, 'T01', 'kind', [head.kindLine])
  const known = kind !== null || legalKindFolds.has(folded(head.kindLine.text))
  if (!known)
    return [
      {
        rule: 'T01',
        code: 'kind_unknown',
        at: { piece: head.kindLine },
        found: quoted(head.kindLine.text),
        expected: { vi: 'một tên loại của danh mục', en: 'a kind of the list' },
        repairs: [],
      },
      ...look,
    ]
  return [...look, ...judgeAbstract(context)]
}

const judgeAbstract: Judge = (context) => {
  const { abstract } = context.recognised.head
  const last = abstract.at(-1)
  const [first] = abstract
  const stop: readonly Draft[] =
    last && /[^.…]\.$/u.test(last.text)
      ? [
          {
            rule: 'T02',
            code: 'abstract_full_stop',
            at: { piece: last },
            found: lastWords(last.text),
            expected: lastWords(last.text).slice(0, -1),
            repairs: [],
          },
        ]
      : []
  return [...lookFaults(context, 'T02', 'abstract', abstract), ...(first ? asOfLetter(first) : []), ...stop]
}

const ofLetter = /^V\s?[/.]\s?v\.?:?\s+/iu

/** `V/v` stands in the abstract of a letter (annex I, part II, 5.b); the samples of all other kinds have `Về việc`. */
function asOfLetter(piece: Piece): readonly Draft[] {
  if (!ofLetter.test(piece.text)) return []
  return [
    {
      rule: 'T02',
      code: 'abstract_as_of_letter',
      at: { piece },
      found: quoted(piece.text.slice(0, mostLetters)),
      expected: 'Về việc …',
      repairs: rewrite(piece, piece.text.replace(ofLetter, 'Về việc ')),
    },
  ]
}

const mostLetters = 30

const lastWords = (text: string) =>
  text.length <= mostLetters ? text : `…${text.slice(-mostLetters).replace(/^\S*\s+/u, '')}`

/** T03: the symbol names the kind that is printed. Annex III, part I. */
export const judgeSymbolOfKind: Judge = ({ recognised, profile }) => {
  const { kind } = recognised
  const { number } = recognised.head
  if (!number || !kind) return []
  const parts = numberParts(number.text)
  const written = parts ? kindInSymbol(tidySymbol(parts.symbol)) : ''
  // A number in its place is no kind, and told with the shape of the symbol.
  if (written === '' || /^\d+$/u.test(written)) return []
  const allowed = [kind.abbreviation, ...(kind.also ?? [])].filter(
    (each) => each !== null && each !== undefined,
  )
  const draft = (expected: Draft['expected']): readonly Draft[] => [
    {
      rule: 'T03',
      code: 'symbol_of_other_kind',
      at: { piece: number },
      found: written,
      expected,
      details: { kind: kind.name },
      repairs: [],
    },
  ]
  if (allowed.length > 0) return allowed.includes(written) ? [] : draft(allowed[0] ?? '')
  // A letter of the State has no kind in its symbol; `CV` is the Party's. Other letters may be a body's own.
  const letterOfParty = kindsOf('party').find(({ shape }) => shape === 'letter')?.abbreviation
  return kind.shape === 'letter' && profile.name === 'state' && written === letterOfParty ? draft(none) : []
}
