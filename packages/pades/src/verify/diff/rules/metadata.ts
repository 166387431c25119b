import { isEqual, PdfDict, type PdfObject, PdfRef, PdfStream } from '../../../pdf/objects.ts'
import { differenceOf, readXmp, type XmpFacts } from '../../../pdf/xmp.ts'
import { changedKeys } from '../compare.ts'
import type { RevisionDiff } from '../revision-diff.ts'

/** What says when and by what the file was written, and nothing of the document. */
const ofWriting = new Set(['ModDate', 'Producer'])
/** What programs add of themselves where there was no document information. */
const ofFirstWriting = new Set(['CreationDate', 'Creator'])

/** The document information (14.3.3), wherever it stands. */
export function compareInformation(diff: RevisionDiff): void {
  const [one, other] = [diff.file.trailer(diff.before).get('Info'), diff.file.trailer(diff.after).get('Info')]
  const [then, now] = [diff.earlier(one), diff.current(other)]
  const object = other instanceof PdfRef ? other.number : null
  if (isEqual(then, now) && !hasReferences(now)) return
  const before = then instanceof PdfDict ? then : PdfDict.of({})
  const after = now instanceof PdfDict ? now : PdfDict.of({})
  let isTouched = false
  for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    if (isEqual(diff.earlier(before.get(key)), diff.current(after.get(key)))) continue
    isTouched = true
    const isOfWriting = ofWriting.has(key) || (ofFirstWriting.has(key) && before.get(key) === null)
    if (!isOfWriting) diff.refuse('metadata', 'metadata_differs', { object, details: { key } })
  }
  if (isTouched) diff.note('metadata', 'metadata_touched', 'nothing', { object })
}

function hasReferences(value: PdfObject): boolean {
  return value instanceof PdfDict && [...value.entries.values()].some((item) => item instanceof PdfRef)
}

/** Something below the document information that is not compared there. */
export function compareBelowInformation(
  diff: RevisionDiff,
  number: number,
  before: PdfObject,
  after: PdfObject,
): void {
  const info = diff.file.trailer(diff.after).get('Info')
  if (info instanceof PdfRef && info.number === number) return
  if (isPlain(before) && isPlain(after)) return
  diff.refuse('metadata', 'metadata_differs', { object: number, details: { key: 'Info' } })
}

function isPlain(value: PdfObject): boolean {
  return !(value instanceof PdfDict || value instanceof PdfStream || Array.isArray(value))
}

/** The metadata of the document (14.3.2). */
export function compareMetadata(diff: RevisionDiff): void {
  const entry = diff.file.catalog(diff.after).get('Metadata')
  const object = entry instanceof PdfRef ? entry.number : null
  const [before, after] = [diff.earlier(diff.file.catalog(diff.before).get('Metadata')), diff.current(entry)]
  if (isEqual(before, after)) return
  const key = metadataDifference(diff, before, after)
  if (key === null) diff.note('metadata', 'metadata_touched', 'nothing', { object })
  else diff.refuse('metadata', 'metadata_differs', { object, details: { key } })
}

function metadataDifference(diff: RevisionDiff, before: PdfObject, after: PdfObject): string | null {
  const isCoded = (key: string) => ['Length', 'Filter', 'DecodeParms'].includes(key)
  if (before instanceof PdfStream && after instanceof PdfStream)
    for (const key of changedKeys(before.dict, after.dict)) if (!isCoded(key)) return key
  const one = factsOf(diff, before, diff.before)
  const other = factsOf(diff, after, diff.after)
  return one === null || other === null ? 'Metadata' : differenceOf(one, other)
}

function factsOf(diff: RevisionDiff, value: PdfObject, at: number): XmpFacts | null {
  if (value === null) return new Map()
  return value instanceof PdfStream ? readXmp(diff.file.decode(value, at).bytes) : null
}
