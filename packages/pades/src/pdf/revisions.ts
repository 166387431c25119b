import { type FileEnd, headerOf, readEnd } from './file-ends.ts'
import { type PdfInput, readAt } from './lexer.ts'
import { limitMet, malformed } from './limits.ts'
import { PdfDict } from './objects.ts'
import { readValue, skipHead } from './parse.ts'
import { readSection, sizeOf, type XrefSection } from './xref-section.ts'

/** What was saved at once: the first writing of the file or one incremental update (ISO 32000-2, 7.5.6). */
export interface Revision {
  /** 0 is the first. */
  readonly number: number
  readonly start: number
  /** After the last letter of its `%%EOF`. */
  readonly eof: number
  /** After the line end that follows `%%EOF`, if one does. */
  readonly end: number
  /** Newest first; two for the first writing of a linearised file (annex F), else one. */
  readonly sections: readonly XrefSection[]
  readonly trailer: PdfDict
}

/** The revisions of a file, oldest first, and what leads to them. */
export interface RevisionChain {
  readonly revisions: readonly Revision[]
  /** What the last `startxref` says, without the shift. */
  readonly startXref: number
}

/** @param shift what to add to the offsets that the file names */
export function readRevisions(input: PdfInput, last: FileEnd, shift: number): RevisionChain {
  const groups = readChain(input, last.value + shift, shift)
  const revisions: Revision[] = []
  let start = 0
  for (const group of groups) {
    const revision = revisionOf(input, group, shift, { number: revisions.length, start })
    const before = revisions.at(-1)
    if (before !== undefined && sizeAt(revision) < sizeAt(before)) throw malformed('size', revision.start)
    start = revision.end
    revisions.push(revision)
  }
  const newest = revisions.at(-1)
  // Objects with a `startxref` of their own but no section: an update that is none.
  if (newest === undefined || newest.eof !== last.eof)
    throw malformed('startxref_without_section', last.start)
  return { revisions, startXref: last.value }
}

/** The sections of each revision, oldest revision first. */
function readChain(input: PdfInput, newest: number, shift: number): XrefSection[][] {
  const groups: XrefSection[][] = []
  let section = readSection(input, newest, shift)
  for (;;) {
    const group = [section]
    groups.push(group)
    if (groups.length > input.limits.revisions)
      throw limitMet('revisions', input.limits.revisions, section.offset)
    const before = previousOf(input, section)
    if (before === null) break
    const older = readSection(input, before + shift, shift)
    if (older.offset < section.offset) section = older
    else {
      // Only a linearised file's first section names one that stands after it; thus there is no loop either.
      const isPair = previousOf(input, older) === null && older.offset > section.end && isLinearised(input)
      if (!isPair) throw malformed('prev_forward', section.offset)
      checkApart(section, older)
      group.push(older)
      break
    }
  }
  return groups.reverse()
}

function previousOf(input: PdfInput, { trailer, offset }: XrefSection): number | null {
  const previous = trailer.get('Prev')
  if (previous === null) return null
  if (typeof previous !== 'number' || !Number.isInteger(previous)) throw malformed('prev', offset)
  if (previous !== 0) return previous
  input.notes.add('prev_zero', offset)
  return null
}

/** Annex F.3.3: the first object of a linearised file is a dictionary that says so. */
function isLinearised(input: PdfInput): boolean {
  return readAt(input, headerOf(input).start, (cursor) => {
    cursor.skipSpace()
    if (skipHead(cursor) === null) return false
    const value = readValue(cursor)
    return value instanceof PdfDict && value.get('Linearized') !== null
  })
}

/** The two sections of a linearised file share no object, so that their order does not matter. */
function checkApart(one: XrefSection, other: XrefSection): void {
  const both = [...one.ranges.ranges, ...other.ranges.ranges].sort((a, b) => a.first - b.first)
  let after = 0
  for (const { first, count } of both) {
    // The head of the list of free objects may be in both.
    if (first < after && first !== 0) throw malformed('xref_object_twice', one.offset, first)
    if (count > 0) after = Math.max(after, first + count)
  }
}

function revisionOf(
  input: PdfInput,
  sections: readonly XrefSection[],
  shift: number,
  at: { readonly number: number; readonly start: number },
): Revision {
  const [first] = sections
  const last = sections.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('no section')
  const tail = readAt(input, last.end, readEnd)
  if (!pointsTo(input, tail.value + shift, first.offset)) throw malformed('startxref', tail.start)
  const size = sizeOf(first.trailer, first.offset)
  for (const { offset, end, ranges, hidden } of sections) {
    // A hidden stream may be of the revision before: so Word saves, with a section that names nothing else.
    if (offset < at.start || end > tail.eof || (hidden !== null && hidden.end > tail.eof))
      throw malformed('revisions_overlap', offset)
    if (ranges.end > size || (hidden !== null && hidden.ranges.end > size)) throw malformed('size', offset)
  }
  return { ...at, eof: tail.eof, end: tail.end, sections, trailer: first.trailer }
}

/** Whether `offset` is `target` or white space before it. */
function pointsTo(input: PdfInput, offset: number, target: number): boolean {
  if (offset === target) return true
  if (offset > target || offset < 0 || target - offset > 1024) return false
  return readAt(input, offset, (cursor) => {
    cursor.skipBlank()
    return cursor.offset === target
  })
}

/** `/Size` as of a revision. */
export function sizeAt(revision: Revision): number {
  return sizeOf(revision.trailer, revision.sections[0]?.offset ?? 0)
}
