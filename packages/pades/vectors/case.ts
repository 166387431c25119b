import type { Desk } from '../matrix/desk.ts'
import type { GivenEvidence } from '../src/verify/evidence.ts'
import type { FileVerdict } from '../src/verify/report.ts'

/** A file, or with it what is given in place of the desk's lists. */
export type Made = Uint8Array | { readonly pdf: Uint8Array; readonly given: GivenEvidence }

/** A signed file that is kept, and what is right to say of it. */
export interface Case {
  readonly name: string
  readonly about: string
  readonly expected: {
    readonly verdict: FileVerdict
    /** Of the first signature that is not good. */
    readonly sub: string | null
  }
  /** Judged by what the file carries alone. */
  readonly isAlone?: boolean
  make(desk: Desk): Made | Promise<Made>
}
