import type { Draft, Judge } from '../draft.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import { draft, isRunning } from './body-texts.ts'
import { rewrite } from './edit-text.ts'

const ending = /[\s./]{0,20}$/

/** B09: the last words of the State's documents are followed by `./.`, those of the Party's by a full stop. */
export const judgeEnding: Judge = ({ recognised, profile }) => {
  const last = recognised.body.parts.at(-1)
  if (last === undefined || recognised.foot.signatures.length === 0 || !mayEnd(last)) return []
  return profile.body.ending === './.' ? ofState(last) : ofParty(last)
}

/** A table, a line to fill in or a note below a table bears no mark. */
const mayEnd = (part: BodyPart) => isRunning(part) || part.role === 'centred' || part.quoted

function ofState({ piece }: BodyPart): readonly Draft[] {
  const { text } = piece
  if (text.endsWith('./.') || text.endsWith('./.”') || text.endsWith('./."')) return []
  const found = ending.exec(text)?.[0] ?? ''
  const words = text.slice(0, text.length - found.length)
  const mendable = /[\p{L}\p{N})”"]$/u.test(words)
  return [
    draft(
      'B09',
      'ending',
      piece,
      tail(text),
      `${tail(words)}./.`,
      mendable ? rewrite(piece, `${words}./.`) : [],
    ),
  ]
}

function ofParty({ piece }: BodyPart): readonly Draft[] {
  const { text } = piece
  if (!text.endsWith('./.')) return []
  const words = text.slice(0, -3).trimEnd()
  return [draft('B09', 'ending', piece, tail(text), `${tail(words)}.`, rewrite(piece, `${words}.`))]
}

/** The last words, as much as is needed to find them. */
const tail = (text: string) =>
  text.length > 30 ? `…${text.slice(text.indexOf(' ', text.length - 30) + 1)}` : text
