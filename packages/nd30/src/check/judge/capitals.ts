import type { Draft, Judge } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { BodyPart, Recognised } from '../recognise/recognised.ts'
import { capitalFaults } from './capitals-judged.ts'
import type { CapitalFault } from './capitals-words.ts'
import { runAt } from './piece-runs.ts'

/**
 * Capitals by annex II of Decree 30/2020/NĐ-CP, in running text alone: names in heads, lists of recipients, tables and
 * whatever is capital through and through are not judged.
 */
export const judgeCapitals: Judge = ({ recognised, profile }) =>
  prose(recognised).flatMap(({ piece, startsSentence }) =>
    capitalFaults(piece.text, profile.name, { startsSentence }).map((fault) => draftOf(piece, fault)),
  )

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

const ended = /[.!?…]["”]?$/

/** A paragraph behind one that ended its sentence; what follows a colon, a comma or a table may go on in small letters. */
function isSentence(part: BodyPart, before: BodyPart | undefined): boolean {
  if (part.role === 'article') return true
  if (part.role !== 'paragraph' && part.role !== 'clause') return false
  return before === undefined || (judged.has(before.role) && ended.test(before.piece.text.slice(-3)))
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
