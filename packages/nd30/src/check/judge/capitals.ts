import type { Draft, Judge } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { BodyPart, Recognised } from '../recognise/recognised.ts'
import { capitalFaults } from './capitals-judged.ts'
import { nameKey, type OwnNames } from './capitals-units.ts'
import { type CapitalFault, wordsOf } from './capitals-words.ts'
import { runAt } from './piece-runs.ts'

/**
 * Capitals by annex II of Decree 30/2020/NĐ-CP, in running text alone: names in heads, lists of recipients, tables and
 * whatever is capital through and through are not judged.
 */
export const judgeCapitals: Judge = ({ recognised, profile }) => {
  const ownNames = ownNamesOf(recognised)
  return prose(recognised).flatMap(({ piece, startsSentence }) =>
    capitalFaults(piece.text, profile.name, { startsSentence, ownNames }).map((fault) =>
      draftOf(piece, fault),
    ),
  )
}

/**
 * The place of the date line: a unit that is called by a number, a person or an event writes its common noun there
 * (annex I, part II, mục 4), so that a name alone is its own.
 */
function ownNamesOf({ head }: Recognised): OwnNames {
  const place = head.issued?.text.split(',', 1)[0] ?? ''
  const words = wordsOf(place)
  return new Set(words.length > 0 && words.length <= 4 ? [nameKey(words)] : [])
}

interface Prose {
  readonly piece: Piece
  readonly startsSentence: boolean
}

const judged: ReadonlySet<string> = new Set([
  'article',
  'clause',
  'clauseTitle',
  'point',
  'item',
  'paragraph',
])

function prose(recognised: Recognised): readonly Prose[] {
  const { abstract, letterAbstract } = recognised.head
  const heads = [...abstract, ...letterAbstract].map((piece) => ({ piece, startsSentence: false }))
  const bases = recognised.bases.map((piece) => ({ piece, startsSentence: true }))
  const bodies = [recognised.body, ...recognised.annexes.map(({ body }) => body)]
  return [...heads, ...bases, ...bodies.flatMap(({ parts }) => proseOf(parts))]
}

function proseOf(parts: readonly BodyPart[]): readonly Prose[] {
  return parts.flatMap((part, at) => {
    if (part.quoted || !judged.has(part.role)) return []
    return [{ piece: part.piece, startsSentence: isSentence(part, parts[at - 1]) }]
  })
}

const titles: ReadonlySet<string> = new Set(['clauseTitle', 'headingRoman', 'groupTitle'])
const ended = /[.!?…]["”]?$/

/** A paragraph behind one that ended its sentence; what follows a colon, a comma or a table may go on in small letters. */
function isSentence(part: BodyPart, before: BodyPart | undefined): boolean {
  if (part.role === 'article') return true
  if (part.role !== 'paragraph' && part.role !== 'clause') return false
  if (before === undefined || titles.has(before.role)) return true
  return judged.has(before.role) && ended.test(before.piece.text.slice(-3))
}

function draftOf(piece: Piece, { rule, from, found, expected }: CapitalFault): Draft {
  const run = runAt(piece, from)
  return {
    rule,
    code: `capital_${rule}`,
    at: run ? { piece, run } : { piece },
    found,
    expected,
    repairs: [],
  }
}
