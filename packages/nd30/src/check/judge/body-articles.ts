import type { Run } from '../../read/read-document.ts'
import type { Draft, Judge } from '../draft.ts'
import { lookOf } from '../recognise/look.ts'
import type { Piece } from '../recognise/piece.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import type { Repair } from '../repair.ts'
import { type BodyText, draft, isRunning, textsOf } from './body-texts.ts'
import { rewrite } from './edit-text.ts'

/** B07: `Điều n.`, bold, counted from 1 in each text. */
export const judgeArticles: Judge = ({ recognised }) => textsOf(recognised).flatMap(ofText)

function ofText(text: BodyText): readonly Draft[] {
  const own = text.filter(({ quoted }) => !quoted)
  return [
    ...own.flatMap((part, at) => (part.role === 'article' ? formOf(part, own[at + 1]) : [])),
    ...countOf(own),
  ]
}

/** Gaps and repetitions; `Điều 5a` stands behind `Điều 5`. */
function countOf(text: BodyText): readonly Draft[] {
  const drafts: Draft[] = []
  let before = 0
  for (const part of text) {
    const number = part.role === 'article' ? /^(\d{1,4})([a-zđ]?)$/.exec(part.number ?? '') : null
    if (!number) continue
    const value = Number(number[1])
    const isInserted = number[2] !== '' && value === before
    if (!isInserted && value !== before + 1)
      drafts.push(draft('B07', 'article_number', part.piece, part.label ?? '', `Điều ${before + 1}.`))
    before = value
  }
  return drafts
}

function formOf(part: BodyPart, next: BodyPart | undefined): readonly Draft[] {
  if (part.automatic) return thinLabel(part)
  if (part.label === null || !part.piece.text.startsWith(part.label)) return []
  return [...labelOf(part, part.label), ...boldOf(part, part.label, next)]
}

/** What Word counts has a look of its own, that of its list: a person has to mend it there. */
function thinLabel({ piece }: BodyPart): readonly Draft[] {
  if (piece.paragraph.numbering?.bold !== false) return []
  return [draft('B07', 'article_bold', piece, notBold.found, notBold.expected, [])]
}

function labelOf({ piece, number }: BodyPart, label: string): readonly Draft[] {
  const expected = `Điều ${number}.`
  if (label.replace(/\s+/g, ' ') === expected) return []
  return [
    draft(
      'B07',
      'article_label',
      piece,
      label,
      expected,
      rewrite(piece, expected + piece.text.slice(label.length)),
    ),
  ]
}

function boldOf({ piece }: BodyPart, label: string, next: BodyPart | undefined): readonly Draft[] {
  const wanted = isTitled(piece, label, next) ? piece.text.length : label.replace(/[.:]$/, '').length
  const runs = runsOf(piece, wanted)
  const thin = runs.filter(({ run }) => !run.bold)
  if (thin.length === 0) return []
  const whole = thin.every(({ alone }) => alone)
  const repairs = thin.map(({ run }): Repair => ({ type: 'run', run, set: { bold: true } }))
  const [thinnest] = thin
  const at = thinnest && piece.fragments.length > 1 ? { piece, run: thinnest.run } : { piece }
  return [draft('B07', 'article_bold', at, notBold.found, notBold.expected, whole ? repairs : [])]
}

const notBold = {
  found: { vi: 'không đậm', en: 'not bold' },
  expected: { vi: 'chữ đậm', en: 'bold' },
} as const

/** A title and no text: short, without a sign at its end, and what it heads follows. */
function isTitled(piece: Piece, label: string, next: BodyPart | undefined): boolean {
  const rest = piece.text.slice(label.length).trim()
  if (rest === '' || rest.length > 200 || /[.;:,/]$/.test(rest) || next === undefined) return false
  if (!isRunning(next) || next.role === 'article') return false
  // What follows is the rest of an article's text unless its words begin anew.
  return lookOf(piece).bold !== 'none' && /^\p{Lu}/u.test(rest)
}

/** The runs that hold the first `letters` of a piece's text, and whether each holds nothing else. */
function runsOf(piece: Piece, letters: number): readonly { readonly run: Run; readonly alone: boolean }[] {
  const start = piece.raw.length - piece.raw.trimStart().length
  const end = start + letters
  const runs: { run: Run; alone: boolean }[] = []
  let at = 0
  for (const { run, from, to } of piece.fragments) {
    const [first, last] = [Math.max(at, start), Math.min(at + to - from, end)]
    const beyond = piece.raw.slice(Math.max(end, at), at + to - from)
    if (last > first && /[\p{L}\p{N}]/u.test(piece.raw.slice(first, last)))
      runs.push({ run, alone: at + to - from <= end || !/[\p{L}\p{N}]/u.test(beyond) })
    at += to - from
  }
  return runs
}
