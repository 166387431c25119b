import type { Draft, Judge, JudgeContext } from '../draft.ts'
import { inkOf, lookOf } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Repair } from '../repair.ts'
import { draft } from './body-texts.ts'
import { rewrite } from './edit-text.ts'
import { quoted } from './say.ts'

/** B06: căn cứ in italics (State), one a line, each ended by `;`, the last by `.`. */
export const judgeBases: Judge = (context) =>
  context.recognised.bases.flatMap((piece, at) => [
    ...inItalics(piece, context),
    ...ends(piece, endsFor(context, at)),
    ...together(piece),
  ])

/** One summary of the Party's guidance prints them upright and another in italics: there nothing is said of it. */
function inItalics(piece: Piece, { profile }: JudgeContext): readonly Draft[] {
  if (!profile.looks.base?.italic || lookOf(piece).italic === 'all') return []
  const upright = inkOf(piece).filter(({ run }) => !run.italic)
  const repairs = upright.map(({ run }): Repair => ({ type: 'run', run, set: { italic: true } }))
  const run = upright.length < inkOf(piece).length ? upright[0]?.run : undefined
  const at = run ? { piece, run } : { piece }
  return [draft('B06', 'base_upright', at, upOrDown.upright, upOrDown.italic, repairs)]
}

const upOrDown = {
  upright: { vi: 'chữ đứng', en: 'upright' },
  italic: { vi: 'chữ nghiêng', en: 'italic' },
} as const

/** With which signs a base may end; empty where nobody can say which is the last. */
function endsFor({ recognised, profile }: JudgeContext, at: number): readonly string[] {
  const last = at === recognised.bases.length - 1
  if (!last) return [';']
  if (recognised.enacting === null) return []
  return profile.name === 'party' ? ['.', ','] : ['.']
}

const lastSign = /[.,;:]?$/

function ends(piece: Piece, wanted: readonly string[]): readonly Draft[] {
  const [best] = wanted
  const sign = lastSign.exec(piece.text)?.[0] ?? ''
  if (best === undefined || wanted.includes(sign)) return []
  const body = piece.text.slice(0, piece.text.length - sign.length).trimEnd()
  // A base may break off before a list or another sentence: only these signs are exchanged.
  const repairs = sign === ':' ? [] : rewrite(piece, body + best)
  const found = sign === '' ? { vi: 'không có dấu', en: 'no sign' } : `“${sign}”`
  return [draft('B06', 'base_end', piece, found, `“${best}”`, repairs)]
}

const another = /;\s{1,5}(Căn cứ |Theo đề nghị |Xét đề nghị )/

function together(piece: Piece): readonly Draft[] {
  const found = another.exec(piece.text)
  if (!found) return []
  const expected = { vi: 'mỗi căn cứ một dòng', en: 'each on a line of its own' }
  return [draft('B06', 'bases_together', piece, quoted(piece.text.slice(found.index + 1)), expected)]
}
