import type { Line } from './lines.ts'
import type { RecipientsFound } from './recognised.ts'
import { isAuthorityLine, isPostLine } from './shapes-of-lines.ts'

const mostLines = 120
const mostOfLabel = 60
const drafter =
  /^[\p{L}]{1,10}(?:[.\s,/-]{0,2}[\p{L}\d]{1,10}){0,3}[.,\s]*(?:\(?\s*\d{0,4}\s*(?:b|bản)?\s*\)?)\.?$/u

/** Where the label of the recipients stands among `lines`, or -1. A column of a register may be headed so: that is none. */
export function recipientsLabelAt(lines: readonly Line[]): number {
  return lines.findIndex((line, at) => isLabel(line) && (!isInGrid(line) || hasListBelow(lines, at)))
}

function isLabel(line: Line): boolean {
  const { text } = line.piece
  if (/^Nơi nhận\s*:/iu.test(text)) return line.side === 'left' || text.length < mostOfLabel
  return text.length < mostOfLabel && line.fold === 'noinhan'
}

const isInGrid = ({ table }: Line) => table !== null && !table.borderless

function hasListBelow(lines: readonly Line[], at: number): boolean {
  const label = lines[at]
  const next = lines
    .slice(at + 1, at + mostLines)
    .find(({ table, column }) => table === label?.table && column === label?.column)
  return next !== undefined && /^[-–+]\s?\p{L}/u.test(next.piece.text)
}

/** The label, the lines below it in its column, the archive's line, the drafter's symbol. */
export function recipientsOf(lines: readonly Line[], labelAt: number): RecipientsFound | null {
  const label = lines[labelAt]
  if (!label) return null
  const found = label.table ? inColumn(lines, label) : inText(lines, labelAt)
  const archiveAt = found.findLastIndex(({ fold }) => /^luu(?!y|hanh)/.test(fold))
  const behind = archiveAt < 0 ? [] : found.slice(archiveAt + 1)
  const drafterLine = behind.find(({ piece }) => piece.text.length <= 30 && drafter.test(piece.text))
  const own = found.filter((line) => line !== drafterLine)
  return {
    label: label.piece,
    lines: own.map(({ piece }) => piece),
    archive: found[archiveAt]?.piece ?? null,
    drafter: drafterLine?.piece ?? null,
  }
}

function inColumn(lines: readonly Line[], label: Line): readonly Line[] {
  const at = lines.indexOf(label)
  const found: Line[] = []
  for (const line of lines.slice(at + 1)) {
    if (line.table !== label.table) break
    if (line.side === label.side && line.piece.tab === label.piece.tab) found.push(line)
    if (found.length >= mostLines) break
  }
  return found
}

/** Without a table: what begins with a dash, until the lines of the signature. */
function inText(lines: readonly Line[], labelAt: number): readonly Line[] {
  const found: Line[] = []
  for (const line of lines.slice(labelAt + 1, labelAt + mostLines)) {
    if (line.side === 'right') continue
    const listed = /^[-–+•]/.test(line.piece.text) || line.piece.paragraph.numbering !== null
    const afterList = found.length > 0 && line.piece.text.length <= 30 && drafter.test(line.piece.text)
    if (!listed && !afterList) break
    if (isAuthorityLine(line) || (isPostLine(line) && line.look.capital)) break
    found.push(line)
  }
  return found
}
