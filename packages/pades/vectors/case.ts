import type { Desk } from '../matrix/desk.ts'
import type { FileVerdict } from '../src/verify/report.ts'

/** A file, or with it a list of revoked certificates in place of the desk's. */
export type Made = Uint8Array | { readonly pdf: Uint8Array; readonly crl: Uint8Array }

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
