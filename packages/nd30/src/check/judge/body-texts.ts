import type { Profile } from '../../profile/profile.ts'
import type { Draft, DraftPlace } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { BodyPart, BodyRole, Recognised } from '../recognise/recognised.ts'

/** A text of its own: that of the document, of an annex, of what is attached. Numbers begin anew in each. */
export type BodyText = readonly BodyPart[]

export const textsOf = ({ body, annexes }: Recognised): readonly BodyText[] => [
  body.parts,
  ...annexes.map((annex) => annex.body.parts),
]

const running: ReadonlySet<BodyRole> = new Set([
  'article',
  'clause',
  'clauseTitle',
  'point',
  'item',
  'paragraph',
])

/** Paragraphs of running text; what is quoted, centred, filled in, a line of signs or in a table keeps its own look. */
export const isRunning = (part: BodyPart): boolean => running.has(part.role) && !part.quoted && hasWords(part)

const hasWords = ({ piece }: BodyPart) => /[\p{L}\p{N}]/u.test(piece.text)

export const runningOf = (text: BodyText): readonly BodyPart[] => text.filter(isRunning)

/** How running text of a role looks. */
export function lookFor(profile: Profile, role: BodyRole) {
  const { looks } = profile
  if (role === 'article') return looks.article
  return role === 'clauseTitle' ? looks.clauseTitle : looks.body
}

export const isGroupNumber = (role: BodyRole): boolean =>
  role === 'part' || role === 'chapter' || role === 'section' || role === 'subsection'

/** A draft with nothing to mend. */
export function draft(
  rule: Draft['rule'],
  code: Draft['code'],
  at: Piece | DraftPlace,
  found: Draft['found'],
  expected: Draft['expected'],
  repairs: Draft['repairs'] = [],
): Draft {
  return { rule, code, at: 'fragments' in at ? { piece: at } : at, found, expected, repairs }
}
