import { PdfDict, PdfName, type PdfObject } from '../../../pdf/objects.ts'
import type { RevisionDiff } from '../revision-diff.ts'

export interface AnnotationPlace {
  /** Whether its appearance was touched, or may have been. */
  readonly look: boolean
  readonly page?: number | null
}

/** An annotation that is no part of the form (12.5). So far each is taken for one that shows words. */
export function judgeAnnotation(
  diff: RevisionDiff,
  number: number,
  before: PdfObject,
  after: PdfObject,
  { page = diff.pageOf(number) }: AnnotationPlace,
): void {
  const dict = after ?? before
  const subtype = dict instanceof PdfDict ? subtypeOf(diff, dict) : '?'
  const place = { object: number, page, details: { subtype } }
  if (subtype !== 'Widget') diff.refuse('annotation', 'annotation_shows', place)
  else if (after === null) diff.refuse('structure', 'field_removed', { ...place, details: { field: '?' } })
  else diff.refuse('structure', 'widget_without_field', place)
}

function subtypeOf(diff: RevisionDiff, dict: PdfDict): string {
  const subtype = diff.current(dict.get('Subtype'))
  return subtype instanceof PdfName ? subtype.value : '?'
}
