import type { CheckReport } from '../check/finding.ts'
import type { ProfileName } from '../model/document.ts'

/** What the thread that judges is asked for; plain data. */
export interface LintRequest {
  /** The file as it lies on the disk or came by standard input. */
  readonly bytes: Uint8Array
  readonly profile: ProfileName | null
  /** YYYY-MM-DD; null judges by the document's own date, or by `today` where it has none. */
  readonly at: string | null
  readonly today: string
  /** Of what was found and what is expected; sentences come in both. */
  readonly language: 'vi' | 'en'
  readonly repair: boolean
}

export type LintAnswer =
  | { readonly report: CheckReport; readonly repaired: Repaired | null }
  | { readonly error: ErrorData }

export interface Repaired {
  readonly docx: Uint8Array
  readonly after: CheckReport
}

/** An `Nd30Error` that crossed from one thread to another. */
export interface ErrorData {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, string | number>>
}
