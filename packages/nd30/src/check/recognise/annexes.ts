import type { ProfileName } from '../../model/document.ts'
import { kindsOf } from '../../model/kinds.ts'
import type { ReadDocument } from '../../read/read-document.ts'
import { bodyOf } from './body.ts'
import { folded } from './fold.ts'
import { isAnnexLabel } from './foot.ts'
import type { Line } from './lines.ts'
import type { AnnexFound } from './recognised.ts'

/** More belong to the last one: no document has so many. */
const mostAnnexes = 300
const mostTitleLines = 8
const mostBefore = 8
const withTitle = /^phụ lục\s+(?:số\s*)?(?:[IVXLC]+|\d+|[A-Z])\s*[.:–-]\s*\p{L}/iu
const numberOf = /^phụ lục\s*(?:số\s*:?\s*)?([IVXLC]+|\d+|[A-Za-z])?(?:[\s.:–-]|$)/iu
const reference = /^\((?:kèm theo|ban hành kèm|ban hành theo|đính kèm)/iu

/** What follows the foot: annexes and what is attached, each until the next. */
export function annexesOf(
  read: ReadDocument,
  lines: readonly Line[],
  from: number,
  to: number,
  profile: ProfileName,
): readonly AnnexFound[] {
  const kinds = new Set(kindsOf(profile).map(({ name }) => folded(name)))
  const starts: number[] = []
  for (let at = from; at < to && starts.length < mostAnnexes; at++)
    if (beginsAnnex(lines, at, from, kinds, starts)) starts.push(at)
  return starts.map((start, nth) => {
    const next = starts[nth + 1]
    return annexOf(read, lines, start, next === undefined ? to : pageOf(lines, next, start), kinds, to)
  })
}

/** Where the page of a label begins: what is attached may have a head of its own above its kind. */
function pageOf(lines: readonly Line[], label: number, after: number): number {
  for (let at = label; at > after && label - at <= mostBefore; at--) if (lines[at]?.startsPage) return at
  return label
}

function beginsAnnex(
  lines: readonly Line[],
  at: number,
  from: number,
  kinds: ReadonlySet<string>,
  starts: readonly number[],
): boolean {
  const line = lines[at]
  if (!line || (line.table && line.table.rows.length > 2)) return false
  const heads = line.centred || line.startsPage || line.look.bold === 'all'
  if (isAnnexLabel(line) && heads) return true
  if (withTitle.test(line.piece.text) && line.piece.text.length <= 200 && heads && line.look.bold !== 'none')
    return true
  if (!kinds.has(line.fold) || !line.look.capital) return false
  const last = starts.at(-1) ?? from
  // The kind's name again, first on a page or below another head there, with its reference not far below.
  const near = lines.slice(at + 1, at + 1 + mostTitleLines).some(({ piece }) => reference.test(piece.text))
  const pageAt = lines.slice(Math.max(last, at - mostBefore), at + 1).some(({ startsPage }) => startsPage)
  return near && (pageAt || at === from)
}

function annexOf(
  read: ReadDocument,
  lines: readonly Line[],
  start: number,
  end: number,
  kinds: ReadonlySet<string>,
  last: number,
): AnnexFound {
  const label = lines[start]
  if (!label) throw new RangeError(`no line ${start}`)
  const attached = kinds.has(label.fold)
  let at = start + 1
  const title: Line[] = []
  const references: Line[] = []
  while (at < end && at - start <= mostTitleLines) {
    const line = lines[at]
    if (!line) break
    if (reference.test(line.piece.text) || isOpenReference(references)) references.push(line)
    else if (references.length === 0 && isTitle(line, title)) title.push(line)
    else break
    at++
  }
  const next = end < last || end < lines.length ? lines[end]?.paragraphIndex : undefined
  return {
    type: attached ? 'attached' : 'annex',
    label: label.piece,
    number: attached ? null : (numberOf.exec(label.piece.text)?.[1] ?? null),
    title: title.map(({ piece }) => piece),
    reference: references.map(({ piece }) => piece),
    body: bodyOf(read, (lines[at - 1]?.paragraphIndex ?? 0) + 1, next ?? read.paragraphs.length),
  }
}

const isOpenReference = (found: readonly Line[]) => {
  const text = found.map(({ piece }) => piece.text).join(' ')
  return found.length > 0 && found.length < 3 && text.includes('(') && !text.includes(')')
}

function isTitle(line: Line, title: readonly Line[]): boolean {
  const { text } = line.piece
  if (
    line.table ||
    text.length > 400 ||
    /^(?:Điều\s+\d|Chương\s|Phần\s|Mục\s|[IVX]+\.\s|\d+\.\s|[-+]\s)/u.test(text)
  )
    return false
  const looks = line.centred || line.look.capital || line.look.bold === 'all'
  return looks && title.length < mostTitleLines - 2
}
