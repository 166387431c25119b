import type { PdfFile } from './read-pdf.ts'

export interface Claim {
  readonly part: number
  readonly conformance: 'A' | 'B' | 'U'
}

/** What is being looked at, and where a fault is told. */
export interface Inspection {
  readonly file: PdfFile
  readonly claim: Claim
  /** @param clause of ISO 19005-2 */
  tell(clause: string, fault: string): void
}
