import { pointLetter, pointNumber } from '../../model/words/letters.ts'
import type { Draft, Judge } from '../draft.ts'
import type { BodyPart } from '../recognise/recognised.ts'
import { type BodyText, draft, isGroupNumber, textsOf } from './body-texts.ts'
import { rewrite } from './edit-text.ts'

/** B08: khoản `1.`, `2.` and điểm `a)`, `b)` in their order, by hand or counted by the program. */
export const judgeClauses: Judge = ({ recognised }) => textsOf(recognised).flatMap(ofText)

function ofText(text: BodyText): readonly Draft[] {
  const clauses = new Counter()
  const points = new Counter()
  const drafts: Draft[] = []
  let inArticle = false
  for (const part of text) {
    if (part.quoted) continue
    if (part.role === 'article' || part.role === 'headingRoman' || isGroupNumber(part.role)) {
      inArticle = part.role === 'article'
      clauses.close(inArticle)
      points.close(true)
    } else if (part.role === 'clause' || part.role === 'clauseTitle') {
      drafts.push(...clauseDrafts(part, clauses, inArticle, points.isOpen))
      // A list within a point ends before the next point; the next clause ends its points.
      if (!clauses.isInner) points.close(true)
    } else if (part.role === 'point') drafts.push(...pointDrafts(part, points, inArticle))
  }
  return drafts
}

function clauseDrafts(
  part: BodyPart,
  clauses: Counter,
  inArticle: boolean,
  inner: boolean,
): readonly Draft[] {
  const number = Number(part.number)
  const wanted = clauses.next(number, inner)
  if (!Number.isInteger(number)) return []
  if (wanted !== null) return [draft('B08', 'clause_number', part.piece, part.label ?? '', `${wanted}.`)]
  return inArticle ? labelDraft(part, `${number}.`, 'clause_label') : []
}

function pointDrafts(part: BodyPart, points: Counter, inArticle: boolean): readonly Draft[] {
  const letter = part.number ?? ''
  if ([...letter].length !== 1) return []
  const index = pointNumber(letter)
  const wanted = index === 0 ? points.skipped() : points.next(index)
  if (wanted !== null) {
    const expected = `${pointLetter(wanted) ?? ''})`
    return [draft('B08', 'point_letter', part.piece, part.label ?? '', expected)]
  }
  return inArticle ? labelDraft(part, `${letter})`, 'point_label') : []
}

/** `a.` or `1)` instead of `a)` and `1.`; what the program counts is set in the list's own form. */
function labelDraft(
  part: BodyPart,
  expected: string,
  code: 'clause_label' | 'point_label',
): readonly Draft[] {
  const { piece, label } = part
  if (label === null || label === expected) return []
  const written = !part.automatic && piece.text.startsWith(label)
  const repairs = written ? rewrite(piece, expected + piece.text.slice(label.length)) : []
  return [draft('B08', code, piece, label, expected, repairs)]
}

/**
 * Counts lists that may stand within each other: a number goes on with the innermost list whose last number is one
 * less, 1 begins a list.
 */
class Counter {
  #open: { last: number; meant: number; readonly inner: boolean }[] = []
  /** Lists may go on behind a heading; behind an article they begin anew. */
  #anew = false

  /** What should stand there instead of `value`; null where it is right. */
  next(value: number, inner = false): number | null {
    if (value === 1) {
      this.#open.push({ last: 1, meant: 1, inner })
      return null
    }
    // Behind a number that is wrong the list may go on as if it were right: that is no second fault.
    const at = this.#open.findLastIndex(({ last, meant }) => last === value - 1 || meant === value - 1)
    const before = this.#open.at(-1)?.meant
    if (at >= 0) this.#open.length = at + 1
    const list = this.#open.at(-1)
    if (list) Object.assign(list, { last: value, meant: at >= 0 ? value : list.meant + 1 })
    else this.#open.push({ last: value, meant: value, inner })
    if (at >= 0) return null
    return before === undefined ? (this.#anew ? 1 : null) : before + 1
  }

  /** A sign that is none of the row stands where the next one should. */
  skipped(): number | null {
    const list = this.#open.at(-1)
    if (list) Object.assign(list, { last: list.meant + 1, meant: list.meant + 1 })
    return list?.last ?? null
  }

  get isOpen(): boolean {
    return this.#open.length > 0
  }

  /** Whether the list that goes on began within another's item. */
  get isInner(): boolean {
    return this.#open.at(-1)?.inner ?? false
  }

  close(anew: boolean): void {
    this.#open = []
    this.#anew = anew
  }
}
