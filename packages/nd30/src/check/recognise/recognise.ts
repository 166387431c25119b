import type { ProfileName } from '../../model/document.ts'
import type { Paragraph, ReadDocument } from '../../read/read-document.ts'
import { annexesOf } from './annexes.ts'
import { bodyOf } from './body.ts'
import { contactOf } from './contact.ts'
import { dateIn } from './date-in.ts'
import { findFoot } from './foot.ts'
import { findHead } from './head.ts'
import { type Line, linesOf } from './lines.ts'
import { findPreamble } from './preamble.ts'
import type { CopyFound, Recognised } from './recognised.ts'
import { rolesOf } from './roles.ts'
import { copyFolds } from './words.ts'

/**
 * Finds the components of a document.
 *
 * @param given the profile where the caller knows it; else the head tells it
 */
export function recognise(read: ReadDocument, given: ProfileName | null = null): Recognised {
  const lines = linesOf(read)
  const { head, kind, profile, end } = findHead(lines, given)
  const preamble = findPreamble(lines, end, kind)
  const foot = findFoot(lines, preamble.end)
  const footEnd = foot?.end ?? lines.length
  const copyAt = copyLabelAt(lines, footEnd)
  const textFrom = (lines[preamble.end - 1]?.paragraphIndex ?? -1) + 1
  const textTo = foot ? startOf(read, lines[foot.start]) : read.paragraphs.length
  const found = {
    profile,
    kind,
    issuedOn: head.issued ? dateIn(head.issued.text) : null,
    head,
    addressees: preamble.addressees,
    competence: preamble.competence,
    bases: preamble.bases,
    enacting: preamble.enacting,
    body: bodyOf(read, textFrom, textTo),
    foot: { ...(foot?.foot ?? { signatures: [], recipients: null }), contact: contactOf(read) },
    annexes: foot
      ? annexesOf(read, lines, footEnd, copyAt === null ? lines.length : copyStartOf(lines, copyAt), profile)
      : [],
    copy: copyAt === null ? null : copyOf(lines, copyAt, profile),
  }
  const pieces = rolesOf(found)
  const roles = new Map<Paragraph, (typeof pieces)[number]['role']>()
  for (const { piece, role } of pieces) if (!roles.has(piece.paragraph)) roles.set(piece.paragraph, role)
  return {
    ...found,
    pieces,
    roleOf: (paragraph) => roles.get(paragraph) ?? (paragraph.text.trim() === '' ? 'empty' : 'other'),
  }
}

/** Of a line in a table, where the table begins: an empty cell before it is not the text's. */
function startOf({ paragraphs }: ReadDocument, line: Line | undefined): number {
  let start = line?.paragraphIndex ?? paragraphs.length
  while (line?.table && paragraphs[start - 1]?.cell?.table === line.table) start--
  return start
}

function copyLabelAt(lines: readonly Line[], from: number): number | null {
  const at = lines.findIndex((line, index) => index >= from && copyFolds.has(line.fold) && line.look.capital)
  return at < 0 ? null : at
}

/** Where the table begins in which the label stands: the copying body is left of it. */
function copyStartOf(lines: readonly Line[], at: number): number {
  const table = lines[at]?.table ?? null
  let start = at
  while (table && lines[start - 1]?.table === table) start--
  return start
}

function copyOf(lines: readonly Line[], at: number, profile: ProfileName): CopyFound {
  const label = lines[at]
  if (!label) throw new RangeError(`no line ${at}`)
  const own = lines.slice(copyStartOf(lines, at)).filter((line) => line !== label)
  const { head, end } = findHead(own, profile)
  const foot = findFoot(own, end)
  return {
    label: label.piece,
    head,
    foot: { ...(foot?.foot ?? { signatures: [], recipients: null }), contact: [] },
  }
}
