import type { Certification, Lock } from '../../form/permissions.ts'
import type { PdfFile } from '../../pdf/document.ts'
import type { ChangeReport } from '../report.ts'

export interface ChangeQuestion {
  /** Number of the revision that the signature closes. */
  readonly revision: number
  /** The strictest level in force; null where nothing is certified. */
  readonly certification: Certification | null
  readonly locks: readonly Lock[]
}

/** What later revisions changed. So far any revision that follows is a change that is not allowed. */
export function changesAfter(file: PdfFile, { revision }: ChangeQuestion): readonly ChangeReport[] {
  return file.revisions.slice(revision + 1).map(({ number }) => ({
    revision: number + 1,
    kind: 'structure',
    allowed: false,
    page: null,
    object: null,
    field: null,
    sentence: { vi: `phiên bản ${number + 1}`, en: `revision ${number + 1}` },
  }))
}
