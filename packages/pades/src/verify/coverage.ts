import type { SignatureDictionary } from '../form/signature-dictionary.ts'
import type { PdfFile } from '../pdf/document.ts'
import type { Revision } from '../pdf/revisions.ts'
import type { Span } from '../source.ts'

/** Why the bytes that a signature covers are not those that it must cover. */
export type CoverageProblem =
  | 'contents_missing'
  | 'byte_range_missing'
  | 'byte_range_not_two_spans'
  | 'byte_range_not_from_start'
  | 'byte_range_outside_file'
  | 'byte_range_gap'
  | 'byte_range_not_to_end_of_revision'

export interface Coverage {
  readonly problem: CoverageProblem | null
  /** What the digest is made over; empty where the range makes no sense. */
  readonly spans: readonly Span[]
  /** The revision that the signature closes. */
  readonly revision: Revision | null
  readonly coversWholeFile: boolean
}

/**
 * What a signature covers: all of the file up to the end of its revision but for the string of its own `/Contents`, with
 * its brackets (ISO 32000-2, 12.8.1; EN 319 142-1, 5.3). One byte more in the gap could hold what nobody signed.
 */
export function coverageOf(file: PdfFile, { contents, byteRange }: SignatureDictionary): Coverage {
  const spans = spansOf(byteRange, file.source.sizeBytes)
  const not = (problem: CoverageProblem): Coverage => ({
    problem,
    spans,
    revision: null,
    coversWholeFile: false,
  })
  if (contents === null || contents.start < 0 || !contents.hex) return not('contents_missing')
  if (byteRange === null) return not('byte_range_missing')
  if (byteRange.length !== 4) return not('byte_range_not_two_spans')
  const [first, second] = spans
  if (first === undefined || second === undefined) return not('byte_range_outside_file')
  if (first.start !== 0) return not('byte_range_not_from_start')
  if (first.end !== contents.start || second.start !== contents.end) return not('byte_range_gap')
  const revision = file.revisionEndingAt(second.end)
  // The revision must hold the signature itself: one that ends before it would be an earlier one, with white space.
  if (revision === null || revision.eof < contents.end) return not('byte_range_not_to_end_of_revision')
  const isLast = revision.number === file.latest.number && file.trailing.isBlank
  return { problem: null, spans, revision, coversWholeFile: isLast }
}

/** The spans of a range that lie within the file, in order and apart; none where they do not. */
function spansOf(byteRange: readonly number[] | null, sizeBytes: number): readonly Span[] {
  if (byteRange === null || byteRange.length === 0 || byteRange.length % 2 !== 0) return []
  const spans: Span[] = []
  let after = 0
  for (let i = 0; i < byteRange.length; i += 2) {
    const [from = 0, length = 0] = byteRange.slice(i, i + 2)
    if (from < after || length < 0 || from + length > sizeBytes) return []
    after = from + length
    spans.push({ start: from, end: after })
  }
  return spans
}
