import type { PdfFile } from '../../pdf/document.ts'
import { PdfName, PdfStream } from '../../pdf/objects.ts'
import type { Revision } from '../../pdf/revisions.ts'
import { numbersOf } from '../../pdf/xref-index.ts'
import type { RevisionDiff } from './revision-diff.ts'

const blockBytes = 1 << 20
/** What may lie across the end of a block. */
const overlapBytes = 64
/** Heads of objects and of trailers. Whoever mends a file looks for these, wherever they stand. */
const heads = /\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj|trailer[\0\t\n\f\r ]*<</g

/**
 * Refuses a revision in which something looks like an object or a trailer that no cross-reference leads to. Readers that
 * mend a file, whatever made them do so, take the last object of a number that they find (Mladenov et al., CCS 2019).
 */
export function refuseHidden(diff: RevisionDiff): void {
  const { file, after } = diff
  const revision = file.revisions[after]
  if (revision === undefined) return
  if (hidesInBytes(file, revision) || hidesInStreams(file, revision))
    diff.refuse('structure', 'structure_changed')
}

function hidesInBytes(file: PdfFile, revision: Revision): boolean {
  const known = knownHeads(file, revision)
  for (let from = revision.start; from < revision.eof; from += blockBytes) {
    const bytes = file.source.read(from, Math.min(revision.eof, from + blockBytes + overlapBytes))
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    for (const { 0: head, index } of text.matchAll(heads)) {
      const at = head.startsWith('t') ? index + head.length - 2 : index
      if (index < blockBytes && !known.has(from + at)) return true
    }
  }
  return false
}

/** Whether an object stream has an object in it that its revision does not say to be there. */
function hidesInStreams(file: PdfFile, revision: Revision): boolean {
  const named = new Map<number, number>()
  const others: number[] = []
  for (const number of numbersOf(revision)) {
    const entry = file.entry(number, revision.number)
    if (entry?.kind === 'in') named.set(entry.where, (named.get(entry.where) ?? 0) + 1)
    else if (entry?.kind === 'at') others.push(number)
  }
  return others.some((number) => {
    const value = file.getObject(number, revision.number)?.value
    const type = value instanceof PdfStream ? value.dict.get('Type') : null
    const isContainer = type instanceof PdfName && type.value === 'ObjStm'
    return isContainer && value instanceof PdfStream && value.dict.get('N') !== (named.get(number) ?? 0)
  })
}

/** Where the objects that a revision names begin, and the dictionaries of its trailers. */
function knownHeads(file: PdfFile, revision: Revision): ReadonlySet<number> {
  const known = new Set<number>()
  for (const { offset, trailer, hidden } of revision.sections) {
    known.add(offset).add(trailer.start)
    if (hidden !== null) known.add(hidden.offset)
  }
  for (const number of numbersOf(revision)) {
    const entry = file.entry(number, revision.number)
    if (entry?.kind === 'at') known.add(firstLetterAt(file, entry.where + file.shift))
  }
  return known
}

/** Some offsets are to the white space before the object. */
function firstLetterAt(file: PdfFile, offset: number): number {
  const bytes = file.source.read(offset, offset + overlapBytes)
  const blanks = bytes.findIndex((byte) => byte > 32)
  return offset + Math.max(0, blanks)
}
