import type { Line } from './lines.ts'
import { recipientsLabelAt, recipientsOf } from './recipients.ts'
import type { Foot, RecipientsFound } from './recognised.ts'
import { isAuthorityLine, isNameLine, isPostLine, isRemark } from './shapes-of-lines.ts'
import { signaturesOf } from './signatures.ts'
import { copyFolds } from './words.ts'

export interface FootLines {
  readonly foot: Omit<Foot, 'contact'>
  /** Lines from `start` up to `end` belong to it. */
  readonly start: number
  readonly end: number
}

const mostLines = 300
const mostAbove = 14

/** The signatures and recipients among `lines` from index `from`; null where there are none. */
export function findFoot(lines: readonly Line[], from: number): FootLines | null {
  const labelAt = recipientsLabelAt(lines.slice(from))
  const signedAt = firstSignature(lines, from, labelAt < 0 ? lines.length : from + labelAt)
  if (labelAt < 0 && signedAt === null) return null
  const anchor = labelAt < 0 ? (signedAt ?? from) : from + labelAt
  const start = Math.max(from, startOf(lines, signedAt === null ? anchor : Math.min(anchor, signedAt), from))
  const end = endOf(lines, anchor)
  const own = lines.slice(start, end)
  const recipients = labelAt < 0 ? null : recipientsOf(own, from + labelAt - start)
  return { foot: { recipients, signatures: signaturesOf(notRecipients(own, recipients)) }, start, end }
}

function notRecipients(lines: readonly Line[], recipients: RecipientsFound | null): readonly Line[] {
  if (!recipients) return lines
  const theirs = new Set([recipients.label, recipients.drafter, ...recipients.lines])
  return lines.filter(({ piece }) => !theirs.has(piece))
}

/** Authority lines or posts in capitals with a name not far below, behind the text. */
function firstSignature(lines: readonly Line[], from: number, before: number): number | null {
  for (let at = from; at < before; at++) {
    const line = lines[at]
    if (!line || !(isAuthorityLine(line) || (isPostLine(line) && line.look.capital))) continue
    if (line.side === 'full' && !line.table && before - at > mostAbove && before < lines.length) continue
    const below = lines.slice(at + 1, at + 1 + mostAbove)
    if (below.some((each) => isNameLine(each) && !each.look.capital) || below.length < mostAbove) return at
  }
  return null
}

/** The whole table is the foot's; without one, the lines of a signature that stand above. */
function startOf(lines: readonly Line[], anchor: number, from: number): number {
  let start = anchor
  const table = lines[anchor]?.table
  if (table) {
    while (start > from && lines[start - 1]?.table === table) start--
    return start
  }
  while (start > from && anchor - start < mostAbove && isOfSignature(lines[start - 1])) start--
  return start
}

function isOfSignature(line: Line | undefined): boolean {
  if (!line || line.table || line.piece.text.length > 120) return false
  if (isAuthorityLine(line) || (isPostLine(line) && line.look.capital)) return true
  return isRemark(line) ? line.centred : isNameLine(line) && line.look.bold === 'all'
}

/** Until an annex, a copy's mark or a new page; the rest of a table is never parted. */
function endOf(lines: readonly Line[], anchor: number): number {
  const table = lines[anchor]?.table ?? null
  let end = anchor + 1
  while (end < lines.length && end - anchor < mostLines) {
    const line = lines[end]
    if (!line) break
    const inTable = table !== null && line.table === table
    if (!inTable && (line.startsPage || isOfCopy(lines, end) || isAnnexLabel(line))) break
    end++
  }
  return end
}

/** The mark of a copy, or a line before it in its table: the body that copies stands left of it. */
function isOfCopy(lines: readonly Line[], at: number): boolean {
  const table = lines[at]?.table ?? null
  for (let next = at; next < lines.length && next - at < mostAbove; next++) {
    const line = lines[next]
    if (!line || (next > at && (table === null || line.table !== table))) return false
    if (copyFolds.has(line.fold)) return true
  }
  return false
}

export const isAnnexLabel = (line: Line): boolean =>
  line.piece.text.length <= 25 && /^phuluc(?:so)?(?:[ivxlc]+|\d+|[a-z])?$/.test(line.fold)
